internal import Company
internal import Messages
internal import Storage

/// Files whose rows have their numbers as ids: a row put in at the top would make each a row that is known already, with the cells
/// of another.
extension CompanyReader.Incoming {
    /// Refuses such files that have come in before and have done anything but grow at their end.
    mutating func refuseMovedRows(source: String, _ kept: ReadTransaction) throws {
        for (path, kind) in rowNumbered.sorted(by: { $0.key < $1.key }) {
            guard let place = tables.firstIndex(where: { $0.kind == kind }) else { continue }
            let before = try kept.tables { $0 == kind && $1 == source }.flatMap { $0.cells(ofFile: path) }
            let now = Dictionary(tables[place].plain.cells(ofFile: path)) { first, _ in first }
            guard let moved = before.first(where: { now[$0.key] != $0.cells }) else { continue }
            diagnostics.append(Self.moved(path, moved.key))
            rejected[kind, default: 0] += now.count
            tables[place] = tables[place].without(Set(now.keys))
            isWhole = false
            company = nil
        }
    }

    private static func moved(_ path: String, _ key: String) -> Diagnostic {
        Diagnostic(
            .error, code: "moved-rows", at: Place(file: path),
            LocalizedText(
                en:
                    "the ids of this table are the numbers of its rows, it has come in before, and '\(VisibleText.line(key))' was another row then",
                ru:
                    "id в этой таблице — номера строк, она уже загружалась, и «\(VisibleText.line(key))» тогда была другой строкой"
            ),
            remedy: LocalizedText(
                en:
                    "such a table may only grow at its end; give its rows an id that stays ('id: [date, client, amount]'), and take it in as complete, so that the old rows are cancelled",
                ru:
                    "такая таблица может расти только с конца; дайте строкам постоянный id («id: [date, client, amount]») и загрузите её как полную, чтобы старые строки отменились"
            ))
    }
}

extension PlainTable {
    /// The rows whose ids are numbers of rows of a file: their cells by name, those that hold something.
    fileprivate func cells(ofFile path: String) -> [(key: String, cells: [String: String])] {
        rows.filter { $0.key.hasPrefix(path + ":") }.map { row in
            let filled = zip(columns, row.cells).filter { !$1.isEmpty }
            return (row.key, Dictionary(filled.map { ($0, $1) }) { first, _ in first })
        }
    }
}
