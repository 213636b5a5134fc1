import Company
import Formulas
import Messages
import Testing

@Suite("Identifiers as long as a row may be")
struct LongIdentifierTests {
    @Test(
        "an identifier beyond 4 KB is refused with its line, never more than that",
        arguments: [4_097, 32_768, 65_536, 130_900, 131_022, 131_072, 131_100, 262_144, 500_000, 1_000_000])
    func long(length: Int) {
        let id = String(repeating: "9", count: length)
        for (file, row) in [
            ("people.csv", "\(id),Anna"), ("sale.csv", "\(id),2026-01-12,anna,100"),
        ] {
            let table = (SmallCompany.files[file] ?? "") + "\n" + row
            let (model, diagnostics) = CompanyReader.read(SmallCompany.changed(by: [file: table]))
            #expect(model == nil)
            #expect(diagnostics.map(\.code) == ["identifier-too-long"])
            #expect(diagnostics.first?.place?.line == 4)
            #expect(
                diagnostics.first?.message.en
                    == "the identifier '\(String(repeating: "9", count: 40))…' is longer than 4 KB")
        }
    }

    @Test("one of 4 KB is read, and one that names a person", arguments: [4_000, 4_096])
    func accepted(length: Int) {
        let id = String(repeating: "9", count: length)
        let files = SmallCompany.changed(by: [
            "people.csv": (SmallCompany.files["people.csv"] ?? "") + "\n\(id),Nine",
            "sale.csv": (SmallCompany.files["sale.csv"] ?? "") + "\n\(id),2026-01-12,\(id),100",
        ])
        #expect(CompanyReader.read(files).model?.people.number(of: id) == 2)
    }

    @Test("twenty thousand columns are read in a moment", arguments: [false, true])
    func columns(alike: Bool) {
        let names = (1...20_000).map { alike ? ",extra" : ",extra\($0)" }.joined()
        let cells = String(repeating: ",1", count: 20_000)
        let table = "id,date,seller,amount\(names)\n1,2026-01-10,anna,100\(cells)\n2,2026-01-11,boris,200\(cells)"
        let clock = ContinuousClock()
        var read: (model: CompanyModel?, diagnostics: [Diagnostic]) = (nil, [])
        let time = clock.measure { read = CompanyReader.read(SmallCompany.changed(by: ["sale.csv": table])) }
        if alike {
            // All of one name: the first, then the others as its repetitions.
            #expect(read.model == nil)
            #expect(read.diagnostics.filter { $0.code == "duplicate-column" }.count == 20)
        } else {
            #expect(read.model?.events[0].rowCount == 2)
            #expect(read.diagnostics.filter { $0.code == "unknown-column" }.count == 20)
            #expect(read.diagnostics.contains { $0.message.en == "and 19,980 more of the kind 'unknown-column'" })
        }
        // The square of the columns took twenty times as long, without a debugger's checks.
        #expect(time < .seconds(20))
    }
}
