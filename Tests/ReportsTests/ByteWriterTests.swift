import Reports
import Testing

@Suite("Writing figures and amounts into the bytes of a file")
struct ByteWriterTests {
    private func written(_ units: Int64, places: Int, keepsZeros: Bool) -> String {
        var writer = ByteWriter(capacity: 0)
        writer.append(UInt8(ascii: "="))
        writer.append(units, places: places, keepsZeros: keepsZeros)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(
        "the shortest exact form",
        arguments: [
            (Int64(0), 0, "0"), (0, 4, "0"), (1, 0, "1"), (-3, 0, "-3"), (875, 3, "0.875"), (-50, 2, "-0.5"),
            (6_000_000, 2, "60000"), (123_456_789, 2, "1234567.89"), (1, 16, "0.0000000000000001"),
            (-10_010, 3, "-10.01"), (100, 0, "100"), (.max, 0, "9223372036854775807"),
            (.min, 0, "-9223372036854775808"), (.min, 16, "-922.3372036854775808"),
        ])
    func shortest(units: Int64, places: Int, expected: String) {
        #expect(written(units, places: places, keepsZeros: false) == "=" + expected)
    }

    @Test(
        "an amount has the minor digits of its currency",
        arguments: [
            (Int64(6_000_000), 2, "60000.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (0, 2, "0.00"), (100, 0, "100"),
            (0, 0, "0"), (1_234, 3, "1.234"), (.min, 2, "-92233720368547758.08"),
        ])
    func amounts(minorUnits: Int64, minorDigits: Int, expected: String) {
        #expect(written(minorUnits, places: minorDigits, keepsZeros: true) == "=" + expected)
    }

    @Test("more bytes than there was room for")
    func growth() {
        var writer = ByteWriter(capacity: 1)
        for number in 1...500 {
            writer.append(Array("row ".utf8))
            writer.append(Int64(number), places: 0, keepsZeros: true)
        }
        let expected = (1...500).map { "row \($0)" }.joined()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }
}
