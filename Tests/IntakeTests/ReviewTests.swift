import Company
import Foundation
import Importing
import Intake
import Messages
import Testing

/// A file that somebody looks at: rows that cannot be read are set aside, and mended where they stand.
@Suite("A file under review")
struct ReviewTests {
    private static let header = "Номер;Дата;Менеджер;Сумма\n"

    private static func review(
        _ rows: String, mends: RowMends = RowMends(), said: MappingAnswers = MappingAnswers(), passing: Set<String> = []
    ) throws -> TableReview {
        let ground = CompanyReader.mappingGround(in: Folder().sources())
        let file = OpenedFile(name: "Продажи.csv", .text(Array((header + rows).utf8)))
        return try TableReview(file, MappingTargets(ground), said, mends: mends, passing: passing)
    }

    private static let five = (1...5).map { "\($0);0\($0).02.2026;Анна Орлова;\($0) 000,00\n" }.joined()

    @Test(
        "a row that cannot be read is set aside with what to do; the others are read",
        arguments: [
            ("9;05.02.2026;Анна Орлова;стоп\n", "is not a number", "write a number"),
            ("9;;Анна Орлова;100,00\n", "date is empty", "fill it in"),
            ("9;31.02.2026;Анна Орлова;100,00\n", "is not a day", "write a day"),
        ])
    func setAside(_ row: String, _ message: String, _ remedy: String) throws {
        let review = try Self.review(Self.five + row)
        #expect(review.setAside.map(\.row) == [7])
        #expect(review.setAside.first?.message.en.contains(message) == true, "\(review.setAside)")
        #expect(review.setAside.first?.remedy.en.contains(remedy) == true)
        #expect(review.isReady)
        #expect(review.look.dialogue?.clean?.sourceRows == [2, 3, 4, 5, 6])
    }

    /// What stands twice is no id: rows of a file that is looked at for the first time are told apart by more of their cells.
    @Test("a number that stands twice makes no row wrong")
    func numberTwice() throws {
        let review = try Self.review(Self.five + "3;05.02.2026;Анна Орлова;100,00\n")
        #expect(review.setAside.isEmpty && review.isReady)
        #expect(review.look.dialogue?.clean?.sourceRows == [2, 3, 4, 5, 6, 7])
    }

    @Test("mended it is read, and the file stays as it is")
    func mended() throws {
        var mends = RowMends()
        mends.cells[7] = [3: "700,50"]
        let review = try Self.review(Self.five + "9;05.02.2026;Анна Орлова;стоп\n", mends: mends)
        #expect(review.setAside.isEmpty && review.isReady)
        let rows = try #require(review.look.dialogue?.clean?.rows(first: 10))
        #expect(rows.last?.contains("700.5") == true, "\(rows)")
    }

    @Test("a column that is wrong throughout is told of the column, and no row is set aside")
    func column() throws {
        let rows = (1...60).map { "\($0);05.02.2026;Анна Орлова;много\n" }.joined()
        let review = try Self.review(rows)
        #expect(review.setAside.isEmpty && !review.isReady)
    }

    @Test("a name that nobody has is asked for; passed over, its rows are set aside")
    func names() throws {
        let rows = Self.five + "9;05.02.2026;Никто Такой;100,00\n"
        #expect(try Self.review(rows).look.open.map(\.key) == ["name.Никто Такой"])
        let passed = try Self.review(rows, passing: ["Никто Такой"])
        #expect(passed.setAside.map(\.row) == [7])
    }

    @Test("passed over where all others are ids, its rows are set aside too")
    func namesAmongIDs() throws {
        let rows = "1;05.02.2026;anna;100,00\n2;06.02.2026;Никто Такой;100,00\n3;07.02.2026;boris;100,00\n"
        let passed = try Self.review(rows, passing: ["Никто Такой"])
        #expect(passed.setAside.map(\.row) == [3] && passed.isReady)
    }

    @Test("it comes into the company under its own name and rows, whatever the text says of all tables")
    func files() throws {
        let review = try Self.review(Self.five + "9;05.02.2026;Анна Орлова;стоп\n")
        let reviewed = try #require(ReviewedTable(review))
        let folder = Folder().saying("all: {delimiter: \"|\", decimal: \",\"}")
        let files = reviewed.files(at: "upload/Продажи.csv", content: SourceFile(path: "", bytes: [1]).content)
        let incoming = CompanyReader.incomingTables(in: folder.sources() + files)
        let table = try #require(incoming.tables.first { $0.kind == "sale" })
        #expect(table.rowCount == 5)
        #expect((0..<5).map { table.place(of: $0) } == (2...6).map { "upload/Продажи.csv:\($0)" })
    }

    @Test("what was answered of a header is found by it again, in whatever order its columns stand")
    func book() throws {
        let dialogue = try #require(try Self.review(Self.five).look.dialogue)
        let rules = try #require(dialogue.rules)
        var book = HeaderBook([])
        book.add(HeaderBook.page(of: rules, named: "Продажи.csv"), author: "lena")
        let other = try RawTable(text: Importing.PlainTable(Array("Сумма;Номер;МЕНЕДЖЕР;Дата\n1;2;a;b\n".utf8)))
        let entry = try #require(book.entry(for: HeaderFingerprint(TableShape(other))))
        #expect(entry.author == "lena" && entry.name == "Продажи.csv")
        #expect(entry.said.kind == "sale")
    }
}
