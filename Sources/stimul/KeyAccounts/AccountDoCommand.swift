import AccountSteps
import Accounts
import ArgumentParser
import Company
import Foundation
internal import Messages
import Payroll
import Periods

/// `stimul account do`: takes a step of key account work.
struct AccountDoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "do",
        abstract: .said(
            en: "Take a step: give a promise, confirm it, answer the radar, score a candidate.",
            ru: "Сделать шаг: дать обещание, подтвердить его, ответить на сигнал, оценить кандидата."),
        discussion: .said(
            en: """
                Steps and their fields are listed by 'stimul account steps'. Everything is written with today's day, by name, \
                under the records; what the rules do not allow is refused with what they do.

                  stimul account do acme promise.add --set client=c034 --set text='price list' --set due_on=2026-12-10 \
                --set kind=promise --set weight=2 --by anna
                  stimul account do acme promise.accept p0078 --by boris
                  stimul account do acme finding.answer 'R7 c030' --set answer=acted --by anna
                """,
            ru: """
                Шаги и их поля перечисляет «stimul account steps». Всё записывается сегодняшним днём, от имени сотрудника и в журнал; \
                чего правила не позволяют, то отклоняется с указанием, что можно.

                  stimul account do acme promise.add --set client=c034 --set text='прайс-лист' --set due_on=2026-12-10 \
                --set kind=promise --set weight=2 --by anna
                  stimul account do acme promise.accept p0078 --by boris
                  stimul account do acme finding.answer 'R7 c030' --set answer=acted --by anna
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(help: .said(en: "The step: promise.accept.", ru: "Шаг: promise.accept."))
    var step: String
    @Argument(
        help: .said(
            en: "What it is taken with: p0077; nothing for a step that begins something.",
            ru: "С чем, например «p0077»; для шага, который что-то начинает, не нужно."))
    var subject: String?
    @Option(
        name: .customLong("set"),
        help: .said(en: "A field: due_on=2026-12-10. Once for each.", ru: "Поле: due_on=2026-12-10. По разу на каждое.")
    )
    var values: [String] = []
    @OptionGroup var actor: ActorOption
    @Option(help: .said(en: "table, csv or json.", ru: "table, csv или json."))
    var format: RecordFormat = .table
    @OptionGroup var options: CommonOptions

    func validate() throws {
        for value in values where !value.contains("=") {
            throw options.wrong(
                LocalizedText(
                    en: "'\(value)' is no field with a value; write due_on=2026-12-10",
                    ru: "«\(value)» — не поле со значением; пишите due_on=2026-12-10"))
        }
    }

    func run() async throws {
        let step = try known()
        let session = try PayrollSession(company.company, options)
        let principal = try session.principal(actor.actor)
        let (given, now) = (try fields(of: step), try options.now())
        let subject =
            step.begins
            ? ""
            : try options.needed(subject, LocalizedText(en: "what it is taken with", ru: "с чем шаг")[options.language])
        let result = try await session.console.stopping {
            try await session.cycle.takeStep(
                step, with: subject, given, at: now, by: principal)
        }
        switch result {
        case .success(let outcome): try show(outcome, of: step, session)
        case .failure(let refusal): throw told(refusal, session)
        }
    }

    private func known() throws -> AccountStep {
        if let step = AccountSteps.step(step) { return step }
        throw options.unknown(LocalizedText(en: "step", ru: "шаг"), step, among: AccountSteps.all.map(\.name))
    }

    /// The fields that were given, each one of the step's.
    private func fields(of step: AccountStep) throws -> [String: String] {
        var fields: [String: String] = [:]
        for value in values {
            let name = String(value.prefix { $0 != "=" })
            guard step.fields.contains(where: { $0.name == name }) else {
                throw options.unknown(
                    LocalizedText(en: "field", ru: "поле"), name, among: step.fields.map(\.name))
            }
            fields[name] = String(value.dropFirst(name.count + 1))
        }
        return fields
    }

    /// A field at fault is a wrong command line; everything else is the rules'.
    private func told(_ refusal: Accounts.Refusal, _ session: PayrollSession) -> any Error {
        let text = LocalizedText(en: "\(refusal.text): \(refusal.remedy)", ru: "\(refusal.text): \(refusal.remedy)")
        if let field = refusal.field {
            return options.wrong(
                LocalizedText(en: "--set \(field)=…: \(text)", ru: "--set \(field)=…: \(text)"))
        }
        session.console.fail(text)
        return ExitStatus.faults
    }

    private func show(_ outcome: StepOutcome, of step: AccountStep, _ session: PayrollSession) throws {
        switch format {
        case .json: session.console.print(try RecordJSON.text(AccountStepEntry(outcome, step, options.language)))
        case .csv:
            session.console.print(
                RecordCSV.text(
                    ["step", "subject", "next", "who", "by"],
                    [
                        [
                            .text(step.name), .text(outcome.subject), .text(outcome.next.what[options.language]),
                            .text(outcome.next.who?.text ?? ""), .text(outcome.next.by?.description ?? ""),
                        ]
                    ]))
        case .table:
            session.print(
                LocalizedText(en: "\(outcome.subject): \(step.title)", ru: "\(outcome.subject): \(step.title)"))
            session.print(next(outcome.next, session))
        }
    }

    /// `next: the receiver takes it on — Boris, by 7 October`
    private func next(_ next: StepNext, _ session: PayrollSession) -> LocalizedText {
        let who = next.who.map { person -> String in
            let name = session.name(of: person.text)
            return " — " + (name.isEmpty ? person.text : name)
        }
        let day = next.by.map { LocalizedText(en: ", by \($0)", ru: ", до \($0)") } ?? LocalizedText("")
        return LocalizedText(
            en: "next: \(next.what)\(who ?? "")\(day)", ru: "дальше: \(next.what)\(who ?? "")\(day)")
    }
}

/// A step that was taken, for programs.
struct AccountStepEntry: Encodable {
    let step: String
    let subject: String
    let next: String
    let who: String?
    let by: String?

    init(_ outcome: StepOutcome, _ step: AccountStep, _ language: Language) {
        (self.step, subject, next) = (step.name, outcome.subject, outcome.next.what[language])
        (who, by) = (outcome.next.who?.text, outcome.next.by?.description)
    }
}

extension CommonOptions {
    /// The minute on the clock of this machine.
    func now() throws -> CivilMoment {
        let parts = Calendar(identifier: .gregorian).dateComponents(
            [.year, .month, .day, .hour, .minute], from: Date())
        guard let day = CivilDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0),
            let now = CivilMoment(day: day, minute: (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
        else {
            throw wrong(
                LocalizedText(en: "the clock of this machine shows no day", ru: "часы этой машины не показывают даты"))
        }
        return now
    }
}
