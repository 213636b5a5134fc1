import ArgumentParser
import Calculation
import Company
import Foundation
internal import Messages
import Storage
internal import StoredColumns

/// `stimul index`: stores the columns of a company ahead of its calculation.
struct Index: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Store the columns of a company's tables, so that '--columns' need not read the tables.",
            ru: "Сохранить столбцы таблиц компании, чтобы с «--columns» таблицы не читались заново."),
        discussion: .said(
            en: """
                The columns lie in <company>/.stimul/columns; they may be deleted at any time. When a file of the \
                company changes, they are outdated, and the next 'index' or '--columns' makes them anew; changed plans, \
                reports and formulas of metrics do no harm to them.

                  stimul index acme
                  stimul report acme month --columns
                """,
            ru: """
                Столбцы лежат в <company>/.stimul/columns; их можно удалить в любое время. Если файл компании изменился, они \
                устарели, и следующий «index» или «--columns» сделает их заново; изменения планов, отчётов и формул показателей им \
                не вредят.

                  stimul index acme
                  stimul report acme month --columns
                """))

    @OptionGroup var company: CompanyArgument
    @Option(
        help: .said(
            en: "How many threads read the tables, or verify what is there.",
            ru: "Сколько потоков читают таблицы или проверяют сохранённое."))
    var threads: Int = 2
    @Flag(
        help: .said(
            en: "Half the disk: without the lines by person and day, which every calculation then lays out anew.",
            ru: "Вдвое меньше места: без строк по сотрудникам и дням, их каждый расчёт разложит сам."))
    var eventsOnly = false
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let console = options.console
        let opened = try await console.indexed(company.company, threads: threads)
        let cache = ColumnCache(of: company.company, program: Stimul.build)
        guard let unstored = opened.unstored else {
            console.print(
                LocalizedText(
                    en: "\(cache.path) holds the columns of the files as they are",
                    ru: "в «\(cache.path)» столбцы файлов как они есть")[options.language])
            return
        }
        do {
            try cache.store(
                opened.model, eventsOnly ? [] : LineEngine.tables(of: opened.model, threads: threads),
                inputs: unstored.inputs, readAt: unstored.moment, threads: threads)
        } catch {
            console.fail(error.text)
            throw ExitStatus.files
        }
        let events = opened.model.events.reduce(0) { $0 + $1.rowCount }
        console.print(
            LocalizedText(en: "events: \(events) → \(cache.path)", ru: "событий: \(events) → \(cache.path)")[
                options.language])
    }
}
