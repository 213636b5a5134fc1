extension RecordedColumns {
    /// The values after rows of their table have changed, left or come in.
    ///
    /// Every value names the line of its row; the first row of a kept table stands in line 2.
    ///
    /// - Parameter news: The values of the rows that came or changed, with the same numbers of metrics and subjects.
    func edited(_ edits: EventEdits, _ news: RecordedColumns) -> RecordedColumns? {
        let gone = Set(edits.changed.map(\.row)).union(edits.left)
        let newsCount = (news.lines.max() ?? 1) - 1
        let numbers = edits.numbersOfNews(Int(max(newsCount, edits.lastNews + 1)))
        var rows: [Row] = units.indices.compactMap { place in
            let row = lines[place] - 2
            return gone.contains(row) ? nil : Row(columns: self, place: place, line: edits.number(of: row) + 2)
        }
        for place in news.units.indices {
            let row = Int(news.lines[place]) - 2
            guard numbers.indices.contains(row), numbers[row] >= 0 else { return nil }
            rows.append(Row(columns: news, place: place, line: numbers[row] + 2))
        }
        return RecordedColumns(rows.sorted { $0.line < $1.line })
    }

    /// A value out of some columns.
    private struct Row {
        let columns: RecordedColumns
        let place: Int
        /// The line that it has now.
        let line: Int32

        var label: String { columns.periodLabels[Int(columns.periods[place])] }

        func note(_ number: Int) -> String { columns.texts[Int(columns.notes[3 * place + number])] }
    }

    private init?(_ rows: [Row]) {
        var labels = TextNumbers()
        var texts = TextNumbers()
        let periods = rows.map { labels.number(of: $0.label) }
        let notes = rows.flatMap { row in (0..<3).map { texts.number(of: row.note($0)) } }
        self.init(
            metrics: rows.map { $0.columns.metrics[$0.place] }, subjects: rows.map { $0.columns.subjects[$0.place] },
            periods: periods, periodLabels: labels.texts, units: rows.map { $0.columns.units[$0.place] }, notes: notes,
            lines: rows.map(\.line), texts: texts.texts)
    }
}

extension EventEdits {
    /// The last row of the news that is among the edits; -1 when none is.
    var lastNews: Int32 { max(changed.map(\.news).max() ?? -1, came.map(\.news).max() ?? -1) }
}
