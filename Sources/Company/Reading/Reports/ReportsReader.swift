internal import Formulas
internal import Messages
internal import Quantities

/// Reads the section `reports`: tables of figures and of what a plan pays.
struct ReportsReader {
    let documents: Documents
    /// The plans that may be reported.
    let plans: [Plan]
    let formulas: FormulaReader
    let findings: Findings

    private var names: Names { formulas.names }

    /// The reports, in the order in which they are written.
    func read() -> [Report] { documents.definitions(.reports, findings).compactMap { report($0) } }

    private func report(_ definition: Documents.Definition) -> Report? {
        guard let fields = Fields(definition.value, findings) else { return nil }
        let title = fields.take("title").flatMap { findings.localized($0) }
        let plan = fields.require("plan").flatMap { reportedPlan($0) }
        let columns = fields.require("columns").map { self.columns($0, plan) } ?? []
        fields.finish()
        guard let plan else { return nil }
        return Report(
            name: definition.name, title: title ?? LocalizedText(definition.name), plan: plan, columns: columns,
            place: definition.key.place)
    }

    private func reportedPlan(_ entry: YAMLEntry) -> Int? {
        guard let name = findings.text(entry) else { return nil }
        if let plan = plans.firstIndex(where: { $0.name == name }) { return plan }
        // A plan too faulty to be read has been reported where it stands.
        if !isPlanWritten(name) {
            findings.add([.unknownName(name, known: plans.map(\.name), TextSpan(0, name.count))], in: entry)
        }
        return nil
    }

    private func isPlanWritten(_ name: String) -> Bool {
        documents[.plans].contains { $0.name == name }
    }

    // MARK: Columns

    private func columns(_ entry: YAMLEntry, _ plan: Int?) -> [Report.Column] {
        guard let pairs = entry.pairs, !pairs.isEmpty else {
            findings.expected(LocalizedText(en: "columns by name", ru: "столбцы по именам"), at: entry)
            return []
        }
        var taken: Set<String> = []
        return pairs.compactMap { key, value in
            guard let name = findings.text(key), isColumnName(name, key, &taken) else { return nil }
            return column(name, value, plan)
        }
    }

    /// A name that a reader of the table can tell from the others.
    private func isColumnName(_ name: String, _ key: YAMLEntry, _ taken: inout Set<String>) -> Bool {
        if Report.leadingColumns.contains(name) {
            findings.report(
                "reserved-name", at: key.place,
                LocalizedText(
                    en: "every report has a column '\(name)' already",
                    ru: "столбец «\(name)» есть в каждом отчёте и без того"),
                remedy: LocalizedText(en: "rename this one", ru: "назовите этот иначе"))
            return false
        }
        if name.allSatisfy(\.isWhitespace) {
            findings.report(
                "bad-name", at: key.place,
                LocalizedText(en: "a column needs a name", ru: "у столбца должно быть имя"),
                remedy: LocalizedText(en: "write 'name: formula'", ru: "пишите «имя: формула»"))
            return false
        }
        if taken.insert(name).inserted { return true }
        findings.report(
            "duplicate-name", at: key.place,
            LocalizedText(en: "there are two columns '\(name)'", ru: "столбец «\(name)» стоит дважды"),
            remedy: LocalizedText(en: "rename one of them", ru: "переименуйте одно из них"))
        return false
    }

    /// A formula, or `{value: <formula>, title: …}`.
    private func column(_ name: String, _ entry: YAMLEntry, _ plan: Int?) -> Report.Column? {
        var value: YAMLEntry? = entry
        var title: LocalizedText?
        if entry.pairs != nil, let fields = Fields(entry, findings) {
            value = fields.require("value")
            title = fields.take("title").flatMap { findings.localized($0) }
            fields.finish()
        }
        return value.flatMap { source($0, plan) }.map {
            Report.Column(name: name, title: title ?? LocalizedText(name), source: $0)
        }
    }

    private func source(_ entry: YAMLEntry, _ plan: Int?) -> Report.Source? {
        guard let text = findings.text(entry) else { return nil }
        let syntax = Parser.parse(text).syntax
        switch syntax {
        case .name(["pay"], let span): return allPay(entry, span)
        case .call("pay", let arguments, nil, let span): return componentPay(arguments, plan, entry, span)
        default: break
        }
        if let span = syntax.span(ofPay: isNameGiven("pay")) {
            reportMisplacedPay(entry, span)
            return nil
        }
        return figure(entry).map { .formula($0) }
    }

