internal import Formulas
internal import Messages
internal import Quantities

/// A number for each of some people, or none, handed from one who computes to another.
///
/// Narrow while it can be: `Int64` in units of 10^-scale. What does not fit is decimals of 128 bits.
struct NumberBlock: Sendable {
    enum Numbers: Sendable {
        case narrow([Int64], scale: Int)
        /// In units of 10^-16.
        case wide([Int128])
    }

    var numbers: Numbers
    /// Whose number is missing; `nil` when nobody's is.
    var missing: [Bool]?

    init(_ numbers: Numbers, missing: [Bool]? = nil) {
        self.numbers = numbers
        self.missing = missing.flatMap { $0.contains(true) ? $0 : nil }
    }

    /// The same number for everybody, or none.
    init(_ number: FixedDecimal?, count: Int) {
        guard let number else {
            self = .none(count)
            return
        }
        let (units, scale) = number.shortest
        if let narrow = Int64(exactly: units) {
            self.init(.narrow([Int64](repeating: narrow, count: count), scale: scale))
        } else {
            self.init(.wide([Int128](repeating: number.raw, count: count)))
        }
    }

    /// What steps gave.
    init(_ values: PeopleNumbers) {
        let count = values.count
        let missing = values.form.mayBeNone ? (0..<count).map(values.isNone) : nil
        if values.form.isWide {
            self.init(.wide(Array(UnsafeBufferPointer(start: values.wide, count: count))), missing: missing)
            narrow()
        } else {
            let narrow = UnsafeBufferPointer(start: values.narrow, count: count)
            self.init(
                .narrow(missing == nil ? Array(narrow) : narrow.map { $0 == .min ? 0 : $0 }, scale: values.form.scale),
                missing: missing)
        }
    }

    /// Nobody has a number.
    static func none(_ count: Int) -> NumberBlock {
        NumberBlock(
            .narrow([Int64](repeating: 0, count: count), scale: 0), missing: [Bool](repeating: true, count: count))
    }

    /// What was computed one by one.
    init(_ values: [FixedDecimal?]) {
        let missing = values.contains { $0 == nil } ? values.map { $0 == nil } : nil
        let wide = values.map { $0?.raw ?? 0 }
        self.init(.wide(wide), missing: missing)
        narrow()
    }

    /// The numbers of several blocks, one after the other.
    init(joining blocks: [NumberBlock]) {
        let scale = blocks.map { if case .narrow(_, let scale) = $0.numbers { scale } else { FixedDecimal.scale } }
            .max()
        let narrow = blocks.compactMap { $0.narrow(scale: scale ?? 0) }
        if narrow.count == blocks.count {
            numbers = .narrow(Array(narrow.joined()), scale: scale ?? 0)
        } else {
            numbers = .wide(Array(blocks.map(\.wide).joined()))
        }
        guard blocks.contains(where: { $0.missing != nil }) else { return }
        let missing = Array(blocks.map { $0.missing ?? [Bool](repeating: false, count: $0.count) }.joined())
        self.missing = missing.contains(true) ? missing : nil
    }

    /// Goes on in 64 bits where they hold all numbers with as few decimal places as these need.
    private mutating func narrow() {
        guard case .wide(let numbers) = numbers else { return }
        var scale = 0
        for (row, number) in numbers.enumerated() where scale < FixedDecimal.scale && !isMissing(row) {
            scale = max(scale, FixedDecimal(raw: number).shortest.scale)
        }
        let unit = PowersOfTen.rawUnits(places: scale)
        var narrow: [Int64] = []
        narrow.reserveCapacity(numbers.count)
        for (row, number) in numbers.enumerated() {
            if isMissing(row) {
                narrow.append(0)
                continue
            }
            // The lowest number stands for "none" where numbers are computed with.
            guard let units = Int64(exactly: number / unit), units != LineColumn.empty else { return }
            narrow.append(units)
        }
        self.numbers = .narrow(narrow, scale: scale)
    }

    /// The rows in another order.
    func inOrder(_ order: [Int]) -> NumberBlock {
        let missing = missing.map { missing in order.map { missing[$0] } }
        return switch numbers {
        case .narrow(let numbers, let scale):
            NumberBlock(.narrow(order.map { numbers[$0] }, scale: scale), missing: missing)
        case .wide(let numbers): NumberBlock(.wide(order.map { numbers[$0] }), missing: missing)
        }
    }

    var count: Int {
        switch numbers {
        case .narrow(let numbers, _): numbers.count
        case .wide(let numbers): numbers.count
        }
    }

    func isMissing(_ row: Int) -> Bool { missing?[row] ?? false }

    /// The number in a row, whether or not it counts.
    subscript(row: Int) -> FixedDecimal {
        switch numbers {
        case .narrow(let numbers, let scale): .scaled(Int128(numbers[row]), places: scale)
        case .wide(let numbers): FixedDecimal(raw: numbers[row])
        }
    }

    /// The numbers in units of 10^-16.
    var wide: [Int128] {
        switch numbers {
        case .wide(let numbers): return numbers
        case .narrow(let numbers, let scale):
            let factor = PowersOfTen.rawUnits(places: scale)
            return numbers.map { Int128($0) &* factor }
        }
    }

