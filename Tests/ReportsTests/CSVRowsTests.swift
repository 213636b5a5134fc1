import Reports
import Testing

/// Rows of CSV from texts, figures and what is ready.
struct CSVRowsTests {
    @Test("texts are guarded and quoted, figures are not")
    func cells() {
        var rows = CSVRows()
        for text in ["anna", "a,b", "-5", "say \"hi\""] { rows.text(text) }
        rows.figure("-5")
        rows.figure(-1_250, places: 2, keepsZeros: true)
        rows.figure(1_200, places: 3, keepsZeros: false)
        rows.empty()
        rows.endRow()
        #expect(rows.lines == "anna,\"a,b\",'-5,\"say \"\"hi\"\"\",-5,-12.50,1.2,")
    }

    @Test("every row ends with a line feed; a row of one empty cell is no empty line")
    func lines() {
        var rows = CSVRows(capacity: 0)
        for text in ["a", "", "b"] {
            rows.text(text)
            rows.endRow()
        }
        rows.empty()
        rows.empty()
        rows.endRow()
        #expect(String(decoding: rows.bytes, as: UTF8.self) == "a\n\"\"\nb\n,\n")
        #expect(rows.lines == "a\n\"\"\nb\n,")
    }
}
