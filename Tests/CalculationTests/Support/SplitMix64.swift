import Quantities
import Samples

/// A small generator whose whole sequence follows from its seed, so that a failing case can be run again.
struct SplitMix64: RandomNumberGenerator {
    private var bits: SeededGenerator

    init(seed: UInt64) {
        bits = SeededGenerator(seed: seed)
    }

    mutating func next() -> UInt64 { bits.next() }

    mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { integer(1...100) <= percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(0...(elements.count - 1))] }

    /// A decimal with as many places, from a range of its smallest units.
    mutating func decimal(_ units: ClosedRange<Int>, places: Int) -> FixedDecimal {
        (try? FixedDecimal(minorUnits: Int64(integer(units)), places: places)) ?? .zero
    }

    /// The data rows of a table in another order; its header stays first.
    mutating func shuffled(_ table: String) -> String {
        let rows = table.split(separator: "\n")
        return ([rows[0]] + rows.dropFirst().shuffled(using: &self)).joined(separator: "\n") + "\n"
    }
}

extension Int {
    /// Kopecks as a table writes them: `-12345` → `-123.45`.
    var roubles: String {
        let part = magnitude % 100
        return "\(self < 0 ? "-" : "")\(magnitude / 100).\(part < 10 ? "0" : "")\(part)"
    }
}
