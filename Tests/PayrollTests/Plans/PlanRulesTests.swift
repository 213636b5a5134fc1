import Company
import Payroll
import Storage
import Testing

/// What a payee acknowledges: the lines of his plan and of all that it names.
@Suite("Rules of a plan and their digest")
struct PlanRulesTests {
    private static let text = """
        # The rules.
        company: {name: Test, currency: RUB}
        parameters:
          bonus_rate: 5%
          other: 1%
        metrics:
          sales:
            unit: RUB
            value: sum(sale.amount)

          # A remark that belongs to nobody.
          margin: {unit: RUB, value: sales - cost}
          cost: {unit: RUB, value: sum(sale.cost)}
          calls: {unit: pieces, value: count(call)}
        plans:
          seller:
            for: {position: seller}
            components:
              bonus: {commission: margin, rate: bonus_rate}
          caller:
            for: {position: caller}
            components: {bonus: {commission: calls, rate: 10 RUB}}
        """

    private static func rules(_ text: String, _ plan: String = "seller") throws -> PlanRules {
        try #require(PlanRules(plan, in: [SourceFile(path: "company.yaml", bytes: Array(text.utf8))]))
    }

    @Test("the plan stands with its own lines, and with what it names directly and through others")
    func named() throws {
        let rules = try Self.rules(Self.text)
        #expect(rules.plan.line == 16)
        #expect(rules.plan.lines.last == "      bonus: {commission: margin, rate: bonus_rate}")
        #expect(rules.named.map(\.name) == ["bonus_rate", "sales", "margin", "cost"])
        #expect(rules.named[1].text == "  sales:\n    unit: RUB\n    value: sum(sale.amount)")
        #expect(rules.digest.count == 64)
    }

    @Test(
        "what the plan does not name leaves the digest as it is",
        arguments: [
            ("10 RUB", "20 RUB"), ("# The rules.", "# Rules."), ("count(call)", "count(call) + 1 pieces"),
            ("A remark that", "Another remark that"),
        ])
    func others(_ before: String, _ after: String) throws {
        #expect(Self.text.contains(before))
        #expect(try Self.rules(Self.text.replacing(before, with: after)).digest == Self.rules(Self.text).digest)
    }

    @Test(
        "what it names changes the digest, also through others",
        arguments: [
            ("rate: bonus_rate", "rate: 7%"), ("sum(sale.cost)", "sum(sale.amount)"), ("sales - cost", "sales"),
            ("position: seller", "position: boss"),
        ])
    func own(_ before: String, _ after: String) throws {
        #expect(Self.text.contains(before))
        #expect(try Self.rules(Self.text.replacing(before, with: after)).digest != Self.rules(Self.text).digest)
    }

    @Test("a plan that the text has not, and a text that is none, have no rules", arguments: ["", "[[[", "plans: 1"])
    func nothing(_ text: String) {
        #expect(PlanRules("seller", in: [SourceFile(path: "a.yaml", bytes: Array(text.utf8))]) == nil)
    }
}

/// Drafts, approvals and acknowledgements in the records.
@Suite("Drafts under the audit chain")
struct PlanBookTests {
    private let company: TestCompany
    private let folder = [SourceFile(path: "company.yaml", bytes: Array("one".utf8))]
    private let lena = Principal(person: "lena", rights: Role.analyst.rights)
    private let egor = Principal(person: "egor", rights: Role.executive.rights)

    init() throws { company = try TestCompany() }

    private var book: PlanBook { PlanBook(in: company.workspace) }

    private func approving(
        _ folder: [SourceFile]? = nil, errors: Int = 0, ownPlan: String? = nil,
        replace: @escaping (SourceFile, [UInt8]) throws -> Bool = { _, _ in true }
    ) -> PlanBook.Approving {
        PlanBook.Approving(folder: folder ?? self.folder, errors: errors, ownPlan: ownPlan, replace: replace)
    }

