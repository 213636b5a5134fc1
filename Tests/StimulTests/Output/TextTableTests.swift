import Testing

@testable import stimul

@Suite("A table fits the terminal it is read on")
struct TextTableTests {
    private static let table: TextTable = {
        var table = TextTable(["person", "paid in the period", "remarks"], amountColumns: [1])
        table.add(["anna", "104 500.00 RUB", "25.7143 % is below the first point of the payout curve"])
        table.add(["boris", "0.00 RUB", ""])
        return table
    }()

    @Test("without a terminal a row is a line, whatever its length")
    func piped() {
        #expect(
            Self.table.text(width: nil) == """
                person  paid in the period  remarks
                anna        104 500.00 RUB  25.7143 % is below the first point of the payout curve
                boris             0.00 RUB
                """)
    }

    @Test("the widest cells go on in further lines, and no amount is broken")
    func wrapped() {
        #expect(
            Self.table.text(width: 60) == """
                person  paid in the period  remarks
                anna        104 500.00 RUB  25.7143 % is below the first
                                            point of the payout curve
                boris             0.00 RUB
                """)
        #expect(
            Self.table.text(width: 42) == """
                person       paid in the  remarks
                                  period
                anna      104 500.00 RUB  25.7143 % is
                                          below the first
                                          point of the
                                          payout curve
                boris           0.00 RUB
                """)
    }

    @Test("where even that does not do, each row is a block")
    func stacked() {
        #expect(
            Self.table.text(width: 30) == """
                person      anna
                paid in     104 500.00 RUB
                the period
                remarks     25.7143 % is below
                            the first point of
                            the payout curve

                person      boris
                paid in     0.00 RUB
                the period
                """)
    }

    @Test("no line is wider than the terminal, and no word of a cell is lost", arguments: 18...120)
    func law(width: Int) {
        let text = Self.table.text(width: width)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
        let words = text.split { $0 == " " || $0 == "\n" }
        for word in ["104", "500.00", "25.7143", "payout", "curve", "boris", "0.00"] {
            #expect(words.contains { $0 == word })
        }
    }

    @Test("a word longer than its column is broken, and a line break in a cell makes no row")
    func longWords() {
        #expect(TextLines.broken("abcdefgh ij", at: 4) == ["abcd", "efgh", "ij"])
        #expect(TextTable(rows: [["a\nb", "c"]], amountColumns: []).text(width: nil) == "a b  c")
    }
}
