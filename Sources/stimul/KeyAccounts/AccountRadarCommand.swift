import AccountRows
import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods

/// `stimul account radar`: what needs somebody, with the rows that show it.
struct AccountRadarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "radar",
        abstract: .said(
            en: "Show what needs somebody, with its rows and the first thing to do.",
            ru: "Показать, где нужен человек: строки таблиц и что сделать первым."),
        discussion: .said(
            en: "Exits with 1 when there is an alarm: something to be done today.",
            ru: "Код выхода 1, если есть тревога: что-то надо сделать сегодня."))

    @OptionGroup var account: AccountOptions
    @Option(help: .said(en: "Only what is for this person.", ru: "Только то, что для этого сотрудника."))
    var of: String?
    @Option(help: .said(en: "Only this rule: R7.", ru: "Только это правило: R7."))
    var rule: String?

    func run() async throws {
        let desk = try await account.opened()
        let person = try of.map { try account.person($0, desk) }
        let wanted = try rule.map { try known($0) }
        let findings = desk.book.findings(on: desk.day).filter { placed in
            (person.map { placed.concerns($0) } ?? true) && (wanted.map { placed.finding.rule == $0 } ?? true)
                // What only its owner sees is shown to him alone.
                && (placed.finding.rule.escalates || person != nil)
        }
        let report = AccountRadarReport(desk: desk, findings: findings)
        switch account.format {
        case .table: account.console.print(findings.isEmpty ? report.nothing : report.table)
        case .csv: account.console.print(report.csv)
        case .json: account.console.print(try RecordJSON.text(findings.map { AccountFindingEntry($0, desk) }))
        }
        if findings.contains(where: { $0.finding.severity == .alarm }) { throw ExitStatus.faults }
    }

    private func known(_ name: String) throws -> RadarRule {
        if let rule = RadarRule(name: name.uppercased()) { return rule }
        throw account.options.unknown(
            LocalizedText(en: "rule", ru: "правило"), name, among: RadarRule.allCases.map(\.name))
    }
}

/// The radar in the forms in which it is shown.
struct AccountRadarReport {
    let desk: AccountDesk
    let findings: [PlacedFinding]

    var nothing: String { desk.word("nothing needs anybody", "ничто не требует внимания") }

    /// A block for each rule: what it warns of, its findings, what to do first.
    var table: String {
        let byRule = Dictionary(grouping: findings, by: \.finding.rule)
        return byRule.keys.sorted().map { rule in
            let head = "\(rule.name) \(rule.title[desk.language])"
            var table = TextTable(rows: [], amountColumns: [])
            for placed in byRule[rule] ?? [] {
                table.add([
                    "  " + desk.severity(placed.finding.severity), desk.subject(placed),
                    desk.word("since \(placed.finding.since)", "с \(placed.finding.since)"), desk.evidence(placed),
                    people(placed),
                ])
            }
            return head + "\n" + table.text + "\n  → " + rule.firstAction[desk.language]
        }.joined(separator: "\n\n")
    }

    private func people(_ placed: PlacedFinding) -> String {
        let up = placed.levelsUp > 0 ? desk.word(" · up \(placed.levelsUp)", " · выше на \(placed.levelsUp)") : ""
        return Self.names(placed.people.map { desk.person($0.person) }) + up
    }

    private static func names(_ names: [String]) -> String {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }.joined(separator: ", ")
    }

    var csv: String {
        RecordCSV.text(
            ["rule", "severity", "client", "subject", "since", "manager", "for", "evidence", "action"],
            findings.map { placed in
                [
                    .text(placed.finding.rule.name), .text("\(placed.finding.severity)"),
                    .text(placed.finding.client?.text ?? ""), .text(placed.finding.key.subject),
                    .text(placed.finding.since.description), .text(placed.manager?.text ?? ""),
                    .text(placed.people.map(\.person.text).joined(separator: " ")), .text(desk.evidence(placed)),
                    .text(placed.finding.rule.firstAction[desk.language]),
                ]
            })
    }
}

/// A finding for programs: names are the same in every language, texts are in the language asked for.
struct AccountFindingEntry: Encodable {
    let rule: String
    let warnsOf: String
    let severity: String
    let client: String?
    let subject: String
    let since: String
    let manager: String?
    let people: [Part]
    let levelsUp: Int
    let evidence: [Row]
    let firstAction: String

    struct Part: Encodable {
        let part: String
        let person: String
    }

    struct Row: Encodable {
        let row: String
        let text: String
        let file: String?
        let line: Int?
    }

    init(_ placed: PlacedFinding, _ desk: AccountDesk) {
        let finding = placed.finding
        (rule, warnsOf) = (finding.rule.name, finding.rule.title[desk.language])
        (severity, client, subject) = ("\(finding.severity)", finding.client?.text, finding.key.subject)
        (since, manager, levelsUp) = (finding.since.description, placed.manager?.text, placed.levelsUp)
        people = placed.people.map { Part(part: $0.part.rawValue, person: $0.person.text) }
        evidence = zip(finding.evidence, placed.places).map { evidence, place in
            Row(row: evidence.row, text: evidence.text[desk.language], file: place?.file, line: place?.line)
        }
        firstAction = finding.rule.firstAction[desk.language]
    }
}
