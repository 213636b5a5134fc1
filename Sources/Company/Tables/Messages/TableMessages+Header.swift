import Formulas
internal import Messages

/// What is said about the first row of a table.
extension TableMessages {
    func wrongDelimiter(_ row: FirstRow, _ bytes: [UInt8], _ delimiter: UInt8) -> Diagnostic {
        let (name, written) = Self.words(for: delimiter)
        return Diagnostic(
            code: "wrong-delimiter", at: place(row, bytes),
            LocalizedText(
                en: "the cells of this table are separated by \(name.en)",
                ru: "ячейки этой таблицы разделены \(name.ru)"),
            remedy: Self.entry(of: file, "delimiter: \(written)"))
    }

    func missingColumn(
        _ row: FirstRow, _ bytes: [UInt8], _ name: String, field: String, near: Int?
    ) -> Diagnostic {
        let message = LocalizedText(en: "there is no column '\(name)'", ru: "нет колонки «\(name)»")
        guard let near, row.names.indices.contains(near) else {
            if field == "metric" {
                return Diagnostic(
                    code: "missing-column", at: place(row, bytes), message,
                    remedy: LocalizedText(
                        en: "add it, or name the column that is meant: \(file): {columns: {metric: …}}; "
                            + "when all rows are of one metric: \(file): {constants: {metric: …}}",
                        ru:
                            "добавьте её или назовите колонку, которая имеется в виду: \(file): {columns: {metric: …}}; "
                            + "если все строки об одном показателе: \(file): {constants: {metric: …}}"))
            }
            return Diagnostic(
                code: "missing-column", at: place(row, bytes), message,
                remedy: LocalizedText(
                    en: "add it, or name the column that is meant: \(file): {columns: {\(field): …}}",
                    ru: "добавьте её или назовите колонку, которая имеется в виду: \(file): {columns: {\(field): …}}"))
        }
        let other = row.names[near].text
        let remedy =
            Self.spelling(other, wanted: name)
            ?? LocalizedText(
                en: "is '\(other)' meant? Rename it, or say under 'tables:': \(file): {columns: {\(field): \(other)}}",
                ru: "имеется в виду «\(other)»? Переименуйте её или укажите в «tables:»: "
                    + "\(file): {columns: {\(field): \(other)}}")
        return Diagnostic(code: "missing-column", at: place(row, bytes, cell: near), message, remedy: remedy)
    }

    func missingNumber(_ row: FirstRow, _ bytes: [UInt8], _ column: TableSchema.Column) -> Diagnostic {
        let count = row.names.count
        guard case .number(let number) = column.source else {
            return Diagnostic(
                code: "missing-column", at: place(row, bytes),
                LocalizedText(
                    en: "the table has no header, and nobody says which column is '\(column.name)'",
                    ru: "у таблицы нет заголовка, и не сказано, какая колонка — «\(column.name)»"),
                remedy: LocalizedText(
                    en: "give the column by number: \(file): {columns: {\(column.name): 1}}",
                    ru: "укажите номер колонки: \(file): {columns: {\(column.name): 1}}"))
        }
        return Diagnostic(
            code: "missing-column", at: place(row, bytes),
            LocalizedText(
                en:
                    "'\(column.name)' is read from column \(number), but the table has \(CountedWords.en(count, "column", "columns"))",
                ru:
                    "«\(column.name)» берётся из колонки \(number), но в таблице \(CountedWords.ru(count, "колонка", "колонки", "колонок"))"
            ))
    }

    func duplicateColumn(
        _ row: FirstRow, _ bytes: [UInt8], _ cell: Int, first: Int, isSpelledOut: Bool
    ) -> Diagnostic {
        let name = row.names[cell].text
        return Diagnostic(
            code: "duplicate-column", at: place(row, bytes, cell: isSpelledOut ? cell : nil),
            LocalizedText(
                en: "columns \(first + 1) and \(cell + 1) are both called '\(name)'",
                ru: "колонки \(first + 1) и \(cell + 1) обе называются «\(name)»"),
            remedy: LocalizedText(en: "rename one of them", ru: "переименуйте одну из них"))
    }

    func unknownColumn(
        _ row: FirstRow, _ bytes: [UInt8], _ cell: Int, near: String?, isSpelledOut: Bool
    ) -> Diagnostic {
        let name = row.names[cell].text
        let remedy = near.map { near in
            Self.spelling(name, wanted: near)
                ?? LocalizedText(en: "did you mean '\(near)'?", ru: "имеется в виду «\(near)»?")
        }
        return Diagnostic(
            .warning, code: "unknown-column", at: place(row, bytes, cell: isSpelledOut ? cell : nil),
            LocalizedText(
                en: "the column '\(name)' belongs to no field and is not read",
                ru: "колонка «\(name)» не относится ни к одному полю и не читается"),
            remedy: remedy
                ?? LocalizedText(
                    en: "declare a field of that name, or delete the column",
                    ru: "объявите поле с таким именем или удалите колонку"))
    }

    /// What to do about a name that looks like the wanted one but has a letter of another alphabet in it.
    private static func spelling(_ name: String, wanted: String) -> LocalizedText? {
        guard let difference = Lookalikes.firstDifference(in: name, from: wanted) else { return nil }
        let (number, letter) = (difference.number, difference.letter)
        return LocalizedText(
            en: "'\(name)' looks the same, but its letter \(number), '\(letter)', is "
                + "\(difference.isCyrillic ? "Cyrillic" : "Latin"); type it anew",
            ru: "«\(name)» выглядит так же, но буква \(number), «\(letter)», — "
                + "\(difference.isCyrillic ? "кириллическая" : "латинская"); наберите её заново")
    }

    private static func words(for delimiter: UInt8) -> (name: LocalizedText, written: String) {
        switch delimiter {
        case UInt8(ascii: ";"): (LocalizedText(en: "semicolons", ru: "точками с запятой"), "\";\"")
        case .tab: (LocalizedText(en: "tabs", ru: "табуляцией"), "tab")
        case UInt8(ascii: "|"): (LocalizedText(en: "vertical bars", ru: "вертикальными чертами"), "\"|\"")
        default: (LocalizedText(en: "commas", ru: "запятыми"), "\",\"")
        }
    }

    private func place(_ row: FirstRow, _ bytes: [UInt8], cell: Int? = nil) -> Place {
        guard let cell, row.names.indices.contains(cell) else {
            return LineFinder.wholeLine(in: file, bytes, line: row.line, start: row.bytes.lowerBound)
        }
        let name = row.names[cell]
        let line = row.line + LineFinder.lineBreaks(bytes.span, from: row.bytes.lowerBound, to: name.position)
        return LineFinder.place(in: file, bytes, line: line, position: name.position, length: name.length)
    }
}
