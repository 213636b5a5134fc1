internal import Messages
import Payroll
import Quantities
import Storage

/// Who did what, in the forms in which it is shown.
struct HistoryReport {
    let entries: [HistoryEntry]
    let currency: Currency?
    let language: Language

    /// What is said when nothing was done.
    var nothing: String { word("nothing of this was done", "ничего такого не делали") }

    // MARK: For people

    var table: String {
        var table = TextTable(
            [
                word("time (UTC)", "время (UTC)"), word("who", "кто"), word("what", "что"), word("period", "период"),
                word("run", "расчёт"), word("amount", "сумма"), word("reason", "причина"),
            ], amountColumns: [5])
        for entry in entries {
            table.add([
                time(entry.at), entry.actor, what(entry), entry.period ?? "—", entry.run?.shortRun ?? "—",
                entry.amount.map(readable) ?? "—", entry.reason,
            ])
        }
        return table.text
    }

    /// `2026-02-03 09:00` of `2026-02-03T09:00:00Z`
    private func time(_ at: String) -> String { String(at.prefix(16)).replacing("T", with: " ") }

    private func readable(_ amount: Int64) -> String {
        currency.map { AmountText(currency: $0).readable(amount)[language] } ?? String(amount)
    }

    private func what(_ entry: HistoryEntry) -> String {
        let deed = entry.deed.title[language]
        guard let person = entry.person else { return deed }
        return "\(deed) · \(person)"
    }

    private func word(_ en: EnglishText, _ ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[language] }

    // MARK: For programs

    var csv: String {
        let header = ["record", "time", "by", "deed", "period", "person", "run", "amount", "currency", "reason"]
        return RecordCSV.text(
            header,
            entries.map { entry in
                [
                    .figure(String(entry.record)), .text(entry.at), .text(entry.actor), .text(entry.deed.name),
                    .text(entry.period ?? ""), .text(entry.person ?? ""), .text(entry.run ?? ""),
                    .figure(plain(entry.amount) ?? ""), .text(currency?.code ?? ""), .text(entry.reason),
                ]
            })
    }

    func json() throws -> String { try RecordJSON.text(entries.map(line)) }

    private func line(_ entry: HistoryEntry) -> Line {
        Line(
            record: entry.record, time: entry.at, by: entry.actor, deed: entry.deed.name,
            text: entry.deed.title[language], period: entry.period, person: entry.person, run: entry.run,
            amount: plain(entry.amount), currency: currency?.code, reason: entry.reason)
    }

    private func plain(_ amount: Int64?) -> String? {
        guard let amount, let currency else { return nil }
        return AmountText(currency: currency).plain(amount)
    }

    private struct Line: Encodable {
        let record: Int64
        let time: String
        let by: String
        let deed: String
        let text: String
        let period: String?
        let person: String?
        let run: String?
        let amount: String?
        let currency: String?
        let reason: String
    }
}

extension HistoryEntry.Deed {
    /// What was done, for programs; the same in every language.
    var name: String {
        switch self {
        case .imported: "import"
        case .calculated: "calculate"
        case .reviewed: "review"
        case .approved: "approve"
        case .paid: "pay"
        case .closed: "close"
        case .reopened: "reopen"
        case .adjusted: "adjust"
        case .decided(_, let verdict): verdict == .approved ? "approve-adjustment" : "reject-adjustment"
        case .withdrawn: "withdraw-adjustment"
        case .withdrawalDecided(_, let verdict): verdict == .approved ? "approve-withdrawal" : "reject-withdrawal"
        case .restored: "restore"
        case .disputed: "dispute"
        case .answered: "answer"
        case .other(let action, _): action
        }
    }
}
