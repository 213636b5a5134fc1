internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// The texts that a plan has had: who brought each, what changed, and by how much pay would differ.
enum VersionHandler {
    static let show: @Sendable (Asked, Permit<OwnOrAll>) async throws -> Answer = { asked, permit in
        let reading = try PlanReading(asked, permit.reader)
        let plan = try reading.plan(asked.part("plan"))
        guard reading.seesAll else { throw Problem.absent }
        let versions = try VersionReading(reading, plan)
        var page = PlanPage(
            title: plan.title[asked.language] + ": " + asked.word(PlanWords.versions).lowercased(),
            path: reading.path(plan))
        page.parts = [reading.views(plan, at: "versions"), .section(.table(versions.table))]
        let name = asked.query["version"] ?? versions.all.last.map(VersionReading.name) ?? ""
        if let chosen = versions.all.firstIndex(where: { VersionReading.name($0) == name }) {
            page.parts += try versions.parts(chosen, &page)
        }
        return asked.page(page)
    }
}

/// The versions of a plan for a page.
struct VersionReading {
    let reading: PlanReading
    let plan: Plan
    /// The first one known first.
    let all: [PlanVersion]

    init(_ reading: PlanReading, _ plan: Plan) throws {
        self.reading = reading
        self.plan = plan
        all = try reading.cycle.versions(ofPlan: plan.name)
    }

    private var asked: Asked { reading.asked }

    /// What a version is called in addresses: the beginning of the digest of its rules.
    static func name(_ version: PlanVersion) -> String { String(version.rules.digest.prefix(16)) }

    /// A version and the one before it.
    struct Pair {
        let before: PlanVersion
        let version: PlanVersion
    }

    func pair(_ name: String) throws -> Pair? {
        guard let place = all.lastIndex(where: { Self.name($0) == name }), place > 0 else { return nil }
        return Pair(before: all[place - 1], version: all[place])
    }

    /// The company's whole text with a version.
    func text(_ version: PlanVersion) throws -> [SourceFile] {
        try version.model.map { try reading.cycle.keptText($0) } ?? reading.cycle.text
    }

    func subject(_ pair: Pair) throws -> BackTests.Subject {
        let now = ReadTransaction.modelDigest(of: reading.cycle.text)
        return BackTests.Subject(
            plan: plan.name, now: pair.before.model ?? now, then: pair.version.model ?? now,
            head: try reading.cycle.workspace.read { try $0.factHead })
    }

    var table: DataTable {
        DataTable(
            name: "versions", caption: asked.word(PlanWords.versions),
            columns: [
                Column(asked.word(DraftWords.version)), Column(asked.word(DraftWords.since)),
                Column(asked.word(DraftWords.by)), Column(asked.word(DraftWords.way)),
            ],
            rows: all.reversed().map { version in
                TableRow(
                    .name(
                        Self.name(version),
                        PlanReading.address(
                            plan.name, "versions", query: [(name: "version", value: Self.name(version))])),
                    [
                        .text(version.at.isEmpty ? "—" : asked.shown(version.at)),
                        .text(version.actor.isEmpty ? "—" : reading.name(version.actor)), .text(way(version)),
                    ])
            }, language: asked.language)
    }

    private func way(_ version: PlanVersion) -> String {
        if let approval = version.approval {
            return asked.word(
                DraftWords.approvedBy(reading.name(approval.approver), reading.name(approval.author)))
        }
        return asked.word(version.model == nil ? DraftWords.inFolder : DraftWords.calculated)
    }

    /// What a version changed, in its text and in money.
    func parts(_ place: Int, _ page: inout PlanPage) throws -> [PlanPart] {
        let version = all[place]
        page.lead = asked.word(PlanWords.digest) + ": " + version.rules.digest
        guard place > 0 else {
            return [
                .section(.notice(asked.word(DraftWords.first), .info)),
                .listing(
                    name: "text", heading: plan.name, first: version.rules.plan.line, lines: version.rules.plan.lines),
            ]
        }
        let before = all[place - 1]
        var parts = DraftReading.difference(
            asked, DraftWords.fromBefore, Self.lines(before.rules), Self.lines(version.rules))
        guard reading.reader.mayAll(.writePlans) || reading.reader.mayAll(.approvePlans) else { return parts }
        let name = Self.name(version)
        let draft = try DraftReading(reading)
        switch asked.site.backTests.state(of: try subject(Pair(before: before, version: version))) {
        case .working(let done, let count, let since, let actor):
            page.refreshAfter = 2
            parts += EffectHandler.working(plan.name, done, count, since, actor, asked, of: name)
        case .done(let test, _):
            parts += BackTestParts(test: test, company: reading.company, asked: asked).parts
        case .failed(let problem):
            parts.append(
                .section(
                    .panel(
                        StatePanel(
                            .error, heading: asked.word(DraftWords.backTestFailed), text: asked.word(problem.text)))))
        case nil: parts.append(EffectHandler.form(plan.name, draft.periods, asked, of: name))
        }
        return parts
    }

    /// The plan and what it names, one under the other.
    private static func lines(_ rules: PlanRules) -> [String] { ([rules.plan] + rules.named).flatMap(\.lines) }
}
