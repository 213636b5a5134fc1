/// A password as a guessing program sees it.
struct PasswordShape {
    /// Without case.
    private let text: [Character]
    /// The letters, with digits that stand for letters read as these.
    private let letters: [String]

    init(_ lowercased: String) {
        text = Array(lowercased)
        letters = [Self.letters(lowercased), Self.letters(Self.unmasked(lowercased))]
    }

    /// Whether it repeats something short, or goes along the keyboard or the alphabet.
    var isPattern: Bool { repeats || follows }

    /// Whether it is nothing but one or two words, whatever digits and signs stand around them.
    func isMade(of words: Set<String>) -> Bool {
        letters.contains { letters in
            // A few letters in a row of digits tell nothing; what is chosen at random has them too.
            guard letters.count * 3 >= text.count else { return false }
            if words.contains(letters) { return true }
            return letters.indices.contains { place in
                words.contains(String(letters[..<place])) && words.contains(String(letters[place...]))
            }
        }
    }

    /// The letters alone, in small.
    static func letters(_ text: String) -> String { String(text.lowercased().filter(\.isLetter)) }

    /// The words of a name such as `anna.orlova@alfa.ru`, and all of it as one.
    static func parts(_ name: String) -> [String] {
        let parts = name.lowercased().split { !$0.isLetter }.map(String.init)
        return (parts + [letters(name)]).filter { $0.count >= 3 }
    }

    private var repeats: Bool {
        (1...4).contains { period in
            text.indices.dropFirst(period).allSatisfy { text[$0] == text[$0 - period] }
        }
    }

    /// Whether nearly every step goes to a neighbour on the keyboard, or to the next letter or digit.
    private var follows: Bool {
        let steps = zip(text, text.dropFirst())
        let along = steps.count { left, right in left == right || Self.areNeighbours(left, right) }
        return (along + 1) * 10 >= text.count * 9
    }

    private static func areNeighbours(_ left: Character, _ right: Character) -> Bool {
        rows.contains { row in
            guard let place = row.firstIndex(of: left), let other = row.firstIndex(of: right) else { return false }
            return abs(place - other) == 1 || abs(place - other) == row.count - 1
        }
    }

    private static let rows: [[Character]] = [
        "1234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
        "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    ].map { Array($0) }

    private static let masks: [Character: Character] = [
        "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    /// With digits and signs read as the letters they are put for; a tail of them stays a tail.
    private static func unmasked(_ text: String) -> String {
        let end = text.lastIndex(where: \.isLetter).map { text.index(after: $0) } ?? text.startIndex
        return String(text[..<end].map { masks[$0] ?? $0 })
    }
}
