internal import Formulas

/// Takes tables as they are read and turns them into what is kept.
final class TableShelf {
    /// The tables by kind.
    private(set) var tables: [String: PlainTable] = [:]
    /// What was wrong with cells and rows, whatever the other tables hold.
    private(set) var diagnostics: [Diagnostic] = []
    /// How many rows were set aside, by kind.
    private(set) var rejected: [String: Int] = [:]
    private var places: [FaultyRow: String] = [:]
    /// How many rows there are of one key, where that is allowed.
    private var alike: [FaultyRow: Int] = [:]

    /// Puts a table beside the others of its kind; a row whose key is there already is set aside.
    func put(_ reading: TableReading, _ columns: [TableSchema.Column], kind: String) {
        diagnostics += reading.diagnostics
        if reading.table.rejectedRows > 0 { rejected[kind, default: 0] += reading.table.rejectedRows }
        var table = PlainTable(kind: kind, columns, reading.table)
        if kind == "assignments" || table.holdsShares { countAlike(kind, &table.rows) }
        table.rows = table.rows.filter { row in
            let first = places.updateValue(row.place, forKey: FaultyRow(kind: kind, key: row.key))
            if let first { refuse(row, kind, first: first) }
            return first == nil
        }
        if tables[kind]?.rows.append(contentsOf: table.rows) == nil { tables[kind] = table }
    }

    /// A person may hold one position in one unit twice from one day, half his time under each of two managers, or have two shares of
    /// one event. The second such row is then known as the second; whether the shares fit is seen when all rows are read together.
    private func countAlike(_ kind: String, _ rows: inout [PlainRow]) {
        for index in rows.indices {
            let row = FaultyRow(kind: kind, key: rows[index].key)
            let count = (alike[row] ?? 0) + 1
            alike[row] = count
            if count > 1 { rows[index].key += "\u{1F}\(count)" }
        }
    }

    private func refuse(_ row: PlainRow, _ kind: String, first: String) {
        rejected[kind, default: 0] += 1
        places[FaultyRow(kind: kind, key: row.key)] = first
        let name = row.key.replacing("\u{1F}", with: ", ")
        diagnostics.append(
            Diagnostic(
                .error, code: "duplicate-row", at: Place(row: row.place),
                LocalizedText(
                    en: "'\(name)' (\(kind)) is there already, at \(first)",
                    ru: "«\(name)» (\(kind)) уже есть: \(first)"),
                remedy: .idOfEachRow))
    }
}

extension PlainTable {
    /// Whether its rows are shares of events: the event, a person, the share.
    fileprivate var holdsShares: Bool { columns.count == 3 && Set(columns).isSuperset(of: ["person", "share"]) }
}

extension Place {
    /// The place that a row notes as `file:line`.
    init(row place: String) {
        let colon = place.lastIndex(of: ":") ?? place.endIndex
        self.init(file: String(place[..<colon]), line: Int(place[colon...].dropFirst()) ?? 0)
    }
}
