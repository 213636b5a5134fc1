internal import Formulas
internal import Quantities

/// A number of one person, or none; the same numbers as ``FixedDecimal`` and ``NumberBlock`` give, without an array.
///
/// Narrow while it can be: 64 bits in units of 10^-scale. What does not fit goes on as a decimal of 128 bits. Answers of
/// conditions are 1 and 0.
struct PersonNumber {
    private enum Form: UInt8 {
        case missing
        case narrow
        case wide
    }

    private var form: Form
    private var scale: Int8
    private var narrow: Int64
    private var wide: Int128

    /// No number.
    static let none = PersonNumber(form: .missing, scale: 0, narrow: 0, wide: 0)

    private init(form: Form, scale: Int8, narrow: Int64, wide: Int128) {
        (self.form, self.scale, self.narrow, self.wide) = (form, scale, narrow, wide)
    }

    /// So many units of 10^-scale.
    init(units: Int64, scale: Int) {
        self.init(form: .narrow, scale: Int8(truncatingIfNeeded: scale), narrow: units, wide: 0)
    }

    init(_ answer: Bool) { self.init(units: answer ? 1 : 0, scale: 0) }

    private init(_ answer: Bool?) { self = answer.map { PersonNumber($0) } ?? .none }

    private var answer: Bool? { isMissing ? nil : isTrue }

    init(_ number: FixedDecimal?) {
        guard let number else {
            self = .none
            return
        }
        let (units, scale) = number.shortest
        if let narrow = Int64(exactly: units) {
            self.init(units: narrow, scale: scale)
        } else {
            self.init(form: .wide, scale: 0, narrow: 0, wide: number.raw)
        }
    }

    var isMissing: Bool { form == .missing }

    /// Whether the answer is "yes"; `false` when there is none.
    var isTrue: Bool { form == .narrow && narrow != 0 }

    /// The number; `nil` when there is none.
    var number: FixedDecimal? {
        switch form {
        case .missing: nil
        case .narrow: .scaled(Int128(narrow), places: Int(scale))
        case .wide: FixedDecimal(raw: wide)
        }
    }

    var isZero: Bool { form == .narrow ? narrow == 0 : form == .wide && wide == 0 }

    /// The number in units of 10^-wanted; `nil` when there is none, it has more places or does not fit.
    func units(scale wanted: Int) -> Int64? {
        if form == .narrow, wanted >= Int(scale), wanted - Int(scale) <= 18 {
            let (units, overflow) = narrow.multipliedReportingOverflow(
                by: PowersOfTen.int64(wanted - Int(scale)))
            return overflow ? nil : units
        }
        return number.flatMap { $0.units(scale: wanted) }
    }

    // MARK: Operators

    /// An arithmetic operator; missing where it has no result.
    static func combine(
        _ operation: BinaryOperator.Arithmetic, _ left: PersonNumber, _ right: PersonNumber
    ) -> PersonNumber {
        guard !left.isMissing, !right.isMissing else { return .none }
        if left.form == .narrow, right.form == .narrow, let result = narrow(operation, left, right) { return result }
        guard let first = left.number, let second = right.number else { return .none }
        return PersonNumber(try? operation.apply(first, second))
    }

    /// The same in 64 bits; `nil` when the result does not fit.
    private static func narrow(
        _ operation: BinaryOperator.Arithmetic, _ left: PersonNumber, _ right: PersonNumber
    ) -> PersonNumber? {
        switch operation {
        case .plus, .minus:
            guard let (first, second, scale) = aligned(left, right) else { return nil }
            let (result, overflow) =
                operation == .plus
                ? first.addingReportingOverflow(second) : first.subtractingReportingOverflow(second)
            return overflow ? nil : PersonNumber(units: result, scale: scale)
        case .times:
            let scale = Int(left.scale) + Int(right.scale)
            let (product, overflow) = left.narrow.multipliedReportingOverflow(by: right.narrow)
            return overflow || scale > FixedDecimal.scale ? nil : PersonNumber(units: product, scale: scale)
        case .divide: return quotient(left, right)
        }
    }

