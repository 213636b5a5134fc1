import ArgumentParser
import Foundation
internal import Messages
import PersonalFacts
import Storage

/// `stimul audit`: whether everything is as it was written.
struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Check that nothing recorded was changed, removed or added from outside.",
            ru: "Проверить, что записанное никто не изменил, не удалил и не дополнил извне."),
        discussion: .said(
            en: """
                Note the head that it prints somewhere else. With --head it also finds that the last records were cut off.

                  stimul audit acme
                  stimul audit acme --head 17:9f86d081…
                """,
            ru: """
                Запишите показанную вершину где-нибудь ещё. С --head видно и то, что последние записи отрезаны.

                  stimul audit acme
                  stimul audit acme --head 17:9f86d081…
                """))

    @OptionGroup var company: CompanyArgument
    @Option(help: .said(en: "The head that was noted: NUMBER:DIGEST.", ru: "Отмеченная вершина: НОМЕР:СВЁРТКА."))
    var head: String?
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let expected = try head.map(expectedHead)
        let (report, personal) = try console.stopping {
            let workspace = try Workspace.openReadOnly(at: company.company)
            defer { try? workspace.close() }
            let report = try workspace.audit(expectedHead: expected)
            return (report, try PersonalFacts.check(in: company.company, against: workspace))
        }
        console.print(report.counts(options.language))
        if report.isSound, personal.isEmpty { console.print(report.verdict(options.language)) }
        for note in report.notes { console.error(note.text) }
        for fault in report.faults { console.fail(fault.text) }
        for fault in personal { console.fail(fault) }
        if !report.isSound || !personal.isEmpty {
            console.error(
                LocalizedText(
                    en:
                        "faults: \(report.faults.count + personal.count); keep the file as it is and compare it with the last backup",
                    ru:
                        "нарушений: \(report.faults.count + personal.count); сохраните файл и сравните его с последней копией"
                ))
            throw ExitStatus.faults
        }
    }

    private func expectedHead(_ text: String) throws -> AuditHead {
        if let head = AuditHead(text) { return head }
        throw options.wrong(
            LocalizedText(
                en: "'\(text)' is no head; write it as the audit printed it: a number, a colon, 64 digits and letters",
                ru: "«\(text)» — не отметка; пишите, как её напечатала проверка: номер, двоеточие, 64 знака"))
    }
}

extension AuditReport {
    /// How much there is.
    func counts(_ language: Language) -> String {
        let records = LocalizedText(en: "audit records", ru: "записей аудита")[language]
        let counted = [[records, String(self.records)]] + rows.sorted { $0.key < $1.key }.map { [$0, String($1)] }
        return TextTable(rows: counted, amountColumns: [1]).text
    }

    /// That nothing was found, and the head to be noted. A damaged file has no head worth noting.
    func verdict(_ language: Language) -> String {
        LocalizedText(
            en: "no faults; head, to be noted elsewhere: \(head)",
            ru: "нарушений нет; отметка, её стоит сохранить в другом месте: \(head)")[language]
    }
}
