extension Unit: CustomStringConvertible {
    /// The unit in English: `RUB`, `days²`, `RUB/pcs`, `RUB/(days·pcs)`, `1/days`, `plain number`.
    public var description: String { text(days: "days", minutes: "minutes", pieces: "pcs", plain: "plain number") }

    /// The unit in words of the caller's language.
    public func text(days: String, minutes: String, pieces: String, plain: String) -> String {
        let powers = [
            (currency?.code ?? "", Int(moneyExponent)), (days, Int(dayExponent)), (minutes, Int(minuteExponent)),
            (pieces, Int(pieceExponent)),
        ]
        let above = powers.filter { $0.1 > 0 }.map { Self.power($0.0, $0.1) }
        let below = powers.filter { $0.1 < 0 }.map { Self.power($0.0, -$0.1) }
        switch (above.isEmpty, below.count) {
        case (true, 0): return plain
        case (false, 0): return above.joined(separator: "·")
        case (let nothingAbove, let count):
            let divisor = below.joined(separator: "·")
            return (nothingAbove ? "1" : above.joined(separator: "·")) + "/" + (count > 1 ? "(\(divisor))" : divisor)
        }
    }

    private static func power(_ name: String, _ exponent: Int) -> String {
        let superscripts: [Character: Character] = [
            "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
        ]
        return exponent == 1 ? name : name + String(String(exponent).compactMap { superscripts[$0] })
    }
}
