import HTML

/// Figures and names drawn from a seed.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64, Steele, Lea and Flood, 2014.
    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(limit))
    }

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
