internal import Formulas
internal import Messages

/// Takes tables as they are read and turns them into what is kept.
final class TableShelf {
    /// The tables by kind.
    private(set) var tables: [String: IncomingTable] = [:]
    /// What was wrong with cells and rows, whatever the other tables hold.
    private(set) var diagnostics: [Diagnostic] = []
    /// How many rows were set aside, by kind.
    private(set) var rejected: [String: Int] = [:]
    private var known: [String: KnownKeys] = [:]

    /// Puts a table beside the others of its kind; a row whose key is there already is set aside.
    ///
    /// A person may hold one position in one unit twice from one day, half his time under each of two managers, or have two shares of
    /// one event. The second such row is then known as the second; whether the shares fit is seen when all rows are read together.
    func put(_ reading: TableReading, _ columns: [TableSchema.Column], kind: String) {
        diagnostics += reading.diagnostics
        if reading.table.rejectedRows > 0 { rejected[kind, default: 0] += reading.table.rejectedRows }
        var table = tables.removeValue(forKey: kind) ?? IncomingTable(kind: kind, columns)
        var keys = known.removeValue(forKey: kind) ?? KnownKeys()
        table.add(
            reading.table, known: &keys, isAlikeAllowed: kind == "assignments" || Self.areShares(table.columns)
        ) { key, place, first in refuse(key, kind, at: place, first: first) }
        tables[kind] = table
        known[kind] = keys
    }

    /// Whether rows are shares of events: the event, a person, the share.
    private static func areShares(_ columns: [String]) -> Bool {
        columns.count == 3 && Set(columns).isSuperset(of: ["person", "share"])
    }

    private func refuse(_ key: String, _ kind: String, at place: String, first: String) {
        rejected[kind, default: 0] += 1
        let name = key.replacing("\u{1F}", with: ", ")
        diagnostics.append(
            Diagnostic(
                .error, code: "duplicate-row", at: Place(row: place),
                LocalizedText(
                    en: "'\(name)' (\(kind)) is there already, at \(first)",
                    ru: "«\(name)» (\(kind)) уже есть: \(first)"),
                remedy: .idOfEachRow))
    }
}

extension Place {
    /// The place that a row notes as `file:line`.
    init(row place: String) {
        let colon = place.lastIndex(of: ":") ?? place.endIndex
        self.init(file: String(place[..<colon]), line: Int(place[colon...].dropFirst()) ?? 0)
    }
}
