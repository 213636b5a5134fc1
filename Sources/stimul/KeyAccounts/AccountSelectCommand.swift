import AccountRows
import Accounts
import ArgumentParser
import Company
internal import Messages
import Periods
import Quantities

/// `stimul account select`: a round in which departments choose key accounts.
struct AccountSelectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "select",
        abstract: .said(
            en: "Show a selection round: the candidates, how far departments agree, and what is to be settled.",
            ru: "Показать раунд отбора: кандидаты, насколько службы согласны и что осталось согласовать."),
        discussion: .said(
            en: "While a round is open nobody's scores are shown, only how many are missing.",
            ru: "Пока раунд открыт, оценки не показываются, только сколько их не хватает."))

    @OptionGroup var account: AccountOptions
    @Option(help: .said(en: "The round (default: the last).", ru: "Раунд (по умолчанию последний)."))
    var round: String?

    func run() async throws {
        let desk = try await account.opened()
        let rounds = desk.book.rounds(on: desk.day)
        let name = try round.map {
            try account.options.name(
                LocalizedText(en: "round", ru: "раунд"), $0, among: rounds.map { KnownName($0.id.text) })
        }
        guard let round = rounds.last(where: { name == nil || $0.id.text == name }) else {
            account.console.fail(
                LocalizedText(en: "no round was opened by \(desk.day)", ru: "на \(desk.day) раундов отбора не было"))
            throw ExitStatus.faults
        }
        let report = AccountRoundReport(desk: desk, round: round)
        switch account.format {
        case .table: account.console.print(report.text)
        case .csv: account.console.print(report.csv)
        case .json: account.console.print(try report.json())
        }
    }
}

/// A round in the forms in which it is shown.
struct AccountRoundReport {
    let desk: AccountDesk
    let round: Round

    private var isBlind: Bool { round.state == .open || round.state == .draft }

    var text: String {
        let head = desk.word(
            "round \(round.id) · \(round.state.words.en) · candidates: \(round.candidates.count) · scores missing: \(round.missing.count)",
            "раунд \(round.id) · \(round.state.words.ru) · кандидатов: \(round.candidates.count) · нет оценок: \(round.missing.count)"
        )
        if isBlind { return head }
        return [head, candidates, agreement, apart].joined(separator: "\n\n")
    }

    private var candidates: String {
        var table = TextTable(
            [
                desk.word("client", "клиент"), desk.word("attractiveness", "привлекательность"),
                desk.word("to the best rival", "к лучшему конкуренту"), desk.word("quadrant", "квадрант"),
                desk.word("tier", "класс"),
            ], amountColumns: [1, 2])
        let result = round.result()
        for candidate in result.ranked {
            table.add([
                desk.name(candidate.client), desk.ratio(candidate.attractiveness),
                candidate.relativeStrength.map { desk.ratio($0) } ?? "—",
                candidate.quadrant?.words[desk.language] ?? "—", candidate.tier?.rawValue ?? "—",
            ])
        }
        for (client, reason) in result.without.sorted(by: { $0.key < $1.key }) {
            table.add([desk.name(client), "—", "—", reason.text[desk.language], "—"])
        }
        return table.text
    }

    /// W by axis, with how likely it is by chance.
    private var agreement: String {
        let axes: [(SelectionAxis, String)] = [
            (.attractiveness, desk.word("attractiveness", "привлекательность")),
            (.strength, desk.word("strength", "сила")),
        ]
        let rows = axes.map { axis, title -> [String] in
            do throws(NoFigure) {
                let agreement = try round.agreement(on: axis)
                return ["  " + title, "W \(fixed(agreement.coefficient, 4))", "p \(fixed(agreement.p, 6))"]
            } catch {
                return ["  " + title, "—", error.text[desk.language]]
            }
        }
        return desk.word("How far departments agree", "Насколько службы согласны") + "\n"
            + TextTable(rows: rows, amountColumns: []).text
    }

    /// A statistic with so many places; it is never paid.
    private func fixed(_ number: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int((number * scale).rounded())
        let digits = String(whole)
        let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
        return padded.dropLast(places) + (desk.language == .ru ? "," : ".") + padded.suffix(places)
    }

    private var apart: String {
        let rows = round.disagreements.filter(\.needsSession).map { disagreement -> [String] in
            let isSigned = round.minutes.contains { $0.client == disagreement.client && round.isSigned($0) }
            return [
                "  " + desk.name(disagreement.client), subject(disagreement.subject), desk.ratio(disagreement.spread),
                names(disagreement.highest) + " ↔ " + names(disagreement.lowest),
                isSigned ? desk.word("minutes signed", "протокол подписан") : desk.word("to be settled", "согласовать"),
            ]
        }
        let title = desk.word("Furthest apart", "Расходятся сильнее всего")
        return rows.isEmpty
            ? title + ": " + desk.word("nobody", "никто") : title + "\n" + TextTable(rows: rows, amountColumns: []).text
    }

    private func names(_ departments: [Key<Department>]) -> String { departments.map(\.text).joined(separator: ", ") }

    private func subject(_ subject: Disagreement.Subject) -> String {
        switch subject {
        case .criterion(let criterion):
            round.model.criteria.first { $0.id == criterion }?.title[desk.language] ?? criterion.text
        case .axis(let axis):
            axis == .attractiveness
                ? desk.word("attractiveness", "привлекательность") : desk.word("strength", "сила")
        }
    }

    var csv: String {
        RecordCSV.text(
            ["client", "attractiveness", "relative_strength", "quadrant", "tier", "place"],
            isBlind
                ? []
                : round.result().ranked.map { candidate in
                    [
                        .text(candidate.client.text), .figure(candidate.attractiveness.description),
                        .figure(candidate.relativeStrength?.description ?? ""),
                        .text(candidate.quadrant?.rawValue ?? ""), .text(candidate.tier?.rawValue ?? ""),
                        .text(candidate.place.rawValue),
                    ]
                })
    }

    func json() throws -> String {
        try RecordJSON.text(
            Entry(
                round: round.id.text, state: round.state.rawValue, missing: round.missing.count,
                candidates: isBlind
                    ? []
                    : round.result().ranked.map {
                        Candidate(
                            client: $0.client.text, attractiveness: $0.attractiveness.description,
                            relativeStrength: $0.relativeStrength?.description, quadrant: $0.quadrant?.rawValue,
                            tier: $0.tier?.rawValue, place: $0.place.rawValue)
                    }, sessionsDue: isBlind ? [] : round.sessionsDue.map(\.text)))
    }

    private struct Entry: Encodable {
        let round: String
        let state: String
        let missing: Int
        let candidates: [Candidate]
        let sessionsDue: [String]
    }

    private struct Candidate: Encodable {
        let client: String
        let attractiveness: String
        let relativeStrength: String?
        let quadrant: String?
        let tier: String?
        let place: String
    }
}
