import HTML
import Testing

/// Figures as readers of a language expect them.
struct FigureTextTests {
    @Test(
        "kopecks in both languages",
        arguments: [
            (0, "0,00", "0.00"), (5, "0,05", "0.05"), (-5, "−0,05", "−0.05"), (99_999, "999,99", "999.99"),
            (100_000, "1 000,00", "1,000.00"), (-10_450_000, "−104 500,00", "−104,500.00"),
            (123_456_789, "1 234 567,89", "1,234,567.89"),
        ] as [(Int64, String, String)])
    func hundredths(units: Int64, ru: String, en: String) {
        let ru = String(ru.map { $0 == " " ? "\u{00A0}" : $0 })
        #expect(FigureText.text(Figure(hundredths: units), in: .ru) == ru)
        #expect(FigureText.text(Figure(hundredths: units), in: .en) == en)
    }

    @Test("groups are parted by U+00A0, the minus is U+2212")
    func characters() {
        #expect(FigureText.text(Figure(hundredths: -100_000), in: .ru) == "\u{2212}1\u{00A0}000,00")
    }

    @Test("a change has its sign, nothing has none")
    func signs() {
        #expect(FigureText.text(Figure(hundredths: 425_000), in: .en, signed: true) == "+4,250.00")
        #expect(FigureText.text(Figure(hundredths: 0), in: .en, signed: true) == "0.00")
        #expect(FigureText.text(Figure(hundredths: -1), in: .en, signed: true) == "\u{2212}0.01")
    }

    @Test("figures of 128 bits are written in full; those of 10²⁰ units and more are no figures")
    func wide() throws {
        let figure = try #require(Figure(units: 99_999_999_999_999_999_999, places: 2))
        #expect(FigureText.text(figure, in: .en) == "999,999,999,999,999,999.99")
        #expect(Figure(units: 100_000_000_000_000_000_000, places: 2) == nil)
        #expect(Figure(units: -100_000_000_000_000_000_000, places: 0) == nil)
        #expect(Figure(units: 1, places: 19) == nil)
        #expect(Figure(units: 1, places: -1) == nil)
        let small = try #require(Figure(units: 1, places: 18))
        #expect(FigureText.text(small, in: .ru) == "0,000000000000000001")
    }
}
