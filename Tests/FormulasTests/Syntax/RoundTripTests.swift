import Formulas
import Messages
import Testing

@Suite("Printing and reading again")
struct RoundTripTests {
    @Test("a random tree printed, read and printed again is the same tree", arguments: 0..<100)
    func randomTrees(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<50 {
            let tree = dice.syntax(height: 1 + dice.roll(5))
            let printed = tree.text
            let (read, faults) = Parser.parse(printed)
            #expect(faults.isEmpty, "\(printed)")
            #expect(read.withoutPlaces == tree, "\(printed)")
            #expect(read.text == printed)
        }
    }

    @Test(
        "how a formula is printed",
        arguments: [
            ("5 дней", "5 days"), ("2 недели", "2 weeks"), ("1.5 ч", "1.5 h"), ("3 000 ₽", "3000 RUB"),
            ("10 ₽/шт", "10 RUB/pcs"),
            ("12.50%", "12.5%"), ("25 штук", "25 pcs"), ("“a \"b\"”", "«a \"b\"»"), ("“»\"”", "“»\"”"),
            ("count(a) где b", "count(a where b)"),
        ])
    func canonical(written: String, printed: String) {
        #expect(Parser.parse(written).syntax.text == printed)
        #expect(same(written, printed))
    }
}