    /// A formula that gives a number.
    private func figure(_ entry: YAMLEntry) -> Checked<Measure>? {
        guard let formula = formulas.formula(entry, MeasureScope(names)) else { return nil }
        if formula.type.unit != nil { return formula }
        findings.add(
            [
                .wrongType(
                    expected: LocalizedText(en: "a number", ru: "число"), found: formula.type.described, formula.span)
            ], in: entry)
        return nil
    }
}

// MARK: - Pay

extension ReportsReader {
    /// The company's own metric of that name would be as good a reading.
    private func allPay(_ entry: YAMLEntry, _ span: TextSpan) -> Report.Source? {
        guard names.metrics["pay"] != nil || names.parameters["pay"] != nil || names.faulty.contains("pay") else {
            return .pay(component: nil)
        }
        findings.report(
            "ambiguous-name", at: entry.place(of: span),
            LocalizedText(
                en: "'pay' could be the company's own figure, or what the plan pays",
                ru: "«pay» — это и показатель компании, и всё, что платит план"),
            remedy: LocalizedText(
                en: "give the company's own figure another name", ru: "назовите показатель компании иначе"))
        return nil
    }

    /// `pay(fee)`; a name that is no identifier stands in quotation marks: `pay("base fee")`.
    private func componentPay(
        _ arguments: [Syntax], _ plan: Int?, _ entry: YAMLEntry, _ span: TextSpan
    ) -> Report.Source? {
        guard arguments.count == 1, let (name, nameSpan) = arguments[0].componentName else {
            findings.report(
                "wrong-shape", at: entry.place(of: span),
                LocalizedText(en: "'pay' takes one component", ru: "«pay» берёт одну составляющую"),
                remedy: LocalizedText(
                    en: "write pay(component), or 'pay' alone for all of them",
                    ru: "пишите pay(составляющая) или просто «pay» для всех вместе"))
            return nil
        }
        guard let plan else { return nil }
        if let component = plans[plan].line(named: name) { return .pay(component: component) }
        // A component too faulty to be read has been reported where it stands.
        if !isComponentWritten(name, plans[plan].name) {
            findings.add([.unknownName(name, known: plans[plan].lines.map(\.name), nameSpan)], in: entry)
        }
        return nil
    }

    private func isComponentWritten(_ name: String, _ plan: String) -> Bool {
        let definition = documents[.plans].first { $0.name == plan }
        let components = definition?.value.pairs?.first { $0.key.text == "components" }?.value.pairs ?? []
        return components.contains { $0.key.text == name }
    }

    private func isNameGiven(_ name: String) -> Bool {
        names.metrics[name] != nil || names.parameters[name] != nil || names.faulty.contains(name)
            || names.eventKind(named: name) != nil
    }

    private func reportMisplacedPay(_ entry: YAMLEntry, _ span: TextSpan) {
        findings.report(
            "misplaced-pay", at: entry.place(of: span),
            LocalizedText(
                en: "'pay' is a column by itself, not a part of a formula",
                ru: "«pay» — столбец сам по себе, а не часть формулы"),
            remedy: LocalizedText(
                en: "make it a column of its own", ru: "сделайте для него отдельный столбец"))
    }
}

extension Syntax {
    /// A name, or a text in quotation marks.
    fileprivate var componentName: (name: String, span: TextSpan)? {
        switch self {
        case .name(let path, let span) where path.count == 1: (path[0], span)
        case .text(let text, let span): (text, span)
        default: nil
        }
    }

    /// Where pay is first asked for; a bare `pay` is not when the company has given the name to something else.
    fileprivate func span(ofPay isNameGiven: Bool) -> TextSpan? {
        switch self {
        case .name(["pay"], let span): isNameGiven ? nil : span
        case .call("pay", _, _, let span): span
        case .number, .text, .day, .flag, .name, .invalid: nil
        case .negation(let operand, _), .not(let operand, _), .emptiness(let operand, _, _):
            operand.span(ofPay: isNameGiven)
        case .binary(_, let left, let right, _):
            left.span(ofPay: isNameGiven) ?? right.span(ofPay: isNameGiven)
        case .conditional(let condition, let first, let second, _):
            [condition, first, second].lazy.compactMap { $0.span(ofPay: isNameGiven) }.first
        case .call(_, let arguments, let filter, _):
            (arguments + [filter].compactMap { $0 }).lazy.compactMap { $0.span(ofPay: isNameGiven) }.first
        }
    }
}
