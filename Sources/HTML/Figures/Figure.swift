/// An exact figure: units of a power of ten. 57 400.00 is 5,740,000 units of two places.
public struct Figure: Hashable, Sendable {
    /// The units, less than 10²⁰ above or below zero.
    public let units: Int128
    /// How many digits stand after the decimal mark, 0 to 18.
    public let places: Int

    /// Hundredths: kopecks, cents.
    public init(hundredths units: Int64) {
        self.units = Int128(units)
        places = 2
    }

    /// A whole number.
    public init(whole units: Int64) {
        self.units = Int128(units)
        places = 0
    }

    /// Units of so many places; nil for 10²⁰ units and more, and for places outside 0 to 18.
    public init?(units: Int128, places: Int) {
        guard units.magnitude < Self.limit, (0...18).contains(places) else { return nil }
        self.units = units
        self.places = places
    }

    /// The units that a figure stays under: scaled to 18 places they still fit 128 bits.
    public static let limit: UInt128 = 100_000_000_000_000_000_000

    /// Whether it is below zero.
    public var isNegative: Bool { units < 0 }

    /// About how much it is: for drawing, never for money.
    public var approximate: Double { Double(units) / Double(PowersOfTen.power(places)) }
}

/// Powers of ten in 128 bits.
public enum PowersOfTen {
    /// 10 to the exponent, which is held between 0 and 38.
    public static func power(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<min(max(exponent, 0), 38) { power *= 10 }
        return power
    }
}
