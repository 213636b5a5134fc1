import Company
import GRDB
import Ledger
import Messages
import Quantities

@testable import Storage

extension TestWorkspace {
    /// A workspace with two rows in every table, and its audit head.
    static func filled() throws -> TestWorkspace {
        let made = try TestWorkspace()
        for (name, period) in [("first", "2026-01"), ("second", "2026-02")] {
            let adjustment = try made.fill(name, period)
            try made.fillSecondVersion(adjustment, period)
        }
        for period in ["2026-01", "2026-02"] { try made.fillObject(period) }
        return made
    }

    /// How many audit records ``filled()`` makes.
    static let filledRecords = 26

    /// A workspace of an earlier version with two rows in every table it has; for the first one copied row by row out of one of the
    /// second, whose tables this program cannot do without.
    static func filled(_ schema: Schema) throws -> TestWorkspace {
        let isFirst = schema.versions.count == 1
        let made = try TestWorkspace(isFirst ? Schema(Array(Schema.current.versions.prefix(2))) : schema)
        for (name, period) in [("first", "2026-01"), ("second", "2026-02")] {
            let adjustment = try made.fill(name, period, notes: schema.versions.count > 2)
            if !isFirst { try made.fillSecondVersion(adjustment, period) }
        }
        if schema.holds("objects") { for period in ["2026-01", "2026-02"] { try made.fillObject(period) } }
        guard isFirst else { return made }
        try made.workspace.close()
        let old = try TestWorkspace(schema)
        try DatabaseQueue(path: old.path).inDatabase { database in
            try database.execute(sql: "ATTACH ? AS filled", arguments: [made.path])
            for table in schema.all {
                try database.execute(
                    sql: "INSERT INTO \(table.name) SELECT * FROM filled.\(table.name) ORDER BY number")
            }
        }
        return old
    }

    private func fill(_ name: String, _ period: String, notes: Bool = true) throws -> Int64 {
        let model = try workspace.write(by: "belov") { writing in
            try writing.importTables([
                PlainTable(
                    kind: name, columns: ["id", name],
                    rows: [PlainRow(key: "s1", cells: ["s1", "100"], place: "sale.csv:2")])
            ])
            return try writing.saveModel([SourceFile(path: "plans.yaml", bytes: Array(name.utf8))])
        }
        var run = StoredRun.sample(id: name, period: period, model: model)
        if !notes { run.notes = [] }
        let adjustment = try workspace.write(by: "belov") { writing in
            try writing.save(run)
            try writing.append(PeriodStep(.calculate, by: "belov", run: name), period: period)
            try writing.post(run.entries, run: name)
            try writing.dispute(period: period, person: "petrov", text: "the Alfa deal is missing")
            return try writing.adjust("petrov", period: period, amount: -5_000, reason: "paid twice")
        }
        try workspace.write(by: "orlova") { writing in
            try writing.decide(adjustment, .approved, reason: "seen")
            try writing.resolveDispute(adjustment, answer: "it is paid in March")
        }
        return adjustment
    }

    private func fillObject(_ key: String) throws {
        try workspace.write(by: "belov") {
            _ = try $0.take(
                "made", with: ObjectName(room: "accounts", kind: "plan", key: key), content: "grow", reason: "agreed",
                after: 0)
        }
    }

    private func fillSecondVersion(_ adjustment: Int64, _ period: String) throws {
        try workspace.write(by: "belov") { writing in
            try writing.withdraw(adjustment, reason: "it was right")
            var restoration = try Restoration(to: writing)
            restoration.payments = [UndonePayment(period: period, person: "petrov", amount: 45_000)]
            try writing.note(restoration, keptAs: nil, reason: "disk failure")
        }
        try workspace.write(by: "orlova") { try $0.decide(adjustment, .approved, reason: "seen") }
    }
}

extension StoredRun {
    /// A run that pays Petrov 600.00 and holds 150.00 of it.
    static func sample(id: String, period: String = "2026-01", model: String) -> StoredRun {
        let award = Obligation(person: "petrov", .award(plan: "sellers", component: "commission", period: period))
        return StoredRun(
            id: id, period: period, model: model, dataHead: 1, dataDigest: "d1", adjustments: [3, 1], ledgerHead: 0,
            lines: [
                RunLine(
                    person: "petrov", plan: "sellers", component: "commission", period: period, from: "\(period)-01",
                    until: "\(period)-28", amount: 60_000, remarks: [.cut]),
                RunLine(
                    person: "petrov", plan: "sellers", component: "bonus", period: period, from: "\(period)-01",
                    until: "\(period)-28", amount: nil,
                    reason: CodedMessage(
                        "no-target", [MessageArgument("metric", .name("sales"))],
                        LocalizedText(en: "no target for sales", ru: "нет плана: sales"))),
            ],
            entries: [
                LedgerEntry(period: period, award, .award, from: .earned, to: .accrued, amount: 60_000),
                LedgerEntry(period: period, award, .hold, from: .accrued, to: .held, amount: 15_000),
            ],
            notes: [
                RunNote(
                    .note,
                    CodedMessage(
                        "uncredited-events", [MessageArgument("count", .count(3))],
                        LocalizedText(en: "3 events are credited to nobody", ru: "3 события никому не засчитаны")),
                    place: "sale.csv:7", remedy: LocalizedText(en: "look at them", ru: "посмотрите на них"))
            ])
    }
}

extension CodedMessage {
    /// A cap that took 120.50 away.
    static let cut = CodedMessage(
        "cut-by-cap",
        [
            MessageArgument("taken", .money(FixedDecimal(raw: 1_205_000_000_000_000_000), Currency(code: "RUB"))),
            MessageArgument("period", .name("2026-Q1")),
        ], LocalizedText(en: "the cap took away 120.50 RUB", ru: "потолок срезал 120.50 RUB"))
}
