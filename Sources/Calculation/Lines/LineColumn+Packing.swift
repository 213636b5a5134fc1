public import Company

extension LineColumn {
    /// The values of a column in the order of rows.
    ///
    /// - Parameters:
    ///   - values: The column; `empty` stands for "none" in it.
    ///   - rows: For each line the place of its value in the column.
    init<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
        gathering values: [Value], empty: Value, rows: FlatColumn<Int32>
    ) {
        self.init(values, empty, count: rows.count) { Int(rows.base[$0]) }
    }

    /// The numbers of a column of events as they are.
    public init(packing column: EventColumn) {
        switch column {
        case .day(let days): self.init(packing: days, EventColumn.emptyDay)
        case .decimal(let numbers, _): self.init(packing: numbers, EventColumn.emptyNumber)
        case .text(let codes, _), .record(let codes): self.init(packing: codes, EventColumn.emptyCode)
        case .flag(let flags): self.init(packing: flags, EventColumn.emptyFlag)
        }
    }

    /// A column of events with these numbers; the inverse of ``init(packing:)``.
    ///
    /// - Parameter shape: The column without rows.
    public func unpacked(as shape: EventColumn) -> EventColumn {
        switch shape {
        case .day: .day(unpacked(EventColumn.emptyDay))
        case .decimal(_, let scale): .decimal(unpacked(EventColumn.emptyNumber), scale: scale)
        case .text(_, let dictionary): .text(unpacked(EventColumn.emptyCode), dictionary: dictionary)
        case .record: .record(unpacked(EventColumn.emptyCode))
        case .flag: .flag(unpacked(EventColumn.emptyFlag))
        }
    }

    private init<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(packing values: [Value], _ empty: Value) {
        self.init(values, empty, count: values.count) { $0 }
    }

    private func unpacked<Value: FixedWidthInteger>(_ empty: Value) -> [Value] {
        switch stored {
        case .one(let column): unpacked(column, empty)
        case .two(let column): unpacked(column, empty)
        case .four(let column): unpacked(column, empty)
        case .eight(let column): unpacked(column, empty)
        }
    }

    private func unpacked<Narrow: FixedWidthInteger, Value: FixedWidthInteger>(
        _ column: FlatColumn<Narrow>, _ empty: Value
    ) -> [Value] {
        [Value](unsafeUninitializedCapacity: column.count) { target, count in
            for position in 0..<column.count {
                let stored = column.base[position]
                let value = Value(truncatingIfNeeded: base &+ Int64(truncatingIfNeeded: stored))
                target.initializeElement(at: position, to: stored == Narrow.min && mayBeEmpty ? empty : value)
            }
            count = column.count
        }
    }

    @inline(__always)
    private init<Value: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ values: [Value], _ empty: Value, count: Int, _ place: (Int) -> Int
    ) {
        let (range, mayBeEmpty) = Self.range(of: values, empty)
        let (span, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        // Around the middle, so that a width's whole range is used; the lowest number is left for "none".
        let base = overflow ? 0 : range.lowerBound + span / 2 + span % 2
        func packed<Narrow: FixedWidthInteger & BitwiseCopyable & Sendable>(_ width: Narrow.Type, _ base: Int64)
            -> FlatColumn<Narrow>
        {
            FlatColumn(count: count) { target in
                values.withUnsafeBufferPointer { values in
                    for position in 0..<count {
                        let value = values[place(position)]
                        target[position] =
                            value == empty
                            ? Narrow.min : Narrow(truncatingIfNeeded: Int64(truncatingIfNeeded: value) &- base)
                    }
                }
            }
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

    private static func range<Value: FixedWidthInteger>(
        of values: [Value], _ empty: Value
    ) -> (range: ClosedRange<Int64>, mayBeEmpty: Bool) {
        var (least, most) = (Value.max, Value.min)
        var mayBeEmpty = false
        for value in values {
            let isEmpty = value == empty
            mayBeEmpty = mayBeEmpty || isEmpty
            least = min(least, isEmpty ? Value.max : value)
            most = max(most, isEmpty ? Value.min : value)
        }
        return least > most ? (0...0, mayBeEmpty) : (Int64(least)...Int64(most), mayBeEmpty)
    }
}
