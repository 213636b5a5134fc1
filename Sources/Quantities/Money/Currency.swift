/// A currency by its ISO 4217 code, with the number of decimals its smallest unit has.
///
///     Currency(code: "RUB").minorDigits  // 2
///     Currency(code: "JPY").minorDigits  // 0
public struct Currency: Hashable, Sendable {
    /// The alphabetic code, such as `RUB`.
    public let code: String
    /// Decimals of the smallest unit: 2 for roubles and kopecks, 0 for yen, 3 for Kuwaiti dinars.
    public let minorDigits: Int

    /// The currency of a code that is known to be right; an unknown code is taken as it is, with two decimals.
    ///
    /// For a code that a person typed use ``init(validating:)``.
    public init(code: String) {
        self.code = code
        minorDigits = Self.unusualMinorDigits[code] ?? 2
    }

    /// The currency of a code, or `nil` unless it is three capital Latin letters that ISO 4217 lists.
    public init?(validating code: String) {
        guard Self.knownCodes.contains(code) else { return nil }
        self.init(code: code)
    }

    /// Stands where a company's currency is not known, by ISO 4217's code for none; never shown.
    public static let unknown = Currency(code: "XXX")

    /// The sign people write, such as `₽`; the code where no sign is unmistakable.
    public var symbol: String { Self.symbols[code] ?? code }
}

extension Currency: Comparable, CustomStringConvertible {
    /// Orders by code.
    public static func < (left: Currency, right: Currency) -> Bool {
        left.code < right.code
    }

    /// The code.
    public var description: String { code }
}
