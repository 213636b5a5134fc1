import Formulas
import Messages
import Quantities
import Testing

@Suite("Operators")
struct OperatorTests {
    @Test(
        "what binds tighter",
        arguments: [
            ("a + b * c", "a + (b * c)"), ("a * b + c", "(a * b) + c"), ("a - b - c", "(a - b) - c"),
            ("a / b * c", "(a / b) * c"), ("a / b / c", "(a / b) / c"), ("-a * b", "(-a) * b"), ("a - -b", "a - (-b)"),
            ("a + b < c * d", "(a + b) < (c * d)"), ("a = b and c = d", "(a = b) and (c = d)"),
            ("a or b and c", "a or (b and c)"), ("not a and b", "(not a) and b"), ("not a = b", "not (a = b)"),
            ("not not a", "not (not a)"), ("-x is empty", "-(x is empty)"), ("a = b is empty", "a = (b is empty)"),
            ("if a then b else c + d", "if a then b else (c + d)"),
            ("if a then b else if c then d else e", "if a then b else (if c then d else e)"),
        ])
    func precedence(bare: String, explicit: String) {
        #expect(same(bare, explicit))
    }

    @Test(
        "a sign may be written as people print it",
        arguments: [
            ("a × b", "a * b"), ("a · b", "a * b"), ("a ÷ b", "a / b"), ("a − b", "a - b"), ("a – b", "a - b"),
            ("−a", "-a"), ("a ≤ b", "a <= b"), ("a ≥ b", "a >= b"), ("a ≠ b", "a != b"), ("a <> b", "a != b"),
            ("a == b", "a = b"),
        ])
    func spellings(printed: String, plain: String) {
        #expect(same(printed, plain))
        #expect(Parser.parse(printed).syntax.text == plain)
    }

    @Test("a formula as a book prints it means what it says")
    func book() {
        #expect(type(of: "(SVфакт / SVплан) × 100%") == .number(.plain))
        #expect(Parser.parse("(SVфакт / SVплан) × 100%").syntax.text == "SVфакт / SVплан * 100%")
    }

    @Test("only the parentheses that are needed are printed")
    func parentheses() {
        #expect(Parser.parse("((a + b)) * (c) - (d - e)").syntax.text == "(a + b) * c - (d - e)")
        #expect(Parser.parse("(if a then b else c) + 1").syntax.text == "(if a then b else c) + 1")
    }

    @Test("a comparison cannot be compared again")
    func chained() {
        #expect(faults(in: "1 < new_clients < 3").first == "chained-comparison")
    }

    @Test("a line may break anywhere between words")
    func lines() {
        #expect(same("if a\n  then b\r\n\telse c", "if a then b else c"))
    }
}
