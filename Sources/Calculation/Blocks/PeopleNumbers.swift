internal import Formulas
internal import Messages
internal import Quantities

/// A number for each person of a batch, or none, where it lies in memory; operators put their results in place.
///
/// Narrow while it can be: `Int64` in units of 10^-scale, of which the lowest stands for "none". What does not fit goes on as
/// decimals of 128 bits. Both ways give the same numbers, those of ``FixedDecimal``; where an operator has no result there is none.
/// Answers of conditions are 1 and 0.
struct PeopleNumbers {
    /// What is known of the numbers only once they are computed.
    struct Form {
        private var places: Int8
        var isWide: Bool
        var mayBeNone: Bool

        init(scale: Int = 0, isWide: Bool = false, mayBeNone: Bool = false) {
            places = Int8(truncatingIfNeeded: scale)
            self.isWide = isWide
            self.mayBeNone = mayBeNone
        }

        var scale: Int { Int(places) }
    }

    let count: Int
    /// Of wide numbers only which of them are none.
    let narrow: UnsafeMutablePointer<Int64>
    /// In units of 10^-16; of narrow numbers whatever was there.
    let wide: UnsafeMutablePointer<Int128>
    var form = Form()

    // MARK: Single numbers

    /// The number of a row; `nil` when there is none.
    func number(_ row: Int) -> FixedDecimal? {
        if isNone(row) { return nil }
        return form.isWide ? FixedDecimal(raw: wide[row]) : .scaled(Int128(narrow[row]), places: form.scale)
    }

    func isNone(_ row: Int) -> Bool { narrow[row] == .min }

    /// Puts the same number in every row.
    mutating func fill(_ number: PersonNumber) {
        if let (units, scale) = number.narrow {
            form = Form(scale: scale, mayBeNone: number.isMissing)
            narrow.update(repeating: units, count: count)
        } else {
            form = Form(isWide: true)
            narrow.update(repeating: 0, count: count)
            wide.update(repeating: number.number?.raw ?? 0, count: count)
        }
    }

    /// Takes over the numbers of a block.
    mutating func load(_ block: NumberBlock) {
        switch block.numbers {
        // The lowest number is one of its own in a block.
        case .narrow(let numbers, let scale) where !numbers.contains(.min):
            form = Form(scale: scale, mayBeNone: block.missing != nil)
            for row in 0..<count { narrow[row] = block.isMissing(row) ? .min : numbers[row] }
        case .narrow, .wide:
            form = Form(isWide: true, mayBeNone: block.missing != nil)
            for row in 0..<count {
                narrow[row] = block.isMissing(row) ? .min : 0
                wide[row] = block[row].raw
            }
        }
    }

    // MARK: Both in one form

    /// The numbers in 128 bits.
    private func widened() -> NumberKernel.Wide {
        if !form.isWide { NumberKernel.widen(count, narrow, by: PowersOfTen.rawUnits(places: form.scale), wide) }
        return NumberKernel.Wide(numbers: wide, marks: narrow)
    }

    /// Where wide results are put.
    private var target: NumberKernel.Wide { NumberKernel.Wide(numbers: wide, marks: narrow) }

    /// Marks as none what is so in one of two operands.
    private func mark(_ left: PeopleNumbers, _ right: PeopleNumbers) {
        for row in 0..<count { narrow[row] = left.isNone(row) || right.isNone(row) ? .min : 0 }
    }

    /// Two narrow operands with as many decimal places, which are those of the result; the one that has fewer is put in place of
    /// the result. `nil` when one is wide, or does not fit so.
    private mutating func aligned(
        _ left: PeopleNumbers, _ right: PeopleNumbers
    ) -> (left: UnsafeMutablePointer<Int64>, right: UnsafeMutablePointer<Int64>)? {
        form = Form(
            scale: max(left.form.scale, right.form.scale), mayBeNone: left.form.mayBeNone || right.form.mayBeNone)
        guard let first = scaled(left), let second = scaled(right) else {
            form.isWide = true
            return nil
        }
        return (first, second)
    }

