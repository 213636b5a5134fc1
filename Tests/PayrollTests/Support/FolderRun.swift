import Calculation
import Company
import Messages
import Payroll
import Periods
import Quantities
import Storage
import Testing

/// A run over files as they lie in a folder, without a workspace.
enum FolderRun {
    /// The lines of a pay period as texts, in the order of the run.
    static func lines(_ texts: [String: String], _ period: String) async throws -> [String] {
        let files = texts.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let (model, diagnostics) = CompanyReader.read(files)
        let company = try #require(model, "\(diagnostics.map { $0.rendered(in: .en) })")
        let range = try #require(company.calendar.parse(period)).range
        let run = Run(company, await LineEngine.computed(company))
        return await run.lines(run.tasks(in: range), threads: 1).map { line in
            let plan = company.plans[line.plan]
            return text(
                company.people.id(line.participation.person), plan.name, plan.line(line.component).name,
                line.participation.period.description, line.amount.value?.minorUnits)
        }
    }

    /// A line of a stored run as the same text.
    static func text(of line: RunLine) -> String {
        text(line.person, line.plan, line.component, line.period, line.amount)
    }

    private static func text(
        _ person: String, _ plan: String, _ component: String, _ period: String, _ amount: Int64?
    ) -> String {
        "\(person) \(plan) \(component) \(period) \(amount.map(String.init) ?? "–")"
    }
}
