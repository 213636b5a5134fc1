import Ledger
import Payroll
import Quantities
import Storage
import Testing

/// Who may do what, and when: command × whoever acts × what is recorded → the code of the refusal.
///
/// Anna and Bella sell; of adjustments 1 waits, 2 counts, 3 counts and waits to be withdrawn, 4 is rejected; of disputes, both
/// about Anna, 1 is open and 2 is answered. All adjustments are Anna's and were entered by Olga.
struct CommandRuleTests {
    /// A rule, asked about one command.
    struct Case: Sendable, CustomTestStringConvertible {
        let command: Command
        let actor: Principal
        let code: String?

        init(_ command: Command, _ actor: Principal, _ code: String?) {
            self.command = command
            self.actor = actor
            self.code = code
        }

        var testDescription: String { "\(actor.name) \(command): \(code ?? "may")" }
    }

    private static func company() async throws -> PayCompany {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        for roubles in [10, 20, 30, 40] as [FixedDecimal] {
            try company.cycle.adjust(
                NewAdjustment(person: "anna", period: "2026-01", amount: roubles, reason: "fair"), by: "olga")
        }
        for number in [2, 3] as [Int64] { try company.cycle.decide(number, .approved, reason: "", by: "boris") }
        try company.cycle.withdraw(3, reason: "twice", by: "vera")
        try company.cycle.decide(4, .rejected, reason: "unfounded", by: "boris")
        for text in ["a sale is missing", "a second one too"] {
            try company.cycle.dispute("anna", period: "2026-01", text: text, by: "anna")
        }
        try company.cycle.resolveDispute(2, answer: "credited", by: "olga")
        return company
    }

    private static func new(
        _ person: String = "anna", _ period: String = "2026-01", _ amount: FixedDecimal = 5,
        _ kind: Adjustment.Kind = .adjustment, order: String = "", reason: String = "fair"
    ) -> Command {
        .adjust(
            NewAdjustment(person: person, period: period, amount: amount, kind: kind, order: order, reason: reason))
    }

    private static func with(_ role: Role, _ person: String = "olga", team: Set<String> = []) -> Principal {
        Principal(person: person, rights: role.rights, team: team)
    }

