internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// Targets that a head proposes for his people, and what becomes of them.
enum TargetProposalsHandler {
    static let show: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        // Whoever writes everybody's targets has no one to propose them to.
        if permit.reader.mayAll(.setTargets) { return .redirect(Addresses.of(["data", "targets"])) }
        let grid = try grid(asked, asked.query, permit.reader)
        return asked.page(try grid.page(isSaved: asked.query["done"] != nil))
    }

    static let propose: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        let grid = try grid(asked, asked.form, permit.reader)
        var targets: [(metric: String, subject: String, period: String, value: String)] = []
        var errors: [FieldError] = []
        for (subject, period, text) in grid.changed {
            guard let plain = text.isEmpty ? "" : EnteredNumber.plain(text, asked.language) else {
                errors.append(FieldError(field: grid.field(subject, period), asked.word(TargetWords.noNumber)))
                continue
            }
            targets.append((grid.metric.name, subject, period.description, plain))
        }
        guard errors.isEmpty else { return asked.page(try grid.page(errors), status: 422) }
        // The people of each period are those of its own days.
        for (period, own) in Dictionary(grouping: targets, by: { $0.period }).sorted(by: { $0.key < $1.key }) {
            try grid.cycle.propose(targets: own, by: try Gate(asked: asked).principal(in: period, permit.reader))
        }
        return .redirect(grid.address(isDone: true))
    }

    /// The proposals about a metric that wait, as a form for whoever decides.
    static func waiting(_ grid: TargetGrid) throws -> [PageSection] {
        let asked = grid.asked
        let proposals = try self.proposals(of: grid.metric.name, grid.cycle)
        guard !proposals.isEmpty else { return [] }
        let choices = [TargetWords.accept, TargetWords.decline, TargetWords.later].enumerated().map { place, words in
            Choice(String(place), asked.word(words))
        }
        let fields = proposals.map { proposal in
            let words = TargetWords.proposal(
                title(proposal.subject, grid.company, asked), PeriodNames.title(proposal.period, asked.language),
                EnteredNumber.shown(proposal.value, asked.language), title(proposal.actor, grid.company, asked))
            return SectionForm.Field.choice(
                ChoiceField(
                    name: name(proposal), question: asked.word(words), choices: choices, chosen: ["2"],
                    in: asked.language))
        }
        return [
            .form(
                SectionForm(
                    name: "proposals", heading: asked.word(TargetWords.proposals),
                    action: Addresses.of(["data", "targets", "decisions"]),
                    hidden: [(name: "metric", value: grid.metric.name)], fields: fields,
                    button: asked.word(TargetWords.decide), isMain: false))
        ]
    }

    static let decide: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let principal = permit.reader.principal()
        let metric = asked.form.text("metric")
        // A proposal that was changed since has another name, and is not decided about.
        let proposals = try proposals(of: metric, cycle)
        let accepted = proposals.filter { asked.form.text(name($0)) == "0" }
        for (source, own) in try bySource(accepted, cycle) {
            let sheet = RowWriting.Sheet(
                kind: "targets", columns: ["metric", "subject", "period", "value"],
                rows: own.map { [$0.metric, $0.subject, $0.period, $0.value] }, source: source)
            let found = try RowWriting(cycle: cycle, principal: principal).write(sheet) { _ in }
            if let first = found.first {
                throw Problem(
                    status: 422, code: "target-refused", title: TargetWords.decide,
                    text: first.message.words.asSentence)
            }
        }
        for proposal in proposals {
            switch asked.form.text(name(proposal)) {
            case "0": try cycle.decide(proposal, accepted: true, by: principal)
            case "1": try cycle.decide(proposal, accepted: false, by: principal)
            default: break
            }
        }
        return .redirect(
            Addresses.of(["data", "targets"], query: [(name: "metric", value: metric), (name: "done", value: "1")]))
    }

    // MARK: Parts

    private static let most = 100

    private static func proposals(of metric: String, _ cycle: PayCycle) throws -> [TargetProposal] {
        Array(try cycle.targetProposals().filter { $0.metric == metric }.prefix(most))
    }

    private static func name(_ proposal: TargetProposal) -> String {
        "p." + proposal.key.replacing("\u{1F}", with: ".") + "." + String(proposal.version)
    }

    /// Targets by the source of the row that is there.
    private static func bySource(
        _ proposals: [TargetProposal], _ cycle: PayCycle
    ) throws -> [(source: String, own: [TargetProposal])] {
        let rows = try cycle.workspace.read { try $0.rows(of: "targets", keys: proposals.map(\.key)) }
        let sources = Dictionary(rows.map { ($0.key, $0.source) }) { first, _ in first }
        return Dictionary(grouping: proposals) { sources[$0.key] ?? "" }.sorted { $0.key < $1.key }
            .map { (source: $0.key, own: $0.value) }
    }

    private static func title(_ person: String, _ company: CompanyModel, _ asked: Asked) -> String {
        DisputeHandler.title(of: person, company, asked.language)
    }

    private static func grid(_ asked: Asked, _ fields: FormFields, _ reader: Reader) throws -> TargetGrid {
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let own = Dictionary(
            try cycle.targetProposals().filter { $0.actor == reader.person }.map { ($0.key, $0.value) }
        ) { first, _ in first }
        return try TargetGrid(
            asked, fields,
            .proposing(
                people: { Set(ReportingLine(model: company).below(reader.person, in: $0).keys) }, own))
    }
}
