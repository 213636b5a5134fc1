import Quantities
import Testing

@Suite("Quantities")
struct QuantityTests {
    let salary = Quantity(value: 60_000, unit: .roubles)
    let worked = Quantity(value: 11, unit: .days)
    let norm = Quantity(value: 22, unit: .days)

    @Test("pay for the days worked is money")
    func prorated() throws {
        let pay = try salary.multiplied(by: worked).divided(by: norm)
        #expect(pay == Quantity(value: 30_000, unit: .roubles))
        #expect(pay.description == "30000 RUB")
    }

    @Test("attainment is a plain number")
    func attainment() throws {
        let attainment = try Quantity(value: 870_000, unit: .roubles).divided(
            by: Quantity(value: 1_000_000, unit: .roubles))
        #expect(attainment.unit.isPlain)
        #expect(attainment.description == "0.87")
    }

    @Test("days and roubles can be neither added nor compared")
    func mismatch() {
        #expect(throws: QuantityError.unitMismatch(.days, .roubles)) { try worked.adding(salary) }
        #expect(throws: QuantityError.unitMismatch(.roubles, .days)) { try salary.subtracting(worked) }
        #expect(throws: QuantityError.unitMismatch(.roubles, .plain)) {
            try salary.compare(Quantity(value: 60_000, unit: .plain))
        }
    }

    @Test("roubles and dollars differ in the currency, and the error says so")
    func currencies() {
        let dollars = Quantity(value: 1, unit: .dollars)
        #expect(throws: QuantityError.currencyMismatch(.rouble, .dollar)) { try salary.adding(dollars) }
        #expect(throws: QuantityError.currencyMismatch(.rouble, .dollar)) { try salary.compare(dollars) }
        #expect(throws: QuantityError.currencyMismatch(.rouble, .dollar)) { try salary.divided(by: dollars) }
    }

    @Test("sums, differences and order within one unit")
    func sameUnit() throws {
        #expect(try worked.adding(norm) == Quantity(value: 33, unit: .days))
        #expect(try worked.subtracting(norm) == Quantity(value: -11, unit: .days))
        #expect(try worked.compare(norm) == .less)
        #expect(try norm.compare(worked) == .greater)
        #expect(try norm.compare(norm) == .equal)
    }

    @Test("errors of the numbers come through")
    func numbers() {
        let most = Quantity(value: .highest, unit: .days)
        #expect(throws: QuantityError.overflow(.addition)) { try most.adding(worked) }
        #expect(throws: QuantityError.overflow(.multiplication)) { try most.multiplied(by: most) }
        #expect(throws: QuantityError.divisionByZero) { try salary.divided(by: Quantity(value: 0, unit: .days)) }
    }
}
