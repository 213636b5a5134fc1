internal import Messages

extension Token {
    /// The word as a message names it.
    var described: LocalizedText {
        switch kind {
        case .number: LocalizedText(en: "a number", ru: "число")
        case .text: LocalizedText(en: "a text", ru: "текст")
        case .day: LocalizedText(en: "a day", ru: "дата")
        case .name(let name): LocalizedText(en: "'\(name)'", ru: "«\(name)»")
        case .keyword(let keyword): LocalizedText(en: "'\(keyword.rawValue)'", ru: "«\(keyword.rawValue)»")
        case .symbol(let symbol): LocalizedText(en: "'\(symbol.rawValue)'", ru: "«\(symbol.rawValue)»")
        case .end: LocalizedText(en: "the end of the formula", ru: "конец формулы")
        }
    }

    /// Whether it stands between two values.
    var isOperator: Bool {
        switch kind {
        case .keyword(.and), .keyword(.or): true
        case .symbol(let symbol): BinaryOperator(rawValue: symbol.rawValue) != nil
        default: false
        }
    }

    /// Whether a value may begin with it.
    var startsValue: Bool {
        switch kind {
        case .number, .text, .day, .name, .keyword(.true), .keyword(.false), .symbol(.open): true
        default: false
        }
    }
}

extension LocalizedText {
    static let aValue = LocalizedText(
        en: "a number, a name or '('", ru: "число, имя или «(»")
    static let operatorOrEnd = LocalizedText(
        en: "an operator or the end of the formula", ru: "знак действия или конец формулы")
    static let operatorOrCloser = LocalizedText(en: "an operator or ')'", ru: "знак действия или «)»")
    static let closer = LocalizedText(en: "')'", ru: "«)»")
    static let aFieldName = LocalizedText(en: "the name of a field", ru: "имя поля")
}