    private static let cases: [Case] = [
        // A change by hand: whose, when, how much, why.
        Case(new(), "olga", nil), Case(new("bella"), "anna", nil),
        Case(new("carl"), "olga", "no-such-person"),
        Case(new("anna", "2026-13"), "olga", "no-such-period"),
        Case(new("anna", "2026-Q1"), "olga", "not-a-pay-period"),
        Case(new("anna", "2026-01", 0), "olga", "zero-amount"),
        Case(new("anna", "2026-01", thousandth), "olga", "too-fine"),
        Case(new("anna", "2026-01", 10_000_000_000_000), "olga", nil),
        Case(new("anna", "2026-01", 10_000_000_000_001), "olga", "too-large"),
        Case(new("anna", "2026-01", -10_000_000_000_001), "olga", "too-large"),
        Case(new("anna", "2026-01", 10, .discipline, order: "12"), "olga", "giving-cut"),
        Case(new("anna", "2026-01", -10, .discipline, order: "12"), "olga", nil),
        Case(new("anna", "2026-01", -10, .discipline, order: " "), "olga", "empty-text"),
        Case(new(reason: " \n"), "olga", "empty-text"),
        Case(new(), "anna", "own-adjustment"),
        Case(new(), with(.employee), "not-allowed"), Case(new(), with(.executive), "not-allowed"),
        Case(new(), with(.head), "out-of-reach"), Case(new(), with(.head, team: ["anna"]), nil),
        // A decision: by somebody else than who wrote it and whom it pays, and once.
        Case(.decide(1, .approved, reason: ""), "boris", nil),
        Case(.decide(1, .approved, reason: ""), "olga", "own-proposal"),
        Case(.decide(1, .approved, reason: ""), "anna", "decision-on-own-pay"),
        Case(.decide(1, .rejected, reason: " "), "boris", "empty-text"),
        Case(.decide(2, .approved, reason: ""), "vera", "decided-already"),
        Case(.decide(3, .approved, reason: ""), "vera", "own-proposal"),
        Case(.decide(3, .approved, reason: ""), "olga", nil),
        Case(.decide(3, .approved, reason: ""), "anna", "decision-on-own-pay"),
        Case(.decide(9, .approved, reason: ""), "boris", "no-such-adjustment"),
        Case(.decide(1, .approved, reason: ""), with(.analyst, "boris"), "not-allowed"),
        Case(.decide(1, .approved, reason: ""), with(.executive, "boris"), nil),
        Case(.decide(1, .approved, reason: ""), Principal(program: "crm", rights: .all), "not-a-person"),
        // A withdrawal: of what counts, once at a time.
        Case(.withdraw(2, reason: "twice"), "olga", nil),
        Case(.withdraw(2, reason: ""), "olga", "empty-text"),
        Case(.withdraw(2, reason: "twice"), "anna", "decision-on-own-pay"),
        Case(.withdraw(1, reason: "twice"), "olga", "not-in-force"),
        Case(.withdraw(4, reason: "twice"), "olga", "not-in-force"),
        Case(.withdraw(3, reason: "twice"), "olga", "withdrawal-waits"),
        Case(.withdraw(9, reason: "twice"), "olga", "no-such-adjustment"),
        Case(.withdraw(2, reason: "twice"), with(.head), "out-of-reach"),
        // A dispute: everybody his own; answered by somebody else.
        Case(.dispute(person: "anna", period: "2026-01", text: "no"), with(.employee, "anna"), nil),
        Case(.dispute(person: "anna", period: "2026-01", text: "no"), with(.employee, "bella"), "out-of-reach"),
        Case(.dispute(person: "anna", period: "2026-01", text: "no"), with(.auditor, "anna"), "not-allowed"),
        Case(.dispute(person: "anna", period: "2026-01", text: "no"), "olga", nil),
        Case(.dispute(person: "anna", period: "2026-01", text: ""), "anna", "empty-text"),
        Case(.dispute(person: "carl", period: "2026-01", text: "no"), "olga", "no-such-person"),
        Case(.dispute(person: "anna", period: "2026-00", text: "no"), "olga", "no-such-period"),
        Case(.answer(1, text: "no"), "olga", nil), Case(.answer(1, text: "no"), "anna", "own-dispute"),
        Case(.answer(1, text: " "), "olga", "empty-text"),
        Case(.answer(2, text: "no"), "boris", "answered-already"),
        Case(.answer(9, text: "no"), "boris", "no-such-dispute"),
        Case(.answer(1, text: "no"), with(.head, team: ["anna"]), nil),
        Case(.answer(1, text: "no"), with(.head, team: ["bella"]), "out-of-reach"),
        Case(.answer(1, text: "no"), with(.executive), "not-allowed"),
    ]

    private static var thousandth: FixedDecimal { (try? FixedDecimal(parsing: "0.001")) ?? 0 }

    @Test("what is changed by hand and objected to", arguments: cases)
    func byHand(rule: Case) async throws {
        let company = try await Self.company()
        #expect(try company.cycle.refusal(of: rule.command, by: rule.actor)?.code.rawValue == rule.code)
    }

    /// A state of January, and which commands may be given in it; Boris has approved where one has.
    private static let states: [(state: PeriodState, may: Set<Right>)] = [
        (.open, []), (.calculated, [.review, .reopen]), (.inReview, [.approve, .reopen]),
        (.halfApproved, [.approve, .reopen]), (.approved, [.pay, .reopen]), (.paid, [.close, .reopen]),
        (.closed, [.reopen]),
    ]

    private static let steps: [Command] = [
        .review(period: "2026-01"), .approve(period: "2026-01", run: nil),
        .pay(period: "2026-01", afterRestore: false), .close(period: "2026-01"),
        .reopen(period: "2026-01", reason: "an invoice was found"),
    ]

