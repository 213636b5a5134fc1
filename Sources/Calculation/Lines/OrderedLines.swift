/// Lines by person, then by day, then as they were read, and how what is known of events comes into that order.
struct OrderedLines: Sendable {
    /// Where each person's lines begin; one more than people.
    let offsets: [Int]
    /// The event's row.
    let rows: FlatColumn<Int32>
    /// The day; ``EventColumn/emptyDay`` comes first.
    let days: FlatColumn<Int32>
    /// The credited share in 10^-9; `nil` when every event is credited whole.
    let shares: FlatColumn<Int32>?
    /// Where the lines come from.
    let places: LinePlaces

    /// A field of the events in the order of the lines.
    func ordered(_ column: LineColumn, threads: Int) -> LineColumn {
        let stored: LineColumn.Stored =
            switch column.stored {
            case .one(let values): .one(places.ordered(values, threads: threads))
            case .two(let values): .two(places.ordered(values, threads: threads))
            case .four(let values): .four(places.ordered(values, threads: threads))
            case .eight(let values): .eight(places.ordered(values, threads: threads))
            }
        return LineColumn(stored, base: column.base, mayBeEmpty: column.mayBeEmpty, range: column.range)
    }
}

/// Which row each line comes from and where it goes, in the order in which lines were read.
///
/// To put values where they go is three times as fast as to fetch them from where they are: lines that follow each other as they
/// were read go to a place for each person, and so many places are near enough to a processor; where a person's lines come
/// from is spread over the whole column.
struct LinePlaces: Sendable {
    /// The event's row of each line.
    let rows: FlatColumn<Int32>
    /// The place of each line.
    let places: FlatColumn<UInt32>

    /// The event's row of each line, at its place.
    func orderedRows(threads: Int) -> FlatColumn<Int32> { ordered(threads: threads) { line, _ in rows.base[line] } }

    /// The values of rows, for each line at its place.
    func ordered<Value: BitwiseCopyable & Sendable>(_ values: FlatColumn<Value>, threads: Int) -> FlatColumn<Value> {
        ordered(threads: threads) { _, row in values.base[row] }
    }

    @inline(__always)
    private func ordered<Value: BitwiseCopyable & Sendable>(
        threads: Int, _ value: @Sendable (_ line: Int, _ row: Int) -> Value
    ) -> FlatColumn<Value> {
        let ordered = FlatRoom<Value>(count: rows.count)
        Parallel.divide(rows.count, threads: threads) { lines in
            for line in lines { ordered.values[Int(places.base[line])] = value(line, Int(rows.base[line])) }
        }
        return ordered.written()
    }
}
