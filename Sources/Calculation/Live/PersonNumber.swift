internal import Formulas
internal import Messages
internal import Quantities

/// A number of one person, or none, as a step gave it: narrow, so many units of 10^-scale, or a decimal of 128 bits.
struct PersonNumber: Hashable {
    private enum Form: UInt8 {
        case missing
        case narrow
        case wide
    }

    private var form: Form
    private var scale: Int8
    private var units: Int64
    private var wide: Int128

    /// No number.
    static let none = PersonNumber(form: .missing, scale: 0, units: 0, wide: 0)

    private init(form: Form, scale: Int8, units: Int64, wide: Int128) {
        (self.form, self.scale, self.units, self.wide) = (form, scale, units, wide)
    }

    /// So many units of 10^-scale.
    init(units: Int64, scale: Int) {
        self.init(form: .narrow, scale: Int8(truncatingIfNeeded: scale), units: units, wide: 0)
    }

    /// A number with as few decimal places as it needs.
    init(_ number: FixedDecimal?) {
        guard let number else {
            self = .none
            return
        }
        let (units, scale) = number.shortest
        if let narrow = Int64(exactly: units), narrow != .min {
            self.init(units: narrow, scale: scale)
        } else {
            self.init(form: .wide, scale: 0, units: 0, wide: number.raw)
        }
    }

    /// The number of the first of some people.
    init(_ numbers: PeopleNumbers) {
        let units = numbers.narrow[0]
        if units == .min {
            self = .none
        } else if numbers.form.isWide {
            self.init(form: .wide, scale: 0, units: 0, wide: numbers.wide[0])
        } else {
            self.init(units: units, scale: numbers.form.scale)
        }
    }

    var isMissing: Bool { form == .missing }

    /// Whether the answer is "yes"; `false` when there is none.
    var isTrue: Bool { form == .narrow && units != 0 }

    var isZero: Bool { form == .narrow ? units == 0 : form == .wide && wide == 0 }

    /// The number in 64 bits, none as the lowest; `nil` when it is wide.
    var narrow: (units: Int64, scale: Int)? {
        switch form {
        case .missing: (.min, 0)
        case .narrow: (units, Int(scale))
        case .wide: nil
        }
    }

    /// The number; `nil` when there is none.
    var number: FixedDecimal? {
        switch form {
        case .missing: nil
        case .narrow: .scaled(Int128(units), places: Int(scale))
        case .wide: FixedDecimal(raw: wide)
        }
    }

    /// The number in units of 10^-wanted; `nil` when there is none, it has more places or does not fit.
    func units(scale wanted: Int) -> Int64? {
        if form == .narrow, wanted >= Int(scale), wanted - Int(scale) <= 18 {
            let (units, overflow) = units.multipliedReportingOverflow(by: PowersOfTen.int64(wanted - Int(scale)))
            return overflow ? nil : units
        }
        return number.flatMap { $0.units(scale: wanted) }
    }

    /// The pay line in minor units, as ``Money/init(payLine:in:_:)`` rounds it; `nil` where it does not fit.
    func payLine(_ currency: Currency, _ mode: Rounding) -> Int64? {
        if form == .narrow {
            let rounding = PayLineRounding(places: Int(scale), minorDigits: currency.minorDigits, mode)
            let (lines, overflow) = rounding.roundedReportingOverflow(units)
            if !overflow { return lines }
        }
        guard let number else { return nil }
        return try? Money(payLine: number, in: currency, mode).minorUnits
    }
}
