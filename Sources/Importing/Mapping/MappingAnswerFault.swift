public import Messages

/// Why an answer is not taken, with what may be answered.
public enum MappingAnswerFault: Error, Hashable, Sendable {
    /// Nothing is asked under that key.
    case unknownKey(String)
    /// The value is none of those that the key takes, or has another form.
    case badValue(key: String, value: String, allowed: [String])
    /// The table has no such column.
    case noColumn(key: String, value: String, columns: [String])
    /// The kind has no such field.
    case noField(key: String, field: String, fields: [String])

    /// No record has this id.
    case noRecord(name: String, id: String)

    /// What is wrong, and what may be answered.
    public var text: LocalizedText {
        switch self {
        case .unknownKey(let key):
            let keys = MappingAnswers.keys.map { $0.hasSuffix(".") ? $0 + "…" : $0 }.joined(separator: ", ")
            return LocalizedText(
                en: "nothing is asked under '\(Self.shown(key))'; there is \(keys)",
                ru: "ответа «\(Self.shown(key))» не бывает; бывает \(keys)")
        case .badValue(let key, let value, let allowed):
            return Self.not(key, value, allowed)
        case .noColumn(let key, let value, let columns):
            return Self.not(key, value, columns)
        case .noRecord(let name, let id):
            return LocalizedText(
                en: "'\(Self.shown(name))': there is no record '\(Self.shown(id))'; write its id",
                ru: "«\(Self.shown(name))»: записи «\(Self.shown(id))» нет; напишите её id")
        case .noField(let key, let field, let fields):
            let list = fields.joined(separator: ", ")
            return LocalizedText(
                en: "'\(Self.shown(key))': there is no field '\(Self.shown(field))'; there is \(list)",
                ru: "«\(Self.shown(key))»: поля «\(Self.shown(field))» нет; есть \(list)")
        }
    }

    private static func not(_ key: String, _ value: String, _ allowed: [String]) -> LocalizedText {
        let list = allowed.prefix(30).map(shown)
        return LocalizedText(
            en:
                "'\(shown(key))' cannot be '\(shown(value))'; it is one of \(list.map { "'\($0)'" }.joined(separator: " "))",
            ru:
                "«\(shown(key))» не может быть «\(shown(value))»; бывает \(list.map { "«\($0)»" }.joined(separator: " "))"
        )
    }

    private static func shown(_ text: String) -> String { VisibleText.shortened(VisibleText.line(text)) }
}