    /// The numbers with so many decimal places, no fewer than they have; `nil` when they do not fit 64 bits so.
    func narrow(scale wanted: Int) -> [Int64]? {
        guard case .narrow(let numbers, let scale) = numbers, scale <= wanted, wanted - scale <= 18 else { return nil }
        if scale == wanted { return numbers }
        let factor = PowersOfTen.int64(wanted - scale)
        var failed = false
        let scaled = [Int64](unsafeUninitializedCapacity: numbers.count) { target, count in
            for row in numbers.indices {
                let (product, overflow) = numbers[row].multipliedReportingOverflow(by: factor)
                failed = failed || overflow
                target.initializeElement(at: row, to: product)
            }
            count = numbers.count
        }
        return failed ? nil : scaled
    }

    static func missing(_ left: [Bool]?, _ right: [Bool]?) -> [Bool]? {
        guard let left else { return right }
        guard let right else { return left }
        return zip(left, right).map { $0 || $1 }
    }
}

// MARK: - Operators

/// Those of ``PeopleNumbers``, for blocks that are no steps.
extension NumberBlock {
    static func combine(
        _ operation: BinaryOperator.Arithmetic, _ left: NumberBlock, _ right: NumberBlock
    ) -> NumberBlock {
        computed(left, right) { $0.combine(operation, $1, $2) }
    }

    static func compare(
        _ operation: BinaryOperator.Comparison, _ left: NumberBlock, _ right: NumberBlock
    ) -> FlagBlock {
        FlagBlock(computed(left, right) { $0.compare(operation, $1, $2) })
    }

    /// The first where the flag is set, else the second; what is missing in the one not chosen does not matter.
    static func choose(_ condition: FlagBlock, _ first: NumberBlock, _ second: NumberBlock) -> NumberBlock {
        computed(condition.numbers, first, second) { $0.choose($1, $2, $3) }
    }

    static func extreme(_ smaller: Bool, _ left: NumberBlock, _ right: NumberBlock) -> NumberBlock {
        computed(left, right) { $0.extreme(smaller: smaller, $1, $2) }
    }

    func mapOneByOne(_ operation: (FixedDecimal) -> FixedDecimal?) -> NumberBlock {
        NumberBlock((0..<count).map { row in isMissing(row) ? nil : operation(self[row]) })
    }

    /// What an operator on two blocks puts in place.
    static func computed(
        _ first: NumberBlock, _ second: NumberBlock,
        _ operation: (inout PeopleNumbers, PeopleNumbers, PeopleNumbers) -> Void
    ) -> NumberBlock {
        computed(first, second, second) { result, first, second, _ in operation(&result, first, second) }
    }

    /// Blocks are put in memory for a moment.
    private static func computed(
        _ first: NumberBlock, _ second: NumberBlock, _ third: NumberBlock,
        _ operation: (inout PeopleNumbers, PeopleNumbers, PeopleNumbers, PeopleNumbers) -> Void
    ) -> NumberBlock {
        let count = first.count
        return withUnsafeTemporaryAllocation(of: Int64.self, capacity: 4 * count) { narrow in
            withUnsafeTemporaryAllocation(of: Int128.self, capacity: 4 * count) { wide -> NumberBlock in
                guard let narrow = narrow.baseAddress, let wide = wide.baseAddress else { return first }
                let numbers = [nil, first, second, third].enumerated().map { place, block in
                    var numbers = PeopleNumbers(
                        count: count, narrow: narrow + place * count, wide: wide + place * count)
                    if let block { numbers.load(block) }
                    return numbers
                }
                var result = numbers[0]
                operation(&result, numbers[1], numbers[2], numbers[3])
                return NumberBlock(result)
            }
        }
    }
}

/// Yes or no for each of some people, or no answer.
struct FlagBlock: Sendable {
    var flags: [Bool]
    /// Who has no answer; `nil` when everybody has.
    var missing: [Bool]?

    init(_ flags: [Bool], missing: [Bool]? = nil) {
        self.flags = flags
        self.missing = missing.flatMap { $0.contains(true) ? $0 : nil }
    }

    /// What a condition's numbers say.
    init(_ numbers: NumberBlock) {
        self.init((0..<numbers.count).map { !numbers.isZero($0) }, missing: numbers.missing)
    }

    /// The answers as numbers.
    var numbers: NumberBlock { NumberBlock(.narrow(flags.map { $0 ? 1 : 0 }, scale: 0), missing: missing) }

    func isMissing(_ row: Int) -> Bool { missing?[row] ?? false }
}

extension FixedDecimal {
    /// The number with as few decimal places as it needs.
    var shortest: (units: Int128, scale: Int) {
        if raw == 0 { return (0, 0) }
        // Most numbers are whole or have a few places: halves of what is left are tried first.
        var units = raw
        var scale = Self.scale
        for (step, power) in [(8, Int128(100_000_000)), (4, 10_000), (2, 100), (1, 10)] {
            while scale >= step, units % power == 0 {
                units /= power
                scale -= step
            }
        }
        return (units, scale)
    }
}
