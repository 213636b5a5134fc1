internal import Messages
import Payroll
import Storage

/// What an import did, for the screen.
struct ImportText {
    private let imported: PayCycle.Imported
    private let console: Console

    /// How many findings are shown.
    private static let limit = 20

    init(_ imported: PayCycle.Imported, _ console: Console) {
        self.imported = imported
        self.console = console
    }

    func write() {
        for diagnostic in imported.diagnostics.prefix(Self.limit) { console.show(diagnostic) }
        let hidden = imported.diagnostics.count - Self.limit
        if hidden > 0 {
            console.error(
                LocalizedText(en: "… and \(hidden) more like these", ru: "… и ещё таких: \(hidden)"))
        }
        console.print(table)
        if imported.rejected > 0 { console.error(rejected) }
        if imported.leftMissing { console.error(imported.hasErrors ? mayBeRejected : isNeeded) }
    }

    private var mayBeRejected: LocalizedText {
        LocalizedText(
            en: "nothing was cancelled: a row that was set aside may be the one that is missing",
            ru: "ничего не отменено: недостающей может быть как раз отклонённая строка")
    }

    private var isNeeded: LocalizedText {
        LocalizedText(
            en: "nothing was cancelled: other rows need the missing ones; mend the tables and import again",
            ru: "ничего не отменено: недостающие строки нужны другим; исправьте таблицы и загрузите снова")
    }

    private var rejected: LocalizedText {
        let count = imported.rejected
        return LocalizedText(
            en:
                "\(count) \(count == 1 ? "row was" : "rows were") set aside, the others came in; mend and import again",
            ru: "отклонено строк: \(count), остальные приняты; исправьте и загрузите снова")
    }

    private var table: String {
        let header =
            console.language == .ru
            ? ["таблица", "принято", "изменено", "без изменений", "отменено", "отклонено"]
            : ["table", "accepted", "changed", "unchanged", "cancelled", "rejected"]
        var table = TextTable(header, amountColumns: [1, 2, 3, 4, 5])
        for kind in Set(imported.report.counts.keys).union(imported.rejectedRows.keys).sorted() {
            let counts = imported.report.counts[kind] ?? ImportReport.Counts()
            let numbers = [
                counts.accepted, counts.changed, counts.unchanged, counts.cancelled, imported.rejectedRows[kind] ?? 0,
            ]
            table.add([kind] + numbers.map(String.init))
        }
        return table.text
    }
}
