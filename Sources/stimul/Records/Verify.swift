import ArgumentParser
import Foundation
import Ledger
internal import Messages
import Payroll
import Storage

/// `stimul verify`: whether a statement is as it was signed, and comes out the same.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Check a statement: its signature, and its figures by calculating them again.",
            ru: "Проверить расчётный листок: подпись и суммы, рассчитав их заново."),
        discussion: .said(
            en: """
                Needs nothing but the file. Give the company's key, as 'stimul statement --public-key' prints it: without it only
                the key that the file itself names can be asked.

                Exit codes: 0 signed and equal · 1 refused, or a figure differs · 2 not a file that can be read.
                """,
            ru: """
                Нужен только файл. Назовите ключ компании, как его показывает «stimul statement --public-key»: без него можно \
                спросить только ключ, который называет сам файл.

                Коды выхода: 0 подписан и сходится · 1 отказ или сумма расходится · 2 файл нельзя прочитать.
                """))

    @Argument(help: .said(en: "The statement.", ru: "Расчётный листок."), completion: .file())
    var file: String
    @Option(
        help: .said(
            en: "The public key it must be signed with: 64 digits and letters.",
            ru: "Открытый ключ, которым он должен быть подписан: 64 цифры и буквы."))
    var key: String?
    @Flag(help: .said(en: "Also print the figures that were checked.", ru: "Показать и проверенные суммы."))
    var show = false
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let console = options.console
        let expected = try key.map(publicKey)
        let data = try content(console)
        do {
            let bundle = try StatementBundle.read(data)
            let check = try await bundle.check(expectedKey: expected)
            let report = VerifyReport(bundle: bundle, check: check, language: options.language)
            console.print(report.text(isKeyKnown: expected != nil, showingFigures: show))
            if !check.differences.isEmpty { throw ExitStatus.faults }
        } catch let problem as StatementProblem {
            for diagnostic in problem.diagnostics { console.show(diagnostic) }
            console.fail(problem.told)
            throw problem.isUnreadable ? ExitStatus.files : ExitStatus.faults
        }
    }

    private func publicKey(_ text: String) throws -> [UInt8] {
        if let bytes = [UInt8](hex: text), bytes.count == 32 { return bytes }
        throw options.wrong(
            LocalizedText(
                en: "'\(text)' is no key; write the 64 digits and letters that 'stimul statement --public-key' prints",
                ru: "«\(text)» — не ключ; пишите 64 знака, которые печатает «stimul statement --public-key»"))
    }

    private func content(_ console: Console) throws -> Data {
        do {
            var status = stat()
            guard stat(file, &status) == 0 else { throw FileProblem.unreadable(file, .init(reading: errno)) }
            guard status.st_mode & S_IFMT != S_IFDIR else { throw FileProblem.unreadable(file, .isFolder) }
            guard status.st_mode & S_IFMT == S_IFREG else { throw FileProblem.unreadable(file, .notAFile) }
            do { return try Data(contentsOf: URL(fileURLWithPath: file)) } catch {
                throw FileProblem.unreadable(file, .init(error))
            }
        } catch let problem as FileProblem {
            console.fail(problem.text)
            throw ExitStatus.files
        }
    }
}

/// What a check of a statement found, for people.
struct VerifyReport {
    let bundle: StatementBundle
    let check: StatementCheck
    let language: Language

    func text(isKeyKnown: Bool, showingFigures: Bool = false) -> String {
        let signature =
            isKeyKnown
            ? LocalizedText(en: "signature: good, by the key given", ru: "подпись: верна, ключ — указанный")
            : LocalizedText(
                en:
                    "signature: good, by the key that the file itself names, \(bundle.key ?? ""); compare it with the company's",
                ru: "подпись: верна, ключ назван самим файлом: \(bundle.key ?? ""); сверьте его с ключом компании")
        return
            (["\(bundle.person), \(bundle.period)", signature[language]] + figures
            + (showingFigures ? [table] : []) + settlement)
            .joined(separator: "\n")
    }

    private var figures: [String] {
        let count = check.compared
        if check.differences.isEmpty {
            return [LocalizedText(en: "equal: \(count) figures", ru: "совпало: \(count)")[language]]
        }
        let header = LocalizedText(
            en: "different: \(check.differences.count) of \(count) figures",
            ru: "не совпало: \(check.differences.count) из \(count)")
        return [header[language]]
            + check.differences.map { difference in
                let none = "—"
                let (stated, calculated) = (difference.stated ?? none, difference.calculated ?? none)
                return LocalizedText(
                    en: "  \(difference.item): stated \(stated), calculated \(calculated)",
                    ru: "  \(difference.item): заявлено \(stated), рассчитано \(calculated)")[language]
            }
    }

    /// The figures themselves, as they are stated.
    private var table: String {
        let header = [
            LocalizedText(en: "plan", ru: "план"), LocalizedText(en: "component", ru: "составляющая"),
            LocalizedText(en: "period", ru: "период"), LocalizedText(en: "from", ru: "с"),
            LocalizedText(en: "until", ru: "до"), LocalizedText(en: "amount", ru: "сумма"),
        ]
        let rows = bundle.results.map { result in
            [
                result.plan, result.component, result.period, result.from, result.until,
                result.amount ?? "— " + result.reason,
            ]
        }
        return TextTable(
            rows: ([header.map { $0[language] }] + rows).map { ["  " + $0[0]] + $0.dropFirst() }, amountColumns: [5]
        )
        .text
    }

    private var settlement: [String] {
        let header =
            bundle.settlement.isPosted
            ? LocalizedText(en: "settlement, for information:", ru: "расчёты, для сведения:")
            : LocalizedText(
                en: "settlement, not posted yet, for information:", ru: "расчёты, ещё не проведены, для сведения:")
        if bundle.settlement.movements.isEmpty { return [] }
        let rows = bundle.settlement.movements.map { movement in
            [
                "  " + (LedgerEntry.Cause(rawValue: movement.cause)?.title[language] ?? movement.cause),
                [movement.from, movement.to].map { Account(rawValue: $0)?.title[language] ?? $0 }
                    .joined(separator: " → "), movement.amount,
            ]
        }
        return [header[language], TextTable(rows: rows, amountColumns: [2]).text]
    }
}
