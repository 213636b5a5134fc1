import ArgumentParser
import Calculation
import Company
internal import Messages

/// `stimul check`: every fault of every file in one pass.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Find every fault of every file, and what an experienced reader would object to.",
            ru: "Найти все ошибки во всех файлах и то, на что указал бы опытный читатель."),
        discussion: .said(
            en: "Exits with 1 when there is an error; warnings and notes do not fail.",
            ru: "Код выхода 1, если есть ошибка; предупреждения и замечания ошибкой не считаются."))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var options: CommonOptions

    func run() throws {
        var console = options.console
        console.findingsAreResult = true
        let model = try console.load(company.company, showingWarnings: true)
        for note in DataNotes.notes(model) { console.show(note, of: company.company) }
        let events = model.events.reduce(0) { $0 + $1.rowCount }
        let reports = reports(model)
        console.print(
            LocalizedText(
                en:
                    "\(model.name.en): \(counted(model, events))\(reports.en). No errors.",
                ru:
                    "\(model.name.ru): планов \(model.plans.count), показателей \(model.metrics.count), людей \(model.people.count), событий \(CountedWords.grouped(events, .ru))\(reports.ru). Ошибок нет."
            )[options.language])
    }

    private func counted(_ model: CompanyModel, _ events: Int) -> String {
        [
            CountedWords.en(model.plans.count, "plan", "plans"),
            CountedWords.en(model.metrics.count, "metric", "metrics"),
            CountedWords.en(model.people.count, "person", "people"), CountedWords.en(events, "event", "events"),
        ].joined(separator: ", ")
    }

    /// Most companies define none, and then there is nothing to say.
    private func reports(_ model: CompanyModel) -> LocalizedText {
        let count = model.reports.count
        return count == 0
            ? LocalizedText("")
            : LocalizedText(en: ", \(CountedWords.en(count, "report", "reports"))", ru: ", отчётов \(count)")
    }
}