    /// With sixteen decimal places, the last rounded half away from zero.
    private static func quotient(_ left: PersonNumber, _ right: PersonNumber) -> PersonNumber? {
        guard right.narrow != 0 else { return PersonNumber.none }
        let places = FixedDecimal.scale + Int(right.scale) - Int(left.scale)
        guard 0...18 ~= places else { return nil }
        return Int64.ratio(
            left.narrow, times: PowersOfTen.int64(places), over: right.narrow, rounding: .halfAwayFromZero
        ).map { PersonNumber(units: $0, scale: FixedDecimal.scale) }
    }

    private static func aligned(
        _ left: PersonNumber, _ right: PersonNumber
    ) -> (left: Int64, right: Int64, scale: Int)? {
        if left.scale == right.scale { return (left.narrow, right.narrow, Int(left.scale)) }
        let scale = Int(max(left.scale, right.scale))
        guard let first = left.units(scale: scale), let second = right.units(scale: scale) else { return nil }
        return (first, second, scale)
    }

    /// A comparison; missing where a number is.
    static func compare(
        _ operation: BinaryOperator.Comparison, _ left: PersonNumber, _ right: PersonNumber
    ) -> PersonNumber {
        guard !left.isMissing, !right.isMissing else { return .none }
        if left.form == .narrow, right.form == .narrow, let (first, second, _) = aligned(left, right) {
            return PersonNumber(operation.holds(first, second))
        }
        guard let first = left.number, let second = right.number else { return .none }
        return PersonNumber(operation.holds(first.raw, second.raw))
    }

    /// `and`, `or`: what decides alone decides even where the other has no answer.
    static func decide(
        _ operation: BinaryOperator.Connective, _ left: PersonNumber, _ right: PersonNumber
    ) -> PersonNumber {
        PersonNumber(operation.joined(left.answer, right.answer))
    }

    /// The smaller or the larger of two.
    static func extreme(_ smaller: Bool, _ left: PersonNumber, _ right: PersonNumber) -> PersonNumber {
        let isLess = compare(.less, left, right)
        if isLess.isMissing { return .none }
        return isLess.isTrue == smaller ? left : right
    }

    /// Rounded to some decimal places.
    func rounded(to places: DecimalPlaces, _ mode: Rounding) -> PersonNumber {
        if places.count >= 0 { return rounded(toPlaces: places.count, mode) }
        guard let number else { return .none }
        return PersonNumber(try? number.rounded(to: places, mode))
    }

    /// Rounded to so many decimal places.
    func rounded(toPlaces places: Int, _ mode: Rounding) -> PersonNumber {
        if form == .narrow {
            if Int(scale) <= places { return self }
            if narrow != .min {
                let divisor = PowersOfTen.int64(Int(scale) - places)
                return PersonNumber(units: narrow.divided(by: divisor, rounding: mode), scale: places)
            }
        }
        guard let number else { return .none }
        return PersonNumber(try? number.rounded(toPlaces: places, mode))
    }

    /// Rounded to a multiple of a number.
    func rounded(toMultipleOf step: PersonNumber, _ mode: Rounding) -> PersonNumber {
        guard let number, let step = step.number else { return .none }
        return PersonNumber(try? number.rounded(toMultipleOf: step, mode))
    }

    /// The pay line in minor units, as ``Money/init(payLine:in:_:)`` rounds it; `nil` where it does not fit.
    func payLine(_ currency: Currency, _ mode: Rounding) -> Int64? {
        if form == .narrow {
            let rounding = PayLineRounding(places: Int(scale), minorDigits: currency.minorDigits, mode)
            let (units, overflow) = rounding.roundedReportingOverflow(narrow)
            if !overflow { return units }
        }
        guard let number else { return nil }
        return try? Money(payLine: number, in: currency, mode).minorUnits
    }
}
