internal import Company

/// Integers of lines, as narrow as they come: what is read for every event should be few bytes.
///
/// A value is `base` + what is stored; the lowest number of the width stands for "none".
public struct LineColumn: Sendable {
    /// What is stored, by width.
    public enum Stored: Sendable {
        case one(FlatColumn<Int8>)
        case two(FlatColumn<Int16>)
        case four(FlatColumn<Int32>)
        case eight(FlatColumn<Int64>)
    }

    /// What is stored.
    public let stored: Stored
    /// What is added to each stored number.
    public let base: Int64
    /// Whether some value may be missing.
    public let mayBeEmpty: Bool
    /// Between which numbers the values lie.
    public let range: ClosedRange<Int64>

    /// Stands for "none" among the values.
    public static let empty = EventColumn.emptyNumber

    /// Makes a column of what a file holds.
    public init(_ stored: Stored, base: Int64, mayBeEmpty: Bool, range: ClosedRange<Int64>) {
        self.stored = stored
        self.base = base
        self.mayBeEmpty = mayBeEmpty
        self.range = range
    }

    /// A column without a value in any line.
    public static func missing(_ count: Int) -> LineColumn {
        LineColumn(
            .one(FlatColumn([Int8](repeating: .min, count: count))), base: 0, mayBeEmpty: true, range: 0...0)
    }

    /// Between which numbers values are expected to lie that are put in place of others or come in addition: as far beyond the
    /// others as one of them is from zero or from another, and 1 024 more.
    var expectedRange: ClosedRange<Int64> {
        let (span, tooWide) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        guard !tooWide, range.lowerBound > Self.empty else { return range }
        let reach = max(span, -range.lowerBound, range.upperBound)
        let (room, tooMuch) = reach.addingReportingOverflow(1024)
        let (least, below) = range.lowerBound.subtractingReportingOverflow(room)
        let (most, above) = range.upperBound.addingReportingOverflow(room)
        return tooMuch || below || above || least == Self.empty ? range : least...most
    }

    /// The values of a stretch.
    func values(_ lines: Range<Int>) -> [Int64] {
        [Int64](unsafeUninitializedCapacity: lines.count) { target, count in
            if let start = target.baseAddress { load(lines, into: start) }
            count = lines.count
        }
    }

    /// The positions of some values, rising.
    public func positions(of values: Set<Int64>) -> [Int] {
        var positions: [Int] = []
        let part = 1 << 12
        for start in stride(from: 0, to: count, by: part) {
            let lines = start..<min(count, start + part)
            for (offset, value) in self.values(lines).enumerated() where values.contains(value) {
                positions.append(start + offset)
            }
        }
        return positions
    }

    /// How many values there are.
    public var count: Int {
        switch stored {
        case .one(let column): column.count
        case .two(let column): column.count
        case .four(let column): column.count
        case .eight(let column): column.count
        }
    }

    /// Writes the values of a stretch, which must lie inside the column.
    func load(_ range: Range<Int>, into target: UnsafeMutablePointer<Int64>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a stretch outside of the column")
        switch stored {
        case .one(let column): widen(column.base + range.lowerBound, range.count, target)
        case .two(let column): widen(column.base + range.lowerBound, range.count, target)
        case .four(let column): widen(column.base + range.lowerBound, range.count, target)
        case .eight(let column): widen(column.base + range.lowerBound, range.count, target)
        }
    }

    private func widen<Narrow: FixedWidthInteger>(
        _ source: UnsafePointer<Narrow>, _ count: Int, _ target: UnsafeMutablePointer<Int64>
    ) {
        if mayBeEmpty {
            for index in 0..<count {
                let value = source[index]
                target[index] = value == Narrow.min ? Self.empty : base &+ Int64(truncatingIfNeeded: value)
            }
        } else {
            for index in 0..<count { target[index] = base &+ Int64(truncatingIfNeeded: source[index]) }
        }
    }

    /// One value.
    public subscript(position: Int) -> Int64 {
        switch stored {
        case .one(let column): value(column[position])
        case .two(let column): value(column[position])
        case .four(let column): value(column[position])
        case .eight(let column): value(column[position])
        }
    }

    private func value<Narrow: FixedWidthInteger>(_ stored: Narrow) -> Int64 {
        mayBeEmpty && stored == Narrow.min ? Self.empty : base &+ Int64(truncatingIfNeeded: stored)
    }
}
