internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// The plans: a list, the policy of one and its text.
enum PlanHandler {
    static let list: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        let reading = try PlanReading(asked, permit.reader)
        var page = SectionPage(title: asked.word(PlanWords.plans))
        let plans = try reading.plans
        guard !plans.isEmpty else {
            page.sections = [
                .panel(StatePanel(.empty, heading: asked.word(PlanWords.none), text: asked.word(PlanWords.noneText)))
            ]
            return asked.page(page)
        }
        page.sections = [
            .table(try table(plans, reading)),
            .links([NavigationItem(asked.word(PlanWords.kpis), Addresses.of(["kpis"]))]),
        ]
        return asked.page(page)
    }

    private static func table(_ plans: [Plan], _ reading: PlanReading) throws -> DataTable {
        let asked = reading.asked
        let drafts = reading.seesAll ? Set(try reading.book.drafts().map(\.file)) : []
        let words = FormulaWords(model: reading.company, language: asked.language)
        var columns = [Column(asked.word(PlanWords.plan)), Column(asked.word(PlanWords.period))]
        if reading.seesAll { columns.append(Column(asked.word(PlanWords.people), figures: true)) }
        columns.append(Column(asked.word(PlanWords.state)))
        return DataTable(
            name: "plans", caption: asked.word(PlanWords.plans), columns: columns,
            rows: plans.map { plan in
                var cells: [Cell] = [.text(words.period(plan.period).beginning)]
                if reading.seesAll {
                    cells.append(.text(FigureTexts.count(reading.payees(plan).count, asked.language)))
                }
                cells.append(.state(state(plan, drafts, asked)))
                return TableRow(.name(plan.title[asked.language], PlanReading.address(plan.name)), cells)
            }, language: asked.language)
    }

    private static func state(_ plan: Plan, _ drafts: Set<String>, _ asked: Asked) -> StateTag {
        if drafts.contains(plan.place.file) { return StateTag(asked.word(PlanWords.hasDraft), .info) }
        return plan.validity.contains(asked.site.today)
            ? StateTag(asked.word(PlanWords.inForce), .neutral)
            : StateTag(asked.word(PlanWords.notInForce), .warn)
    }

    // MARK: Policy

    static let policy: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        let reading = try PlanReading(asked, permit.reader)
        let plan = try reading.plan(asked.part("plan"))
        return asked.page(try PolicyModel(reading: reading, plan: plan).page)
    }

    // MARK: Text

    static let text: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        let reading = try PlanReading(asked, permit.reader)
        let plan = try reading.plan(asked.part("plan"))
        // Who is paid by a plan reads its policy; the files hold the plans of others too.
        guard reading.seesAll else { throw Problem.absent }
        let rules = try reading.rules(plan.name)
        let parts = ([rules.plan] + rules.named).map { definition in
            PlanPart.listing(
                name: definition.section + "/" + definition.name, heading: "\(definition.name) · \(definition.file)",
                first: definition.line, lines: definition.lines)
        }
        return asked.page(
            PlanPage(
                title: plan.title[asked.language] + ": " + asked.word(PlanWords.text).lowercased(),
                path: reading.path(plan), lead: asked.word(PlanWords.digest) + ": " + rules.digest,
                parts: [reading.views(plan, at: "text")] + parts))
    }

    // MARK: Acknowledgement

    static let acknowledge: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let reading = try PlanReading(asked, permit.reader)
        let plan = try reading.plan(asked.part("plan"))
        guard let person = reading.company.people.number(of: permit.reader.person),
            reading.payees(plan).contains(person)
        else { throw PlanRefusal.notPaid(plan: plan.name) }
        try reading.book.acknowledge(
            try reading.rules(plan.name), read: asked.form.text("digest"), by: permit.reader.principal())
        return .redirect(PlanReading.address(plan.name, query: [(name: "done", value: "read")]))
    }
}

/// Makes the page of a plan's policy.
private struct PolicyModel {
    let reading: PlanReading
    let plan: Plan

    private var asked: Asked { reading.asked }
    private var language: PageLanguage { reading.language }
    private var company: CompanyModel { reading.company }
    private var policy: PlanPolicy { PlanPolicy(model: company, plan: plan, language: language) }

