import Accounts
import ArgumentParser
import Company
internal import Messages
import PersonalFacts

/// `stimul contact withdraw`: a consent is taken back, and what rests on it erased.
struct ContactWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: .said(
            en: "Take a consent back for the contact: what rests on it is erased at once.",
            ru: "Отозвать согласие человека: то, что на нём держится, стирается сразу."))

    @OptionGroup var common: ContactOptions
    @Option(
        help: .said(
            en: "Only for this: courtesy, hospitality or channel (default: for all).",
            ru: "Только эта цель: «courtesy», «hospitality» или «channel» (по умолчанию все)."))
    var purpose: PurposeName?
    @Option(help: .said(en: "table or json.", ru: "table или json."))
    var format: RecordFormat = .table

    func run() async throws {
        let desk = try await common.opened()
        let purposes = purpose.map { [$0.purpose] } ?? Consent.Purpose.allCases
        let certificate = try common.console.keeping {
            try desk.facts.withdraw(purposes, of: desk.contact, by: desk.person, desk.contacts)
        }
        try CertificateReport(certificate: certificate, desk: desk.desk).print(format, common.console)
    }
}

/// `stimul contact forget`: everything that is kept of somebody is erased.
struct ContactForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: .said(
            en: "Erase everything personal that is kept of a contact, and print a certificate.",
            ru: "Стереть всё личное, что хранится о человеке, и напечатать акт."))

    @OptionGroup var common: ContactOptions
    @Option(help: .said(en: "table or json.", ru: "table или json."))
    var format: RecordFormat = .table

    func run() async throws {
        let desk = try await common.opened()
        let certificate = try common.console.keeping {
            try desk.facts.forget(desk.contact, by: desk.person, desk.contacts)
        }
        try CertificateReport(certificate: certificate, desk: desk.desk).print(format, common.console)
    }
}

/// A certificate of erasure in the forms in which it is shown.
struct CertificateReport {
    let certificate: ErasureCertificate
    let desk: AccountDesk

    func print(_ format: RecordFormat, _ console: Console) throws {
        switch format {
        case .table: console.print(text)
        case .csv: console.print(csv)
        case .json: console.print(try json())
        }
    }

    var text: String {
        let certificate = certificate
        let head = LocalizedText(
            en: """
                Certificate of erasure
                of: \(certificate.contact)   why: \(certificate.reason.words)
                when: \(certificate.at) (UTC)   by: \(certificate.actor)
                how: text and key overwritten in the database, the file written anew; the audit keeps no text
                audit head: \(certificate.head)
                """,
            ru: """
                Акт об уничтожении персональных данных
                чьи: \(certificate.contact)   основание: \(certificate.reason.words)
                когда: \(certificate.at) (всемирное время)   кто: \(certificate.actor)
                как: текст и ключ перезаписаны в базе, файл записан заново; аудит текста не хранит
                отметка аудита: \(certificate.head)
                """)[desk.language]
        guard !certificate.items.isEmpty else {
            return head + "\n" + desk.word("nothing was kept", "ничего не хранилось")
        }
        var table = TextTable(
            [
                desk.word("what", "что"), desk.word("number", "номер"), desk.word("purpose", "цель"),
                desk.word("day", "день"),
            ], amountColumns: [])
        for item in certificate.items {
            table.add([
                item.kind.words[desk.language], item.key, item.purpose.words[desk.language], desk.day(item.madeOn),
            ])
        }
        return head + "\n" + table.text
    }

    var csv: String {
        RecordCSV.text(
            ["contact", "kind", "key", "purpose", "day", "reason", "at", "by"],
            certificate.items.map { item in
                [
                    .text(certificate.contact.text), .text(item.kind.rawValue), .text(item.key),
                    .text(item.purpose.rawValue), .text("\(item.madeOn)"), .text(certificate.reason.rawValue),
                    .text(certificate.at), .text(certificate.actor),
                ]
            })
    }

    func json() throws -> String {
        try RecordJSON.text(
            Entry(
                contact: certificate.contact.text, reason: certificate.reason.rawValue, at: certificate.at,
                by: certificate.actor, head: "\(certificate.head)",
                items: certificate.items.map {
                    Entry.Item(
                        kind: $0.kind.rawValue, key: $0.key, purpose: $0.purpose.rawValue, day: "\($0.madeOn)")
                }))
    }

    private struct Entry: Encodable {
        let contact: String
        let reason: String
        let at: String
        let by: String
        let head: String
        let items: [Item]

        struct Item: Encodable {
            let kind: String
            let key: String
            let purpose: String
            let day: String
        }
    }
}