    private static func company(in state: PeriodState) async throws -> PayCompany {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let cycle = company.cycle
        for step in PeriodState.allCases.dropFirst() {
            if try company.workspace.read({ try $0.life(of: "2026-01").state }) == state { break }
            switch step {
            case .open: break
            case .calculated: _ = try await cycle.calculate("2026-01", by: "olga")
            case .inReview: try cycle.review("2026-01", by: "olga")
            case .halfApproved: try cycle.approve("2026-01", by: "boris")
            case .approved: try cycle.approve("2026-01", by: "vera")
            case .paid: try cycle.pay("2026-01", by: "olga")
            case .closed: try cycle.close("2026-01", by: "olga")
            }
        }
        return company
    }

    @Test("each state of a period allows its own steps, and no others", arguments: states)
    func order(state: PeriodState, may: Set<Right>) async throws {
        let company = try await Self.company(in: state)
        for command in Self.steps {
            let code = try company.cycle.refusal(of: command, by: "igor")?.code
            #expect(code == (may.contains(command.right) ? nil : .outOfOrder), "\(command)")
        }
    }

    @Test(
        "who has the right for a step, and whom it does not pay",
        arguments: [
            (.approve, .halfApproved, "boris", nil, "same-approver"), (.approve, .halfApproved, "vera", nil, nil),
            (.approve, .inReview, "anna", nil, "own-pay"), (.approve, .inReview, "anna", .finance, "own-pay"),
            (.approve, .inReview, "bella", nil, nil), (.approve, .inReview, "vera", .executive, nil),
            (.approve, .inReview, "vera", .analyst, "not-allowed"),
            (.pay, .approved, "vera", .executive, "not-allowed"),
            (.pay, .approved, "vera", .finance, nil), (.close, .paid, "vera", .analyst, "not-allowed"),
            (.reopen, .paid, "vera", .executive, "not-allowed"), (.review, .calculated, "vera", .analyst, nil),
            (.review, .calculated, "vera", .employee, "not-allowed"),
        ] as [(Right, PeriodState, String, Role?, String?)])
    func steps(right: Right, state: PeriodState, actor: String, role: Role?, code: String?) async throws {
        let company = try await Self.company(in: state)
        let command = try #require(Self.steps.first { $0.right == right })
        let principal = Principal(person: actor, rights: role?.rights ?? .all)
        #expect(try company.cycle.refusal(of: command, by: principal)?.code.rawValue == code)
    }

    @Test(
        "importing and calculating take their rights, and a program may have that of importing",
        arguments: [
            (
                .importRows(source: "crm", complete: false),
                Principal(program: "crm", rights: Rights([.importRows: .all])), nil
            ),
            (
                .calculate(period: "2026-01"), Principal(program: "crm", rights: Rights([.importRows: .all])),
                "not-allowed"
            ),
            (.calculate(period: "2026-01"), with(.analyst), nil),
            (.calculate(period: "2026-01"), with(.auditor), "not-allowed"),
            (.importRows(source: "", complete: true), with(.head), "not-allowed"),
        ] as [(Command, Principal, String?)])
    func rows(command: Command, principal: Principal, code: String?) async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        #expect(try company.cycle.refusal(of: command, by: principal)?.code.rawValue == code)
    }

    @Test("what was refused is not done: the command meets the same rule as the question")
    func notDone() async throws {
        let company = try await Self.company()
        let before = try company.workspace.read { try $0.auditHead() }
        let auditor = Self.with(.auditor)
        let cycle = company.cycle
        await #expect(throws: PayrollFailure.self) { try await cycle.calculate("2026-01", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.importTables([], source: "", complete: false, by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.review("2026-01", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.approve("2026-01", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.pay("2026-01", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.close("2026-01", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.reopen("2026-01", reason: "r", by: auditor) }
        #expect(throws: PayrollFailure.self) {
            try cycle.adjust(NewAdjustment(person: "anna", period: "2026-01", amount: 1, reason: "r"), by: auditor)
        }
        #expect(throws: PayrollFailure.self) { try cycle.decide(1, .approved, reason: "", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.withdraw(2, reason: "r", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.dispute("anna", period: "2026-01", text: "t", by: auditor) }
        #expect(throws: PayrollFailure.self) { try cycle.resolveDispute(1, answer: "a", by: auditor) }
        #expect(try company.workspace.read { try $0.auditHead() } == before)
    }
}