    var page: PlanPage {
        get throws {
            let rules = try reading.rules(plan.name)
            let isPrint = asked.query["view"] == "print"
            var page = PlanPage(
                title: plan.title[language], path: reading.path(), lead: policy.lead, isPrint: isPrint)
            switch asked.query["done"] {
            case "read": page.parts.append(.section(.notice(asked.word(PlanWords.thanks), .gain)))
            case "approved": page.parts.append(.section(.notice(asked.word(PlanWords.approvedNow), .gain)))
            default: break
            }
            page.parts.append(reading.views(plan, at: nil))
            page.parts += policy.clauses
            page.parts += PlanExamples(model: company, plan: plan, language: language).parts
            page.parts += [figures(rules)].compactMap(\.self)
            page.parts += try acknowledgement(rules)
            if isPrint {
                page.parts.append(
                    .signatures(
                        [asked.word(PlanWords.employee), asked.word(PlanWords.company)],
                        day: asked.word(PlanWords.date), digest: asked.word(PlanWords.digest) + ": " + rules.digest))
            } else {
                page.parts.append(
                    .section(
                        .links([
                            NavigationItem(
                                asked.word(PlanWords.print),
                                PlanReading.address(plan.name, query: [(name: "view", value: "print")]))
                        ])))
            }
            return page
        }
    }

    /// The figures that the plan goes by, in words.
    private func figures(_ rules: PlanRules) -> PlanPart? {
        let metrics = rules.named.filter { $0.section == "metrics" }.compactMap { company.metric(named: $0.name) }
        guard !metrics.isEmpty else { return nil }
        let words = FormulaWords(model: company, language: language)
        return .section(
            .table(
                DataTable(
                    name: "figures", caption: asked.word(PlanWords.uses),
                    columns: [
                        Column(asked.word(PlanWords.figure)), Column(asked.word(PlanWords.formula)),
                        Column(asked.word(PlanWords.unit)),
                    ],
                    rows: metrics.map { number in
                        let metric = company.metrics[number]
                        return TableRow(
                            .name(metric.title[language], Addresses.of(["kpis", metric.name])),
                            [
                                .text(KPIText(company, language).formula(metric, words)),
                                .text(KPIText(company, language).unit(metric)),
                            ])
                    }, language: language)))
    }

    private func acknowledgement(_ rules: PlanRules) throws -> [PlanPart] {
        let known = try reading.book.acknowledgements(of: plan.name)
        var parts: [PlanPart] = []
        let payees = reading.payees(plan)
        if let own = company.people.number(of: reading.reader.person), payees.contains(own) {
            parts += mine(known[reading.reader.person], rules)
        }
        if reading.seesAll, !payees.isEmpty { parts.append(.section(.table(table(payees, known, rules)))) }
        return parts
    }

    private func mine(_ own: PlanAcknowledgement?, _ rules: PlanRules) -> [PlanPart] {
        if let own, own.digest == rules.digest {
            return [.section(.notice(asked.word(PlanWords.readAt(asked.shown(own.at))), .gain))]
        }
        let text = asked.word(own == nil ? PlanWords.notRead : PlanWords.readEarlier)
        return [
            .section(
                .form(
                    SectionForm(
                        name: "acknowledge", heading: asked.word(PlanWords.acknowledge),
                        text: [text, asked.word(PlanWords.digest) + ": " + rules.digest.prefix(16)],
                        action: PlanReading.address(plan.name, "acknowledgements"),
                        hidden: [(name: "digest", value: rules.digest)], button: asked.word(PlanWords.read))))
        ]
    }

    private func table(
        _ payees: [Int32], _ known: [String: PlanAcknowledgement], _ rules: PlanRules
    ) -> DataTable {
        DataTable(
            name: "acknowledged", caption: asked.word(PlanWords.acknowledged),
            columns: [
                Column(asked.word(PlanWords.person)), Column(asked.word(PlanWords.state)),
                Column(asked.word(PlanWords.day)), Column(asked.word(PlanWords.digest)),
            ],
            rows: payees.prefix(200).map { number in
                let id = company.people.id(number)
                let own = known[id]
                let tag: StateTag =
                    own.map { own in
                        own.digest == rules.digest
                            ? StateTag(asked.word(PlanWords.isRead), .gain)
                            : StateTag(asked.word(PlanWords.isEarlier), .warn)
                    } ?? StateTag(asked.word(PlanWords.isNot), .neutral)
                return TableRow(
                    .name(company.people.title(number)[language], nil),
                    [
                        .state(tag), .text(own.map { asked.shown($0.at) } ?? "—"),
                        .text(own.map { String($0.digest.prefix(16)) } ?? "—"),
                    ])
            }, language: language)
    }
}
