import Company
import Formulas
import Messages
import Quantities
import Testing

private let computed = KPILibrary.cards.filter { $0.formula != nil }.map(\.code)

@Suite("Formulas of the library")
struct KPIFormulaTests {
    @Test("a formula reads without faults and gives what the card says", arguments: computed)
    func units(code: String) throws {
        let card = try #require(KPILibrary.card(code))
        let (formula, faults) = card.checked()
        #expect(faults.isEmpty)
        let unit = try #require(formula?.type.unit)
        #expect(unit.droppingPieceDenominator() == card.dimension.unit(in: Currency(code: "RUB")).unit)
    }

    @Test("every input is used and nothing else is named", arguments: computed)
    func inputs(code: String) throws {
        let card = try #require(KPILibrary.card(code))
        let used = try #require(card.checked().formula).references.map { reference in
            switch reference {
            case .input(let name), .variation(of: let name): name
            case .lengthOfPeriod: "days(period)"
            }
        }
        #expect(Set(used) == Set(card.inputs.map(\.name)))
        #expect(Set(card.inputs.map(\.name)).count == card.inputs.count)
    }

    @Test("a formula printed and read again is the same formula", arguments: computed)
    func roundTrip(code: String) throws {
        let formula = try #require(KPILibrary.card(code)?.formula)
        let printed = Parser.parse(formula).syntax.text
        let (again, faults) = Parser.parse(printed)
        #expect(faults.isEmpty)
        #expect(again.text == printed)
    }

    @Test("a name is Latin letters, then Russian ones, so that it can be typed without guessing", arguments: computed)
    func scripts(code: String) throws {
        for input in try #require(KPILibrary.card(code)).inputs {
            let rest = input.name.drop { $0.isASCII }
            #expect(!rest.contains { $0.isASCII }, "\(input.name)")
        }
    }

    @Test("what an input stands for by default has the input's unit")
    func defaults() throws {
        for card in KPILibrary.cards {
            for input in card.inputs {
                guard let text = input.defaultFormula else { continue }
                let (formula, faults) = Checker.check(text, in: InputScope(card: card))
                #expect(faults.isEmpty)
                #expect(formula?.type.unit == input.dimension.unit(in: Currency(code: "RUB")).unit)
            }
        }
    }

    @Test(
        "a formula is what the books print",
        arguments: [
            ("K1", "(SVфакт / SVплан) × 100%"), ("K6", "ДЗ / ОП × дней"), ("K11", "(Kпост / Kобщ) × 100%"),
            ("K14", "T / Nз"), ("K20", "В − СС"),
        ])
    func asPrinted(code: String, formula: String) {
        #expect(KPILibrary.card(code)?.formula == formula)
    }
}
