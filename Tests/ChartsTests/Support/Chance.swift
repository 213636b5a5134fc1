import HTML
import Samples

/// Figures and names drawn from a seed.
struct Chance {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func below(_ limit: Int) -> Int { generator.below(limit) }

    /// A figure of any size, small ones as often as large, a quarter of them below zero.
    mutating func figure() -> Figure {
        var magnitude: Int128 = 1
        for _ in 0..<below(15) { magnitude *= 10 }
        let units = magnitude * Int128(below(1_000)) / 100
        return Figure(units: below(4) == 0 ? -units : units, places: below(4)) ?? Figure(whole: 0)
    }

    /// A figure, or none in one of eight cases.
    mutating func value() -> Figure? { below(8) == 0 ? nil : figure() }

    private static let names = [
        "", " ", "Казань", "Key accounts of the North-West region and of all the islands that belong to it",
        "Отдел-по-работе-с-ключевыми-клиентами-без-единого-пробела-в-названии", "</text><script>alert(1)</script>",
        "\u{202E}abc\u{0}\n\u{1B}x", "客户关系管理部门和其他所有部门", "👩‍👩‍👧 family", "W", String(repeating: "Ж ", count: 5_000),
        "a" + String(repeating: "\u{301}", count: 2_000), "ООО «Ромашка» & Co", "Q1",
    ]

    mutating func name() -> String { Self.names[below(Self.names.count)] }
}
