import Company
import Foundation
import Importing
import Intake
import Messages
import Testing

/// The tables of exporters once more, through a company: the line that `check` says is pasted, and the rows are those of the corpus.
@Suite("Habits through a company")
struct CompanyHabitTests {
    private static let company = """
        company: {name: Test, currency: CUR}
        records:
          client: {fields: {segment: text?}}
        events:
          sale:
            title: {en: Sale, ru: Продажа}
            fields: {date: day, seller: person?, client: text?, product: text?, amount: AMOUNT, currency: text?, quantity: number?, cost: money?, paid_on: day?, urgent: flag?, stage: text?}
            date: date
        metrics: {sales: {unit: CUR, value: sum(sale.amount)}, bookings: {unit: CUR, value: sum(sale.amount)}}
        """

    private static let people = "id,name\nanna,Анна Орлова\nboris,Борис Котов\namy,Amy Lee\nbob,Bob Ray\n"

    private func files(_ habit: Habit, _ tables: String) -> [SourceFile] {
        // The corpus has amounts in many currencies; a company has one.
        let marks = [
            ("$", "USD"), ("€", "EUR"), ("CHF", "CHF"), ("usd", "USD"), ("руб", "RUB"), ("₽", "RUB"), ("RUB", "RUB"),
        ]
        let currency = marks.first { habit.text.contains($0.0) }?.1 ?? "RUB"
        let company = Self.company.replacing("CUR", with: currency).replacing("AMOUNT", with: "money")
        let texts = [
            "company.yaml": company, "people.csv": Self.people, habit.file: habit.text, "tables.yaml": tables,
        ]
        return texts.map { path, text in
            var file = SourceFile(path: path, bytes: Array(text.utf8))
            file.cleaner = FileCleaner(path: path)
            return file
        }
    }

    /// The line that a reader is told.
    private func line(_ found: [Diagnostic]) -> String? {
        found.compactMap(\.remedy?.en).compactMap { remedy in
            ["'tables:': "].compactMap { start in remedy.range(of: start).map { String(remedy[$0.upperBound...]) } }
                .first
        }.first
    }

    @Test("what is proposed and pasted, or said by hand, gives the rows of the corpus", arguments: Habit.all)
    func pasted(_ habit: Habit) throws {
        var said = "tables: {}\n"
        if let change = habit.said {
            var rules = try proposal(habit).rules
            change(&rules)
            said = "tables:\n  \(rules.yaml(for: habit.file))\n"
        }
        // A line that says too little is completed once.
        for _ in 0..<2 {
            let found = CompanyReader.read(files(habit, said)).diagnostics
            if let line = line(found) { said = "tables:\n  \(line)\n" }
        }
        guard habit.refusal == nil || habit.said != nil else {
            #expect(CompanyReader.read(files(habit, said)).model == nil)
            return
        }
        let incoming = CompanyReader.incomingTables(in: files(habit, said))
        let errors = incoming.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map { $0.rendered(in: .en) })")
        let kinds = ["sale", "targets", "clients"]
        let table = try #require(incoming.tables.first { kinds.contains($0.kind) && $0.rowCount > 0 }?.plain)
        let fields = habit.fields.isEmpty ? try clean(habit).fields : habit.fields
        let places = fields.compactMap(table.columns.firstIndex(of:))
        #expect(places.count == fields.count)
        let rows = table.rows.map { row in places.map { row.cells[$0] }.joined(separator: "|") }
        #expect(rows == habit.rows, "\(said)")
    }

    private func proposal(_ habit: Habit) throws -> MappingProposal {
        try #require(
            MappingProposal(Kinds.table(habit.text), kinds: Kinds.all, known: Kinds.people, named: habit.file))
    }

    private func clean(_ habit: Habit) throws -> CleanTable {
        var rules = try proposal(habit).rules
        habit.said?(&rules)
        return try rules.applied(
            to: Kinds.table(habit.text), as: proposal(habit).kind, known: Kinds.people, named: habit.file)
    }
}
