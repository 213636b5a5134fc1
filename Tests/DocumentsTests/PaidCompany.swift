import Company
import Foundation
import Payroll
import Storage

/// A company in a folder of its own, with January and February calculated and in review, January approved.
///
/// A sale pays 10 %: Anna's January is 5 000.00; in February one of its sales turned out to be 40 000, so 1 000.00 is taken back,
/// and the 70 000 of February bring 7 000.00.
final class PaidCompany {
    let folder: String
    let cycle: PayCycle

    private static let dina = Principal.localOperator("dina")
    private static let egor = Principal.localOperator("egor")

    /// - Parameters:
    ///   - name: Anna's name, and that of her plan.
    ///   - sales: More sales of Anna's in February, of 1.00 each.
    init(name: String = "Анна Орлова", sales: Int = 0) async throws {
        folder = NSTemporaryDirectory() + "documents-\(UUID().uuidString)"
        let clock = "2026-02-03T09:30:00Z"
        let workspace = try Workspace.create(at: folder, clock: { clock })
        let quoted = "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        cycle = PayCycle(workspace, text: [SourceFile(path: "company.yaml", bytes: Array(Self.text(quoted).utf8))])
        try importTables(name, first: 50_000, more: 0)
        try await approve("2026-01")
        try importTables(name, first: 40_000, more: sales)
        _ = try await cycle.calculate("2026-02", by: Self.dina)
        try cycle.review("2026-02", by: Self.dina)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func approve(_ period: String) async throws {
        _ = try await cycle.calculate(period, by: Self.dina)
        try cycle.review(period, by: Self.dina)
        try cycle.approve(period, by: Self.dina)
        try cycle.approve(period, by: Self.egor)
    }

    private func importTables(_ name: String, first: Int, more: Int) throws {
        let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
        let sales = (0..<more).map { "m\($0),2026-02-05,anna,1\n" }.joined()
        let tables = [
            "assignments.csv": """
            person,position,unit,from
            anna,seller,north,2025-01-01
            boris,seller,south,2026-02-01
            dina,office,north,2025-01-01
            egor,office,north,2025-01-01

            """,
            "people.csv": "id,name\nanna,\(quoted)\nboris,Борис Котов\ndina,Дина Юрьева\negor,Егор Мельник\n",
            "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,\(first)\n2,2026-02-03,anna,70000\n"
                + "3,2026-02-20,boris,60000\n\(sales)",
        ]
        let files = tables.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }.sorted { $0.path < $1.path }
        let report = try cycle.importTables(files, source: "", complete: true, by: Self.dina)
        guard report.rejected == 0 else { throw Rejected(text: "\(report.diagnostics)") }
    }

    struct Rejected: Error { let text: String }

    private static func text(_ title: String) -> String {
        """
        company: {name: {en: Alfa, ru: Альфа}, currency: RUB}
        positions: {seller: Seller, office: {title: Office, plan: none}}
        units: {north: {title: {en: North, ru: Север}}, south: {title: {en: South, ru: Юг}}}
        events:
          sale:
            fields: {date: day, seller: person, amount: money}
            credit: sale.seller
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            title: \(title)
            for: {position: seller}
            period: month
            components: {commission: {title: {en: Commission, ru: Комиссия}, commission: sales, rate: 10%}}
        """
    }
}
