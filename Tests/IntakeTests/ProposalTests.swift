import Messages
import Testing

/// One line, which says everything, and nothing where nothing helps.
@Suite("The entry that is proposed")
struct ProposalTests {
    @Test("an entry that is said already is completed in its place")
    func completed() throws {
        let folder = DirectorTests.folder.saying("sale.csv: {encoding: windows-1251, constants: {client: все}}")
        #expect(folder.said().contains("help: put this in the place of its entry under 'tables:': sale.csv: {"))
        let line = try #require(folder.line(for: "sale.csv"))
        #expect(folder.saying(line).rows("sale", ["client"]) == ["все", "все", "все", "все"])
    }

    @Test("what is said wrongly is replaced by what the table shows")
    func wrong() throws {
        let folder = Folder().with(
            "sale.csv", "id;date;seller;amount\n1;05.01.2026;anna;1 234,5\n2;05.01.2026;anna;7,25\n"
        )
        .saying("sale.csv: {delimiter: \",\", decimal: \".\"}")
        let line = try #require(folder.line(for: "sale.csv"))
        #expect(line == "sale.csv: {reads: sale, delimiter: \";\", decimal: \",\"}")
        #expect(folder.saying(line).rows("sale", ["amount"]) == ["1234.5", "7.25"])
    }

    @Test("where a plain table would do but for its cells, the row of the header is said")
    func cells() throws {
        let folder = Folder().with("sale.csv", "id,date,seller,amount\n1,2026-01-05,anna,10 руб.\n")
        let line = try #require(folder.line(for: "sale.csv"))
        #expect(line == "sale.csv: {reads: sale, header: 1}")
        #expect(folder.saying(line).rows("sale", ["amount"]) == ["10"])
    }

    @Test("a single wrong cell is a wrong cell")
    func wrongCell() {
        let folder = Folder().with("sale.csv", "id,date,seller,amount\n1,2026-01-05,anna,10\n2,2026-01-05,anna,1o\n")
        #expect(folder.line(for: "sale.csv") == nil)
        #expect(folder.said().contains("'1o' is not a number"))
    }

    @Test("what cannot be seen stands in the line as a gap, and is no entry that is enough")
    func gap() {
        let folder = Folder().with("sale.csv", "Номер;Дата;Менеджер\n1;05.01.2026;anna\n2;06.01.2026;anna\n")
        #expect(folder.said().contains("what can be seen of the table is not enough to read it"), "\(folder.said())")
        #expect(folder.said().contains("amount: \"…\""), "\(folder.said())")
    }

    @Test("an entry that lacks something is told by its objections alone, not by itself again")
    func same() {
        let folder = Folder().with("sale.csv", "id,date,seller,amount\n1,2026-01-05,anna,1o\n")
            .saying("sale.csv: {time: drop}")
        #expect(!folder.said().contains("tables:'"), "\(folder.said())")
    }

    @Test("amounts of another currency are refused, whatever is pasted")
    func currency() {
        let folder = Folder().with(
            "sale.csv", "id,date,seller,amount\n1,2026-01-05,anna,$10\n2,2026-01-05,anna,$1000.50\n"
        )
        .saying("sale.csv: {header: 1}")
        #expect(folder.said().contains("amount is in $, but should be in RUB"), "\(folder.said())")
        #expect(folder.said(.ru).contains("amount — в $, а должно быть в RUB"))
    }

    @Test(
        "amounts whose rows say their currency",
        arguments: [("€10,EUR\n2,2026-01-06,anna,€7.50,EUR", true), ("€10,EUR\n2,2026-01-06,anna,€7.50,USD", false)])
    func currencies(rows: String, isRead: Bool) {
        let folder = Folder()
            .with("receipt.csv", "id,date,seller,amount,currency\n1,2026-01-05,anna,\(rows)\n")
            .with("exchange_rates.csv", "currency,from,rate\nEUR,2026-01-01,90\nUSD,2026-01-01,80\n")
            .saying("receipt.csv: {header: 1}")
        #expect(folder.said().contains("amount is in EUR, but should be in USD") != isRead, "\(folder.said())")
    }
}
