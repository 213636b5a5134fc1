internal import Messages
public import Quantities

/// Whether an effort for a client is worth it: odds·value − cost.
public struct Battle: Hashable, Sendable {
    /// What it costs.
    public let cost: FixedDecimal
    /// What it brings if won.
    public let value: FixedDecimal
    /// How likely it is won, from 0 to 1.
    public let odds: FixedDecimal
    /// What the odds rest on.
    public let grounds: [String]

    /// A battle; refused with odds outside 0–1, or fewer than three different grounds for them.
    public init(cost: FixedDecimal, value: FixedDecimal, odds: FixedDecimal, grounds: [String]) throws(Refusal) {
        guard odds >= .zero, odds <= .one else {
            throw Refusal(
                "outside-range", LocalizedText(en: "odds \(odds)", ru: "шансы \(odds)"),
                remedy: LocalizedText(en: "give 0 to 100 %", ru: "дайте от 0 до 100 %"))
        }
        guard Set(grounds.filter { !$0.isBlank }).count >= 3 else {
            throw Refusal(
                "grounds", LocalizedText(en: "odds with fewer than three grounds", ru: "шансы без трёх оснований"),
                remedy: LocalizedText(en: "name three", ru: "назовите три"))
        }
        (self.cost, self.value, self.odds, self.grounds) = (cost, value, odds, grounds)
    }

    /// odds·value − cost.
    public func worth() throws(NoFigure) -> FixedDecimal {
        try Exact.difference(try Exact.product(odds, value), cost)
    }

    /// The odds at which it is worth nothing: cost ÷ value.
    public func breakEven() throws(NoFigure) -> FixedDecimal {
        try Exact.share(cost, of: value, LocalizedText(en: "value", ru: "выигрыш"))
    }
}
