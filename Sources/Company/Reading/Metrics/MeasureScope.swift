internal import Formulas
internal import Messages
internal import Quantities

/// What names mean in the formula of a metric or a plan.
struct MeasureScope: Scope {
    let company: Names
    /// Names that an attainment formula has besides the others.
    var variables: [Variable: FormulaType] = [:]
    /// Names that stand for formulas: the inputs of a library KPI.
    var bindings: [String: Checked<Measure>] = [:]
    /// Credit and date rules that a metric sets for its own figures.
    var creditOverride: (event: Int?, rule: CreditRule)?
    var dateOverride: (event: Int, field: Int)?
    let place = LocalizedText(en: "the formula of a metric or a plan", ru: "формула показателя или плана")

    init(_ company: Names) {
        self.company = company
    }

    var names: [String] {
        Array(company.metrics.keys) + Array(company.parameters.keys) + company.personFieldNames
            + variables.keys.map(\.rawValue) + Array(bindings.keys)
    }

    mutating func resolve(_ path: [String], at span: TextSpan) -> Resolution<Measure>? {
        if path.count == 2, path[0] == "person" {
            return company.personField(named: path[1]).map { .reference(.person($0.field), $0.type) }
        }
        guard path.count == 1, let name = path.first else { return nil }
        if let formula = bindings[name] { return .formula(formula) }
        if let variable = Variable(rawValue: name), let type = variables[variable] {
            return .reference(.variable(variable), type)
        }
        if let metric = company.metrics[name] { return .reference(.metric(metric.number), .number(metric.unit)) }
        if let parameter = company.parameters[name] {
            return .reference(.parameter(parameter.number), .number(parameter.unit))
        }
        return company.faulty.contains(name) ? .faulty : nil
    }

    mutating func resolve(
        _ function: Function, _ arguments: [Syntax], filter: Syntax?, at span: TextSpan, faults: inout [FormulaFault]
    ) -> Resolution<Measure>? {
        switch function.meaning {
        // Of the arithmetic functions only `min` and `max` of a single field come here.
        case .aggregate, .arithmetic:
            guard let function = EventFunction(function) else { return nil }
            return aggregate(function, arguments, filter, span, &faults)
        case .window, .subject, .calendar, .target, .line:
            if let filter { faults.append(.filterNotAllowed(filter.span)) }
        }
        switch function.meaning {
        case .aggregate, .arithmetic: return nil
        case .window(let window): return self.window(window, arguments, &faults)
        case .subject: return subject(function, arguments, &faults)
        case .calendar: return calendar(function, arguments, &faults)
        case .target: return target(arguments, &faults)
        case .line: return nil
        }
    }

    private mutating func check(_ syntax: Syntax, _ faults: inout [FormulaFault]) -> Checked<Measure> {
        var checker = Checker(self)
        let checked = checker.check(syntax)
        faults += checker.faults
        return checked
    }
}

// MARK: - Windows, subjects, calendar, targets

extension MeasureScope {
    private mutating func window(
        _ function: WindowFunction, _ arguments: [Syntax], _ faults: inout [FormulaFault]
    ) -> Resolution<Measure> {
        let figure = check(arguments[0], &faults)
        // One figure alone does not deviate from its mean.
        let least = function == .variation ? 2 : 1
        guard let count = periodCount(arguments.dropFirst().first, from: least, &faults) else { return .faulty }
        guard let unit = figure.type.unit else {
            if figure.type != .unknown {
                faults.append(.wrongType(expected: .aFigure, found: figure.type.described, figure.span))
            }
            return .faulty
        }
        let window: Window
        switch function {
        case .ytd: window = .yearToDate
        case .trailing: window = .trailing(count)
        case .previous: window = .previous(count)
        case .todate: window = .toDate
        case .variation: window = .variation(count)
        case .growth: window = .growth
        case .year_ago: window = .yearAgo
        }
        return .reference(.window(window, figure), .number(function == .variation ? .plain : unit))
    }

    /// The number of periods: a whole number written out, up to 120.
    private func periodCount(_ syntax: Syntax?, from least: Int, _ faults: inout [FormulaFault]) -> Int? {
        guard let syntax else { return 1 }
        if case .number(let value, nil, _) = syntax, let count = try? value.integer(.towardsZero),
            FixedDecimal(count) == value, (least...120).contains(count)
        {
            return count
        }
        faults.append(
            .wrongType(
                expected: LocalizedText(
                    en: "a whole number of periods from \(least) to 120", ru: "целое число периодов от \(least) до 120"),
                found: LocalizedText(syntax.text), syntax.span))
        return nil
    }

    private mutating func subject(
        _ function: Function, _ arguments: [Syntax], _ faults: inout [FormulaFault]
    ) -> Resolution<Measure>? {
        let figure = check(arguments[0], &faults)
        guard let scope = SubjectScope(rawValue: function.rawValue), figure.type != .unknown else { return .faulty }
        return .reference(.subject(scope, figure), figure.type)
    }

    private func calendar(
        _ function: Function, _ arguments: [Syntax], _ faults: inout [FormulaFault]
    ) -> Resolution<Measure> {
        guard case .name(["period"], _) = arguments[0] else {
            faults.append(
                .wrongType(
                    expected: LocalizedText("'period'"), found: LocalizedText("'\(arguments[0].text)'"),
                    arguments[0].span))
            return .faulty
        }
        return .reference(function == .days ? .days : .workingDays, .number(.days))
    }

