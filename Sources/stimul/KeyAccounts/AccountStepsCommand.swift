import AccountSteps
import Accounts
import ArgumentParser
import Company
internal import Messages
import Payroll
import Periods

/// `stimul account steps`: which steps there are, with their fields.
struct AccountStepsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "steps",
        abstract: .said(
            en: "List the steps that somebody may take now, with their fields.",
            ru: "Перечислить шаги, которые сотрудник может сделать сейчас, с их полями."),
        discussion: .said(
            en: """
                With something, what may be done with it; of an object, all its steps; without either, what may be begun.

                  stimul account steps acme promise p0077 --by anna
                  stimul account steps acme promise --by anna
                  stimul account steps acme --by anna
                """,
            ru: """
                С чем-то одним — что с ним можно сделать; по виду — все его шаги; без них — что можно начать.

                  stimul account steps acme promise p0077 --by anna
                  stimul account steps acme promise --by anna
                  stimul account steps acme --by anna
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(help: .said(en: "The object: promise, meeting …", ru: "Вид, например «promise»."))
    var object: String?
    @Argument(help: .said(en: "Which one: p0077.", ru: "Который, например «p0077»."))
    var subject: String?
    @OptionGroup var actor: ActorOption
    @Option(help: .said(en: "table, csv or json.", ru: "table, csv или json."))
    var format: RecordFormat = .table
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let kind = try object.map { try known($0) }
        let console = options.console
        let cycle = try console.payCycle(company.company)
        let model = try await console.stopping { try await cycle.askedNow() }.model
        guard let book = model.accountBook else {
            console.fail(
                LocalizedText(
                    en: "this company keeps no book of key accounts: its text has no section 'accounts'",
                    ru: "эта компания не ведёт ключевых клиентов: в её тексте нет раздела «accounts»"))
            throw ExitStatus.faults
        }
        let now = try options.now()
        let actor = StepActor(try options.person(actor.actor, of: model), in: model, on: now.day)
        let steps =
            if let kind, let subject {
                AccountSteps.possible(with: kind, subject, by: actor, in: book, at: now)
            } else if let kind {
                AccountSteps.steps(of: kind)
            } else {
                AccountSteps.beginnings(by: actor, in: book, at: now)
            }
        let report = AccountStepsReport(steps: steps, language: options.language)
        switch format {
        case .table: console.print(steps.isEmpty ? report.nothing : report.text)
        case .csv: console.print(report.csv)
        case .json: console.print(try RecordJSON.text(steps.map { AccountStepsReport.Entry($0, options.language) }))
        }
    }

    private func known(_ name: String) throws -> AccountObject {
        if let object = AccountObject(rawValue: name) { return object }
        throw options.unknown(
            LocalizedText(en: "object", ru: "вид"), name, among: AccountObject.allCases.map(\.rawValue))
    }
}

/// Steps in the forms in which they are shown.
struct AccountStepsReport {
    let steps: [AccountStep]
    let language: Language

    var nothing: String {
        LocalizedText(en: "nothing may be done with it now", ru: "сейчас с этим ничего сделать нельзя")[language]
    }

    /// Each step with what it asks for; what may stay empty stands in brackets.
    var text: String {
        steps.map { step in
            let head = "\(step.name)  \(step.title[language])"
            if step.fields.isEmpty { return head }
            let rows = step.fields.map { field -> [String] in
                let name = field.isNeeded ? "\(field.name)=" : "[\(field.name)=]"
                return ["  " + name, field.label[language], Self.content(field.content, language)]
            }
            return head + "\n" + TextTable(rows: rows, amountColumns: []).text
        }.joined(separator: "\n\n")
    }

    var csv: String {
        RecordCSV.text(
            ["step", "title", "field", "label", "needed", "content"],
            steps.flatMap { step -> [[RecordCSV.Cell]] in
                let head: [RecordCSV.Cell] = [.text(step.name), .text(step.title[language])]
                guard !step.fields.isEmpty else { return [head + [.text(""), .text(""), .text(""), .text("")]] }
                return step.fields.map { field in
                    head + [
                        .text(field.name), .text(field.label[language]), .text(field.isNeeded ? "yes" : "no"),
                        .text(Self.content(field.content, language)),
                    ]
                }
            })
    }

    /// What can be given.
    private static func content(_ content: StepField.Content, _ language: Language) -> String {
        switch content {
        case .line, .text: LocalizedText(en: "text", ru: "текст")[language]
        case .day: LocalizedText(en: "day", ru: "день")[language]
        case .moment: LocalizedText(en: "day and time", ru: "день и время")[language]
        case .whole(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .number: LocalizedText(en: "number", ru: "число")[language]
        case .share: LocalizedText(en: "share", ru: "доля")[language]
        case .flag: LocalizedText(en: "yes or no", ru: "да или нет")[language]
        case .choice(let choices): choices.map { "\($0.word) (\($0.title[language]))" }.joined(separator: ", ")
        case .one(let subject): words(subject)[language]
        case .many(let subject):
            LocalizedText(en: "several: \(words(subject))", ru: "несколько: \(words(subject))")[language]
        }
    }

    private static func words(_ subject: StepField.Subject) -> LocalizedText {
        switch subject {
        case .client: LocalizedText(en: "client", ru: "клиент")
        case .contact: LocalizedText(en: "contact", ru: "человек у клиента")
        case .person: LocalizedText(en: "person", ru: "сотрудник")
        case .touch: LocalizedText(en: "touch", ru: "контакт с клиентом")
        case .meeting: LocalizedText(en: "meeting", ru: "встреча")
        case .promise: LocalizedText(en: "promise", ru: "обещание")
        case .plan: LocalizedText(en: "plan", ru: "план")
        case .goal: LocalizedText(en: "goal", ru: "цель")
        case .round: LocalizedText(en: "round", ru: "раунд")
        case .rung: LocalizedText(en: "rung", ru: "ступень")
        case .piece: LocalizedText(en: "piece of evidence", ru: "основание ступени")
        case .rival: LocalizedText(en: "rival", ru: "конкурент")
        case .factor: LocalizedText(en: "factor", ru: "фактор")
        case .selection: LocalizedText(en: "rules of selection", ru: "правила отбора")
        case .criterion: LocalizedText(en: "criterion", ru: "критерий")
        case .department: LocalizedText(en: "department", ru: "служба")
        case .function: LocalizedText(en: "function", ru: "служба клиента")
        case .tier: LocalizedText(en: "tier", ru: "класс")
        case .training: LocalizedText(en: "training", ru: "обучение")
        }
    }

    /// A step for programs.
    struct Entry: Encodable {
        let step: String
        let title: String
        let fields: [Part]

        struct Part: Encodable {
            let name: String
            let label: String
            let isNeeded: Bool
            let content: String
        }

        init(_ step: AccountStep, _ language: Language) {
            (self.step, title) = (step.name, step.title[language])
            fields = step.fields.map { field in
                Part(
                    name: field.name, label: field.label[language], isNeeded: field.isNeeded,
                    content: AccountStepsReport.content(field.content, language))
            }
        }
    }
}
