import Formulas
import Testing

@Suite("Faults as people see them")
struct DiagnosticTests {
    @Test("a misspelt name")
    func name() {
        #expect(rendered("sales / paln × 100%") == "TODO")
        #expect(rendered("sales / paln × 100%", in: .ru) == "TODO")
    }

    @Test("units that do not fit")
    func units() {
        #expect(rendered("5 days + 3 RUB") == "TODO")
        #expect(rendered("5 дней + 3 ₽", in: .ru) == "TODO")
        #expect(rendered("sales - delay") == "TODO")
    }

    @Test("a parenthesis left open")
    func parenthesis() {
        #expect(rendered("(sales + plan") == "TODO")
        #expect(rendered("(sales + plan", in: .ru) == "TODO")
    }

    @Test("a decimal comma")
    func comma() {
        #expect(rendered("sales * 12,5%") == "TODO")
    }

    @Test("a wrong call")
    func call() {
        #expect(rendered("clamp(sales, 0)") == "TODO")
        #expect(rendered("clamp(sales, 0)", in: .ru) == "TODO")
    }

    @Test("two faults in one formula, each with its own caret")
    func two() {
        #expect(rendered("(saels + ) / (plan @ 3)") == "TODO")
    }

    @Test("a long formula is cut around the caret")
    func long() {
        let formula = String(repeating: "sales + ", count: 20) + "saels + sales"
        #expect(rendered(formula) == "TODO")
    }
}
