import Company
import Formulas
import Messages
import Testing

@Suite("Cards of the library")
struct KPICardTests {
    @Test("K1 to K41 are all there", arguments: 1...41)
    func all(number: Int) {
        #expect(KPILibrary.card("K\(number)") != nil)
    }

    @Test("a code has one card, a title too")
    func unique() {
        #expect(Set(KPILibrary.cards.map(\.code)).count == KPILibrary.cards.count)
        #expect(Set(KPILibrary.cards.map(\.title)).count == KPILibrary.cards.count)
    }

    @Test("an unknown code has no card", arguments: ["", "K0", "K42"])
    func unknown(code: String) {
        #expect(KPILibrary.card(code) == nil)
    }

    @Test("everything on a card is written in English and in Russian", arguments: KPILibrary.cards.map(\.code))
    func texts(code: String) throws {
        let card = try #require(KPILibrary.card(code))
        var texts = [card.title, card.meaning, card.assessed, card.usedFor, card.family.title, card.dimension.title]
        texts += card.inputs.map(\.meaning)
        if let reason = card.whyNoFormula { texts.append(reason) }
        for text in texts {
            #expect(text.en.count > 3 && !text.en.contains { $0.isCyrillic }, "\(text.en)")
            #expect(text.ru.contains { $0.isCyrillic }, "\(text.ru)")
        }
    }

    @Test("a card has a formula with inputs, or says why it has none", arguments: KPILibrary.cards.map(\.code))
    func formulaOrReason(code: String) throws {
        let card = try #require(KPILibrary.card(code))
        #expect((card.formula == nil) == (card.whyNoFormula != nil))
        #expect((card.formula == nil) == card.inputs.isEmpty)
    }

    @Test("the periods of a card go from the shortest to the longest", arguments: KPILibrary.cards.map(\.code))
    func periods(code: String) throws {
        let periods = try #require(KPILibrary.card(code)).periods
        #expect(!periods.isEmpty && periods == periods.sorted())
    }

    @Test("K5 and K8 are drafts, K29 is rejected, ratings and surveys are entered")
    func withoutFormula() {
        var kinds: [String: String] = [:]
        for card in KPILibrary.cards {
            switch card.calculation {
            case .formula: break
            case .draft: kinds[card.code] = "draft"
            case .rejected: kinds[card.code] = "rejected"
            case .entered: kinds[card.code] = "entered"
            }
        }
        #expect(
            kinds == [
                "K5": "draft", "K8": "draft", "K29": "rejected", "K15": "entered", "K37": "entered", "K38": "entered",
                "K41": "entered",
            ])
    }

    @Test("every family has cards, and every card is in its family")
    func families() {
        let cards = KPICard.Family.allCases.flatMap { KPILibrary.cards(of: $0) }
        #expect(cards.count == KPILibrary.cards.count)
        #expect(KPICard.Family.allCases.allSatisfy { !KPILibrary.cards(of: $0).isEmpty })
    }

    @Test(
        "which way is good",
        arguments: [
            ("K1", Metric.Direction.higher), ("K3", .lower), ("K6", .lower), ("K12", .lower), ("K14", .target),
            ("K16", .target), ("K21", .lower), ("K33", .lower), ("K39", .higher),
        ])
    func direction(code: String, better: Metric.Direction) {
        #expect(KPILibrary.card(code)?.better == better)
    }
}

extension Character {
    fileprivate var isCyrillic: Bool { unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } }
}