    /// A narrow operand with the decimal places of the result; `nil` when it is wide, or does not fit so.
    private func scaled(_ operand: PeopleNumbers) -> UnsafeMutablePointer<Int64>? {
        if operand.form.isWide { return nil }
        let places = form.scale - operand.form.scale
        if places == 0 { return operand.narrow }
        let fits = NumberKernel.scaled(
            count, operand.narrow, by: PowersOfTen.int64(places), narrow, mayBeNone: operand.form.mayBeNone, .checked)
        return fits ? narrow : nil
    }

    // MARK: Operators

    /// An arithmetic operator.
    mutating func combine(_ operation: BinaryOperator.Arithmetic, _ left: PeopleNumbers, _ right: PeopleNumbers) {
        if combineNarrow(operation, left, right) { return }
        form = Form(isWide: true, mayBeNone: left.form.mayBeNone || right.form.mayBeNone)
        let fault = NumberKernel.arithmetic(count, operation, left.widened(), right.widened(), target)
        if fault != nil { form.mayBeNone = true }
    }

    /// The same in 64 bits; `false` when something does not fit.
    private mutating func combineNarrow(
        _ operation: BinaryOperator.Arithmetic, _ left: PeopleNumbers, _ right: PeopleNumbers
    ) -> Bool {
        switch operation {
        case .plus:
            guard let (first, second) = aligned(left, right) else { return false }
            return NumberKernel.sum(count, first, second, narrow, mayBeNone: form.mayBeNone, .checked)
        case .minus:
            guard let (first, second) = aligned(left, right) else { return false }
            return NumberKernel.difference(count, first, second, narrow, mayBeNone: form.mayBeNone, .checked)
        case .times:
            form = Form(
                scale: left.form.scale + right.form.scale, mayBeNone: left.form.mayBeNone || right.form.mayBeNone)
            guard !left.form.isWide, !right.form.isWide, form.scale <= FixedDecimal.scale else { return false }
            return NumberKernel.product(count, left.narrow, right.narrow, narrow, mayBeNone: form.mayBeNone, .checked)
        case .divide:
            let places = FixedDecimal.scale + right.form.scale - left.form.scale
            form = Form(scale: FixedDecimal.scale, mayBeNone: left.form.mayBeNone || right.form.mayBeNone)
            guard !left.form.isWide, !right.form.isWide, 0...18 ~= places else { return false }
            for row in 0..<count where right.narrow[row] == 0 { form.mayBeNone = true }
            return NumberKernel.quotient(count, left.narrow, right.narrow, times: PowersOfTen.int64(places), narrow)
        }
    }

    /// A comparison; none where a number is.
    mutating func compare(_ operation: BinaryOperator.Comparison, _ left: PeopleNumbers, _ right: PeopleNumbers) {
        if let (first, second) = aligned(left, right) {
            NumberKernel.compare(count, operation, first, second, narrow)
        } else {
            NumberKernel.compare(count, operation, left.widened().numbers, right.widened().numbers, narrow)
        }
        form = Form(mayBeNone: form.mayBeNone)
        guard form.mayBeNone else { return }
        for row in 0..<count where left.isNone(row) || right.isNone(row) { narrow[row] = .min }
    }

    /// `and`, `or`: what decides alone decides even where the other has no answer.
    mutating func decide(_ connective: BinaryOperator.Connective, _ left: PeopleNumbers, _ right: PeopleNumbers) {
        form = Form(mayBeNone: left.form.mayBeNone || right.form.mayBeNone)
        NumberKernel.decide(count, connective, left.narrow, right.narrow, narrow, mayBeNone: form.mayBeNone)
    }

    mutating func not(_ answer: PeopleNumbers) {
        form = answer.form
        NumberKernel.map(count, answer.narrow, narrow, mayBeNone: form.mayBeNone) { $0 ^ 1 }
    }

    // MARK: Choosing

    /// The first where the answer is "yes", else the second; what is none in the one not chosen does not matter.
    mutating func choose(_ condition: PeopleNumbers, _ first: PeopleNumbers, _ second: PeopleNumbers) {
        let isOpen = condition.form.mayBeNone
        if let (yes, no) = aligned(first, second) {
            NumberKernel.choose(count, condition.narrow, yes, no, narrow, mayBeUnanswered: isOpen)
        } else {
            NumberKernel.choose(
                count, condition.narrow, first.widened().numbers, second.widened().numbers, wide,
                mayBeUnanswered: isOpen)
            NumberKernel.choose(
                count, condition.narrow, first.narrow, second.narrow, narrow, mayBeUnanswered: isOpen)
        }
        form.mayBeNone = form.mayBeNone || isOpen
    }

