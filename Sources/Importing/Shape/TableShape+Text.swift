public import Messages

extension TableShape.Reason {
    /// What such a row is.
    public var text: LocalizedText {
        switch self {
        case .aboveHeader: LocalizedText(en: "what stands above the header", ru: "то, что выше заголовка")
        case .repeatedHeader: LocalizedText(en: "a repeated header", ru: "повтор заголовка")
        case .columnNumbers: LocalizedText(en: "a row that numbers the columns", ru: "строка с номерами столбцов")
        case .total: LocalizedText(en: "a total", ru: "итог")
        case .note: LocalizedText(en: "a note below the table", ru: "примечание под таблицей")
        case .heading: LocalizedText(en: "the name of a group", ru: "название группы")
        case .skipped: LocalizedText(en: "a row that 'skip' names", ru: "строка, названная в «skip»")
        }
    }
}
