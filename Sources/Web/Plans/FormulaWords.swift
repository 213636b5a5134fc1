internal import Calculation
internal import Company
internal import Formulas
internal import HTML
internal import Messages
internal import Pages
internal import Periods
internal import Quantities

/// Formulas of a company in the words of people: names are titles, signs are those of schoolbooks.
struct FormulaWords {
    let model: CompanyModel
    let language: PageLanguage

    private func word(ru: String, en: String) -> String { language == .ru ? ru : en }

    /// A formula as a sentence names it: "Sales ÷ target of Sales".
    func text(_ formula: Checked<Measure>) -> String { text(formula, within: 0) }

    /// A rate or a share: 5 %; an amount with its currency.
    func rate(_ formula: Checked<Measure>) -> String {
        if case .number(let number) = formula.node, formula.unit.isPlain { return percent(number) }
        return text(formula)
    }

    /// "5 %".
    func percent(_ share: FixedDecimal) -> String {
        LocalizedNumber.percent(share, in: language.ofTexts).replacing(" ", with: "\u{00A0}")
    }

    /// A figure in its unit.
    func figure(_ value: FixedDecimal, _ unit: MetricUnit) -> String {
        UnitFigure(value, unit).text(in: language.ofTexts).replacing(" ", with: "\u{00A0}")
    }

    private func text(_ formula: Checked<Measure>, within outer: Int) -> String {
        let own = precedence(formula)
        let bare = bare(formula)
        return own < outer ? "(\(bare))" : bare
    }

    private func precedence(_ formula: Checked<Measure>) -> Int {
        switch formula.node {
        case .conditional: 0
        case .binary(let operation, _, _): Self.precedence(operation)
        case .not: 3
        case .negation, .emptiness: 7
        case .number, .text, .day, .flag, .reference, .function: 9
        }
    }

    private static func precedence(_ operation: BinaryOperator) -> Int {
        switch operation {
        case .or: 1
        case .and: 2
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 4
        case .plus, .minus: 5
        case .times, .divide: 6
        }
    }

    private func bare(_ formula: Checked<Measure>) -> String {
        switch formula.node {
        case .number(let number): return figure(number, MetricUnit(formula.unit))
        case .text(let text): return "“\(text)”"
        case .day(let day): return day.text(in: language.ofTexts)
        case .flag(let flag): return flag ? word(ru: "да", en: "yes") : word(ru: "нет", en: "no")
        case .reference(let measure): return name(measure)
        case .negation(let operand): return "−" + text(operand, within: 8)
        case .not(let operand): return word(ru: "не ", en: "not ") + text(operand, within: 4)
        case .binary: return chain(formula)
        case .emptiness(let operand, let negated):
            return text(operand, within: 8)
                + (negated ? word(ru: " указано", en: " is given") : word(ru: " не указано", en: " is not given"))
        case .conditional(let condition, let first, let second):
            return word(ru: "если ", en: "if ") + text(condition, within: 1) + word(ru: ", то ", en: ", then ")
                + text(first, within: 1) + word(ru: ", иначе ", en: ", else ") + text(second, within: 0)
        case .function(let function, let arguments):
            return name(function) + "(" + arguments.map { text($0, within: 0) }.joined(separator: "; ") + ")"
        }
    }

    /// A chain of operators from the left end on, so that a long sum is not walked by going deeper.
    private func chain(_ formula: Checked<Measure>) -> String {
        let chain = Checked<Measure>.Chain(formula)
        var text = text(chain.first, within: chain.links.first.map { Self.precedence($0.operation) } ?? 0)
        var tightness = chain.links.first.map { Self.precedence($0.operation) } ?? 9
        for link in chain.links {
            let own = Self.precedence(link.operation)
            if tightness < own { text = "(\(text))" }
            text += " " + sign(link.operation) + " " + self.text(link.right, within: own + 1)
            tightness = own
        }
        return text
    }

    private func sign(_ operation: BinaryOperator) -> String {
        switch operation {
        case .or: word(ru: "или", en: "or")
        case .and: word(ru: "и", en: "and")
        case .equal: "="
        case .notEqual: "≠"
        case .less: "<"
        case .lessOrEqual: "≤"
        case .greater: ">"
        case .greaterOrEqual: "≥"
        case .plus: "+"
        case .minus: "−"
        case .times: "×"
        case .divide: "÷"
        }
    }

