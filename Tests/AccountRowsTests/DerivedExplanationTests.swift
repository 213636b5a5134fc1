import AccountRows
import Accounts
import Calculation
import Company
import Messages
import Periods
import Quantities
import Testing

/// An amount that rests on computed months is explained down to the calls and the orders, with file and line.
@Suite("Explanation below computed rows")
struct DerivedExplanationTests {
    private func explained() async throws -> [Explanation] {
        let model = try SmallBook.model(AccountPayTests.rows)
        let period = try #require(model.calendar.parse("2026-Q2"))
        let anna = try #require(model.people.number(of: "anna"))
        return AwardExplainer(model, EventEngine(model)).awards(of: anna, in: period.range, component: "care")
    }

    /// Every node of a tree.
    private func all(_ nodes: [Explanation]) -> [Explanation] { nodes.flatMap { [$0] + all($0.children) } }

    private func month(_ label: String, below figure: String, in nodes: [Explanation]) throws -> Explanation {
        let figure = try #require(all(nodes).first { $0.label.en == figure }, "\(all(nodes).map(\.label.en))")
        return try #require(
            figure.children.first { $0.label.en.hasPrefix(label) }, "\(figure.children.map(\.label.en))")
    }

    private func lines(_ node: Explanation) -> [String] {
        node.children.map { child in
            guard case .figure(let value, _) = child.content else { return child.label.en }
            return "\(child.label.en) = \(value)" + (child.note.map { " \($0.en)" } ?? "")
        }
    }

    @Test("days in norm go down to the calls that kept them, each with its days; together they are the month's")
    func calls() async throws {
        let nodes = try await explained()
        let may = try month("account_month c1 2026-05", below: "sum(account_month.days_in_norm)", in: nodes)
        // Called on 3 May with a norm of 30 days: the 29 days to the end of May.
        #expect(lines(may) == ["touch t1, 2026-05-03 (touch.csv:2) = 29"])
        let june = try month("account_month c1 2026-06", below: "sum(account_month.days_in_norm)", in: nodes)
        #expect(
            lines(june) == ["touch t1, 2026-05-03 (touch.csv:2) = 2", "touch t2, 2026-06-14 (touch.csv:3) = 17"])
    }

    @Test("what was retained goes down to the orders of the month and of the year before")
    func trades() async throws {
        let nodes = try await explained()
        let retained = try month("account_month c1 2026-05", below: "sum(account_month.retained)", in: nodes)
        #expect(
            lines(retained) == [
                "sale 4, 2026-05-11 (sale.csv:6) = 80000", "sale 2, 2025-05-10 (sale.csv:4) = 90000 a year before",
            ])
        let before = try month("account_month c1 2026-05", below: "sum(account_month.before)", in: nodes)
        #expect(lines(before) == ["sale 2, 2025-05-10 (sale.csv:4) = 90000 a year before"])
    }

    @Test("days of the calendar rest on no row")
    func days() async throws {
        let node = try month("account_month c1 2026-05", below: "sum(account_month.days)", in: try await explained())
        #expect(node.children == [])
    }

    @Test("of a month that changed hands each manager's row names the calls of his days")
    func handover() async throws {
        let model = try SmallBook.model(
            AccountPayTests.rows.merging([
                "teams.csv":
                    "subject,role,person,from,until\nc1,kam,boris,2025-01-01,2026-06-10\nc1,kam,anna,2026-06-10,\n"
            ]) { $1 })
        let book = try #require(model.accountBook)
        let june = book.months().filter { $0.id.hasPrefix("c1 2026-06") }
        #expect(june.map(\.id) == ["c1 2026-06", "c1 2026-06-2"])
        #expect(june.map { book.touches(covering: $0).map { "\($0.touch) \($0.days)" } } == [["t1 2"], ["t2 17"]])
        #expect(june.map(\.daysInNorm) == [2, 17])
    }
}
