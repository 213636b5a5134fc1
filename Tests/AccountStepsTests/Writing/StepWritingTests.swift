import AccountSteps
import Accounts
import Company
import Foundation
import Messages
import Payroll
import Periods
import Storage
import Testing

/// Steps in a workspace: what they write stands under the audit chain, and pays.
struct StepWritingTests {
    /// The small company with a plan that pays for promises kept in time.
    private static let plan = """
        metrics:
          promises_kept:
            unit: percent
            value: sum(commitment.weight where commitment.confirmed_on is not empty and commitment.done_on <= commitment.due_on and commitment.state = "kept" and commitment.counts) / sum(commitment.weight where commitment.state != "void" and commitment.state != "renegotiated")
        plans:
          manager:
            for: {position: kam}
            period: month
            target: 100 000 RUB
            components:
              promises:
                scorecard:
                  - {kpi: promises_kept, weight: 100%, target: 100%, threshold: 50%}
        """

    /// A workspace of its own, into which the tables have come, from the files or from another system.
    private final class Books: Sendable {
        let folder = NSTemporaryDirectory() + "stimul-steps-\(UUID().uuidString)"
        let workspace: Workspace
        let cycle: PayCycle

        init(commitments: String? = nil) throws {
            workspace = try Workspace.create(at: folder) { "2026-10-06T09:00:00Z" }
            let files = try StepBook(texts: ["plans.yaml": StepWritingTests.plan]).files
            cycle = PayCycle(workspace, text: files.filter { $0.path.hasSuffix(".yaml") })
            let imported = try cycle.importTables(
                files, source: "", complete: false, by: .localOperator("olga"))
            #expect(imported.rejected == 0)
            guard let commitments else { return }
            let table = SourceFile(path: "commitment.csv", bytes: Array((commitments + "\n").utf8))
            #expect(
                try cycle.importTables([table], source: "crm", complete: false, by: .localOperator("olga")).rejected
                    == 0)
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        @discardableResult
        func take(
            _ name: String, _ subject: String = "", by person: String, on day: String,
            _ values: [String: String] = [:], seen: String? = nil
        ) async throws -> StepOutcome {
            let step = try #require(AccountSteps.step(name))
            // Who takes a step has no right to import: the step's own rules say who may.
            return try await cycle.takeStep(
                step, with: subject, values, seen: seen, at: try StepBook.moment(day),
                by: Principal(person: person, rights: .none)
            ).get()
        }

        func promise(_ id: String) async throws -> [String: String] {
            let row = try #require(try workspace.read { try $0.rows(of: "commitment", keys: [id]) }.first)
            let cells = try #require(row.now).cells
            return Dictionary(zip(row.columns, cells).filter { !$1.isEmpty }.map { ($0, $1) }) { first, _ in first }
                .merging(["source": row.source]) { $1 }
        }

        /// What Anna is paid for October, in kopecks.
        func october() async throws -> [Int64] {
            let run = try await cycle.calculate("2026-10", by: .localOperator("olga")).run
            return run.lines.filter { $0.person == "anna" }.compactMap(\.amount)
        }
    }

    @Test func `a promise kept by steps pays, the chain is whole, and each record names its step`() async throws {
        let books = try Books()
        let given = PromiseStepsTests.given
        let added = try await books.take("promise.add", by: "anna", on: "2026-10-06", given)
        #expect(added.subject == "p0001")
        try await books.take("promise.accept", "p0001", by: "boris", on: "2026-10-07")
        try await books.take("promise.done", "p0001", by: "anna", on: "2026-10-19")
        let before = try await books.october()
        try await books.take("promise.confirm", "p0001", by: "boris", on: "2026-10-20")
        let after = try await books.october()
        #expect(before.reduce(0, +) == 0)
        #expect(after.reduce(0, +) == 100_000_00)

        #expect(try books.workspace.audit().isSound)
        let steps = try books.workspace.read { try $0.history() }.compactMap { record -> String? in
            guard case .other("step", let detail) = record.event else { return nil }
            return "\(record.actor) \(detail)"
        }
        #expect(steps.count == 4)
        #expect(steps.last?.hasPrefix("boris ") ?? false)
        #expect(steps.last?.contains("promise.confirm") ?? false)
        #expect(steps.last?.contains("p0001") ?? false)
        let told = try books.cycle.history().filter { $0.actor == "boris" }.map(\.deed.title.ru)
        #expect(told == ["Принять обещание в работу: p0001", "Подтвердить выполнение: p0001"])
        // The row itself says who confirmed, and when.
        let row = try await books.promise("p0001")
        #expect(row["confirmed_by"] == "boris" && row["confirmed_on"] == "2026-10-20" && row["source"] == "app")
    }

    @Test func `a row of another system keeps its source, what replaces it is the application's, both or none`()
        async throws
    {
        let books = try Books(
            commitments: """
                id,made_on,due_on,client,owner,kind,weight,text,recorded_on,state
                p0077,2026-10-01,2026-10-20,c1,anna,promise,2,Old,2026-10-01,made
                """)
        let moved = try await books.take(
            "promise.move", "p0077", by: "anna", on: "2026-10-12", ["due_on": "2026-10-27", "evidence": "mail"])
        #expect(moved.subject == "p0078")
        #expect(try await books.promise("p0077")["source"] == "crm")
        #expect(try await books.promise("p0077")["state"] == "renegotiated")
        #expect(try await books.promise("p0078")["source"] == "app")
        #expect(try books.workspace.audit().isSound)
    }

    @Test func `what is refused writes nothing`() async throws {
        let books = try Books()
        let head = try books.workspace.read { try $0.factHead }
        await #expect(throws: Accounts.Refusal.self) {
            try await books.take(
                "promise.add", by: "anna", on: "2026-10-06", PromiseStepsTests.given.merging(["weight": "3"]) { $1 })
        }
        #expect(try books.workspace.read { try $0.factHead } == head)
    }

    @Test func `a program takes no step`() async throws {
        let books = try Books()
        let step = try #require(AccountSteps.step("promise.add"))
        await #expect(throws: PayrollFailure.self) {
            _ = try await books.cycle.takeStep(
                step, PromiseStepsTests.given, at: try StepBook.moment("2026-10-06"),
                by: Principal(program: "crm", rights: .all))
        }
    }

    @Test func `two at once: one takes the step, the other is told`() async throws {
        let books = try Books()
        try await books.take("promise.add", by: "anna", on: "2026-10-06", PromiseStepsTests.given)
        async let first = Result { try await books.take("promise.accept", "p0001", by: "boris", on: "2026-10-07") }
        async let second = Result { try await books.take("promise.accept", "p0001", by: "boris", on: "2026-10-07") }
        let outcomes = await [first, second]
        #expect(outcomes.count { if case .success = $0 { true } else { false } } == 1)
        let refusals = outcomes.compactMap { outcome -> String? in
            if case .failure(let refusal as Accounts.Refusal) = outcome { refusal.code } else { nil }
        }
        #expect(refusals == ["step"])
        #expect(try books.workspace.audit().isSound)
    }
}

extension Result where Failure == any Error {
    /// What came of something that waits.
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