    private func name(_ function: ArithmeticFunction) -> String {
        switch function {
        case .min: word(ru: "меньшее из ", en: "least of ")
        case .max: word(ru: "большее из ", en: "greatest of ")
        case .abs: word(ru: "модуль ", en: "size of ")
        case .round: word(ru: "округлить ", en: "round ")
        case .round_half_even: word(ru: "округлить до чётного ", en: "round half to even ")
        case .floor: word(ru: "округлить вниз ", en: "round down ")
        case .ceil: word(ru: "округлить вверх ", en: "round up ")
        case .ceil_to: word(ru: "округлить вверх до кратного ", en: "round up to a multiple of ")
        case .clamp: word(ru: "в пределах ", en: "within ")
        case .sqrt: word(ru: "корень из ", en: "square root of ")
        case .otherwise: word(ru: "первое известное из ", en: "first known of ")
        case .enough: word(ru: "если наблюдений достаточно, из ", en: "where it rests on enough, of ")
        }
    }

    /// What a name stands for, as people call it.
    func name(_ measure: Measure) -> String {
        switch measure {
        case .metric(let number): model.metrics[number].title[language]
        case .aggregate(let number): model.aggregates[number].text
        case .target(let metric):
            word(ru: "план: ", en: "target of ") + model.metrics[metric].title[language]
        case .window(let window, let inner): name(window, text(inner))
        case .subject(.rollup, let inner):
            word(ru: "\(text(inner)) с подчинёнными", en: "\(text(inner)) with reports")
        case .subject(.unit, let inner): word(ru: "\(text(inner)) подразделения", en: "\(text(inner)) of the unit")
        case .subject(.company, let inner): word(ru: "\(text(inner)) компании", en: "\(text(inner)) of the company")
        case .person(let field): name(field)
        case .parameter(let number): model.parameters[number].name
        case .days: word(ru: "дней в периоде", en: "days of the period")
        case .workingDays: word(ru: "рабочих дней в периоде", en: "working days of the period")
        case .variable(let variable): name(variable)
        }
    }

    private func name(_ window: Window, _ figure: String) -> String {
        switch window {
        case .yearToDate: word(ru: "\(figure) с начала года", en: "\(figure) since the year began")
        case .trailing(let count):
            word(ru: "\(figure), последние периоды: \(count)", en: "\(figure) of the last \(count) periods")
        case .previous(let count):
            word(ru: "\(figure), периодов назад: \(count)", en: "\(figure), periods before: \(count)")
        case .yearAgo: word(ru: "\(figure) год назад", en: "\(figure) a year before")
        case .growth: word(ru: "прирост за год: \(figure)", en: "growth over a year of \(figure)")
        case .toDate: word(ru: "\(figure) за всё время", en: "\(figure) up to now")
        case .variation(let count):
            word(
                ru: "разброс «\(figure)», последние периоды: \(count)",
                en: "variation of \(figure) over the last \(count) periods")
        }
    }

    private func name(_ field: PersonField) -> String {
        switch field {
        case .share: return word(ru: "доля ставки", en: "share of full time")
        case .tenure: return word(ru: "который период на плане", en: "period on the plan")
        case .assignment(let index): return name(ofField: model.assignmentKind.fields[index].name)
        case .record(let index): return name(ofField: model.people.kind.fields[index].name)
        }
    }

    /// Fields have no titles; the two that every company may have are known.
    private func name(ofField field: String) -> String {
        switch field {
        case "base_pay": word(ru: "оклад", en: "base pay")
        case "target_bonus": word(ru: "целевая премия сотрудника", en: "the person's target bonus")
        default: field
        }
    }

    private func name(_ variable: Variable) -> String {
        switch variable {
        case .actual: word(ru: "факт", en: "actual")
        case .target: word(ru: "план", en: "target")
        case .base: word(ru: "база", en: "base")
        case .tolerance: word(ru: "допуск", en: "tolerance")
        }
    }
}

extension FormulaWords {
    /// Of which period: "month".
    func period(_ kind: PeriodKind) -> String {
        language == .ru ? kind.russian : (kind == .all ? "all time" : kind.rawValue)
    }

    /// "a month", "за месяц".
    func perPeriod(_ kind: PeriodKind) -> String {
        kind == .all
            ? word(ru: "за всё время", en: "over all time")
            : word(ru: "за " + kind.russianAccusative, en: "a " + kind.rawValue)
    }
}
