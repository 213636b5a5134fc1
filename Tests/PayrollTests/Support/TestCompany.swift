import Company
import Foundation
import Ledger
import Messages
import Payroll
import Storage
import Testing

/// A small company in text, with a workspace in a folder of its own.
///
/// Anna and Boris sell in the north. A sale earns 10 %, and who sells for 100 000 in the month gets 5 000 more. In January
/// Anna sells 50 000 RUB and 100 USD at 80, so earns 5 800; Boris sells 60 000, so earns 6 000.
final class TestCompany: Sendable {
    let folder: String
    let workspace: Workspace

    init() throws {
        folder = NSTemporaryDirectory() + "stimul-\(UUID().uuidString)"
        workspace = try Workspace.create(at: folder, clock: { "2026-02-03T09:00:00Z" })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Imports tables, all of them, and calculates; gives the run's identifier.
    @discardableResult
    func calculate(_ files: CompanyFiles, _ period: String = "2026-01") async throws -> String {
        let cycle = cycle(files)
        let tables = files.tables.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
            .sorted { $0.path < $1.path }
        let imported = try cycle.importTables(tables, source: "", complete: true, by: "olga")
        #expect(imported.rejected == 0, "\(imported.diagnostics.map { $0.rendered(in: .en) })")
        return try await cycle.calculate(period, by: "olga").run.id
    }

    /// Takes a calculated period as far as posted entries.
    func post(_ files: CompanyFiles, _ period: String = "2026-01") throws {
        let cycle = cycle(files)
        try cycle.review(period, by: "olga")
        try cycle.approve(period, by: "pavel")
        try cycle.approve(period, by: "igor")
    }

    func cycle(_ files: CompanyFiles = CompanyFiles()) -> PayCycle {
        PayCycle(workspace, text: files.source, threads: 1)
    }

    /// Approves an adjustment and gives its number.
    @discardableResult
    func adjust(_ person: String, _ amount: Int64, period: String = "2026-01") throws -> Int64 {
        let number = try workspace.write(by: "olga") {
            try $0.adjust(person, period: period, amount: amount, reason: "test")
        }
        try workspace.write(by: "igor") { try $0.decide(number, .approved) }
        return number
    }
}

/// The text and the tables of a company, to be changed one by one.
struct CompanyFiles {
    var text = [
        "company.yaml": """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller}
        units: {north: North, south: South}
        events:
          sale:
            fields: {date: day, seller: person, client: client?, amount: money(currency), currency: text}
            credit: sale.seller
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        """,
        "plans.yaml": """
        plans:
          seller:
            for: {position: seller, unit: north}
            period: month
            components:
              commission:
                commission: sales
                rate: 10%
              bonus:
                bonus: 5 000 RUB
                when: sales >= target(sales)
        """,
    ]
    var tables = [
        "people.csv": "id,name\nanna,Anna\nboris,Boris\n",
        "clients.csv": "id,title\nlion,Lion\nbear,Bear\n",
        "assignments.csv": """
        person,position,unit,from,until,base_pay
        anna,seller,north,2025-01-01,,100000
        boris,seller,north,2025-01-01,,77777

        """,
        "targets.csv": """
        metric,subject,period,value
        sales,anna,2026-01,100000
        sales,boris,2026-01,100000

        """,
        "exchange_rates.csv": "currency,from,rate\nUSD,2026-01-01,80\n",
        "sale.csv": """
        id,date,seller,client,amount,currency
        1,2026-01-10,anna,lion,50000,RUB
        2,2026-01-12,boris,bear,60000,RUB
        3,2026-01-14,anna,lion,100,USD

        """,
    ]

    var source: [SourceFile] {
        text.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    /// The same with a text replaced somewhere.
    func replacing(_ text: String, with other: String) -> CompanyFiles {
        var files = self
        files.text = files.text.mapValues { $0.replacing(text, with: other) }
        files.tables = files.tables.mapValues { $0.replacing(text, with: other) }
        #expect(files.text != self.text || files.tables != tables, "'\(text)' is not there")
        return files
    }

    /// The same with rows added to a table.
    func adding(_ rows: String, to table: String) -> CompanyFiles {
        var files = self
        files.tables[table, default: ""] += rows + "\n"
        return files
    }
}
