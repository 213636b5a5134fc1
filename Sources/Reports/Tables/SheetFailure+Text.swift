public import Messages

extension SheetFailure {
    /// The failure with what to do about it.
    public var text: LocalizedText {
        LocalizedText(en: "\(message.en); \(remedy.en)", ru: "\(message.ru); \(remedy.ru)")
    }

    /// What went wrong, and where.
    public var message: LocalizedText {
        switch self {
        case .rowLength(let sheet, let row, let cells, let columns):
            LocalizedText(
                en: "row \(row) of the sheet '\(sheet)' has \(cells) cell(s) for \(columns) column(s)",
                ru: "лист «\(sheet)», строка \(row): ячеек \(cells), а столбцов \(columns)")
        case .otherKind(let place):
            LocalizedText(
                en: "\(place.text.en): the cell is of another kind than its column",
                ru: "\(place.text.ru): вид ячейки не тот, что у столбца")
        case .textTooLong(let place, let length):
            LocalizedText(
                en: "\(place.text.en): the text has \(length) characters, a cell holds \(WorkbookLimits.textLength)",
                ru:
                    "\(place.text.ru): в тексте \(CountedWords.ru(length, "знак", "знака", "знаков")), в ячейку входит \(WorkbookLimits.textLength)"
            )
        case .tooManyRows(let sheet, let count):
            LocalizedText(
                en: "the sheet '\(sheet)' needs \(count) rows, a workbook's sheet has \(WorkbookLimits.rows)",
                ru: "листу «\(sheet)» нужно строк: \(count), а на листе книги их \(WorkbookLimits.rows)")
        case .tooManyColumns(let sheet, let count):
            LocalizedText(
                en: "the sheet '\(sheet)' needs \(count) columns, a workbook's sheet has \(WorkbookLimits.columns)",
                ru: "листу «\(sheet)» нужно столбцов: \(count), а на листе книги их \(WorkbookLimits.columns)")
        case .noFolder(let path): Self.unwritten(path, en: "its folder does not exist", ru: "такой папки нет")
        case .notAFile(let path): Self.unwritten(path, en: "it is no ordinary file", ru: "это не обычный файл")
        case .noPermission(let path): Self.unwritten(path, en: "permission is missing", ru: "нет прав")
        case .readOnly(let path):
            Self.unwritten(path, en: "the disk is read-only", ru: "диск доступен только для чтения")
        case .exists(let path): Self.unwritten(path, en: "it is there already", ru: "такой файл уже есть")
        case .diskFull(let path): Self.unwritten(path, en: "the disk is full", ru: "на диске нет места")
        case .outOfMemory(let path):
            Self.unwritten(path, en: "there is not enough memory", ru: "не хватает памяти")
        case .other(let path, let reason): Self.unwritten(path, en: reason, ru: reason)
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .rowLength:
            LocalizedText(en: "give the row one cell for each column", ru: "дайте строке по ячейке на столбец")
        case .otherKind:
            LocalizedText(
                en: "give the column the kind of its cells, or write the cell as text",
                ru: "дайте столбцу вид его ячеек или запишите ячейку текстом")
        case .textTooLong:
            LocalizedText(
                en: "shorten the text, or write the table as CSV", ru: "сократите текст или запишите таблицу в CSV")
        case .tooManyRows, .tooManyColumns:
            LocalizedText(
                en: "write fewer at once, or write the table as CSV",
                ru: "запишите меньше за раз или запишите таблицу в CSV")
        case .noFolder: LocalizedText(en: "make the folder first", ru: "сначала создайте папку")
        case .notAFile: LocalizedText(en: "name another file", ru: "назовите другой файл")
        case .noPermission:
            LocalizedText(en: "change the rights or the place", ru: "измените права или место")
        case .readOnly: LocalizedText(en: "choose another place", ru: "выберите другое место")
        case .exists:
            LocalizedText(
                en: "name another file, or have it replaced", ru: "назовите другой или разрешите заменить его")
        case .diskFull:
            LocalizedText(
                en: "free some space, or name a file on another disk",
                ru: "освободите место или назовите файл на другом диске")
        case .outOfMemory:
            LocalizedText(en: "write fewer rows at once", ru: "запишите меньше строк за раз")
        case .other:
            LocalizedText(en: "mend that, or name another file", ru: "исправьте это или назовите другой файл")
        }
    }

    private static func unwritten(_ path: String, en: String, ru: String) -> LocalizedText {
        LocalizedText(en: "'\(path)' cannot be written: \(en)", ru: "«\(path)» не записывается: \(ru)")
    }
}

extension SheetPlace {
    /// The place as the beginning of a message.
    fileprivate var text: LocalizedText {
        row == 0
            ? LocalizedText(
                en: "sheet '\(sheet)', title of the column '\(shortColumn)'",
                ru: "лист «\(sheet)», заголовок столбца «\(shortColumn)»")
            : LocalizedText(
                en: "sheet '\(sheet)', column '\(shortColumn)', row \(row)",
                ru: "лист «\(sheet)», столбец «\(shortColumn)», строка \(row)")
    }

    /// A title that is itself the fault may be of any length.
    private var shortColumn: String { column.count > 60 ? column.prefix(59) + "…" : column }
}
