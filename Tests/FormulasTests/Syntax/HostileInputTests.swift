import Formulas
import Messages
import Quantities
import Testing

@Suite("Hostile input")
struct HostileInputTests {
    @Test(
        "deep nesting is a fault, never a crash",
        arguments: ["(", "-", "not ", "if ", "min(", "if x then ", "x = (", "((x) + "])
    func depth(piece: String) {
        // Both above the greatest length of a formula and just below it.
        for count in [10_000, 19_999 / piece.count] {
            let formula = String(repeating: piece, count: count)
            #expect(!Parser.parse(formula).faults.isEmpty)
            #expect(Checker.check(formula, in: Ledger()).formula == nil)
        }
    }

    @Test("closed parentheses are as deep as open ones")
    func closed() {
        let formula = String(repeating: "(", count: 9_000) + "1" + String(repeating: ")", count: 9_000)
        #expect(faults(in: formula).contains("too-deep"))
        let shallow = String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90)
        #expect(number(shallow) == 1)
    }

    @Test(
        "a long sum is calculated, an endless one refused",
        arguments: ["1 + ", "1 - ", "1 * ", "true or ", "x is empty is "])
    func chains(piece: String) {
        let formula = String(repeating: piece, count: 19_000 / piece.count) + "1"
        let (syntax, faults) = Parser.parse(formula)
        #expect(!faults.isEmpty)
        _ = syntax.text
        _ = Checker.check(formula, in: Ledger())
    }

    @Test("a sum of three hundred terms is no fault")
    func longSum() {
        #expect(number(String(repeating: "1 + ", count: 299) + "1") == 300)
    }

    @Test(
        "a megabyte of anything is read in an instant",
        arguments: ["1+", "(", "@", "x ", "\"", "9", "🙂", "a\u{20DD}", "\u{301}", "1 000 ", "not x and ", ") "])
    func megabyte(piece: String) {
        let formula = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        let (syntax, faults) = Parser.parse(formula)
        #expect(!faults.isEmpty)
        #expect(faults.count <= 1_000)
        _ = syntax.text
        let short = String(repeating: piece, count: 19_999 / piece.count)
        _ = Checker.check(short, in: Ledger())
        _ = Parser.parse(short).syntax.text
    }

    @Test(
        "a letter under a mark that no name may hold is an unknown character",
        arguments: ["a\u{20DD}", "é\u{20E0}b"])
    func markedLetter(formula: String) {
        #expect(Parser.parse(formula).faults.first?.code == "unknown-character")
    }

    @Test("character soup gives a tree or faults", arguments: 0..<40)
    func soup(seed: UInt64) {
        var dice = Dice(seed: seed)
        let pieces = [
            "a", "ж", "1", "0.5", "000", " ", "  ", "\n", "(", ")", "+", "-", "−", "*", "×", "/", "%", "=", "<", ">",
            "!", ",",
            ".", "\"", "«", "»", "“", "if ", "then ", "else ", "where ", "is ", "empty", "not ", " and ", "min(", "RUB",
            " days", "2026-01-31", "2026-99-99", "@", "🙂", "\u{20DD}", "\u{301}", "\u{0}", "\u{FEFF}", "_", "/pcs",
            "sale.",
        ]
        for _ in 0..<100 {
            let formula = (0..<dice.roll(40)).map { _ in dice.pick("x", pieces) }.joined()
            let (syntax, faults) = Parser.parse(formula)
            let length = formula.count
            #expect(faults.allSatisfy { 0 <= $0.span.lower && $0.span.upper <= length })
            _ = Checker.check(formula, in: Ledger())
            if faults.isEmpty {
                let printed = Parser.parse(syntax.text)
                #expect(printed.faults.isEmpty, "\(formula)")
                #expect(printed.syntax.withoutPlaces == syntax.withoutPlaces, "\(formula)")
            }
        }
    }
}
