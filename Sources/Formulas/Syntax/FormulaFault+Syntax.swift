internal import Messages

extension FormulaFault {
    static func unclosedText(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "unclosed-text", at: span,
            LocalizedText(en: "this text has no closing quotation mark", ru: "у этого текста нет закрывающей кавычки"),
            remedy: LocalizedText(en: "add \" at its end", ru: "поставьте \" в конце"))
    }

    static func unknownCharacter(_ character: Character, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "unknown-character", at: span,
            LocalizedText(
                en: "the character '\(character)' means nothing in a formula",
                ru: "знак «\(character)» в формуле ничего не значит"),
            remedy: "'’‘`".contains(character)
                ? LocalizedText(
                    en: "texts stand in double quotation marks: \"sample\"",
                    ru: "тексты стоят в двойных кавычках: \"образец\"")
                : LocalizedText(
                    en: "a formula has numbers, names, + - * / × ÷, comparisons and parentheses",
                    ru: "в формуле бывают числа, имена, + - * / × ÷, сравнения и скобки"))
    }

    static func noSuchDay(_ text: String, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "no-such-day", at: span,
            LocalizedText(en: "there is no day \(text)", ru: "дня \(text) не бывает"),
            remedy: LocalizedText(en: "write year-month-day", ru: "пишите год-месяц-день"))
    }

    static func numberOutOfRange(_ text: String, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "number-range", at: span,
            LocalizedText(
                en: "'\(text)' is not a number Stimul can hold: at most 22 digits before the point and 16 after it",
                ru: "число «\(text)» не помещается: не больше 22 цифр до точки и 16 после неё"))
    }

    static func expected(_ what: LocalizedText, found: LocalizedText, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "syntax", at: span,
            LocalizedText(en: "expected \(what.en), found \(found.en)", ru: "ожидается \(what.ru), а стоит \(found.ru)")
        )
    }

    static func tooDeep(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "too-deep", at: span,
            LocalizedText(
                en: "the formula is nested more than \(Parser.depthLimit) levels deep",
                ru: "вложенность формулы больше \(Parser.depthLimit) уровней"),
            remedy: LocalizedText(en: "give parts of it names of their own", ru: "дайте её частям собственные имена"))
    }

    /// What a formula may have too many of.
    enum Countable {
        case characters
        case operators
    }

    static func tooLong(_ counted: Countable, _ limit: Int, _ span: TextSpan) -> FormulaFault {
        let unit =
            switch counted {
            case .characters: LocalizedText(en: "characters", ru: "знаков")
            case .operators: LocalizedText(en: "operators", ru: "действий")
            }
        return FormulaFault(
            "too-long", at: span,
            LocalizedText(
                en: "the formula has more than \(limit) \(unit.en)", ru: "в формуле больше \(limit) \(unit.ru)"),
            remedy: LocalizedText(en: "give parts of it names of their own", ru: "дайте её частям собственные имена"))
    }

    static func chainedComparison(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "chained-comparison", at: span,
            LocalizedText(en: "a comparison cannot be compared again", ru: "сравнение нельзя сравнить ещё раз"),
            remedy: LocalizedText(en: "write 'a <= b and b <= c'", ru: "пишите «a <= b и b <= c»"))
    }
}
