import Company
import Messages
import Testing

/// Rows that are kept make the company that the files made.
struct PlainTablesTests {
    private static let text = SourceFile(
        path: "company.yaml",
        bytes: Array(
            """
            company: {name: Test, currency: RUB}
            events:
              sale: {fields: {date: day, seller: person, amount: money, urgent: flag?}, credit: sale.seller}
            tables:
              orders.csv: {reads: sale, delimiter: ";", decimal: ",", columns: {id: No, date: Day, seller: Who, amount: Sum}}
            """.utf8))

    @Test("every way of writing a row is kept in one")
    func canonical() throws {
        let orders = SourceFile(path: "orders.csv", bytes: Array("No;Day;Who;Sum\n1;31.01.2026;anna;1 250,50\n".utf8))
        let people = SourceFile(path: "people.csv", bytes: Array("id,name\nanna,Anna\n".utf8))
        let (tables, diagnostics, rejected) = CompanyReader.plainTables(in: [Self.text, orders, people])
        let sale = try #require(tables.first { $0.kind == "sale" })
        #expect(sale.columns == ["id", "date", "seller", "amount", "urgent"])
        #expect(
            sale.rows == [PlainRow(key: "1", cells: ["1", "2026-01-31", "anna", "1250.5", ""], place: "orders.csv:2")])
        #expect(diagnostics.isEmpty)
        #expect(rejected == [:])
        #expect(CompanyReader.read(text: [Self.text], tables: tables).model?.events[0].rowCount == 1)
    }

    @Test("a row that does not fit the others is named, with the place it came from")
    func faulty() throws {
        let people = PlainTable(
            kind: "people", columns: ["id", "name"], rows: [PlainRow(key: "anna", cells: ["anna", "Anna"])])
        let sale = PlainTable(
            kind: "sale", columns: ["id", "date", "seller", "amount"],
            rows: [
                PlainRow(key: "1", cells: ["1", "2026-01-31", "anna", "5"], place: "orders.csv:2"),
                PlainRow(key: "2", cells: ["2", "2026-01-31", "boris", "5"], place: "orders.csv:3"),
            ])
        let (model, diagnostics, faulty) = CompanyReader.read(text: [Self.text], tables: [people, sale])
        #expect(model == nil)
        #expect(faulty == [FaultyRow(kind: "sale", key: "2")])
        let place = try #require(diagnostics.first { $0.severity == .error }?.place)
        #expect(place.address == "orders.csv:3")
    }
}
