internal import Periods

/// What has become of the events of a kind since their table was laid out: rows that are other now, rows that have left, and rows
/// that have come in.
///
/// Rows stand in the order in which they were first recorded, so one that leaves moves all behind it up, and one that comes in
/// mostly comes last. What the events are now is said by the rows of another table, the *news*.
public struct EventEdits: Sendable {
    /// A row of the news that stands in place of an old one.
    public struct Changed: Hashable, Sendable {
        /// The old number of the row.
        public var row: Int32
        /// The row of the news.
        public var news: Int32

        /// Makes a pair.
        public init(row: Int32, news: Int32) {
            self.row = row
            self.news = news
        }
    }

    /// A row of the news that was not there.
    public struct Came: Hashable, Sendable {
        /// Before which old row it stands; the number of old rows when it comes last.
        public var before: Int32
        /// The row of the news.
        public var news: Int32

        /// Makes a pair.
        public init(before: Int32, news: Int32) {
            self.before = before
            self.news = news
        }
    }

    /// How many rows there were.
    public let oldCount: Int
    /// Rows that are other now, by their old numbers, rising.
    public let changed: [Changed]
    /// The old numbers of rows that have left, rising.
    public let left: [Int32]
    /// Rows that have come in, in their order.
    public let came: [Came]

    /// Names edits.
    public init(oldCount: Int, changed: [Changed] = [], left: [Int32] = [], came: [Came] = []) {
        self.oldCount = oldCount
        self.changed = changed
        self.left = left
        self.came = came
    }

    /// How many rows there are now.
    public var count: Int { oldCount - left.count + came.count }

    /// Whether the rows that stay keep their numbers.
    public var keepsNumbers: Bool { left.isEmpty && came.allSatisfy { Int($0.before) == oldCount } }

    /// The number that a row has now which stays.
    public func number(of old: Int32) -> Int32 {
        if keepsNumbers { return old }
        let gone = left.indices.partitioningIndex { left[$0] >= old }
        let more = came.indices.partitioningIndex { came[$0].before > old }
        return old - Int32(truncatingIfNeeded: gone) + Int32(truncatingIfNeeded: more)
    }

    /// By row of the news the number that it has now; ``EventColumn/emptyCode`` for one that is none of these.
    public func numbersOfNews(_ newsCount: Int) -> [Int32] {
        var numbers = [Int32](repeating: EventColumn.emptyCode, count: newsCount)
        for pair in changed { numbers[Int(pair.news)] = number(of: pair.row) }
        for (place, pair) in came.enumerated() {
            let gone = left.indices.partitioningIndex { left[$0] >= pair.before }
            numbers[Int(pair.news)] = pair.before - Int32(truncatingIfNeeded: gone) + Int32(truncatingIfNeeded: place)
        }
        return numbers
    }

    /// The values of rows after the edits.
    ///
    /// - Parameters:
    ///   - old: The values of the old rows.
    ///   - news: The values of the news.
    func edited<Value>(_ old: [Value], _ news: [Value]) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        var next = 0
        var changed = changed[...]
        var left = left[...]
        func keep(until end: Int) {
            while next < end {
                let change = changed.first.map { Int($0.row) } ?? end
                let leave = left.first.map { Int($0) } ?? end
                let stop = Swift.min(end, change, leave)
                values += old[next..<stop]
                next = stop
                if next == end { return }
                if next == leave {
                    left.removeFirst()
                    // A row that has left is none that has changed.
                    if next == change { changed.removeFirst() }
                } else {
                    values.append(news[Int(changed.removeFirst().news)])
                }
                next += 1
            }
        }
        for pair in came {
            keep(until: Int(pair.before))
            values.append(news[Int(pair.news)])
        }
        keep(until: oldCount)
        return values
    }
}
