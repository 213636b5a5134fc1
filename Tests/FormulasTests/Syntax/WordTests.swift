import Formulas
import Messages
import Quantities
import Testing

@Suite("Words of a formula")
struct WordTests {
    @Test(
        "every keyword has a Russian spelling",
        arguments: [
            ("если a то b иначе c", "if a then b else c"), ("a и b или не c", "a and b or not c"), ("да", "true"),
            ("нет", "false"), ("yes", "true"), ("no", "false"),
            ("sum(sale.amount где да)", "sum(sale.amount where true)"),
            ("x is пусто", "x is empty"),
        ])
    func keywords(russian: String, english: String) {
        #expect(same(russian, english))
    }

    @Test("a function may be called by its Russian name", arguments: [("мин(1, 2)", "1"), ("округлить(2.5)", "3")])
    func functions(formula: String, value: String) {
        #expect(number(formula)?.description == value)
    }

    @Test("a name may be in any script and hold digits", arguments: ["продажи", "SVфакт", "b2b", "_x", "日本", "é"])
    func names(name: String) {
        #expect(Parser.parse(name).syntax == .name([name], TextSpan(0, name.count)))
    }

    @Test("a path leads from an event to its field and further")
    func paths() {
        #expect(Parser.parse("sale.client.segment").syntax == .name(["sale", "client", "segment"], TextSpan(0, 19)))
    }

    @Test(
        "after a dot a reserved word is a name, as it was written",
        arguments: ["is", "if", "no", "yes", "да", "нет", "где"])
    func reservedField(word: String) {
        let text = "sale.\(word)"
        #expect(Parser.parse(text).syntax == .name(["sale", word], TextSpan(0, text.count)))
        #expect(Parser.parse(text).syntax.text == text)
    }

    @Test("a condition stands inside the parentheses of a function or after them")
    func filters() {
        #expect(same("count(sale where sale.kind = \"x\")", "count(sale) where sale.kind = \"x\""))
        #expect(same("count(where x)", "count() where x"))
    }

    @Test("one function has one condition")
    func secondFilter() {
        #expect(Parser.parse("count(sale where a) where b").faults.map(\.code) == ["syntax"])
    }

    @Test("a day is written year, month, day; with spaces it is a subtraction")
    func days() {
        #expect(type(of: "2026-01-31") == .day)
        #expect(type(of: "2026 - 01 - 31") == .number(.plain))
        #expect(type(of: "sale.date - 2026-01-31") == .number(.days))
        #expect(faults(in: "2026-02-30") == ["no-such-day"])
    }

    @Test("a field may be asked whether it is empty")
    func emptiness() {
        #expect(type(of: "sale.paid_on is empty") == .flag)
        #expect(same("not x is empty", "not (x is empty)"))
        #expect(!same("x is not empty", "not (x is empty)"))
        #expect(flag("sale.paid_on is empty") == true)
        #expect(flag("sale.date is not empty") == true)
    }

    @Test("a text stands in any of three kinds of quotation marks", arguments: ["\"x y\"", "«x y»", "“x y”"])
    func texts(text: String) {
        #expect(Parser.parse(text).syntax == .text("x y", TextSpan(0, 5)))
    }
}
