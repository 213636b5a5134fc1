import Company
import Messages
import Testing

/// Several owners in one cell.
@Suite("Owners who share an event")
struct OwnerTests {
    private static let sales = "id,date,seller,amount\n1,2026-01-05,anna;boris;vera,90\n2,2026-01-05,boris,10\n"

    @Test("all of them have equal shares that total 100 %")
    func shares() {
        let folder = Folder().with("sale.csv", Self.sales).saying(
            "sale.csv: {owners: {column: seller, separator: \";\"}}")
        #expect(folder.said() == "")
        #expect(
            folder.rows("sale_share") == [
                "1|anna|0.333333333", "1|boris|0.333333333", "1|vera|0.333333334", "2|boris|1",
            ])
        let model = CompanyReader.read(folder.sources()).model
        #expect(model?.splits.first?.persons.count == 4)
    }

    @Test("an unknown owner is told in the event's row")
    func unknown() {
        let folder = Folder().with("sale.csv", "Отчёт,,,\nid,date,seller,amount\n1,2026-01-05,anna;петя,90\n")
            .saying("sale.csv: {header: 2, owners: {column: seller, separator: \";\"}}")
        #expect(folder.said().contains("sale.csv:3"), "\(folder.said())")
        #expect(folder.said().contains("there is no person 'петя'"), "\(folder.said())")
    }

    @Test("without a table of splits there is nowhere to put shares")
    func noSplits() {
        let text = String(decoding: Folder().files["company.yaml"] ?? [], as: UTF8.self)
            .replacing("splits: {sale_share: {of: sale}}\n", with: "")
            .replacing("credit: split(sale_share, sale.seller)", with: "credit: sale.seller")
        let folder = Folder().with("company.yaml", text).with("sale.csv", Self.sales)
            .saying("sale.csv: {owners: {column: seller, separator: \";\"}}")
        #expect(folder.said().contains("'owners' needs one table of splits of 'sale'"), "\(folder.said())")
        #expect(folder.said().contains("splits: {sale_share: {of: sale}}"))
        #expect(folder.said(.ru).contains("для «owners» нужна одна таблица долей"))
    }

    @Test("shares that no credit uses are doubted")
    func unused() {
        let text = String(decoding: Folder().files["company.yaml"] ?? [], as: UTF8.self)
            .replacing("credit: split(sale_share, sale.seller)", with: "credit: sale.seller")
        let folder = Folder().with("company.yaml", text).with("sale.csv", Self.sales)
            .saying("sale.csv: {owners: {column: seller, separator: \";\"}}")
        let doubts = CompanyReader.read(folder.sources()).diagnostics.filter { $0.code == "unused-owners" }
        #expect(doubts.map(\.remedy?.en) == ["write 'credit: split(sale_share)' at the event"])
    }
}
