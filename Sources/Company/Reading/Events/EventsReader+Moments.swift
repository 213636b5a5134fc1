internal import Messages
internal import Periods

/// Cells that hold a day with its minute, which become two columns.
extension EventsReader {
    /// Appends the days of moments, and their minutes behind them.
    func append(
        moments cells: KeyColumn, _ field: Field, _ table: ColumnTable, _ file: SourceFile,
        to target: inout EventTable, _ index: Int
    ) {
        var days: [Int32] = []
        var minutes: [Int64] = []
        for row in 0..<cells.count {
            let moment = moment(cells[row], field, tables.place(file, line: table.lineNumbers[row]))
            days.append(moment?.day.number ?? EventColumn.emptyDay)
            minutes.append(moment.map { Int64($0.minute) } ?? EventColumn.emptyNumber)
        }
        _ = target.columns[index].append(.day(days))
        _ = target.columns[index + 1].append(.decimal(DecimalColumn(values: minutes, scale: 0)))
    }

    /// A moment; a day without a time is its beginning.
    private func moment(_ text: String, _ field: Field, _ place: Place) -> CivilMoment? {
        if text.isEmpty { return nil }
        if let moment = CivilMoment(parsing: text)
            ?? CivilDay(parsing: text).flatMap({ CivilMoment(day: $0, minute: 0) })
        {
            return moment
        }
        findings.report(
            "not-a-moment", at: place,
            LocalizedText(
                en: "'\(field.name)' is '\(text)', which is no day with a time",
                ru: "в «\(field.name)» стоит «\(text)» — это не дата со временем"),
            remedy: LocalizedText(en: "write 2026-01-31 14:30", ru: "пишите 2026-01-31 14:30"), cell: text)
        return nil
    }
}
