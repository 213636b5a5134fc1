internal import Calculation
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// Approving a draft in three pages: what will happen, the act, and what was done.
enum PlanApprovalHandler {
    static let check: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let draft = try DraftReading(PlanReading(asked, permit.reader))
        let checked = try draft.checked()
        let approving = try approving(draft, checked)
        if let refusal = try draft.reading.book.refusal(of: draft.file, approving, by: permit.reader.principal()) {
            throw refusal
        }
        return asked.page(try page(draft, checked))
    }

    static let approve: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let key = asked.form.text("key")
        if let location = asked.site.keys.answer(to: key, of: permit.reader.person) {
            return .redirect(SignInHandler.address(of: location))
        }
        let draft = try DraftReading(PlanReading(asked, permit.reader))
        let checked = try draft.checked()
        // The approval is for the version that was shown, whatever has been saved since.
        try draft.reading.book.approve(
            draft.file, after: Int64(asked.form.text("version")) ?? 0, try approving(draft, checked),
            by: permit.reader.principal())
        let address = PlanReading.address(draft.plan.name, query: [(name: "done", value: "approved")])
        asked.site.keys.note(key, of: permit.reader.person, address.text)
        return .redirect(address)
    }

    private static func approving(
        _ draft: DraftReading, _ checked: DraftReading.Checked
    ) throws -> PlanBook.Approving {
        let site = draft.asked.site
        let changed = changedPlans(draft)
        let reader = draft.reading.reader
        let own = [draft.reading.company, checked.model].compactMap(\.self).lazy.compactMap { model in
            model.people.number(of: reader.person).flatMap { person in
                model.plans.first {
                    changed.contains($0.name) && PlanReading.pays($0, person, model, since: site.today)
                }
            }
        }.first
        return PlanBook.Approving(
            folder: draft.reading.cycle.text, errors: checked.errors, ownPlan: own?.title[draft.asked.language]
        ) { file, before in
            guard let replace = site.replaceText else { throw PlanRefusal.notWritable }
            return try replace(file, before)
        }
    }

    /// The plans whose rules differ between the folder and the draft, by name.
    private static func changedPlans(_ draft: DraftReading) -> [String] {
        let (now, then) = (
            CompanyReader.definitions(in: draft.reading.cycle.text), CompanyReader.definitions(in: draft.text)
        )
        let names = (now + then).filter { $0.section == "plans" }.map(\.name)
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }.filter {
            PlanRules($0, among: now)?.digest != PlanRules($0, among: then)?.digest
        }
    }

    private static func page(_ draft: DraftReading, _ checked: DraftReading.Checked) throws -> PlanPage {
        let asked = draft.asked
        guard let kept = draft.draft, let model = checked.model else { throw PlanRefusal.noDraft(draft.file) }
        let changed = changedPlans(draft)
        let plans = model.plans.filter { changed.contains($0.name) }
        let people = Set(plans.flatMap { draft.reading.payees($0, model) }).count
        let tests = PlanTester(model).results()
        let passed = tests.count(where: \.passed)
        let rows =
            [
                SummaryRow(asked.word(DraftWords.file), .name(draft.file, nil)),
                SummaryRow(
                    asked.word(DraftWords.author), .name(draft.reading.name(kept.author), nil),
                    note: asked.shown(kept.at)),
                SummaryRow(
                    asked.word(DraftWords.changedPlans),
                    .name(
                        plans.isEmpty
                            ? asked.word(DraftWords.noPlans)
                            : plans.map { $0.title[asked.language] }.joined(separator: ", "), nil)),
                SummaryRow(
                    asked.word(DraftWords.paidPeople), .text(DraftWords.forPeople.text(people, in: asked.language))),
                SummaryRow(asked.word(DraftWords.checkRow), .text(draft.summary(checked))),
                SummaryRow(
                    asked.word(DraftWords.testsRow),
                    .text(
                        asked.word(ru: "выполнено \(passed) из \(tests.count)", en: "\(passed) of \(tests.count) hold"))
                ),
                SummaryRow(
                    asked.word(DraftWords.backTestRow), .text(try backTest(draft)),
                    change: NavigationItem(asked.word(PlanWords.effect), PlanReading.address(draft.plan.name, "effect"))
                ),
                SummaryRow(asked.word(DraftWords.followsRow), .text(asked.word(DraftWords.follows))),
            ] + digests(plans, draft)
        let form = SectionForm(
            name: "approve", heading: asked.word(DraftWords.approve),
            action: PlanReading.address(draft.plan.name, "approve"),
            hidden: [(name: "version", value: String(kept.version))],
            button: asked.word(
                DraftWords.button(draft.file, DraftWords.forPeople.text(people, in: asked.language))),
            key: asked.site.keys.draw())
        return PlanPage(
            title: asked.word(DraftWords.approve), path: draft.reading.path(draft.plan),
            parts: [.section(.summary(name: "check", heading: asked.word(PeriodWords.check), rows))]
                + draft.difference() + [.section(.form(form))])
    }

    /// What is approved, by the digest that payees will acknowledge.
    private static func digests(_ plans: [Plan], _ draft: DraftReading) -> [SummaryRow] {
        plans.compactMap { plan in
            PlanRules(plan.name, in: draft.text).map { rules in
                SummaryRow(
                    draft.asked.word(PlanWords.digest), .text(rules.digest), note: plan.title[draft.asked.language])
            }
        }
    }

    private static func backTest(_ draft: DraftReading) throws -> String {
        guard case .done(let test, _) = draft.asked.site.backTests.state(of: try draft.subject()) else {
            return draft.asked.word(DraftWords.notTried)
        }
        let amounts = Amounts(currency: draft.reading.company.currency, language: draft.asked.language)
        return amounts.text(test.total.now?.minorUnits ?? 0) + " → " + amounts.text(test.total.then?.minorUnits ?? 0)
    }
}
