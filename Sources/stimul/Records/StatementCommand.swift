import ArgumentParser
import Company
import Documents
import Foundation
import Ledger
internal import Messages
import Paper
import Payroll
import Reports
import Storage

/// `stimul statement`: what a person is paid, with everything it follows from, signed.
struct StatementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: .said(
            en:
                "Write a signed statement that anybody can check with 'stimul verify', or one for people: a page, a PDF, a workbook.",
            ru:
                "Записать подписанный расчётный листок, который любой проверит через «stimul verify», или листок для людей: страницу, PDF, книгу."
        ),
        discussion: .said(
            en: """
                It holds the company's rules, the rows that the person's figures need, and the figures. It is signed with the
                company's key, which is made on first use.

                  stimul statement acme anna --period 2026-03 --output anna-2026-03.json
                  stimul statement acme anna --period 2026-03 --text        a page for people, not signed
                  stimul statement acme anna --period 2026-03 --output anna.pdf        the same on paper, down to the events
                  stimul statement acme anna --period 2026-03 --output anna.xlsx
                  stimul statement acme --public-key        what 'verify --key' takes
                """,
            ru: """
                В нём правила компании, строки, нужные для сумм сотрудника, и сами суммы. Он подписан ключом компании, который \
                создаётся при первом использовании.

                  stimul statement acme anna --period 2026-03 --output anna-2026-03.json
                  stimul statement acme anna --period 2026-03 --text        страница для людей, без подписи
                  stimul statement acme anna --period 2026-03 --output anna.pdf        то же на бумаге, до событий
                  stimul statement acme anna --period 2026-03 --output anna.xlsx
                  stimul statement acme --public-key        то, что берёт «verify --key»
                """))

    /// The signing key in a company folder.
    static let keyName = "stimul.key"

    @OptionGroup var company: CompanyArgument
    @Argument(help: .said(en: "The person, by the identifier or the name.", ru: "Сотрудник: идентификатор или имя."))
    var person: String?
    @Option(help: .said(en: "The pay period.", ru: "Расчётный период."))
    var period: String?
    @OptionGroup var output: OutputOptions
    @Option(
        help: .said(
            en: "Sign with the key in this file (default: stimul.key in the company folder).",
            ru: "Подписать ключом из этого файла (по умолчанию stimul.key в папке компании)."), completion: .file())
    var key: String?
    @Flag(
        help: .said(
            en: "Print a page that people can read instead; it is not signed.",
            ru: "Показать страницу для чтения; она без подписи."))
    var text = false
    @Flag(
        help: .said(
            en: "In a PDF or a workbook list every event, not only the ten that weigh most.",
            ru: "В PDF и книге перечислить все события, а не только десять самых весомых."))
    var allEvents = false
    @Flag(help: .said(en: "Only print the public half of the key.", ru: "Только показать открытую часть ключа."))
    var publicKey = false
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if publicKey {
            guard person == nil, period == nil, output.path == nil, !text else {
                throw options.wrong(
                    LocalizedText(
                        en: "'--public-key' takes no person, period or file",
                        ru: "«--public-key» не берёт ни сотрудника, ни периода, ни файла"))
            }
            return
        }
        if text {
            guard person != nil, period != nil, output.path == nil else {
                throw options.wrong(
                    LocalizedText(
                        en: "'--text' prints: name the person and '--period', and no '--output'",
                        ru: "«--text» печатает на экран: назовите сотрудника и «--period», без «--output»"))
            }
            return
        }
        guard person != nil, period != nil, output.path != nil else {
            throw options.wrong(
                LocalizedText(
                    en: "name the person, '--period' and '--output', or ask for '--public-key'",
                    ru: "назовите сотрудника, «--period» и «--output» или спросите «--public-key»"))
        }
        let form = try output.form(asked: nil, of: Self.forms, options)
        if form == .json, allEvents {
            throw options.wrong(
                LocalizedText(
                    en: "'--all-events' goes with a PDF or a workbook; a signed statement holds all it needs",
                    ru: "«--all-events» бывает с PDF и книгой; в подписанном листке есть всё нужное"))
        }
        if form != .json, key != nil {
            throw options.wrong(
                LocalizedText(
                    en: "'--key' signs a statement that ends in .json",
                    ru: "«--key» подписывает листок с окончанием .json"))
        }
    }

    private static let forms: [OutputForm] = [.json, .pdf, .workbook]

    func run() async throws {
        let console = options.console
        let workspace = try console.workspace(company.company)
        if text, let person, let period {
            return try printPage(of: console.recordedPerson(person, workspace), period, workspace, console)
        }
        guard let written = person, let period, let path = output.path else {
            return console.print(try signingKey(console).publicKey.hex)
        }
        let place = try output.place(company.company, keys: [key].compactMap { $0 }, isPrivate: true, console)
        let cycle = console.payCycle(workspace, of: company.company, text: [])
        let person = try console.recordedPerson(written, workspace)
        let form = try output.form(asked: nil, of: Self.forms, options)
        if form != .json { return try await write(form, of: person, period, cycle, to: place, console) }
        // Nothing is signed, and no key is made, for somebody who is not there.
        let unsigned = try await console.stopping { try await cycle.statement(of: person, period) }
        let bundle = try unsigned.signed(with: try signingKey(console))
        try console.write(try bundle.json(), to: place)
        console.print(
            LocalizedText(
                en:
                    "Wrote '\(path)': \(bundle.results.count) figures of \(person), \(period). Check: stimul verify \(path) --key \(bundle.key ?? "")",
                ru:
                    "Записано «\(path)»: \(person), \(period), показателей: \(bundle.results.count). Проверка: stimul verify \(path) --key \(bundle.key ?? "")"
            )[options.language])
    }

    private func load(_ path: String, _ console: Console) throws -> SigningKey {
        let key = try SigningKey.load(from: path)
        if key.isReadableByOthers {
            console.error(
                LocalizedText(
                    en:
                        "the key '\(path)' can be read by others than its owner, and whoever has it can sign in the company's name: chmod 600 '\(path)'",
                    ru:
                        "ключ «\(path)» может прочесть не только владелец, а у кого он есть, тот подписывает от имени компании: chmod 600 '\(path)'"
                ))
        }
        return key
    }

    /// How many events a PDF or a workbook lists under a figure.
    private var eventLimit: Int { allEvents ? 100_000 : 10 }

    /// The statement for people, as a file.
    private func write(
        _ form: OutputForm, of person: String, _ period: String, _ cycle: PayCycle, to place: OutputPlace,
        _ console: Console
    ) async throws {
        let (statement, reasons) = try await console.stopping {
            try await cycle.explainedStatement(of: person, period, eventLimit: eventLimit)
        }
        let bytes: [UInt8]
        do {
            if form == .pdf {
                let document = StatementDocument(statement, reasons: reasons, language: options.language)
                bytes = try PaperPDF.bytes(document.paper)
            } else {
                let workbook = StatementWorkbook(statement, reasons: reasons, language: options.language)
                bytes = try SheetXLSX.bytes(
                    try workbook.sheets, language: options.language, created: statement.seal?.at)
            }
        } catch {
            throw console.notMade(error)
        }
        try console.write(Data(bytes), to: place)
        console.print(
            LocalizedText(
                en: "Wrote '\(place.path ?? "")': \(person), \(period), run \(statement.run.shortRun)",
                ru: "Записано «\(place.path ?? "")»: \(person), \(period), расчёт \(statement.run.shortRun)"
            )[options.language])
    }

    /// The page, in the words of the run on which the period stands.
    private func printPage(of person: String, _ period: String, _ workspace: Workspace, _ console: Console) throws {
        let cycle = PayCycle(workspace, text: [])
        let statement = try console.stopping { try cycle.payStatement(of: person, period) }
        console.print(StatementPage(statement: statement, language: options.language).text)
    }

    /// The key named, else the company's own, which is made when there is none yet.
    private func signingKey(_ console: Console) throws -> SigningKey {
        let own = (company.company as NSString).appendingPathComponent(Self.keyName)
        return try console.stopping {
            if let key { return try load(key, console) }
            if FileManager.default.fileExists(atPath: own) { return try load(own, console) }
            let made = try SigningKey.generate()
            try made.save(to: own)
            console.error(
                LocalizedText(
                    en:
                        "made the signing key '\(own)'; keep it secret and out of version control: whoever has it can sign in the company's name",
                    ru:
                        "создан ключ подписи «\(own)»; храните его в тайне и вне системы контроля версий: у кого он есть, тот подписывает от имени компании"
                ))
            return made
        }
    }
}
