import Importing
import Testing

/// A sheet as a table of text: a line for each row, cells as tables write them.
struct SheetTextTests {
    /// A row of cells: texts in quotes, numbers plain, `d` and a number a day, nothing for an empty cell.
    private static func row(_ number: Int, _ cells: String...) -> String {
        let written = zip("ABCDEFG", cells).map { column, cell -> String in
            let place = "r=\"\(column)\(number)\""
            if cell.isEmpty { return "" }
            if cell.hasPrefix("d") { return "<c \(place) s=\"1\"><v>\(cell.dropFirst())</v></c>" }
            if cell.hasPrefix("'") {
                return "<c \(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(cell.dropFirst())</t></is></c>"
            }
            return "<c \(place)><v>\(cell)</v></c>"
        }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    private func lines(_ text: SheetText = SheetText(), _ rows: String...) throws -> [String] {
        let book = try opened(XlsxParts(rows.joined(), styles: [0, 14]).written)
        return String(decoding: try text.bytes(book), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test("a title, a gap and an empty row leave empty lines, so that line 7 is row 7")
    func titled() throws {
        let lines = try lines(
            SheetText(), Self.row(1, "'Sales of the quarter"), Self.row(3, "'id", "'date", "'amount"),
            Self.row(4, "'s1", "d46027", "1200.5"), Self.row(7, "'s2", "d46028", "-3"))
        #expect(lines == ["", "", "id,date,amount", "s1,2026-01-05,1200.5", "", "", "s2,2026-01-06,-3"])
    }

    @Test("empty cells at the end and in the middle are cells of the row")
    func empty() throws {
        let lines = try lines(
            SheetText(), Self.row(1, "'id", "'date", "'amount", "'note"), Self.row(2, "'s1", "", "7"))
        #expect(lines == ["id,date,amount,note", "s1,,7,"])
    }

    @Test("what stands between cells is quoted inside of one; a line break in a cell is a space")
    func quoted() throws {
        let lines = try lines(
            SheetText(delimiter: UInt8(ascii: ";")), Self.row(1, "'id", "'name"),
            Self.row(2, "'a;b", "'say &quot;hi&quot;&#10;twice"))
        #expect(lines == ["id;name", "\"a;b\";\"say \"\"hi\"\" twice\""])
    }

    @Test("numbers have the decimal mark that the table is read with")
    func decimalMark() throws {
        let lines = try lines(
            SheetText(delimiter: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ",")), Self.row(1, "'id", "'amount"),
            Self.row(2, "'1", "0.1"))
        #expect(lines == ["id;amount", "1;0,1"])
    }

    @Test("without a row of names nothing is left out")
    func noHeader() throws {
        let lines = try lines(
            SheetText(hasHeader: false), Self.row(1, "'total"), Self.row(2, "'s1", "5", "6"))
        #expect(lines == ["total", "s1,5,6"])
    }

    @Test("an empty sheet is an empty table")
    func nothing() throws {
        #expect(try lines(SheetText()) == [])
    }
}
