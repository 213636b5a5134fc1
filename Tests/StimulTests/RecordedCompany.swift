import Company
import Foundation
import Payroll
import Storage

/// A company in a folder below a command's own, with what its workspace has recorded.
///
/// In January Anna sells 58 000 and Boris 60 000, and earn 10 % of it. It waits until the middle of February.
struct RecordedCompany {
    let stimul: Command
    let path: String

    /// Calculates January once.
    init(text: [String: String] = Self.text, tables: [String: String] = Self.tables) async throws {
        stimul = try Command(withStarter: false)
        path = stimul.folder.appendingPathComponent("acme").path
        _ = try Workspace.create(at: path, clock: { "2026-02-03T09:00:00Z" })
        try await calculate("2026-01", text, tables)
    }

    /// Imports all rows and calculates a period.
    func calculate(
        _ period: String, _ text: [String: String] = Self.text, _ tables: [String: String] = Self.tables
    ) async throws {
        let cycle = try cycle(text)
        _ = try cycle.importTables(Self.files(tables), source: "", complete: true, by: .localOperator("olga"))
        _ = try await cycle.calculate(period, by: .localOperator("olga"))
    }

    /// From a calculated period to a paid one.
    func pay(_ period: String) throws {
        let cycle = try cycle(Self.text)
        try cycle.review(period, by: .localOperator("olga"))
        try cycle.approve(period, by: .localOperator("pavel"))
        try cycle.approve(period, by: .localOperator("igor"))
        try cycle.pay(period, by: .localOperator("olga"))
    }

    func cycle(_ text: [String: String]) throws -> PayCycle {
        PayCycle(
            try Workspace.open(at: path, clock: { "2026-02-03T09:00:00Z" }), text: Self.files(text), threads: 1)
    }

    private static func files(_ texts: [String: String]) -> [SourceFile] {
        texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    static let text = [
        "company.yaml": """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller}
        units: {north: North}
        events:
          sale:
            fields: {date: day, seller: person, amount: money}
            credit: sale.seller
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              commission:
                commission: sales
                rate: 10%
                hold: {until: 2026-02-15}
        """
    ]

    static let tables = [
        "people.csv": "id,name\nanna,Anna\nboris,Boris\n",
        "assignments.csv": """
        person,position,unit,from
        anna,seller,north,2025-01-01
        boris,seller,north,2025-01-01

        """,
        "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,58000\n2,2026-01-12,boris,60000\n",
    ]
}
