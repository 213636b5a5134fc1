internal import Messages
public import Quantities

/// What a client firm gets for buying, and what that may be: premium and paid services together, against the ceiling.
///
/// A trader in food gets at most 5 % of the food he bought, for premium, promotion, logistics and the like together, and
/// nothing for listed goods (law 381-ФЗ of Russia, article 9). A firm that is no trader, such as a café, has no ceiling.
public struct Incentive: Hashable, Sendable {
    /// The food bought without tax, listed goods left out.
    public let foodBought: FixedDecimal
    /// Bread, milk, chicken and others of the list, bought without tax.
    public let listedBought: FixedDecimal
    /// The premium for what was bought of food.
    public let premium: FixedDecimal
    /// The premium for listed goods.
    public let listedPremium: FixedDecimal
    /// Promotion, logistics and like services that the client is paid for.
    public let services: FixedDecimal
    /// Whether the client trades in food.
    public let isTrader: Bool

    /// An incentive by its amounts.
    public init(
        foodBought: FixedDecimal, listedBought: FixedDecimal = .zero, premium: FixedDecimal,
        listedPremium: FixedDecimal = .zero, services: FixedDecimal = .zero, isTrader: Bool
    ) {
        (self.foodBought, self.listedBought, self.premium) = (foodBought, listedBought, premium)
        (self.listedPremium, self.services, self.isTrader) = (listedPremium, services, isTrader)
    }

    /// The most that may be given; nil without a ceiling.
    public func ceiling() throws(NoFigure) -> FixedDecimal? {
        // 5 %.
        isTrader ? try Exact.product(max(foodBought, .zero), FixedDecimal(raw: 500_000_000_000_000)) : nil
    }

    /// Premium and services together.
    public func cost() throws(NoFigure) -> FixedDecimal {
        try Exact.sum([premium, listedPremium, services])
    }

    /// Cost ÷ food bought.
    public func rate() throws(NoFigure) -> FixedDecimal {
        try Exact.share(try cost(), of: foodBought, LocalizedText(en: "food bought", ru: "закупка продовольствия"))
    }

    /// A refusal above the ceiling, or with a premium for listed goods. Counsel has the last word.
    public func requireLawful(_ place: String) throws(Refusal) {
        guard isTrader else { return }
        guard listedPremium <= .zero else {
            throw Refusal(
                "listed-goods",
                LocalizedText(
                    en: "\(place): a premium for listed goods", ru: "\(place): премия за социально значимые товары"),
                remedy: LocalizedText(en: "take it out", ru: "уберите её"))
        }
        guard let cost = try? cost(), let ceiling = try? ceiling() else {
            throw Refusal(
                "out-of-range",
                LocalizedText(en: "\(place): amounts are out of range", ru: "\(place): суммы вне пределов"),
                remedy: LocalizedText(en: "check them", ru: "проверьте их"))
        }
        guard cost <= ceiling else {
            throw Refusal(
                "above-ceiling",
                LocalizedText(
                    en: "\(place): \(cost.shown(places: 2)) is above the ceiling of \(ceiling.shown(places: 2))",
                    ru: "\(place): \(cost.shown(places: 2)) больше предела \(ceiling.shown(places: 2))"),
                remedy: LocalizedText(en: "lower the premium or the services", ru: "уменьшите премию или услуги"))
        }
    }

    /// Extra margin − cost, and that ÷ cost.
    public static func effect(
        margin: FixedDecimal, cost: FixedDecimal
    ) throws(NoFigure) -> (gain: FixedDecimal, rate: FixedDecimal) {
        let gain = try Exact.difference(margin, cost)
        return (gain, try Exact.share(gain, of: cost, LocalizedText(en: "cost", ru: "затраты")))
    }
}
