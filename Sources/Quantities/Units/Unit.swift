/// What a number counts: a product of powers of money, days, minutes and pieces.
///
/// Formulas are checked with it: money ÷ money × days is days, and days cannot be added to roubles. A percentage is no
/// unit; it is a way to show a plain number.
public struct Unit: Hashable, Sendable {
    /// The power of money: 1 for an amount, -1 for something per amount, 0 when no money is involved.
    public let moneyExponent: Int8
    /// The power of days.
    public let dayExponent: Int8
    /// The power of minutes.
    public let minuteExponent: Int8
    /// The power of pieces: 1 for a count of goods, -1 for something per piece.
    public let pieceExponent: Int8
    /// The currency of the money; `nil` exactly when ``moneyExponent`` is zero.
    public let currency: Currency?

    /// The currency is dropped once money cancels out, so that roubles ÷ roubles equals dollars ÷ dollars.
    init(money: Int8 = 0, days: Int8 = 0, minutes: Int8 = 0, pieces: Int8 = 0, currency: Currency? = nil) {
        moneyExponent = money
        dayExponent = days
        minuteExponent = minutes
        pieceExponent = pieces
        self.currency = money == 0 ? nil : currency
    }

    /// A plain number: a ratio, a percentage, a coefficient.
    public static let plain = Unit()
    /// Days.
    public static let days = Unit(days: 1)
    /// Minutes.
    public static let minutes = Unit(minutes: 1)
    /// Pieces of goods, or anything else counted one by one.
    public static let pieces = Unit(pieces: 1)

    /// An amount of money, in major units.
    public static func money(_ currency: Currency) -> Unit {
        Unit(money: 1, currency: currency)
    }

    /// Whether this is a plain number.
    public var isPlain: Bool { self == .plain }

    /// Whether this is exactly an amount of money, not money per piece or money squared.
    public var isMoney: Bool { currency.map { self == .money($0) } ?? false }
}