    @Test("a saving names the version that it has seen; the second of two is told who was first")
    func versions() throws {
        #expect(try book.save("two", of: "company.yaml", in: folder, after: 0, by: lena).version == 1)
        let other = Principal(person: "olga", rights: Role.analyst.rights)
        #expect(throws: PlanRefusal.draftHasChanged(by: "lena")) {
            try book.save("three", of: "company.yaml", in: folder, after: 0, by: other)
        }
        #expect(try book.save("three", of: "company.yaml", in: folder, after: 1, by: other).version == 2)
        #expect(try book.draft(of: "company.yaml")?.author == "olga")
    }

    @Test("who may not write, does not; who wrote it, or is paid by it, does not approve it")
    func rights() throws {
        #expect(throws: PlanRefusal.notAllowed(.writePlans)) {
            try book.save("two", of: "company.yaml", in: folder, after: 0, by: egor)
        }
        let both = Principal(person: "mila", rights: Role.analyst.rights.joined(with: Role.executive.rights))
        try book.save("two", of: "company.yaml", in: folder, after: 0, by: both)
        #expect(throws: PlanRefusal.ownDraft) { try book.approve("company.yaml", after: 1, approving(), by: both) }
        #expect(throws: PlanRefusal.notAllowed(.approvePlans)) {
            try book.approve("company.yaml", after: 1, approving(), by: lena)
        }
        #expect(throws: PlanRefusal.ownPay(plan: "Heads")) {
            try book.approve("company.yaml", after: 1, approving(ownPlan: "Heads"), by: egor)
        }
        #expect(throws: PlanRefusal.atFault(errors: 2)) {
            try book.approve("company.yaml", after: 1, approving(errors: 2), by: egor)
        }
        #expect(try book.approve("company.yaml", after: 1, approving(), by: egor).author == "mila")
        #expect(try book.draft(of: "company.yaml") == nil)
        #expect(try company.workspace.audit().faults.isEmpty)
    }

    @Test("when the file is another by then, or cannot be written, nothing is recorded")
    func nothingRecorded() throws {
        try book.save("two", of: "company.yaml", in: folder, after: 0, by: lena)
        let changed = [SourceFile(path: "company.yaml", bytes: Array("other".utf8))]
        #expect(throws: PlanRefusal.fileHasChanged("company.yaml")) {
            try book.approve("company.yaml", after: 1, approving(changed), by: egor)
        }
        // It changed between the look and the writing.
        #expect(throws: PlanRefusal.fileHasChanged("company.yaml")) {
            try book.approve("company.yaml", after: 1, approving { _, _ in false }, by: egor)
        }
        struct DiskFull: Error {}
        #expect(throws: DiskFull.self) {
            try book.approve("company.yaml", after: 1, approving { _, _ in throw DiskFull() }, by: egor)
        }
        #expect(try book.approvals(of: "company.yaml").isEmpty)
        #expect(try book.draft(of: "company.yaml")?.text == "two")
    }

    @Test("a draft that says what the file says is nothing to approve; a dropped one is gone, and the next one goes on")
    func nothingToDo() throws {
        try book.save("one", of: "company.yaml", in: folder, after: 0, by: lena)
        #expect(throws: PlanRefusal.nothingChanged("company.yaml")) {
            try book.approve("company.yaml", after: 1, approving(), by: egor)
        }
        try book.drop("company.yaml", after: 1, by: lena)
        #expect(try book.draft(of: "company.yaml") == nil && book.lastVersion(of: "company.yaml") == 2)
        #expect(try book.save("two", of: "company.yaml", in: folder, after: 2, by: lena).version == 3)
        #expect(throws: PlanRefusal.noSuchFile("../passwd")) {
            try book.save("two", of: "../passwd", in: folder, after: 0, by: lena)
        }
        let long = String(repeating: "x", count: PlanBook.longestText + 1)
        #expect(throws: PlanRefusal.tooLong(most: 200)) {
            try book.save(long, of: "company.yaml", in: folder, after: 3, by: lena)
        }
    }
}
