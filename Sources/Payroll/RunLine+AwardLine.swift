internal import Calculation
internal import Company
public import Ledger
public import Messages
internal import Periods
internal import Quantities
public import Storage

extension RunLine {
    /// A line as it is kept: names instead of numbers, with all that a reader should know of it.
    init(_ line: AwardLine, _ model: CompanyModel) {
        let plan = model.plans[line.plan]
        self.init(
            person: model.people.id(line.participation.person), plan: plan.name,
            component: plan.line(line.component).name, period: line.participation.period.description,
            from: line.participation.days.from.description, until: line.participation.days.until.description,
            amount: line.amount.value?.minorUnits, reason: line.amount.reason?.message,
            remarks: (Self.timeShare(line, model).map { [$0] } ?? []) + line.remarks.map(\.message))
    }

    /// That an award was paid for a part of the period, or of full time.
    private static func timeShare(_ line: AwardLine, _ model: CompanyModel) -> CodedMessage? {
        guard line.participation.period != .all, model.plans[line.plan].line(line.component).scalesWithTime else {
            return nil
        }
        let share = line.participation.timeShare
        guard share != .one else { return nil }
        let percent = Percentage(share)
        return CodedMessage(
            "time-share", [MessageArgument("share", .figure(share, unit: "percent"))],
            LocalizedText(en: "\(percent) of the period's time", ru: "\(percent) времени периода"))
    }
}

extension RunLine {
    /// The award that the line is a part of.
    public var obligation: Obligation {
        Obligation(person: person, .award(plan: plan, component: component, period: period))
    }
}

extension StoredRun {
    /// Awards without a value, with the reason; in the order of their lines.
    public var withoutValue: [(award: Obligation, reason: CodedMessage)] {
        lines.compactMap { line in line.reason.map { (line.obligation, $0) } }
    }

    /// Awards that have an amount although something that they rest on has none: a target that nobody entered pays as if nothing
    /// had been reached, and what would free an award holds it.
    public var incomplete: [(award: Obligation, missing: [CodedMessage])] {
        let counted = lines.compactMap { line -> (award: Obligation, missing: [CodedMessage])? in
            guard line.amount != nil, let remarks = line.remarks else { return nil }
            let missing = remarks.filter { Remark.codesOfMissingValues.contains($0.code) }
            return missing.isEmpty ? nil : (line.obligation, missing)
        }
        return counted + notes.compactMap { note in note.undecided.map { ($0, [note.message]) } }
    }

    /// What was found in the company and its data, beside what concerns single awards.
    public var findings: [RunNote] { notes.filter { $0.undecided == nil } }
}

extension RunNote {
    /// A finding as it is kept with a run.
    init(_ finding: Diagnostic) {
        self.init(
            finding.severity, CodedMessage(finding.code, [], finding.message),
            place: finding.place?.address ?? "", remedy: finding.remedy)
    }
}

extension RunNote {
    /// That something which decides about an award, a tranche of it or a draw has no value.
    init(undecided obligation: Obligation, _ reason: Reason, isTranche: Bool = false) {
        var arguments = [MessageArgument("person", .name(obligation.person))]
        var (code, text) = (Self.held, LocalizedText.held(reason))
        switch obligation.matter {
        case .award(let plan, let component, let period):
            if isTranche { (code, text) = (Self.deferred, .deferred(reason)) }
            arguments += [
                MessageArgument("plan", .name(plan)), MessageArgument("component", .name(component)),
                MessageArgument("period", .name(period)),
            ]
        case .draw(let plan):
            arguments.append(MessageArgument("plan", .name(plan)))
            (code, text) = (Self.notAdvanced, .nothingAdvanced(reason))
        case .adjustment, .pay: break
        }
        arguments.append(MessageArgument("reason", .name(reason.code)))
        self.init(.note, CodedMessage(code, arguments, text))
    }

    private static let held = "held-without-value"
    private static let notAdvanced = "draw-without-value"
    private static let deferred = "tranche-without-value"

    /// The award or draw that it says this of; `nil` when it says something else.
    var undecided: Obligation? {
        let names = Dictionary(message.arguments.map { ($0.name, $0.value) }) { first, _ in first }
        guard case .name(let person)? = names["person"], case .name(let plan)? = names["plan"] else { return nil }
        if message.code == Self.notAdvanced { return Obligation(person: person, .draw(plan: plan)) }
        guard message.code == Self.held || message.code == Self.deferred,
            case .name(let component)? = names["component"],
            case .name(let period)? = names["period"]
        else { return nil }
        return Obligation(person: person, .award(plan: plan, component: component, period: period))
    }
}

extension LocalizedText {
    fileprivate static func held(_ reason: Reason) -> LocalizedText {
        LocalizedText(
            en: "held, since what would free it has no value: \(reason.text.en)",
            ru: "удержано: у того, что его освобождает, нет значения: \(reason.text.ru)")
    }

    fileprivate static func deferred(_ reason: Reason) -> LocalizedText {
        LocalizedText(
            en: "a tranche is due and stays deferred, since what decides it has no value: \(reason.text.en)",
            ru:
                "подошёл срок части, но она остаётся отложенной: у того, что о ней решает, нет значения: \(reason.text.ru)"
        )
    }

    fileprivate static func nothingAdvanced(_ reason: Reason) -> LocalizedText {
        LocalizedText(
            en: "a term of the draw has no value: \(reason.text.en)",
            ru: "у условия аванса нет значения: \(reason.text.ru)")
    }
}
