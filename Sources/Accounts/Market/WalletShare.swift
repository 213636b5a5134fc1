internal import Messages
public import Quantities

/// Our share of what a client spends on what we sell, both without tax and in the same time.
///
///     6.3 of 18 m, medium confidence   // 35.0 %, from 28.0 to 46.7 %
public struct WalletShare: Hashable, Sendable {
    /// Our sales ÷ the client's spend.
    public let share: FixedDecimal
    /// The share if he spends as much more as the confidence allows.
    public let low: FixedDecimal
    /// The share if he spends as much less; never above one.
    public let high: FixedDecimal

    /// How well the spend is known.
    public enum Confidence: String, Hashable, Sendable, CaseIterable {
        /// ± 10 % of the spend.
        case high
        /// ± 25 %.
        case medium
        /// ± 50 %.
        case low

        var percent: Int {
            switch self {
            case .high: 10
            case .medium: 25
            case .low: 50
            }
        }
    }

    /// A share; without value where the spend is not above zero, or below our sales.
    public init(sales: FixedDecimal, spend: FixedDecimal, confidence: Confidence) throws(NoFigure) {
        let name = LocalizedText(en: "spend of the client", ru: "расходы клиента")
        let share = try Exact.share(sales, of: spend, name)
        guard share <= .one else { throw .spendTooLow(share: share) }
        func scaled(_ percent: Int) throws(NoFigure) -> FixedDecimal {
            let hundredth = try Exact.product(spend, FixedDecimal(raw: Int128(percent) * 100_000_000_000_000))
            return try Exact.share(sales, of: hundredth, name)
        }
        self.share = share
        low = try scaled(100 + confidence.percent)
        high = min(try scaled(100 - confidence.percent), .one)
    }
}
