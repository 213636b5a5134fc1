internal import Files
public import Messages

extension WorkbookFailure {
    /// The file, what is wrong, and what to do about it.
    public var text: LocalizedText {
        let name = VisibleText.line(path)
        return LocalizedText(
            en: "'\(name)' cannot be read: \(message.en); \(remedy.en)",
            ru: "«\(name)» не читается: \(message.ru); \(remedy.ru)")
    }

    /// What is wrong.
    public var message: LocalizedText { fault.message }

    /// What to do about it.
    public var remedy: LocalizedText { fault.remedy }
}

extension WorkbookFault {
    /// A stable identifier of the kind of fault; never translated.
    public var code: String {
        switch self {
        case .unreadable: "unreadable-file"
        case .empty: "empty-file"
        case .otherContent: "not-a-workbook"
        case .encrypted: "encrypted-workbook"
        case .truncated: "truncated-workbook"
        case .damaged: "damaged-workbook"
        case .documentType: "document-type"
        case .tooLarge: "workbook-too-large"
        case .noSheet: "no-such-sheet"
        case .noSheets: "no-sheets"
        }
    }

    /// What is wrong.
    public var message: LocalizedText {
        switch self {
        case .unreadable: LocalizedText(en: "the system refuses it", ru: "система не даёт его прочитать")
        case .empty: LocalizedText(en: "the file is empty", ru: "файл пуст")
        case .otherContent(let content): content.message
        case .encrypted: LocalizedText(en: "it is protected by a password", ru: "он защищён паролем")
        case .truncated: LocalizedText(en: "the file ends too early", ru: "файл обрывается")
        case .damaged(let part, let detail):
            LocalizedText(
                en: "its part '\(VisibleText.line(part))' is damaged (\(VisibleText.line(detail)))",
                ru: "его часть «\(VisibleText.line(part))» повреждена (\(VisibleText.line(detail)))")
        case .documentType(let part):
            LocalizedText(
                en: "its part '\(VisibleText.line(part))' has a document type (<!DOCTYPE), which no workbook needs",
                ru: "в его части «\(VisibleText.line(part))» есть тип документа (<!DOCTYPE), книге он не нужен")
        case .tooLarge(let excess): excess.message
        case .noSheet(let name, _):
            LocalizedText(
                en: "there is no sheet '\(VisibleText.line(name))'", ru: "листа «\(VisibleText.line(name))» нет")
        case .noSheets: LocalizedText(en: "it has no sheet with cells", ru: "в нём нет листа с ячейками")
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .unreadable(let cause): cause.text
        case .empty: LocalizedText(en: "export it again", ru: "выгрузите его ещё раз")
        case .otherContent(let content): content.remedy
        case .encrypted:
            LocalizedText(
                en: "open it in the spreadsheet and save it without the password",
                ru: "откройте его в табличном редакторе и сохраните без пароля")
        case .truncated:
            LocalizedText(
                en: "copy or download it again until its end",
                ru: "скопируйте или скачайте его ещё раз, до конца")
        case .damaged:
            LocalizedText(
                en: "open it in a spreadsheet and save it anew as .xlsx",
                ru: "откройте его в табличном редакторе и сохраните заново как .xlsx")
        case .documentType:
            LocalizedText(
                en: "do not trust the file; ask its sender, or save it anew in a spreadsheet",
                ru: "не доверяйте файлу; спросите отправителя или сохраните его заново в табличном редакторе")
        case .tooLarge:
            LocalizedText(
                en: "split it, leave out what is not needed, or save the sheet as CSV",
                ru: "разделите его, уберите лишнее или сохраните лист в формате CSV")
        case .noSheet(_, let sheets):
            LocalizedText(
                en: "it has \(Self.list(sheets) { "'\($0)'" })", ru: "в нём есть \(Self.list(sheets) { "«\($0)»" })")
        case .noSheets:
            LocalizedText(
                en: "name a workbook with at least one sheet of cells", ru: "назовите книгу, где есть лист с ячейками")
        }
    }

    /// The first names, each in quotation marks.
    private static func list(_ names: [String], _ quoted: (String) -> String) -> String {
        let shown = names.prefix(12).map { quoted(VisibleText.shortened(VisibleText.line($0))) }
        return shown.joined(separator: ", ") + (names.count > shown.count ? ", …" : "")
    }
}

extension OtherContent {
    fileprivate var message: LocalizedText {
        switch self {
        case .html:
            LocalizedText(en: "it is a web page named like a workbook", ru: "это веб-страница под именем книги")
        case .excelXML:
            LocalizedText(
                en: "it is in the XML format of Excel 2003", ru: "он в формате «Таблица XML 2003»")
        case .text: LocalizedText(en: "it is a text, not a workbook", ru: "это текст, а не книга")
        case .pdf: LocalizedText(en: "it is a PDF document, not a workbook", ru: "это документ PDF, а не книга")
        case .xlsb:
            LocalizedText(en: "it is a binary workbook (.xlsb)", ru: "это двоичная книга (.xlsb)")
        case .ancientExcel:
            LocalizedText(en: "it was written by Excel 4 or older", ru: "его записал Excel 4 или ещё старше")
        case .otherDocument:
            LocalizedText(
                en: "it is an office document, but no workbook", ru: "это офисный документ, но не книга с таблицами")
        case .archive:
            LocalizedText(en: "it is an archive of files, not a workbook", ru: "это архив файлов, а не книга")
        case .unknown:
            LocalizedText(
                en: "it is neither .xlsx nor .ods nor .xls", ru: "это не .xlsx, не .ods и не .xls")
        }
    }

    fileprivate var remedy: LocalizedText {
        switch self {
        case .html, .excelXML, .xlsb, .ancientExcel:
            LocalizedText(
                en: "open it in a spreadsheet and save it as .xlsx",
                ru: "откройте его в табличном редакторе и сохраните как .xlsx")
        case .text:
            LocalizedText(
                en: "give it the ending .csv if it is a table", ru: "если это таблица, дайте ему окончание .csv")
        case .pdf, .otherDocument:
            LocalizedText(
                en: "export the table as .xlsx or CSV from where it was made",
                ru: "выгрузите таблицу в .xlsx или CSV оттуда, где она сделана")
        case .archive: LocalizedText(en: "unpack it", ru: "распакуйте его")
        case .unknown:
            LocalizedText(en: "save the table as .xlsx or CSV", ru: "сохраните таблицу как .xlsx или CSV")
        }
    }
}