    /// The first where it is there, else the second.
    mutating func instead(_ first: PeopleNumbers, _ second: PeopleNumbers) {
        if let (value, other) = aligned(first, second) {
            NumberKernel.instead(count, value, other, narrow)
        } else {
            let (numbers, others) = (first.widened().numbers, second.widened().numbers)
            for row in 0..<count { wide[row] = first.isNone(row) ? others[row] : numbers[row] }
            NumberKernel.instead(count, first.narrow, second.narrow, narrow)
        }
        form.mayBeNone = second.form.mayBeNone
    }

    /// The smaller or the larger of two.
    mutating func extreme(smaller: Bool, _ left: PeopleNumbers, _ right: PeopleNumbers) {
        let mayBeNone = left.form.mayBeNone || right.form.mayBeNone
        if let (first, second) = aligned(left, right) {
            NumberKernel.extreme(count, smaller: smaller, first, second, narrow, mayBeNone: mayBeNone)
        } else {
            NumberKernel.extreme(
                count, smaller: smaller, left.widened().numbers, right.widened().numbers, wide, mayBeNone: false)
            mark(left, right)
        }
    }

    /// The same numbers.
    mutating func copy(_ other: PeopleNumbers) {
        form = other.form
        narrow.update(from: other.narrow, count: count)
        if form.isWide { wide.update(from: other.wide, count: count) }
    }

    // MARK: One operand

    /// Rounded to some decimal places.
    mutating func round(_ value: PeopleNumbers, to places: DecimalPlaces, _ mode: Rounding) {
        guard !value.form.isWide, places.count >= 0 else {
            apply(value) { number throws(QuantityError) in try number.rounded(to: places, mode) }
            return narrowed(to: max(0, places.count))
        }
        guard value.form.scale > places.count else { return copy(value) }
        form = Form(scale: places.count, mayBeNone: value.form.mayBeNone)
        NumberKernel.round(count, value.narrow, places: value.form.scale - places.count, mode, narrow)
    }

    /// Rounded to a multiple of a number above zero.
    mutating func round(_ value: PeopleNumbers, toMultipleOf step: PersonNumber, _ mode: Rounding) {
        let scale = max(value.form.scale, step.narrow?.scale ?? FixedDecimal.scale)
        form = Form(scale: scale, mayBeNone: value.form.mayBeNone)
        if let unit = step.units(scale: scale), let numbers = scaled(value),
            NumberKernel.multiple(count, numbers, of: unit, mode, narrow, mayBeNone: form.mayBeNone, .checked)
        {
            return
        }
        let size = step.number ?? .zero
        apply(value) { number throws(QuantityError) in try number.rounded(toMultipleOf: size, mode) }
    }

    /// Goes on in 64 bits where they hold numbers of so many decimal places, no fewer than they have.
    private mutating func narrowed(to places: Int) {
        let unit = PowersOfTen.rawUnits(places: places)
        for row in 0..<count where !isNone(row) {
            guard Int64(exactly: wide[row] / unit) ?? .min != .min else { return }
        }
        for row in 0..<count where !isNone(row) { narrow[row] = Int64(truncatingIfNeeded: wide[row] / unit) }
        form = Form(scale: places, mayBeNone: form.mayBeNone)
    }

    /// A function that is computed number by number.
    mutating func apply(_ function: ArithmeticFunction, _ arguments: [PeopleNumbers]) {
        form = Form(isWide: true, mayBeNone: true)
        _ = NumberKernel.apply(count, function, arguments.map { $0.widened() }, target)
    }

    /// What has no other form than that of the formulas' own evaluation.
    mutating func apply(
        _ value: PeopleNumbers, _ operation: (FixedDecimal) throws(QuantityError) -> FixedDecimal
    ) {
        let numbers = value.widened()
        let fault = NumberKernel.attempt(count, target) { row throws(QuantityError) in
            guard let number = numbers.number(row) else { return nil }
            return try operation(number)
        }
        form = Form(isWide: true, mayBeNone: value.form.mayBeNone || fault != nil)
    }
}
