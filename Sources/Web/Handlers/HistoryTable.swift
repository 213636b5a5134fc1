internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll

/// Who did what, when and why.
struct HistoryTable {
    let asked: Asked
    let company: CompanyModel

    init(_ asked: Asked, _ company: CompanyModel) {
        self.asked = asked
        self.company = company
    }

    /// The latest first.
    func table(_ entries: [HistoryEntry]) -> DataTable {
        DataTable(
            name: "history", caption: asked.word(PeriodWords.history),
            columns: [
                Column(asked.word(PeriodWords.when)), Column(asked.word(PeriodWords.who)),
                Column(asked.word(PeriodWords.what)), Column(asked.word(PeriodWords.reason)),
            ],
            rows: entries.reversed().map { entry in
                TableRow(
                    .text(String(entry.at.prefix(16)).replacing("T", with: " ")),
                    [
                        .name(DisputeHandler.title(of: entry.actor, company, asked.language), nil),
                        .name(entry.deed.title[asked.language], nil), .name(entry.reason, nil),
                    ])
            }, language: asked.language)
    }
}
