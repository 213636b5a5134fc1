import Formulas
internal import Messages

/// What is said about a table as a whole.
struct TableMessages {
    let file: String

    /// The lines of YAML that say something about a table, as advice.
    static func entry(of file: String, _ content: String) -> LocalizedText {
        LocalizedText(
            en: "say so under 'tables:': \(file): {\(content)}",
            ru: "укажите в «tables:»: \(file): {\(content)}")
    }

    func emptyFile(_ schema: TableSchema, hasHeader: Bool) -> Diagnostic {
        let names = schema.columns.filter { $0.constant == nil && $0.isRequired }.compactMap { $0.source.name }
        guard hasHeader, !names.isEmpty else {
            return Diagnostic(
                code: "empty-file", at: Place(file: file),
                LocalizedText(
                    en: "the file is empty; expected at least one row", ru: "файл пуст; ожидается хотя бы одна строка"))
        }
        let list = names.joined(separator: ", ")
        return Diagnostic(
            code: "empty-file", at: Place(file: file),
            LocalizedText(
                en: "the file is empty; expected a first row with the columns \(list)",
                ru: "файл пуст; ожидается первая строка с колонками \(list)"))
    }

    func tooManyLines() -> Diagnostic {
        Diagnostic(
            code: "too-many-lines", at: Place(file: file),
            LocalizedText(
                en: "the file has more than 2,147,483,647 lines",
                ru: "в файле больше 2\u{A0}147\u{A0}483\u{A0}647 строк"),
            remedy: LocalizedText(
                en: "split it; several tables may feed one kind",
                ru: "разделите его: несколько таблиц могут содержать записи одного вида"))
    }

    func unreadable(_ failure: ByteSourceFailure) -> Diagnostic {
        Diagnostic(
            code: "unreadable-file", at: Place(file: file),
            LocalizedText(
                en: "the file cannot be read to its end: \(failure.reason.en)",
                ru: "файл не читается до конца: \(failure.reason.ru)"),
            remedy: failure.remedy)
    }

    func moreFaults(rows: Int) -> Diagnostic {
        let count = CountedWords.ru(
            rows, "строка с ошибками", "строки с ошибками", "строк с ошибками")
        return Diagnostic(
            code: Diagnostic.moreFaults, at: Place(file: file),
            LocalizedText(
                en: "and \(CountedWords.en(rows, "more row", "more rows")) with faults", ru: "и ещё \(count)"))
    }

    func wrongConstant(_ column: TableSchema.Column, _ text: String, _ kind: TableFault.Kind) -> Diagnostic {
        let fault = FaultMessages(file: file).text(kind, cell: text, column: column.name, detail: 0)
        return Diagnostic(
            code: "wrong-constant", at: Place(file: file),
            LocalizedText(
                en: "the constant of '\(column.name)': \(fault.message.en)",
                ru: "постоянное значение «\(column.name)»: \(fault.message.ru)"),
            remedy: kind == .otherDecimalMark
                ? LocalizedText(
                    en: "constants are written with a decimal point", ru: "постоянные значения пишутся с точкой")
                : fault.remedy)
    }
}
