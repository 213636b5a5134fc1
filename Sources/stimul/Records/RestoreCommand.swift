import ArgumentParser
import Company
internal import Messages
import Payroll
import PersonalFacts
import Storage

/// `stimul restore`: back to what a backup holds.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: .said(
            en: "Put a backup in the place of what is recorded; that is kept beside it.",
            ru: "Поставить копию на место записанного; прежнее остаётся рядом."),
        discussion: .said(
            en: """
                What would be undone is told, and done only with --undo. Who restored, why, and which payments it undid is \
                recorded. Nobody may work with the company meanwhile. A backup that does not pass the audit changes nothing.

                  stimul restore acme acme-2026-02-01.sqlite --by dina --reason 'disk failure'
                """,
            ru: """
                Говорит, что было бы отменено, и делает это только с --undo. Кто восстановил, почему и какие выплаты этим отменены, \
                записывается. Работать с компанией в это время нельзя. Копия, которая не проходит проверку, ничего не меняет.

                  stimul restore acme acme-2026-02-01.sqlite --by dina --reason 'сбой диска'
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(help: .said(en: "The backup.", ru: "Копия."), completion: .file())
    var file: String
    @OptionGroup var actor: ActorOption
    @Option(help: .said(en: "Why.", ru: "Почему."))
    var reason: String
    @Flag(help: .said(en: "Give up what was recorded after the backup.", ru: "Отказаться от записанного после копии."))
    var undo = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let found = try console.stopping { try Workspace.restoration(of: file, to: company.company) }
        guard found.people.contains(actor.actor) else {
            throw options.unknown(
                LocalizedText(en: "person", ru: "сотрудник"), actor.actor, among: found.people.sorted())
        }
        try console.stopping { try found.check(by: .localOperator(actor.actor), reason: reason) }
        if found.undoes {
            tell(found, console)
            guard undo else {
                console.fail(
                    LocalizedText(
                        en: "nothing was changed; to give that up, add --undo",
                        ru: "ничего не изменено; чтобы отказаться от этого, добавьте --undo"))
                throw ExitStatus.faults
            }
        }
        let kept = try console.stopping {
            // Asked before anything is changed: what is there now knows best what was erased.
            let erased = PersonalFacts.erased(in: company.company)
            let kept = try Workspace.restore(
                from: file, to: company.company, seen: found, by: actor.actor, reason: reason, clock: Console.now)
            try restorePersonalFacts(without: erased)
            return kept
        }
        let aside =
            kept.map {
                LocalizedText(en: " What was there is kept as '\($0)'.", ru: " Прежнее сохранено: «\($0)».")
            } ?? LocalizedText(en: " Nothing was recorded there before.", ru: " Прежде там ничего не было записано.")
        console.print(
            LocalizedText(en: "Restored '\(file)'.", ru: "Восстановлено: «\(file)».")[options.language]
                + aside[options.language])
    }

    /// Personal facts of the backup, without what was erased since; the chain notes again that it was.
    private func restorePersonalFacts(without erased: Erasures) throws {
        try PersonalFacts.restore(besideBackup: file, to: company.company, without: erased)
        guard PersonalFacts.exist(in: company.company) else { return }
        let workspace = try Workspace.open(at: company.company, clock: Console.now)
        defer { try? workspace.close() }
        _ = try PersonalFacts(in: company.company, workspace: workspace, openedBy: actor.actor)
    }

    // MARK: What is undone

    private func tell(_ found: Restoration, _ console: Console) {
        guard found.isPresentReadable else {
            return console.error(
                LocalizedText(
                    en:
                        "the present records cannot be read, so what this undoes cannot be told; payments may be among it",
                    ru:
                        "нынешние записи не читаются, поэтому нельзя сказать, что будет отменено; среди этого могут быть выплаты"
                ))
        }
        let (first, last) = (found.common + 1, found.present?.number ?? 0)
        console.error(
            LocalizedText(
                en: "records \(first) to \(last) are not in the backup; this undoes them",
                ru: "записей \(first)–\(last) в копии нет; они будут отменены"))
        for approval in found.approvals {
            console.error(
                LocalizedText(
                    en: "  approval of \(approval.period) by \(approval.actor), \(approval.at)",
                    ru: "  утверждение \(approval.period): \(approval.actor), \(approval.at)"))
        }
        let names = PaymentNames(company.company)
        for line in names.lines(found.payments, options.language) { console.error(LocalizedText("  \(line)")) }
    }
}

/// Says payments by period, name and sum; where neither names nor the currency are known, by what is recorded.
struct PaymentNames {
    private let model: CompanyModel?

    /// - Parameter model: The company that knows people and currency.
    init(_ model: CompanyModel) { self.model = model }

    init(_ company: String) {
        guard let text = try? CompanyFolder(path: company).text(),
            let workspace = try? Workspace.openReadOnly(at: company)
        else {
            model = nil
            return
        }
        defer { try? workspace.close() }
        model = try? PayCycle(workspace, text: text).reference()
    }

    /// One line for each period with its total, then one for each person.
    func lines(_ payments: [UndonePayment], _ language: Language) -> [String] {
        let periods = Dictionary(grouping: payments, by: \.period)
        return periods.sorted { $0.key < $1.key }.flatMap { period, own -> [String] in
            let total = own.reduce(Int128(0)) { $0 + Int128($1.amount) }
            let people = own.count
            let head = LocalizedText(
                en:
                    "payment of \(period): \(text(Int64(clamping: total))) to \(people) \(people == 1 ? "person" : "people")",
                ru: "выплата за \(period): \(text(Int64(clamping: total))), получателей \(people)")
            return [head[language]] + own.map { "  \(name(of: $0.person, language)) \(text($0.amount)[language])" }
        }
    }

    private func name(of person: String, _ language: Language) -> String {
        guard let model, let number = model.people.number(of: person) else { return person }
        let title = model.people.title(number)[language]
        return title == person ? person : "\(person) (\(title))"
    }

    private func text(_ minorUnits: Int64) -> LocalizedText {
        model.map { AmountText(currency: $0.currency).readable(minorUnits) } ?? LocalizedText(minorUnits)
    }
}
