import ArgumentParser
import Files
import Foundation
import Ledger
internal import Messages
import Payroll
import Reports

/// `stimul pay`: everything payable goes to payroll.
struct Pay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Hand everything payable to payroll, and write the payroll file.",
            ru: "Передать всё, что к выплате, и записать ведомость."),
        discussion: .said(
            en: """
                The file's name decides its form: .xlsx or .csv. A payment stands even when its file cannot be written; \
                --export-only writes it again.

                  stimul pay acme --period 2026-03 --output payroll.xlsx --by olga
                  stimul pay acme --period 2026-03 --output payroll.csv --export-only
                """,
            ru: """
                Вид файла определяет имя: .xlsx или .csv. Выплата остаётся в силе, даже если файл не записался; --export-only \
                запишет его снова.

                  stimul pay acme --period 2026-03 --output payroll.xlsx --by olga
                  stimul pay acme --period 2026-03 --output payroll.csv --export-only
                """))

    @OptionGroup var company: CompanyArgument
    @OptionGroup var period: PayPeriodOption
    @Option(
        name: .customLong("by"),
        help: .said(en: "Who does this: a person's identifier.", ru: "Кто это делает: идентификатор сотрудника."))
    var actor: String?
    @OptionGroup var output: OutputOptions
    @Flag(
        help: .said(
            en: "Pay although payments to the same people were made before a restore.",
            ru: "Выплатить, хотя до восстановления тем же людям уже платили."))
    var afterRestore = false
    @Flag(
        help: .said(
            en: "Only write the payroll of a period that was paid before.",
            ru: "Только записать ведомость уже выплаченного периода."))
    var exportOnly = false
    @OptionGroup var options: CommonOptions

    func validate() throws {
        if exportOnly { _ = try options.needed(output.path, "--output") } else { _ = try options.needed(actor, "--by") }
        guard let path = output.path, form(of: path) == nil else { return }
        throw options.wrong(
            LocalizedText(
                en: "'\(path)' is neither .xlsx nor .csv; its ending says how the payroll is written",
                ru: "«\(path)» — не .xlsx и не .csv; от окончания зависит, как записать ведомость"))
    }

    func run() throws {
        let session = try PayrollSession(company.company, options)
        // Before money moves: a payment stands whatever becomes of its file.
        let place = try output.place(company.company, isPrivate: true, session.console)
        let name = try session.period(period.period)
        if !exportOnly {
            let principal = try session.principal(try options.needed(actor, "--by"))
            let payments = try pay(name, by: principal, session)
            let sum = try session.console.stopping { try PayBreakdown(payments).paid }
            session.print(
                LocalizedText(
                    en:
                        "\(name) is paid: \(session.text(sum)) to \(payments.count) \(payments.count == 1 ? "person" : "people")",
                    ru: "\(name) выплачен: \(session.text(sum)), получателей \(payments.count)"))
        }
        guard let path = place.path else { return }
        try export(name, to: place, path, session)
    }

    private func pay(_ period: String, by principal: Principal, _ session: PayrollSession) throws -> [LedgerEntry] {
        do {
            return try session.cycle.pay(period, afterRestore: afterRestore, by: principal)
        } catch PayrollFailure.refused(.paidBeforeRestore(let payments, let restore)) {
            session.console.fail(Refusal.paidBeforeRestore(payments, restore).text)
            let lines = PaymentNames(session.model).lines(payments, options.language)
            for line in lines { session.console.error(LocalizedText("  \(line)")) }
            session.console.error(
                LocalizedText(
                    en:
                        "nothing was paid; to book what payroll has had already, or to pay once more, add --after-restore, and give the payroll to the bank only if the money never left",
                    ru:
                        "ничего не выплачено; чтобы провести то, что бухгалтерия уже выплатила, или выплатить ещё раз, добавьте --after-restore; отдавайте ведомость в банк, только если деньги не ушли"
                ))
            throw ExitStatus.faults
        } catch {
            return try session.console.stopping { throw error }
        }
    }

    // MARK: The file

    private enum Form { case workbook, csv }

    private func form(of path: String) -> Form? {
        switch (path as NSString).pathExtension.lowercased() {
        case "xlsx": .workbook
        case "csv": .csv
        default: nil
        }
    }

    private func export(
        _ period: String, to place: OutputPlace, _ path: String, _ session: PayrollSession
    ) throws {
        let sheet = try session.console.stopping {
            try session.cycle.payroll(period).sheet(session.model, in: options.language)
        }
        do throws(ExportFailure) {
            try write(sheet, to: place, path)
        } catch {
            session.console.fail(error.text)
            session.console.error(again(period, path))
            throw ExitStatus.files
        }
        session.print(LocalizedText(en: "payroll written to '\(path)'", ru: "ведомость записана в «\(path)»"))
    }

    private func write(_ sheet: Sheet, to place: OutputPlace, _ path: String) throws(ExportFailure) {
        switch form(of: path) {
        case .workbook:
            do throws(SheetFailure) {
                try SheetXLSX.write(
                    [sheet], to: path, language: options.language, replacing: place.replaces, isPrivate: place.isPrivate
                )
            } catch {
                throw ExportFailure(text: error.text)
            }
        case .csv, nil:
            do throws(FileCause) {
                let file = try place.file()
                try file.append(SheetCSV.bytes(sheet))
                try file.finish()
            } catch {
                throw ExportFailure(text: FileProblem.unwritable(path, .system(error)).text)
            }
        }
    }

    private func again(_ period: String, _ path: String) -> LocalizedText {
        let line =
            "stimul pay \(company.company) --period \(period) --export-only --output \((path as NSString).lastPathComponent)"
        return LocalizedText(
            en: "\(period) stays paid; write its payroll somewhere else: \(line)",
            ru: "\(period) остаётся выплаченным; запишите ведомость в другое место: \(line)")
    }
}

/// Why a payroll file was not written.
private struct ExportFailure: Error {
    let text: LocalizedText
}
