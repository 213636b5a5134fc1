/// A name as it is compared with others: its words in Latin letters, in which small differences of spelling are gone.
///
///     NameSpelling("Юрьева Дина").words   // ["iureva", "dina"]
///     NameSpelling("Yurieva D.").words    // ["iurieva", "d"]
struct NameSpelling: Hashable {
    /// The words, in the order of the name.
    let words: [[UInt8]]

    private static let longest = 200

    init(_ name: String) {
        words = PlainSpelling.folded(String(name.prefix(Self.longest)))
            .split { !($0.isLetter || $0.isNumber) }
            .map { Self.skeleton($0) }
            .filter { !$0.isEmpty }
    }

    /// The words in alphabetical order, so that first and last name may be swapped.
    var sorted: [UInt8] {
        Array(words.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [0x20]))
    }

    private static func skeleton(_ word: Substring) -> [UInt8] {
        var latin: [UInt8] = []
        for scalar in word.unicodeScalars {
            if scalar.isASCII { latin.append(UInt8(scalar.value)) } else { latin += letters[scalar] ?? [] }
        }
        var result: [UInt8] = []
        for letter in latin {
            let plain: UInt8 =
                switch letter {
                case UInt8(ascii: "y"), UInt8(ascii: "j"): UInt8(ascii: "i")
                case UInt8(ascii: "w"): UInt8(ascii: "v")
                default: letter
                }
            // "kh" is "h", and doubled letters are single.
            if plain == UInt8(ascii: "h"), result.last == UInt8(ascii: "k") { result.removeLast() }
            if result.last != plain { result.append(plain) }
        }
        return result
    }

    private static let letters: [Unicode.Scalar: [UInt8]] = {
        let pairs: [(Unicode.Scalar, String)] = [
            ("а", "a"), ("б", "b"), ("в", "v"), ("г", "g"), ("д", "d"), ("е", "e"), ("ж", "zh"), ("з", "z"),
            ("и", "i"), ("й", "i"), ("к", "k"), ("л", "l"), ("м", "m"), ("н", "n"), ("о", "o"), ("п", "p"),
            ("р", "r"), ("с", "s"), ("т", "t"), ("у", "u"), ("ф", "f"), ("х", "h"), ("ц", "ts"), ("ч", "ch"),
            ("ш", "sh"), ("щ", "shch"), ("ъ", ""), ("ы", "i"), ("ь", ""), ("э", "e"), ("ю", "iu"), ("я", "ia"),
            ("é", "e"), ("è", "e"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "s"), ("ç", "c"), ("ñ", "n"), ("á", "a"),
            ("í", "i"), ("ó", "o"), ("ú", "u"), ("ł", "l"), ("ø", "o"), ("å", "a"), ("č", "ch"), ("š", "sh"),
            ("ž", "zh"), ("і", "i"), ("ї", "i"), ("є", "e"), ("ґ", "g"),
        ]
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, Array($0.1.utf8)) })
    }()
}
