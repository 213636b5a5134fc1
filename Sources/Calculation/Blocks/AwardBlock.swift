internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// What a component pays a block of people, in minor units.
struct AwardBlock: Sendable {
    /// The amounts of those who are in no other list.
    var amounts: [Int64]
    /// What is said of each of them, by row.
    var remarks: [PlainRemark]
    /// Whose award says more than an amount, or has none: computed by the evaluator of single people.
    var singles: [Int: SingleAward] = [:]

    /// Nothing for so many people.
    init(count: Int) {
        amounts = [Int64](repeating: 0, count: count)
        remarks = [PlainRemark](repeating: .none, count: count)
    }

    /// An award as a line shows it.
    struct SingleAward: Hashable, Sendable {
        var amount: Outcome<Money>
        var remarks: [Remark]
    }

    /// The amount of a row; `nil` when it has none.
    func amount(_ row: Int) -> Int64? {
        if !singles.isEmpty, let single = singles[row] { return single.amount.value?.minorUnits }
        return amounts[row]
    }

    /// The award of a row as its line shows it.
    func award(_ row: Int, _ currency: Currency) -> SingleAward {
        singles[row]
            ?? SingleAward(
                amount: .value(Money(minorUnits: amounts[row], currency: currency)),
                remarks: remarks[row].remark.map { [$0] } ?? [])
    }
}

/// A remark that is the same for everybody it is made of, so that it takes no room.
enum PlainRemark: UInt8, Sendable {
    case none
    case nothingSold
    case belowFirstTier
    case noShare

    /// The remark as lines show it.
    var remark: Remark? {
        switch self {
        case .none: nil
        case .nothingSold: .nothingSold
        case .belowFirstTier: .belowFirstTier
        case .noShare: .noShare
        }
    }
}

/// An award before it is rounded, while it is still a matter of loops.
struct RawAwardBlock {
    var amounts: NumberBlock
    /// Whom the loops cannot serve: no value, or something to be said about it.
    var needsSingle: [Bool]
    var remarks: [PlainRemark]

    init(_ amounts: NumberBlock) {
        remarks = [PlainRemark](repeating: .none, count: amounts.count)
        self.amounts = amounts
        needsSingle = amounts.missing ?? [Bool](repeating: false, count: amounts.count)
    }

    mutating func single(where flags: [Bool]) {
        for row in needsSingle.indices where flags[row] { needsSingle[row] = true }
    }

    /// Everybody without the answer "yes" is left to the evaluator of single people, which says what follows from it.
    mutating func require(_ flags: FlagBlock) {
        for row in needsSingle.indices where !flags.flags[row] || flags.isMissing(row) { needsSingle[row] = true }
    }
}

/// Pay lines of a block in minor units.
struct PayLines {
    let units: [Int64]
    /// Whose amount does not fit; `nil` when everybody's does.
    var overflown: [Bool]?

    func fits(_ row: Int) -> Bool { !(overflown?[row] ?? false) }
}

extension NumberBlock {
    /// Pay lines as ``Money/init(payLine:in:_:)`` rounds them.
    func payLines(_ currency: Currency, _ mode: Rounding) -> PayLines {
        if case .narrow(let numbers, let scale) = numbers {
            let rounding = PayLineRounding(places: scale, minorDigits: currency.minorDigits, mode)
            let lines = numbers.map { rounding.roundedReportingOverflow($0) }
            if !lines.contains(where: \.overflow) { return PayLines(units: lines.map(\.partialValue)) }
        }
        let lines = (0..<count).map { row in try? Money(payLine: self[row], in: currency, mode).minorUnits }
        return PayLines(units: lines.map { $0 ?? 0 }, overflown: lines.map { $0 == nil })
    }

    /// Whether the number in a row is zero.
    func isZero(_ row: Int) -> Bool {
        switch numbers {
        case .narrow(let numbers, _): numbers[row] == 0
        case .wide(let numbers): numbers[row] == 0
        }
    }
}
