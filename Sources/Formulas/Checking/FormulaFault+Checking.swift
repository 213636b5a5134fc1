public import Messages
internal import Quantities

extension FormulaFault {
    /// A name that means nothing here, with the nearest one that does.
    public static func unknownName(_ name: String, known: [String], _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "unknown-name", at: span,
            LocalizedText(en: "there is no name '\(name)' here", ru: "имени «\(name)» здесь нет"),
            remedy: Suggestion.remedy(for: name, among: known) ?? members(of: name, known))
    }

    /// What a name may end in, when what stands before its last dot is known.
    private static func members(of name: String, _ known: [String]) -> LocalizedText? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let members = known.filter { $0.hasPrefix(name[...dot]) && !$0[name.index(after: dot)...].contains(".") }
        guard !members.isEmpty, members.count <= 40 else { return nil }
        let (owner, list) = (
            name[..<dot], members.sorted().map { $0[name.index(after: dot)...] }.joined(separator: ", ")
        )
        return LocalizedText(en: "'\(owner)' has \(list)", ru: "у «\(owner)» есть: \(list)")
    }

    static func unknownFunction(_ name: String, _ span: TextSpan) -> FormulaFault {
        let known = Function.allCases.map(\.rawValue)
        let remedy =
            ofSpreadsheets(name)
            ?? Suggestion.remedy(for: name, among: known + Function.aliases.keys)
            ?? LocalizedText(
                en: "the functions are \(known.joined(separator: ", "))",
                ru: "есть функции \(known.joined(separator: ", "))")
        return FormulaFault(
            "unknown-function", at: span,
            LocalizedText(en: "there is no function '\(name)'", ru: "функции «\(name)» нет"), remedy: remedy)
    }

    /// What stands here for a function that people know from spreadsheets; `nil` when nothing does.
    private static func ofSpreadsheets(_ name: String) -> LocalizedText? {
        switch name.lowercased() {
        case "if", "ifs", "iif", "если", "еслимн", "switch", "choose", "выбор", "case":
            LocalizedText(en: "write 'if a then b else c'", ru: "пишите «if a then b else c»")
        case "sumif", "sumifs", "суммесли", "суммеслимн", "sumproduct", "суммпроизв":
            LocalizedText(
                en: "write 'sum(sale.amount where sale.client = \"A\")'",
                ru: "пишите «sum(sale.amount where sale.client = \"A\")»")
        case "countif", "countifs", "счётесли", "счетесли", "счётеслимн", "счетеслимн":
            LocalizedText(
                en: "write 'count(sale where sale.amount > 100 RUB)'",
                ru: "пишите «count(sale where sale.amount > 100 RUB)»")
        case "averageif", "averageifs", "срзначесли", "срзначеслимн":
            LocalizedText(
                en: "write 'average(sale.amount where …)'", ru: "пишите «average(sale.amount where …)»")
        case "vlookup", "hlookup", "xlookup", "lookup", "index", "match", "впр", "гпр", "просмотрx", "индекс",
            "поискпоз":
            LocalizedText(
                en: "put the values into a table under 'rate_tables' and name it: 'rate(fees)'",
                ru: "вынесите значения в таблицу в «rate_tables» и назовите её: «rate(fees)»")
        case "iferror", "ifna", "еслиошибка", "еснд":
            LocalizedText(
                en: "leave it out: a figure that cannot be computed has no value and says why",
                ru: "уберите: показатель, который нельзя вычислить, остаётся без значения и называет причину")
        default: nil
        }
    }

    static func wrongArgumentCount(_ function: Function, _ count: Int, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "argument-count", at: span,
            LocalizedText(
                en: "'\(function.rawValue)' does not take \(count) argument(s)",
                ru: "функция «\(function.rawValue)» не принимает столько аргументов: \(count)"),
            remedy: LocalizedText(en: "write \(function.signature)", ru: "пишите \(function.signature)"))
    }

    /// A `where` stands at a function that looks at no events.
    public static func filterNotAllowed(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "misplaced-where", at: span,
            LocalizedText(
                en: "'where' belongs to functions over events", ru: "«where» бывает только у функций по событиям"),
            remedy: LocalizedText(en: "write sum(event.field where …)", ru: "пишите sum(событие.поле where …)"))
    }

    static func functionNotHere(_ function: Function, _ place: LocalizedText, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "function-not-here", at: span,
            LocalizedText(
                en: "'\(function.rawValue)' has no meaning in \(place.en)",
                ru: "функция «\(function.rawValue)» здесь не имеет смысла: это \(place.ru)"))
    }

    /// A part gives something else than its place needs.
    public static func wrongType(
        expected: LocalizedText, found: LocalizedText, _ span: TextSpan, remedy: LocalizedText? = nil
    ) -> FormulaFault {
        FormulaFault(
            "wrong-type", at: span,
            LocalizedText(
                en: "expected \(expected.en), found \(found.en)", ru: "ожидается \(expected.ru), а здесь \(found.ru)"),
            remedy: remedy)
    }

    /// What to do about a number in another unit than its place needs; `nil` when there is no short answer.
    public static func unitRemedy(for expected: FormulaType, found: FormulaType) -> LocalizedText? {
        guard case .number(let unit) = expected, case .number(let other) = found else { return nil }
        if other.isPlain, !unit.isPlain {
            return LocalizedText(
                en: "write the unit behind the number: '100 \(unit.description)'",
                ru: "напишите единицу после числа: «100 \(unit.description)»")
        }
        if unit.isPlain {
            return LocalizedText(
                en: "write a percentage or a ratio: '5%', 'a / b'", ru: "пишите процент или отношение: «5%», «a / b»")
        }
        return LocalizedText(
            en: "this place needs \(unit), as in '100 \(unit.description)'",
            ru: "здесь нужна единица \(unit), как в «100 \(unit.description)»")
    }

    static func badPlaces(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "bad-places", at: span,
            LocalizedText(
                en: "decimal places are a whole number", ru: "число знаков после запятой бывает только целым"),
            remedy: LocalizedText(
                en: "write 2 for hundredths, 0 for whole numbers, -3 for thousands",
                ru: "пишите 2 для сотых, 0 для целых, -3 для тысяч"))
    }

    static func crossedBounds(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "crossed-bounds", at: span,
            LocalizedText(
                en: "the lower bound is above the higher one", ru: "нижняя граница больше верхней"),
            remedy: LocalizedText(
                en: "the lower one would always hold; write clamp(x, low, high)",
                ru: "всегда получится нижняя; пишите clamp(x, нижняя, верхняя)"),
            severity: .warning)
    }

    static func stepNotPositive(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "step-not-positive", at: span,
            LocalizedText(en: "the step is not above zero", ru: "шаг не больше нуля"),
            remedy: LocalizedText(
                en: "write a number above zero with the unit of the first, for instance 100 RUB",
                ru: "напишите число больше нуля в единицах первого, например 100 RUB"))
    }

    static func branchesDiffer(_ first: LocalizedText, _ second: LocalizedText, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "branches-differ", at: span,
            LocalizedText(
                en: "'then' gives \(first.en) and 'else' gives \(second.en)",
                ru: "«then» даёт \(first.ru), а «else» — \(second.ru)"),
            remedy: LocalizedText(en: "both must give the same", ru: "обе ветви должны давать одно и то же"))
    }

    static func notComparable(_ left: LocalizedText, _ right: LocalizedText, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "not-comparable", at: span,
            LocalizedText(
                en: "\(left.en) cannot be compared with \(right.en)",
                ru: "нельзя сравнить: слева \(left.ru), справа \(right.ru)"))
    }

    static func noOrder(_ type: LocalizedText, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "no-order", at: span,
            LocalizedText(
                en: "\(type.en) is not greater or less than another", ru: "здесь нет «больше» и «меньше»: \(type.ru)"),
            remedy: LocalizedText(en: "use = or !=", ru: "пишите = или !="))
    }

    static func cannotAdd(_ operation: BinaryOperator, _ left: Unit, _ right: Unit, _ span: TextSpan) -> FormulaFault {
        let verb =
            operation == .plus
            ? LocalizedText(en: "cannot be added to", ru: "нельзя сложить")
            : LocalizedText(en: "cannot be subtracted from", ru: "нельзя вычесть")
        let first = operation == .plus ? left : right
        let second = operation == .plus ? right : left
        return FormulaFault(
            "unit-mismatch", at: span,
            LocalizedText(
                en: "\(first) \(verb.en) \(second)", ru: "\(verb.ru): единицы \(left) и \(right) разные"
            ),
            remedy: LocalizedText(en: "both sides need the same unit", ru: "у обеих сторон должна быть одна единица"))
    }

    static func noArithmetic(_ left: LocalizedText, _ right: LocalizedText, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "no-arithmetic", at: span,
            LocalizedText(
                en: "cannot calculate with \(left.en) and \(right.en)",
                ru: "нельзя вычислить: слева \(left.ru), справа \(right.ru)"))
    }

    static func unitsDoNotCombine(_ left: Unit, _ right: Unit, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "unit-mismatch", at: span,
            LocalizedText(
                en: "\(left) and \(right) do not combine",
                ru: "единицы \(left) и \(right) не сочетаются"),
            remedy: LocalizedText(
                en: "amounts in two currencies need a rate", ru: "суммы в двух валютах требуют курса"))
    }
}

extension LocalizedText {
    static let aNumber = LocalizedText(en: "a number", ru: "число")
}
