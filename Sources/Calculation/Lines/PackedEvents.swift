internal import Company
internal import Synchronization

/// The columns of a company's events as they lie in a file, for those who can use them without making rows of them.
public struct PackedEvents: Sendable {
    private let column: @Sendable (_ event: Int, _ field: Int) -> LineColumn?

    /// - Parameter column: Gives the column of a field of an event kind, verified; `nil` when it is in no file.
    public init(_ column: @escaping @Sendable (_ event: Int, _ field: Int) -> LineColumn?) {
        self.column = column
    }

    /// The same without the columns of some kinds of events: those that lie in the file are not those of now.
    public func without(_ events: Set<Int>) -> PackedEvents {
        let column = column
        return PackedEvents { event, field in events.contains(event) ? nil : column(event, field) }
    }

    /// A column as it lies in the file, verified; `nil` when it does not lie there.
    public func column(of event: Int, _ field: Int) -> LineColumn? { column(event, field) }

    /// Nothing lies in a file.
    public static let none = PackedEvents { _, _ in nil }

    /// The columns of some fields of an event kind, as far as they lie in a file, got on several threads.
    func columns(_ fields: [Int], of event: Int, threads: Int) -> [Int: LineColumn] {
        let found = Mutex<[Int: LineColumn]>([:])
        let threads = max(1, min(threads, fields.count))
        Parallel.each(threads) { thread in
            for place in stride(from: thread, to: fields.count, by: threads) {
                let packed = column(event, fields[place])
                found.withLock { $0[fields[place]] = packed }
            }
        }
        return found.withLock { $0 }
    }
}

/// The fields of an event kind as lines are laid out of them: packed, or row by row, and in either case those of the file if they
/// lie in one.
struct EventRows {
    private let table: EventTable
    private let packed: [Int: LineColumn]
    private let threads: Int

    /// How many rows there are.
    var count: Int { table.rowCount }

    init(
        _ model: CompanyModel, _ key: LineTable.Key, _ sources: [LineTable.Source], _ packed: PackedEvents, threads: Int
    ) {
        let table = model.events[key.event]
        self.table = table
        self.threads = threads
        var fields: Set = [key.date]
        switch key.credit {
        case .field(let field), .team(let field, _), .split(_, otherwise: .some(let field)): fields.insert(field)
        case .split(_, otherwise: nil), .nobody: break
        }
        for case .field(let field) in sources { fields.insert(field) }
        let stored = fields.filter { table.columns.isStored($0) }
        self.packed = packed.columns(stored.sorted(), of: key.event, threads: threads)
    }

    /// A field, row by row.
    subscript(field: Int) -> EventColumn {
        packed[field].map { $0.unpacked(as: table.columns.bare(field), threads: threads) } ?? table.columns[field]
    }

    /// A field, packed.
    func packed(_ field: Int) -> LineColumn {
        packed[field] ?? LineColumn(packing: table.columns[field], threads: threads)
    }

    /// The decimal places of a field; 0 of what is no number.
    func scale(of field: Int) -> Int {
        if case .decimal(_, let scale) = table.columns.bare(field) { scale } else { 0 }
    }
}
