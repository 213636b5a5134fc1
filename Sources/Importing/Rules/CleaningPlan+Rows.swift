extension CleaningPlan {
    /// The rows that the rules leave out, whatever they look like; each with its place.
    ///
    /// - Returns: the columns that are not there, and the places.
    func skipped() -> (missing: [String], places: Set<Int>) {
        var missing: [String] = []
        var places: Set<Int> = []
        for (name, texts) in rules.skip.sorted(by: { $0.key < $1.key }) {
            guard let column = column(called: name) else {
                missing.append(name)
                continue
            }
            let wanted = Set(texts.map(PlainSpelling.folded))
            for (place, row) in table.rows.enumerated()
            where wanted.contains(PlainSpelling.folded(row[column.index].plainText)) { places.insert(place) }
        }
        return (missing, places)
    }

    /// The rows with the empty cells of a column filled from other rows that are read.
    ///
    /// - Parameter isEmpty: whether a text means nothing.
    func filled(_ column: Int, _ fill: TableRules.Fill, where isEmpty: (Cell) -> Bool) -> RawTable {
        var rows = table.rows
        var last: Cell?
        let order: [Int] =
            switch fill {
            case .down: body
            case .up: body.reversed()
            }
        for place in order {
            let cell = rows[place][column]
            if !isEmpty(cell) {
                last = cell
            } else if let last {
                let others = rows[place].cells.filter { $0.column != column }
                rows[place].cells = (others + [SheetCell(column: column, value: last)]).sorted { $0.column < $1.column }
            }
        }
        return RawTable(rows: rows, origin: table.origin)
    }
}
