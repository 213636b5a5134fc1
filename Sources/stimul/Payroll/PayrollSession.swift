import ArgumentParser
import Company
import Ledger
internal import Messages
import Payroll
import Periods
import Storage

/// The company and the workspace that a command of the pay cycle works on; it takes no name that they do not have.
struct PayrollSession {
    let console: Console
    let cycle: PayCycle
    private(set) var model: CompanyModel
    private let options: CommonOptions

    init(_ company: String, _ options: CommonOptions, threads: Int = 2) throws {
        self.options = options
        console = options.console
        cycle = try console.payCycle(company, threads: threads)
        model = try console.stopping { [cycle] in try cycle.reference() }
    }

    /// The same, speaking of a run in the words of its own text and rows; in those of now where they cannot be read any more.
    func speaking(of run: StoredRun) -> PayrollSession {
        guard let model = try? cycle.reference(of: run) else { return self }
        var session = self
        session.model = model
        return session
    }

    /// Whoever acts: whoever may write the files may do everything, in the name of a person of the company.
    func principal(_ id: String) throws -> Principal { .localOperator(try person(id)) }

    /// The identifier of a person who is named by it, or by the name that is printed.
    func person(_ id: String) throws -> String {
        try options.person(id, of: model)
    }

    /// The name of a pay period.
    func period(_ name: String) throws -> String {
        try console.stopping { try cycle.payPeriod(name, model).description }
    }

    /// The name of a period that something was done with, whatever the company pays by now; else of a pay period.
    func begunPeriod(_ name: String) throws -> String {
        let begun = try console.stopping { try cycle.workspace.read { try $0.periods().map(\.period) } }
        return begun.contains(name) ? name : try period(name)
    }

    /// A person's name for people.
    func name(of person: String) -> String {
        model.people.number(of: person).map { model.people.title($0)[console.language] } ?? ""
    }

    /// An amount of minor units as people read it.
    func text(_ minorUnits: Int64) -> LocalizedText {
        AmountText(currency: model.currency).readable(minorUnits)
    }

    /// Says which disciplinary cuts of a run are smaller than they were asked for.
    func tellLimitedCuts(_ run: StoredRun) throws {
        for cut in try console.stopping({ try cycle.limitedCuts(of: run) }) {
            let (asked, taken) = (text(cut.adjustment.amount), text(cut.amount))
            let number = cut.adjustment.number
            print(
                LocalizedText(
                    en:
                        "Adjustment \(number) of \(cut.adjustment.person): \(asked) was asked for, the law allows \(taken).",
                    ru:
                        "Корректировка \(number), \(cut.adjustment.person): назначено \(asked), закон допускает \(taken)."
                ))
        }
    }

    /// A text in the user's language.
    func print(_ text: LocalizedText) { console.print(text[console.language]) }
}

/// Which pay period a command acts on.
struct PayPeriodOption: ParsableArguments {
    @Option(help: .said(en: "The pay period, for instance 2026-03.", ru: "Расчётный период, например 2026-03."))
    var period: String
}

extension String {
    /// The beginning of a run's identifier, as people see it.
    var shortRun: String { String(prefix(12)) }
}

extension CommonOptions {
    /// An option that this use of the command cannot do without.
    func needed<Value>(_ value: Value?, _ option: String) throws -> Value {
        if let value { return value }
        throw wrong(LocalizedText(en: "'\(option)' is missing", ru: "не указано «\(option)»"))
    }
}
