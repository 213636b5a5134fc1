internal import Calculation
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// The draft of the file that a plan stands in, the text of the company with it, and what a check finds.
struct DraftReading {
    let reading: PlanReading
    /// The plan as it stands.
    let plan: Plan
    /// The file as it lies in the folder.
    let own: SourceFile
    /// The draft, if there is one.
    let draft: PlanDraft?

    init(_ reading: PlanReading) throws {
        self.reading = reading
        plan = try reading.plan(reading.asked.part("plan"))
        let file = try reading.rules(plan.name).plan.file
        guard let own = reading.cycle.text.first(where: { $0.path == file }) else { throw Problem.absent }
        self.own = own
        draft = try reading.book.draft(of: file)
    }

    var asked: Asked { reading.asked }
    var file: String { own.path }
    /// The file's text in the folder.
    var ownText: String { String(decoding: own.bytes, as: UTF8.self) }
    /// Whether the file has changed since the draft was begun.
    var isStale: Bool { draft.map { $0.base != PlanBook.digest(own) } ?? false }
    /// The version that a saving follows.
    var version: Int64 {
        get throws { try draft?.version ?? reading.book.lastVersion(of: file) }
    }

    /// The company's text with the draft in place of its file.
    var text: [SourceFile] { text(with: draft?.text) }

    private func text(with content: String?) -> [SourceFile] {
        guard let content else { return reading.cycle.text }
        let written = SourceFile(path: file, bytes: Array(content.utf8))
        return reading.cycle.text.map { $0.path == file ? written : $0 }
    }

    /// The company with the draft, and what a check finds.
    struct Checked {
        let model: CompanyModel?
        let found: [Diagnostic]
        var errors: Int { found.count { $0.severity == .error } }
    }

    /// Checks the company's text with the draft in it.
    func checked() throws -> Checked {
        let (model, found) = try reading.cycle.reading(of: text)
        return Checked(model: model, found: found.filter { $0.severity != .note })
    }

    // MARK: Parts of pages

    /// The most findings that are shown.
    private static let mostFindings = 50

    /// What a check found, each as it is printed.
    func findings(_ checked: Checked) -> [PlanPart] {
        guard !checked.found.isEmpty else { return [.section(.notice(asked.word(DraftWords.fine), .gain))] }
        let language = asked.language
        let shown = checked.found.sorted { $0.severity == .error && $1.severity != .error }.prefix(Self.mostFindings)
        let rest = checked.found.count - shown.count
        let findings = shown.map { Finding($0.rendered(in: language.ofTexts), $0.severity == .error ? .loss : .warn) }
        return [
            .findings(
                name: "findings", heading: asked.word(DraftWords.findings) + ": " + summary(checked), findings)
        ] + (rest > 0 ? [.section(.notice(asked.word(DraftWords.more(rest)), .info))] : [])
    }

    /// "1 error, 2 warnings".
    func summary(_ checked: Checked) -> String {
        let warnings = checked.found.count - checked.errors
        let parts =
            (checked.errors > 0 ? [DraftWords.errors.text(checked.errors, in: asked.language)] : [])
            + (warnings > 0 ? [DraftWords.warnings.text(warnings, in: asked.language)] : [])
        return parts.isEmpty ? asked.word(DraftWords.fine) : parts.joined(separator: ", ")
    }

    /// What the draft changes in the file.
    func difference() -> [PlanPart] {
        guard let draft else { return [] }
        return Self.difference(
            asked, DraftWords.difference, TextDifference.lines(of: ownText), TextDifference.lines(of: draft.text))
    }

    static func difference(
        _ asked: Asked, _ heading: Words, _ before: [String], _ after: [String]
    ) -> [PlanPart] {
        guard let lines = TextDifference.lines(before, after) else {
            return [.section(.notice(asked.word(DraftWords.tooMuch), .info))]
        }
        return [.difference(name: "difference", heading: asked.word(heading), lines)]
    }

    /// The way back to the views of the plan.
    func views(at view: String?) -> PlanPart { reading.views(plan, at: view) }

    // MARK: Trying it

    /// The last twelve pay periods that have ended.
    var periods: [Period] {
        let calendar = reading.company.calendar
        guard let now = asked.site.currentPeriod(reading.company) else { return [] }
        return (1...12).reversed().compactMap { calendar.period(after: now, by: -$0) }
    }

    /// What is compared: the text of the folder with the draft, on the rows of now.
    func subject() throws -> BackTests.Subject {
        BackTests.Subject(
            plan: plan.name, now: ReadTransaction.modelDigest(of: reading.cycle.text),
            then: ReadTransaction.modelDigest(of: text), head: try reading.cycle.workspace.read { try $0.factHead })
    }
}
