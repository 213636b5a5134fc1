/// The columns of an event table by the index of their field; one that lies in a file is loaded when somebody asks for its
/// rows.
public struct EventColumns: RandomAccessCollection, Sendable {
    private struct Slot: Sendable {
        /// The column; of one that is still in its file only what is known without its rows and texts.
        var own: EventColumn
        var stored: StoredColumn?
    }

    private var slots: [Slot]

    init(_ columns: [EventColumn]) {
        slots = columns.map { Slot(own: $0) }
    }

    /// Columns that lie in a file.
    public init(_ columns: [StoredColumn]) {
        slots = columns.map { Slot(own: $0.bare, stored: $0) }
    }

    /// The first index.
    public var startIndex: Int { 0 }
    /// How many columns there are.
    public var endIndex: Int { slots.count }

    /// A column with its rows.
    public internal(set) subscript(index: Int) -> EventColumn {
        get { slots[index].stored?.rows.value ?? slots[index].own }
        _modify {
            if let stored = slots[index].stored {
                slots[index] = Slot(own: stored.rows.value)
            }
            yield &slots[index].own
        }
    }

    /// A column for those who need no rows: its kind, the places of its decimals, the texts of its dictionary.
    public func shape(of index: Int) -> EventColumn {
        slots[index].stored?.shape.value ?? slots[index].own
    }

    /// As ``shape(of:)``, perhaps without the texts.
    public func bare(_ index: Int) -> EventColumn {
        slots[index].own
    }

    /// Whether a column is the one that lies in its file.
    public func isStored(_ index: Int) -> Bool {
        slots[index].stored != nil
    }

    /// The first and the last day of a column of days; `nil` when it has none.
    public func days(of index: Int) -> ClosedRange<Int32>? {
        if let stored = slots[index].stored { return stored.days }
        guard case .day(let days) = slots[index].own else { return nil }
        return EventColumn.bounds(of: days)
    }

    mutating func append(_ column: EventColumn) {
        slots.append(Slot(own: column))
    }
}

/// A column of an event table that lies in a file.
public struct StoredColumn: Sendable {
    /// The column without rows and texts.
    let bare: EventColumn
    /// The column without rows.
    let shape: Once<EventColumn>
    /// The first and the last day of a column of days.
    let days: ClosedRange<Int32>?
    /// The whole column.
    let rows: Once<EventColumn>

    /// Describes a column.
    ///
    /// - Parameters:
    ///   - bare: The column without rows and texts.
    ///   - shape: Loads the texts.
    ///   - days: The first and the last day of a column of days; `nil` when it has none.
    ///   - rows: Loads the column.
    public init(
        bare: EventColumn, shape: @escaping @Sendable () -> EventColumn, days: ClosedRange<Int32>?,
        rows: @escaping @Sendable () -> EventColumn
    ) {
        self.bare = bare
        self.shape = Once(shape)
        self.days = days
        self.rows = Once(rows)
    }
}

extension EventColumn {
    /// The first and the last of some days; `nil` when all are empty.
    static func bounds(of days: [Int32]) -> ClosedRange<Int32>? {
        var first = Int32.max
        var last = Int32.min
        for day in days where day != emptyDay {
            first = min(first, day)
            last = max(last, day)
        }
        return first <= last ? first...last : nil
    }
}
