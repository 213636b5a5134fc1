import Quantities
import Testing

@Suite("Writing decimals and amounts into the bytes of a file")
struct BytesTests {
    private func written(_ value: FixedDecimal) -> String {
        var bytes = Array("=".utf8)
        value.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "the shortest exact form",
        arguments: [
            "0", "1", "-3", "0.875", "-0.5", "60000", "1234567.89", "0.0000000000000001", "-10.01", "100",
            "9999999999999999999999.5", "-18446744073709551616",
        ])
    func shortest(text: String) throws {
        #expect(try written(FixedDecimal(parsing: text)) == "=" + text)
    }

    @Test("what is written is the description", arguments: 1...4)
    func likeDescription(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_000 {
            let value = random.decimal()
            #expect(written(value) == "=" + value.description)
        }
    }

    @Test(
        "an amount has the minor digits of its currency",
        arguments: [
            (Int64(6_000_000), "RUB", "60000.00"), (5, "RUB", "0.05"), (-5, "RUB", "-0.05"), (0, "RUB", "0.00"),
            (100, "JPY", "100"), (0, "JPY", "0"), (1_234, "KWD", "1.234"), (.min, "RUB", "-92233720368547758.08"),
        ])
    func amounts(minorUnits: Int64, currency: String, expected: String) {
        var bytes: [UInt8] = []
        Money(minorUnits: minorUnits, currency: Currency(code: currency)).appendAmount(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
