/// Cyrillic letters that look like Latin ones.
enum Lookalikes {
    private static let latinOf: [Character: Character] = Dictionary(
        zip("аеорсухіјѕАВЕКМНОРСТУХІЈЅ", "aeopcyxijsABEKMHOPCTYXIJS"), uniquingKeysWith: { first, _ in first })

    /// The text with Latin letters for the Cyrillic ones that look like them.
    static func latin(_ text: String) -> String {
        String(text.map { latinOf[$0] ?? $0 })
    }

    /// The first letter in which two texts that look alike differ: its number from 1, the letter, and whether it is
    /// Cyrillic; `nil` when they do not look alike.
    static func firstDifference(in text: String, from wanted: String) -> (
        number: Int, letter: Character, isCyrillic: Bool
    )? {
        guard text != wanted, latin(text) == latin(wanted) else { return nil }
        for (index, pair) in zip(text, wanted).enumerated() where pair.0 != pair.1 {
            return (index + 1, pair.0, latinOf[pair.0] != nil)
        }
        return nil
    }
}
