internal import Importing
internal import Messages
internal import Pages

extension Problem {
    /// Why a file is not taken.
    enum Refused {
        /// A workbook of Excel 2003 or older.
        case oldWorkbook
        /// It cannot be read; why, and what to do.
        case unreadable(LocalizedText)
        /// No file came.
        case none
    }

    /// A file that is no table.
    static func uploadRefused(_ why: Refused) -> Problem {
        let text: Words
        switch why {
        case .oldWorkbook:
            text = Words(
                ru: "Это старая книга Excel (.xls). Сохраните её как .xlsx или «CSV UTF-8» и загрузите снова.",
                en: "This is an old workbook (.xls). Save it as .xlsx or ‘CSV UTF-8’ and bring it again.")
        case .unreadable(let told): text = told.words.asSentence
        case .none: text = Words(ru: "Выберите файл с таблицей.", en: "Choose a file with a table.")
        }
        return Problem(
            status: 422, code: "not-a-table",
            title: Words(ru: "Этот файл не загрузить", en: "This file is not taken"), text: text)
    }

    /// A file that is too large for the browser's way.
    static let uploadTooLarge = Problem(
        status: 413, code: "too-large", title: Words(ru: "Файл слишком велик", en: "The file is too large"),
        text: Words(
            ru:
                "В браузере загружают файлы до 200\u{00A0}МБ. Больший файл загрузит тот, кто работает на самом сервере.",
            en:
                "In the browser a file has at most 200\u{00A0}MB. A larger one is taken in by whoever works on the server."
        ))

    /// No room is left for files.
    static let uploadsFull = Problem(
        status: 409, code: "uploads-full",
        title: Words(ru: "Места для файлов больше нет", en: "There is no more room for files"),
        text: Words(
            ru: "Удалите на странице загрузок те, что уже не нужны: каждая хранится семь дней.",
            en: "Remove those that are not needed any more on the page of imports; each is kept for seven days."))

    /// A form with a file that is not written as it must be.
    static let badUpload = Problem(
        status: 400, code: "bad-request",
        title: Words(ru: "Запрос не понят", en: "The request was not understood"),
        text: Words(ru: "Форма с файлом прислана с ошибкой.", en: "The form with the file was not sent well."))
}

extension Problem {
    /// An answer about a file that means nothing.
    static func answerRefused(_ fault: MappingAnswerFault) -> Problem {
        Problem(
            status: 422, code: "bad-answer", title: DataWords.badAnswer, text: fault.text.words.asSentence)
    }

    /// Something about the file has still to be answered or mended.
    static let notReady = Problem(
        status: 409, code: "not-ready",
        title: Words(ru: "Файл ещё не читается", en: "The file is not read yet"),
        text: Words(
            ru: "Ответьте сначала на вопросы о нём.", en: "Answer the questions about it first."))
}
