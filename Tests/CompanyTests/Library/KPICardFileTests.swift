import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@Suite("Files of KPI cards")
struct KPICardFileTests {
    @Test("nothing is wrong with the files of the library")
    func faultless() {
        #expect(KPILibrary.faults.map { $0.rendered(in: .en) } == [])
        #expect(KPILibrary.cards.count == 56)
    }

    @Test("the formula of a card fits the kinds of its inputs and its own", arguments: computed.map(\.code))
    func formulas(code: String) throws {
        let card = try #require(KPILibrary.card(code))
        let (formula, faults) = card.checked()
        #expect(faults.isEmpty)
        let found = try #require(formula?.type.unit)
        let declared = card.dimension.unit(in: Currency(code: "RUB")).unit
        #expect(found == declared || found.droppingPieceDenominator() == declared)
    }

    @Test("a card with a formula has an example, and the example comes out", arguments: computed.map(\.code))
    func examples(code: String) throws {
        let card = try #require(KPILibrary.card(code))
        #expect(!card.examples.isEmpty)
        for example in card.examples {
            #expect(Set(example.given.keys) == Set(card.inputs.map(\.name)))
            let figures = example.given.map { "\($0) \($1)" }.joined(separator: ", ")
            let value = try #require(try card.value(figures)?.value)
            let places = example.result.description.split(separator: ".").dropFirst().first?.count ?? 0
            #expect(try value.rounded(toPlaces: max(places, 2)) == example.result, "\(card.code) \(figures)")
        }
    }

    @Test("a card without a formula has no example")
    func withoutFormula() {
        #expect(KPILibrary.cards.allSatisfy { $0.formula != nil || $0.examples.isEmpty })
    }

    @Test("a card is read as it is written")
    func whole() throws {
        let (cards, faults) = KPICardReader.read([file(card)])
        #expect(faults.isEmpty)
        let read = try #require(cards.first)
        #expect(read.code == "X1" && read.family == .sales && read.better == .higher)
        #expect(read.title == LocalizedText(en: "Visits", ru: "Визиты") && read.formula == "N / Nд")
        #expect(read.inputs.map(\.defaultFormula) == [nil, "days(period)"])
        #expect(read.periods == [.month, .quarter, .year])
        #expect(read.examples.map(\.result) == [FixedDecimal(3)])
    }

    @Test(
        "a slip in a card is a fault at its place, and the card is left out",
        arguments: [
            ("    ru: Визиты\n", "", "missing-key"),
            ("family: sales", "family: sale", "wrong-shape"),
            ("unit: number", "unit: RUB", "wrong-shape"),
            ("formula: N / Nд", "formulas: N / Nд", "wrong-shape"),
            ("gives: 3", "gives: three", "wrong-shape"),
            ("{N: 60, Nд: 20}", "{N: 60}", "missing-key"),
            ("{N: 60, Nд: 20}", "{N: 60, Nд: 20, M: 1}", "unknown-key"),
            ("better: higher", "better: more", "wrong-shape"),
        ])
    func slips(written: String, instead: String, code: String) {
        #expect(card.contains(written))
        let (cards, faults) = KPICardReader.read([file(card.replacing(written, with: instead))])
        #expect(faults.contains { $0.code == code && ($0.place?.line ?? 0) > 0 }, "\(faults.map(\.code))")
        #expect(cards.isEmpty || code == "unknown-key")
    }

    @Test("a code that comes again is a fault, in whatever letters")
    func twice() {
        let (cards, faults) = KPICardReader.read([file(card), SourceFile(path: "b.yaml", bytes: Array(small.utf8))])
        #expect(cards.map(\.code) == ["X1"])
        #expect(faults.map(\.code) == ["duplicate-name"])
    }

    private func file(_ text: String) -> SourceFile { SourceFile(path: "a.yaml", bytes: Array(text.utf8)) }

    private let small = "x1: {family: sales}\n"

    private let card = """
        X1:
          family: sales
          title:
            en: Visits
            ru: Визиты
          meaning: {en: Visits a day, ru: Визитов в день}
          formula: N / Nд
          unit: number
          better: higher
          inputs:
            N: {unit: pieces, en: visits, ru: визитов}
            Nд: {unit: days, en: days, ru: дней, stands_for: days(period)}
          assessed: {en: seller, ru: продавец}
          used_for: {en: training, ru: обучение}
          examples:
            - {given: {N: 60, Nд: 20}, gives: 3}

        """
}

private let computed = KPILibrary.cards.filter { $0.formula != nil }
