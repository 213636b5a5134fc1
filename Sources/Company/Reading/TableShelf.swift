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

    /// Puts a table beside the others of its kind; a row whose key is there already is set aside.
    func put(_ reading: TableReading, _ columns: [TableSchema.Column], kind: String) {
        diagnostics += reading.diagnostics
        if reading.table.rejectedRows > 0 { rejected[kind, default: 0] += reading.table.rejectedRows }
        var table = PlainTable(kind: kind, columns, reading.table)
        table.rows = table.rows.filter { row in
            let first = places.updateValue(row.place, forKey: FaultyRow(kind: kind, key: row.key))
            if let first { refuse(row, kind, first: first) }
            return first == nil
        }
        if tables[kind]?.rows.append(contentsOf: table.rows) == nil { tables[kind] = table }
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
                remedy: LocalizedText(en: "keep one of them", ru: "оставьте одну строку")))
    }
}

extension Place {
    /// The place that a row notes as `file:line`.
    init(row place: String) {
        let colon = place.lastIndex(of: ":") ?? place.endIndex
        self.init(file: String(place[..<colon]), line: Int(place[colon...].dropFirst()) ?? 0)
    }
}
