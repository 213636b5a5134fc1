import Quantities
import Testing

@Suite("Units")
struct UnitTests {
    @Test("money ÷ money × days is days")
    func cancelling() throws {
        let unit = try Unit.roubles.divided(by: .roubles).multiplied(by: .days)
        #expect(unit == .days)
        #expect(unit.currency == nil)
    }

    @Test("once money has cancelled out its currency is forgotten")
    func forgottenCurrency() throws {
        let ratio = try Unit.roubles.divided(by: .roubles)
        #expect(ratio.isPlain)
        #expect(try ratio.multiplied(by: .dollars) == .dollars)
    }

    @Test("two currencies do not meet in one product or quotient")
    func currencies() throws {
        #expect(throws: QuantityError.currencyMismatch(.rouble, .dollar)) { try Unit.roubles.multiplied(by: .dollars) }
        #expect(throws: QuantityError.currencyMismatch(.dollar, .rouble)) { try Unit.dollars.divided(by: .roubles) }
        #expect(try Unit.days.multiplied(by: .roubles).currency == .rouble)
    }

    @Test("only money to the first power is money")
    func money() throws {
        #expect(Unit.roubles.isMoney)
        #expect(try !Unit.roubles.multiplied(by: .roubles).isMoney)
        #expect(try !Unit.roubles.divided(by: .pieces).isMoney)
        #expect(try !Unit.plain.divided(by: .roubles).isMoney)
        #expect(!Unit.days.isMoney && !Unit.plain.isMoney)
    }

    @Test("an average receipt is shown in roubles, not in roubles per receipt")
    func pieceDenominator() throws {
        #expect(try Unit.roubles.divided(by: .pieces).droppingPieceDenominator() == .roubles)
        #expect(Unit.pieces.droppingPieceDenominator() == .pieces)
        #expect(Unit.days.droppingPieceDenominator() == .days)
    }

    @Test("exponents can be read")
    func exponents() throws {
        let unit = try Unit.roubles.divided(by: .pieces).divided(by: .days).multiplied(by: .minutes)
        #expect([unit.moneyExponent, unit.dayExponent, unit.minuteExponent, unit.pieceExponent] == [1, -1, 1, -1])
    }

    @Test("an exponent beyond 127 is an error")
    func exponentOverflow() throws {
        var unit = Unit.plain
        for _ in 0..<127 { unit = try unit.multiplied(by: .days) }
        #expect(unit.description == "days¹²⁷")
        #expect(throws: QuantityError.overflow(.unitExponent)) { try unit.multiplied(by: .days) }
        #expect(try unit.divided(by: unit).isPlain)
    }

    @Test("names")
    func names() throws {
        let perPiece = try Unit.roubles.divided(by: .pieces)
        #expect(
            try [
                .plain, .roubles, .minutes, .days.multiplied(by: .days), .roubles.multiplied(by: .days), perPiece,
                perPiece.divided(by: .days), .plain.divided(by: .days),
            ].map(\.description)
                == ["plain number", "RUB", "minutes", "days²", "RUB·days", "RUB/pcs", "RUB/(days·pcs)", "1/days"])
    }
}
