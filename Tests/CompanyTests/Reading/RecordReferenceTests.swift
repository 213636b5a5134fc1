import Company
import Formulas
import Messages
import Testing

@Suite("A field of a record may name any record, whatever its kind is called")
struct RecordReferenceTests {
    /// Dealers name regions, whose name comes later in the alphabet, and each other.
    private let files = [
        "kinds.yaml": """
        records:
          dealer: {fields: {region: region, parent: dealer?}}
          region: {fields: {head: person, dealer: dealer?}}
        """,
        "dealer.csv": """
        id,name,region,parent
        d2,Two,north,d1
        d1,One,north,
        """,
        "region.csv": """
        id,name,head,dealer
        north,North,anna,d1
        """,
    ]

    @Test("a kind later in the alphabet, the own kind further down, and two kinds that name each other")
    func found() throws {
        #expect(said(files) == "")
        let model = try #require(CompanyReader.read(SmallCompany.changed(by: files)).model)
        let dealers = try #require(model.records["dealer"])
        #expect(dealers.ids == ["d2", "d1"])
        guard case .record(let regions) = dealers.columns[0], case .record(let parents) = dealers.columns[1] else {
            Issue.record("dealers name records")
            return
        }
        #expect(regions == [0, 0])
        #expect(parents == [1, EventColumn.emptyCode])
    }

    @Test("what is none's identifier is still said")
    func unknown() {
        var files = files
        files["dealer.csv"] = """
            id,name,region,parent
            d2,Two,south,d3
            d1,One,north,
            """
        #expect(
            said(files) == """
                dealer.csv:2:8: error: there is no region 'south'
                    2 | d2,Two,south,d3
                      |        ^~~~~
                   help: add it to region.csv
                dealer.csv:2:14: error: there is no dealer 'd3'
                    2 | d2,Two,south,d3
                      |              ^~
                   help: did you mean 'd1'?
                """)
    }

    @Test("tables of one kind in two files keep the cells of their rows together")
    func twoFiles() throws {
        var files = files
        files["tables.yaml"] = "tables: {more.csv: {reads: dealer}}"
        files["more.csv"] = """
            id,name,region,parent
            d3,Three,north,d2
            """
        let model = try #require(CompanyReader.read(SmallCompany.changed(by: files)).model)
        let dealers = try #require(model.records["dealer"])
        #expect(dealers.ids == ["d2", "d1", "d3"])
        guard case .record(let parents) = dealers.columns[1] else {
            Issue.record("dealers name records")
            return
        }
        #expect(parents == [1, EventColumn.emptyCode, 0])
    }

    @Test("a chain of kinds as long as a text may have, each naming the next")
    func longChain() {
        let kinds = 20_000
        let chain = (0..<kinds).map { "  k\($0 + 100_000): {fields: {next: k\($0 + 100_001)}}" }
        let files: [String: String?] = [
            "kinds.yaml": (["records:"] + chain + ["  k\(kinds + 100_000): {fields: {}}"]).joined(separator: "\n")
        ]
        #expect(said(files) == "")
    }
}
