internal import Quantities

/// A number for each of some people, or none.
///
/// Narrow while it can be: `Int64` in units of 10^-scale. What does not fit goes on as decimals of 128 bits; both ways give
/// the same numbers, those of ``FixedDecimal``.
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

    /// The same number for everybody.
    init(_ number: FixedDecimal, count: Int) {
        let (units, scale) = number.shortest
        if let narrow = Int64(exactly: units) {
            self.init(.narrow([Int64](repeating: narrow, count: count), scale: scale))
        } else {
            self.init(.wide([Int128](repeating: number.raw, count: count)))
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
        narrowed(Self.commonScale(wide))
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

    private static func commonScale(_ numbers: [Int128]) -> Int {
        var scale = 0
        for number in numbers where number != 0 {
            scale = max(scale, FixedDecimal(raw: number).shortest.scale)
            if scale == FixedDecimal.scale { break }
        }
        return scale
    }

    private mutating func narrowed(_ scale: Int) {
        guard case .wide(let numbers) = numbers else { return }
        let unit = PowersOfTen.rawUnits(places: scale)
        var narrow: [Int64] = []
        narrow.reserveCapacity(numbers.count)
        for number in numbers {
            guard let units = Int64(exactly: number / unit) else { return }
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

    /// Two blocks as narrow numbers with as many decimal places, where that is possible.
    static func aligned(_ left: NumberBlock, _ right: NumberBlock) -> (left: [Int64], right: [Int64], scale: Int)? {
        guard case .narrow(let first, let one) = left.numbers, case .narrow(let second, let other) = right.numbers
        else { return nil }
        if one == other { return (first, second, one) }
        let scale = max(one, other)
        guard let scaledLeft = left.narrow(scale: scale), let scaledRight = right.narrow(scale: scale) else {
            return nil
        }
        return (scaledLeft, scaledRight, scale)
    }

    static func missing(_ left: [Bool]?, _ right: [Bool]?) -> [Bool]? {
        guard let left else { return right }
        guard let right else { return left }
        return zip(left, right).map { $0 || $1 }
    }
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
