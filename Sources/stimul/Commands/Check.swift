import ArgumentParser
import Calculation
import Company
import Formulas

/// `stimul check`: every fault of every file in one pass.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find every fault of every file, and what an experienced reader would object to.",
        discussion: "Exits with 1 when there is an error; warnings and notes do not fail.")

    @OptionGroup var company: CompanyArgument
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let model = try console.load(company.company, showingWarnings: true)
        for note in DataNotes.notes(model) { console.show(note) }
        let events = model.events.reduce(0) { $0 + $1.rowCount }
        let reports = reports(model)
        console.print(
            LocalizedText(
                en:
                    "\(model.name.en): \(model.plans.count) plans, \(model.metrics.count) metrics, \(model.people.count) people, \(events) events\(reports.en). No errors.",
                ru:
                    "\(model.name.ru): планов \(model.plans.count), показателей \(model.metrics.count), людей \(model.people.count), событий \(events)\(reports.ru). Ошибок нет."
            )[options.language])
    }

    /// Most companies define none, and then there is nothing to say.
    private func reports(_ model: CompanyModel) -> LocalizedText {
        let count = model.reports.count
        return count == 0
            ? LocalizedText("") : LocalizedText(en: ", \(count) reports", ru: ", отчётов \(count)")
    }
}
