public import Company
internal import Synchronization

extension LineColumn {
    /// The rows of a column of events as they are, packed on as many threads as are asked for.
    ///
    /// Every width is named here, so that the loops over millions of rows are compiled for it.
    public init(packing column: EventColumn, threads: Int) {
        switch column {
        case .day(let days): self.init(days, EventColumn.emptyDay, threads)
        case .decimal(let numbers, _): self.init(numbers, EventColumn.emptyNumber, threads)
        case .text(let codes, _), .record(let codes): self.init(codes, EventColumn.emptyCode, threads)
        case .flag(let flags): self.init(flags, EventColumn.emptyFlag, threads)
        }
    }

    /// The column of events that was packed; kind, decimal places and texts are those of `column`.
    public func unpacked(as column: EventColumn, threads: Int = 1) -> EventColumn {
        switch column {
        case .day: .day(unpacked(empty: EventColumn.emptyDay, threads))
        case .decimal(_, let scale): .decimal(unpacked(empty: EventColumn.emptyNumber, threads), scale: scale)
        case .text(_, let dictionary): .text(unpacked(empty: EventColumn.emptyCode, threads), dictionary: dictionary)
        case .record: .record(unpacked(empty: EventColumn.emptyCode, threads))
        case .flag: .flag(unpacked(empty: EventColumn.emptyFlag, threads))
        }
    }

    private func unpacked<Value: FixedWidthInteger & Sendable>(empty: Value, _ threads: Int) -> [Value] {
        switch stored {
        case .one(let column): unpacked(column, empty, threads)
        case .two(let column): unpacked(column, empty, threads)
        case .four(let column): unpacked(column, empty, threads)
        case .eight(let column): unpacked(column, empty, threads)
        }
    }

    private func unpacked<Narrow: FixedWidthInteger, Value: FixedWidthInteger & Sendable>(
        _ column: FlatColumn<Narrow>, _ empty: Value, _ threads: Int
    ) -> [Value] {
        [Value](unsafeUninitializedCapacity: column.count) { target, count in
            // Every part is written by one thread.
            nonisolated(unsafe) let target = target
            Parallel.divide(column.count, threads: threads) { part in
                for position in part {
                    let stored = column.base[position]
                    let value = Value(truncatingIfNeeded: base &+ Int64(truncatingIfNeeded: stored))
                    target.initializeElement(at: position, to: stored == Narrow.min && mayBeEmpty ? empty : value)
                }
            }
            count = column.count
        }
    }

    private init<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ values: [Value], _ empty: Value, _ threads: Int
    ) {
        let (range, mayBeEmpty) = Self.range(of: values, empty, threads)
        let (span, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        // Around the middle, so that a width's whole range is used; the lowest number is left for "none".
        let base = overflow ? 0 : range.lowerBound + span / 2 + span % 2
        func packed<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>(_ width: Narrow.Type, _ base: Int64)
            -> FlatColumn<Narrow>
        {
            Self.packed(values, empty, base: base, threads)
        }
        let stored: Stored
        switch overflow ? Int64.max : span {
        case ..<254: stored = .one(packed(Int8.self, base))
        case ..<65_534: stored = .two(packed(Int16.self, base))
        case ..<4_294_967_294: stored = .four(packed(Int32.self, base))
        default:
            self.init(.eight(packed(Int64.self, 0)), base: 0, mayBeEmpty: mayBeEmpty, range: range)
            return
        }
        self.init(stored, base: base, mayBeEmpty: mayBeEmpty, range: range)
    }

    private static func packed<
        Value: FixedWidthInteger & Sendable, Narrow: FixedWidthInteger & BitwiseCopyable & Sendable
    >(
        _ values: [Value], _ empty: Value, base: Int64, _ threads: Int
    ) -> FlatColumn<Narrow> {
        @inline(__always) @Sendable
        func narrowed(_ value: Value) -> Narrow {
            value == empty ? Narrow.min : Narrow(truncatingIfNeeded: Int64(truncatingIfNeeded: value) &- base)
        }
        return FlatColumn(count: values.count) { target in
            values.withUnsafeBufferPointer { values in
                // Every part of the lines is written by one thread.
                nonisolated(unsafe) let (target, values) = (target, values)
                Parallel.divide(target.count, threads: threads) { part in
                    for row in part { target[row] = narrowed(values[row]) }
                }
            }
        }
    }

    private static func range<Value: FixedWidthInteger & Sendable>(
        of values: [Value], _ empty: Value, _ threads: Int
    ) -> (range: ClosedRange<Int64>, mayBeEmpty: Bool) {
        let found = Mutex((least: Value.max, most: Value.min, mayBeEmpty: false))
        Parallel.divide(values.count, threads: threads) { part in
            var (least, most) = (Value.max, Value.min)
            var mayBeEmpty = false
            for value in values[part] {
                let isEmpty = value == empty
                mayBeEmpty = mayBeEmpty || isEmpty
                least = min(least, isEmpty ? Value.max : value)
                most = max(most, isEmpty ? Value.min : value)
            }
            found.withLock {
                $0 = (min($0.least, least), max($0.most, most), $0.mayBeEmpty || mayBeEmpty)
            }
        }
        let (least, most, mayBeEmpty) = found.withLock { $0 }
        return least > most ? (0...0, mayBeEmpty) : (Int64(least)...Int64(most), mayBeEmpty)
    }
}
