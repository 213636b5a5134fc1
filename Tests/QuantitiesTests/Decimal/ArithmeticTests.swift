import Quantities
import Testing

@Suite("Arithmetic of exact decimals")
struct ArithmeticTests {
    @Test(
        "sums and differences are exact",
        arguments: [
            ("0.1", "0.2", "0.3", "-0.1"),
            ("60000", "2100.5", "62100.5", "57899.5"),
            ("-5", "5", "0", "-10"),
            ("0.0000000000000001", "1", "1.0000000000000001", "-0.9999999999999999"),
        ])
    func sums(left: String, right: String, sum: String, difference: String) throws {
        #expect(try FixedDecimal(left).adding(FixedDecimal(right)) == FixedDecimal(sum))
        #expect(try FixedDecimal(left).subtracting(FixedDecimal(right)) == FixedDecimal(difference))
    }

    @Test(
        "products",
        arguments: [
            ("60000", "0.035", "2100"),
            ("-1.5", "1.5", "-2.25"),
            ("0.00000001", "0.00000001", "0.0000000000000001"),
            ("123456789.12", "987654.32", "121932631107696.9984"),
            ("100000000000", "100000000000", "10000000000000000000000"),
        ])
    func products(left: String, right: String, expected: String) throws {
        #expect(try FixedDecimal(left).multiplied(by: FixedDecimal(right)) == FixedDecimal(expected))
    }

    @Test(
        "quotients end in the sixteenth place",
        arguments: [
            ("1", "3", "0.3333333333333333"),
            ("2", "3", "0.6666666666666667"),
            ("-2", "3", "-0.6666666666666667"),
            ("870000", "1000000", "0.87"),
            ("10000000000000000000000", "8", "1250000000000000000000"),
        ])
    func quotients(left: String, right: String, expected: String) throws {
        #expect(try FixedDecimal(left).divided(by: FixedDecimal(right)) == FixedDecimal(expected))
    }

    @Test("a product by a quotient is rounded once: a third of three is one")
    func oneRounding() throws {
        #expect(try FixedDecimal(1).multiplied(by: 3, dividedBy: 3) == 1)
        #expect(try FixedDecimal(1).divided(by: 3).multiplied(by: 3) == FixedDecimal("0.9999999999999999"))
        #expect(try FixedDecimal(50_000).multiplied(by: 11, dividedBy: 22) == 25_000)
        #expect(try FixedDecimal.highest.multiplied(by: .highest, dividedBy: .highest) == .highest)
    }

    @Test(
        "a fraction of two whole numbers",
        arguments: [
            (7, 8, "0.875"), (-7, 8, "-0.875"), (7, -8, "-0.875"), (-7, -8, "0.875"), (0, 5, "0"),
            (1, 7, "0.1428571428571429"),
        ])
    func fractions(numerator: Int128, denominator: Int128, expected: String) throws {
        #expect(try FixedDecimal.fraction(numerator, denominator) == FixedDecimal(expected))
    }

    @Test("division by zero is an error, also of zero")
    func divisionByZero() {
        for value in [FixedDecimal.zero, .one, .lowest, .highest] {
            #expect(throws: QuantityError.divisionByZero) { try value.divided(by: 0) }
            #expect(throws: QuantityError.divisionByZero) { try value.multiplied(by: 0, dividedBy: 0) }
            #expect(throws: QuantityError.divisionByZero) { try FixedDecimal.fraction(value.raw, 0) }
        }
    }

    @Test(
        "minor units of any currency",
        arguments: [
            (Int64(1_050), 2, "10.5"), (1_050, 0, "1050"), (1_050, 3, "1.05"), (-1, 16, "-0.0000000000000001"),
            (.max, 0, "9223372036854775807"), (.min, 2, "-92233720368547758.08"),
        ])
    func minorUnits(count: Int64, places: Int, expected: String) throws {
        #expect(try FixedDecimal(minorUnits: count, places: places) == FixedDecimal(expected))
    }

    @Test("sign and order")
    func signs() throws {
        let values = try ["-2", "-0.5", "0", "0.5", "2"].map { try FixedDecimal($0) }
        #expect(values.map(\.isNegative) == [true, true, false, false, false])
        #expect(values.map(\.isZero) == [false, false, true, false, false])
        #expect(try values.map { try $0.negated() } == values.reversed())
        #expect(try values.map { try $0.magnitude() } == [values[4], values[3], values[2], values[3], values[4]])
        #expect(values.reversed().sorted() == values)
    }
}
