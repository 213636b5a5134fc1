import ArgumentParser
import Foundation
internal import Messages
import Quantities

/// `stimul new`: a company that checks, tests and runs.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(en: "Make a small company to begin with.", ru: "Создать небольшую компанию для начала."),
        discussion: .said(
            en: """
                On a terminal it asks three questions; elsewhere their answers are options, and without any of them it makes a \
                starter company: two sellers, a head, two months. Refuses a folder that is not empty.

                  stimul new acme
                  stimul new acme --country ru --template distributor --paid month

                Templates: \(CompanyTemplate.all.map { "\($0.name) (\($0.about.en))" }.joined(separator: "; ")).
                """,
            ru: """
                На терминале задаёт три вопроса; в остальных случаях ответы — параметры, а без них создаётся компания для начала: \
                два продавца, руководитель, два месяца. В непустую папку не пишет.

                  stimul new acme
                  stimul new acme --country ru --template distributor --paid month

                Шаблоны: \(CompanyTemplate.all.map { "\($0.name) (\($0.about.ru))" }.joined(separator: "; ")).
                """))

    @Argument(help: .said(en: "The folder to make.", ru: "Папка, которую надо создать."), completion: .directory)
    var folder: String
    @Option(
        help: .said(
            en: "The country, by its two letters; it says the currency.",
            ru: "Страна двумя буквами; от неё зависит валюта."))
    var country: String?
    @Option(
        help: .said(
            en: "The currency, when it is not that of the country: RUB, USD, EUR …",
            ru: "Валюта, если она не та, что в стране: RUB, USD, EUR …"))
    var currency: String?
    @Option(
        help: .said(
            en: "What the plans pay for: distributor, saas, key-accounts, retail, agency.",
            ru: "За что платят планы: distributor, saas, key-accounts, retail, agency."),
        completion: .list(CompanyTemplate.all.map(\.name)))
    var template: String?
    @Option(
        help: .said(
            en: "How often pay is settled: month or quarter.",
            ru: "Как часто выплаты: month — раз в месяц, quarter — раз в квартал."),
        completion: .list(PaidPeriod.allCases.map(\.rawValue)))
    var paid: String?
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        try console.filed { () throws(FileProblem) in try checkFolder() }
        let (files, person) = try choice(console)
        try console.filed { () throws(FileProblem) in try write(files) }
        let name = ShellWord.quoted(folder)
        let explained = "stimul explain \(name) \(person) --period \(files.period)"
        console.print(
            LocalizedText(
                en: "Made '\(folder)'. Next: stimul check \(name); stimul run \(name); \(explained)",
                ru: "Создано: «\(folder)». Дальше: stimul check \(name); stimul run \(name); \(explained)")[
                    options.language])
    }

    // MARK: What is made

    /// The files that are to be written, with a period in which something is paid.
    private struct Files {
        var all: [(path: String, text: String)]
        var period: String
    }

    private func choice(_ console: Console) throws -> (Files, person: String) {
        let isAsked = [country, currency, template, paid].allSatisfy { $0 == nil }
        let questions = NewQuestions(console: console)
        guard !isAsked || questions.isPossible else {
            return (Files(all: StarterCompany.files, period: "2026-01"), "anna")
        }
        let chosen = try country.map(country(named:)) ?? (currency == nil ? questions.country() : nil)
        let money = try currency.map(currency(named:)) ?? chosen?.currency ?? Country.all[0].currency
        let kind = try template.map(template(named:)) ?? questions.template()
        let often = try paid.map(period(named:)) ?? questions.paid()
        let filled = TemplateChoice(language: options.language, currency: money, paid: often)
        return (Files(all: kind.files(filled), period: kind.period), kind.person)
    }

    private func country(named code: String) throws -> Country {
        if let country = Country.all.first(where: { $0.code == code.lowercased() }) { return country }
        let list = Country.all.map(\.code).joined(separator: ", ")
        throw options.wrong(
            LocalizedText(
                en: "there is no country '\(code)' here; there is \(list), or --currency",
                ru: "страны «\(code)» здесь нет; есть \(list), или --currency"))
    }

    private func currency(named code: String) throws -> Currency {
        if let currency = Currency(validating: code.uppercased()) { return currency }
        throw options.wrong(
            LocalizedText(
                en: "there is no currency '\(code)'; write its code, for instance EUR",
                ru: "валюты «\(code)» нет; напишите код, например EUR"))
    }

    private func template(named name: String) throws -> CompanyTemplate {
        if let template = CompanyTemplate.all.first(where: { $0.name == name }) { return template }
        let names = CompanyTemplate.all.map(\.name)
        let remedy =
            Suggestion.remedy(for: name, among: names)
            ?? LocalizedText(
                en: "there is \(names.joined(separator: ", "))", ru: "есть \(names.joined(separator: ", "))")
        throw options.wrong(
            LocalizedText(
                en: "there is no template '\(name)'; \(remedy.en)", ru: "шаблона «\(name)» нет; \(remedy.ru)"))
    }

    private func period(named name: String) throws -> PaidPeriod {
        if let period = PaidPeriod(rawValue: name) { return period }
        throw options.wrong(
            LocalizedText(
                en: "'\(name)' is no period of pay here: month or quarter",
                ru: "«\(name)» — не период выплат: month или quarter"))
    }

    // MARK: The folder

    private func checkFolder() throws(FileProblem) {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            throw FileProblem.notAFolder(folder)
        }
        if let content = try? manager.contentsOfDirectory(atPath: folder), !content.isEmpty {
            throw FileProblem.folderNotEmpty(folder)
        }
    }

    private func write(_ files: Files) throws(FileProblem) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in files.all {
                let url = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(file.path)
                try Data(file.text.utf8).write(to: url)
            }
        } catch {
            throw FileProblem.unwritable(folder, .init(error))
        }
    }
}