    private func target(_ arguments: [Syntax], _ faults: inout [FormulaFault]) -> Resolution<Measure> {
        guard case .name(let path, let span) = arguments[0], path.count == 1 else {
            faults.append(
                .wrongType(
                    expected: LocalizedText(en: "the name of a metric", ru: "имя показателя"),
                    found: LocalizedText("'\(arguments[0].text)'"), arguments[0].span))
            return .faulty
        }
        guard let metric = company.metrics[path[0]] else {
            if company.faulty.contains(path[0]) { return .faulty }
            faults.append(.unknownName(path[0], known: Array(company.metrics.keys), span))
            return .faulty
        }
        return .reference(.target(metric.number), .number(metric.unit))
    }
}

// MARK: - Figures out of events

extension MeasureScope {
    private func aggregate(
        _ function: EventFunction, _ arguments: [Syntax], _ filter: Syntax?, _ span: TextSpan,
        _ faults: inout [FormulaFault]
    ) -> Resolution<Measure> {
        guard let event = event(of: arguments[0], &faults) else { return .faulty }
        var checker = Checker(FieldScope(company, event: event, use: .value))
        var value: Checked<LineReference>?
        if function == .count {
            expectEventName(arguments[0], event, &checker.faults)
        } else {
            value = checker.check(arguments[0])
        }
        checker.scope.use = .fields
        let condition = filter.map { checker.check($0) }
        if let condition { checker.expect(condition, .flag) }
        if checker.scope.namesComputed {
            for part in [value, condition].compactMap(\.self) where part.isTooLarge {
                checker.faults.append(.computedTooLarge(part.span))
            }
        }
        let type = resultType(function, value, &checker.faults)
        faults += checker.faults
        // What is too large is not walked any further.
        if type == .unknown || checker.faults.contains(where: { $0.severity == .error }) { return .faulty }
        let kind = company.eventKinds[event]
        var aggregate = Aggregate(
            function: function, event: event, value: value, filter: condition.flatMap(\.fieldsOnly),
            credit: creditOverride.flatMap { $0.event ?? event == event ? $0.rule : nil } ?? kind.credit,
            date: dateOverride.flatMap { $0.event == event ? $0.field : nil } ?? kind.dateField,
            rates: nil,
            text: Syntax.call(function.rawValue, arguments, filter: filter, span).text)
        if checker.scope.namesComputed { aggregate.meaning = company.text(of: aggregate) }
        return .reference(.aggregate(company.register(aggregate)), type)
    }

    /// The event kind that an argument speaks of: the first name in it.
    private func event(of syntax: Syntax, _ faults: inout [FormulaFault]) -> Int? {
        guard let (path, span) = syntax.eventNames.first else {
            faults.append(
                .wrongType(
                    expected: LocalizedText(en: "a field of an event", ru: "поле события"),
                    found: LocalizedText("'\(syntax.text)'"), syntax.span))
            return nil
        }
        guard let event = company.eventKind(named: path[0]) else {
            faults.append(.unknownName(path[0], known: company.eventKinds.map(\.name), span))
            return nil
        }
        return event
    }

    private func expectEventName(_ syntax: Syntax, _ event: Int, _ faults: inout [FormulaFault]) {
        if case .name(let path, _) = syntax, path.count == 1 { return }
        faults.append(
            .wrongType(
                expected: LocalizedText("'\(company.eventKinds[event].name)'"),
                found: LocalizedText("'\(syntax.text)'"),
                syntax.span))
    }

    private func resultType(
        _ function: EventFunction, _ value: Checked<LineReference>?, _ faults: inout [FormulaFault]
    ) -> FormulaType {
        guard let value else { return .number(.pieces) }
        switch (function, value.type) {
        case (_, .unknown): return .unknown
        case (.distinct, _) where value.usesShare:
            faults.append(.distinctOfLines(value.span))
            return .unknown
        case (.distinct, .text), (.distinct, .record), (.distinct, .day): return .number(.pieces)
        case (.distinct, _):
            faults.append(
                .wrongType(
                    expected: LocalizedText(en: "a code, a record or a day", ru: "код, запись или дата"),
                    found: value.type.described, value.span))
            return .unknown
        case (_, .number): return value.type
        default:
            faults.append(.wrongType(expected: .aFigure, found: value.type.described, value.span))
            return .unknown
        }
    }
}

extension Syntax {
    /// The names in reading order that can begin with an event: neither `share` nor a rate table.
    fileprivate var eventNames: [(path: [String], span: TextSpan)] {
        switch self {
        case .name(FieldScope.share, _): []
        case .name(let path, let span): [(path, span)]
        case .negation(let operand, _), .not(let operand, _), .emptiness(let operand, _, _): operand.eventNames
        case .binary(_, let left, let right, _): left.eventNames + right.eventNames
        case .conditional(let condition, let first, let second, _):
            condition.eventNames + first.eventNames + second.eventNames
        case .call(let name, _, _, _) where Function(spelled: name) == .rate: []
        case .call(_, let arguments, _, _): arguments.flatMap(\.eventNames)
        case .number, .text, .day, .flag, .invalid: []
        }
    }
}

extension LocalizedText {
    fileprivate static let aFigure = LocalizedText(en: "a number", ru: "число")
}
