public import Messages

/// Why a database gave no table.
public enum PostgreSQLFailure: Error, Hashable, Sendable {
    /// No connection came about, in the words of the server or the library.
    case noConnection(String)
    /// The server refused the statement: its code (SQLSTATE) and its words.
    case refused(code: String, String)
    /// The statement took longer than it may.
    case tooLong(seconds: Int)
    /// The statement is not one that gives rows.
    case noRows
    /// Two columns of the answer have the same name.
    case doubledColumn(String)
    /// The answer is larger than is taken.
    case tooLarge(PostgreSQLLimits)

    /// What is wrong.
    public var message: LocalizedText {
        switch self {
        case .noConnection(let words):
            LocalizedText(en: "no connection: \(Self.shown(words))", ru: "нет соединения: \(Self.shown(words))")
        case .refused(let code, let words):
            LocalizedText(
                en: "the database refused the query (\(code)): \(Self.shown(words))",
                ru: "база отклонила запрос (\(code)): \(Self.shown(words))")
        case .tooLong(let seconds):
            LocalizedText(
                en: "the query took longer than \(CountedWords.en(seconds, "second", "seconds"))",
                ru: "запрос выполнялся дольше, чем \(CountedWords.ru(seconds, "секунду", "секунды", "секунд"))")
        case .noRows: LocalizedText(en: "the query gives no rows", ru: "запрос не возвращает строк")
        case .doubledColumn(let name):
            LocalizedText(
                en: "two columns of the answer are called '\(Self.shown(name))'",
                ru: "в ответе два столбца «\(Self.shown(name))»")
        case .tooLarge(let limits):
            LocalizedText(
                en:
                    "the answer has more than \(CountedWords.en(limits.rows, "row", "rows")) or \(limits.bytes >> 20) MB",
                ru:
                    "в ответе больше \(CountedWords.ru(limits.rows, "строки", "строк", "строк")) или \(limits.bytes >> 20) МБ"
            )
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .noConnection:
            LocalizedText(
                en: "see the service or the environment variable; a password belongs in ~/.pgpass",
                ru: "проверьте сервис или переменную окружения; пароль хранят в ~/.pgpass")
        case .refused(code: "25006", _):
            LocalizedText(
                en: "only reading is allowed: write a SELECT", ru: "разрешено только чтение: напишите SELECT")
        case .refused:
            LocalizedText(en: "try the query in psql", ru: "проверьте запрос в psql")
        case .tooLong:
            LocalizedText(
                en: "ask for less, by 'key' and $1, or allow more: 'seconds: 900'",
                ru: "запрашивайте меньше — через key и $1 — или разрешите дольше: seconds: 900")
        case .noRows: LocalizedText(en: "write a SELECT", ru: "напишите SELECT")
        case .doubledColumn(let name):
            LocalizedText(
                en: "name one of them otherwise: … AS \(Self.shown(name))_2",
                ru: "назовите один из них иначе: … AS \(Self.shown(name))_2")
        case .tooLarge:
            LocalizedText(en: "ask for less, by 'key' and $1", ru: "запрашивайте меньше — через key и $1")
        }
    }

    private static func shown(_ text: String) -> String {
        VisibleText.shortened(VisibleText.line(text)).split(separator: " ").joined(separator: " ")
    }
}
