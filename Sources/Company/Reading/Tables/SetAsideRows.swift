internal import Formulas
internal import Messages

/// The rows of a table that were set aside, as far as others may name them.
enum SetAsideRows {
    /// The table could not be read at all.
    case all
    /// The rows of these identifiers.
    case some(Set<String>)
}

extension TableSource {
    /// Remembers which identifiers a table would have had: whoever names one of them has made no fault of his own.
    func noteSetAside(_ reading: TableReading, _ schema: TableSchema, _ file: SourceFile, _ format: TableFormat) {
        guard let kind = log.kinds[file.path], reading.diagnostics.contains(where: { $0.severity == .error }) else {
            return
        }
        if reading.table.totalRows == 0 {
            log.setAside[kind] = (file.path, .all)
        } else if reading.table.rejectedRows > 0, let column = schema.columns.first(where: { $0.name == "id" }) {
            let ids = TableReader.read(
                file, schema: TableSchema(columns: [column], ignoresUnknownColumns: true), format: format,
                faultLimit: 0, division: options.division)
            guard case .key(let all)? = ids.table.columns["id"], case .key(let kept)? = reading.table.columns["id"]
            else {
                return
            }
            var rest = Set((0..<all.count).map { all[$0] })
            for row in 0..<kept.count { rest.remove(kept[row]) }
            log.setAside[kind] = (file.path, .some(rest))
        }
    }

    /// Whether an identifier is that of a row which was set aside; then the reference to it is only counted.
    ///
    /// - Parameter kinds: The kinds among whose rows it was looked for.
    func isConsequence(_ id: String, _ kinds: [String], at place: Place) -> Bool {
        for kind in kinds {
            guard let (file, rows) = log.setAside[kind] ?? log.setAside[BuiltInKind.tableName(of: kind)] else {
                continue
            }
            let isSetAside = if case .some(let ids) = rows { ids.contains(id) } else { true }
            if isSetAside {
                findings.addConsequence(of: file, at: place)
                return true
            }
        }
        return false
    }
}
