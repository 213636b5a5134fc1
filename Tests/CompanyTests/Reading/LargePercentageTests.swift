import Company
import Formulas
import Messages
import Testing

@Suite("A percent column without the sign")
struct LargePercentageTests {
    private func diagnostics(_ rate: String) -> [String] {
        let yaml = """
            company: {name: Test, currency: RUB}
            records: {person: {fields: {rate: percent}}}
            """
        let files = [("a.yaml", yaml), ("people.csv", "id,name,rate\nanna,Anna,5%\nboris,Boris,\(rate)\n")]
        return CompanyReader.read(files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }).diagnostics
            .map { $0.rendered(in: .en) }
    }

    @Test("5 is 500 %, and a warning asks whether that is meant")
    func large() {
        #expect(
            diagnostics("5") == [
                """
                people.csv:3: warning: 'rate' is 500 % here: '5' has no sign; rows like this: 1
                    3 | boris,Boris,5
                   help: did you mean 5%? If 500 % is meant, write 500%
                """
            ])
    }

    @Test("a share, a percentage and a little over a hundred pass", arguments: ["0.05", "5%", "100%", "120%"])
    func usual(_ rate: String) {
        #expect(diagnostics(rate).isEmpty)
    }
}
