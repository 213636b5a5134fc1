internal import Messages

/// How well the header of a column names a field, from 0 to 1.
struct NameScore {
    /// Field → the folded headers of a recognised export.
    private let exported: [String: [String]]
    private let traps: Set<String>

    init(_ profile: ExportProfile?) {
        exported = profile?.fields.mapValues { $0.map(PlainSpelling.key) } ?? [:]
        traps = Set(profile?.traps.keys.map(PlainSpelling.key) ?? [])
    }

    /// 1 for the field's own name or title, or its header in a recognised export; nearly as much for a usual word; less for a
    /// header that holds such a word; else how many groups of three letters are shared.
    func score(_ field: TargetField, _ column: TableShape.Column) -> Double {
        let key = PlainSpelling.key(column.title)
        guard !key.isEmpty, !traps.contains(key) else { return 0 }
        if let place = exported[field.name]?.firstIndex(of: key) { return 1 - 0.02 * Double(place) }
        let own = [field.name, field.title.en, field.title.ru].map(HeaderWord.init)
        if own.contains(where: { $0.key == key }) { return 1 }
        let words = HeaderWords.wordsByField[field.name] ?? []
        if let place = words.firstIndex(where: { $0.key == key }) { return max(0.88, 0.97 - 0.01 * Double(place)) }
        let header = HeaderWord(column.title)
        let best = (own + words).reduce(0.0) { max($0, Self.likeness($1, header)) }
        return best < 0.35 ? 0 : best
    }

    private static func likeness(_ word: HeaderWord, _ header: HeaderWord) -> Double {
        guard !word.key.isEmpty else { return 0 }
        if word.key.count > 2, word.parts.isSubset(of: header.parts) {
            return 0.55 + 0.3 * Double(word.parts.count) / Double(header.parts.count)
        }
        return 0.8 * shared(word.groups, header.groups)
    }

    /// The share of groups of three letters that two texts have in common (Jaccard).
    private static func shared(_ left: Set<String>, _ right: Set<String>) -> Double {
        let common = left.intersection(right).count
        return common == 0 ? 0 : Double(common) / Double(left.count + right.count - common)
    }
}

/// The name of a column taken apart once, to be compared with many.
struct HeaderWord: Sendable {
    let key: String
    let parts: Set<Substring>
    /// Groups of three letters, the ends marked by blanks.
    let groups: Set<String>

    init(_ text: String) {
        key = PlainSpelling.key(text)
        parts = Set(key.split(separator: " "))
        let letters = Array("  " + key.prefix(60) + " ")
        groups = Set((0..<max(0, letters.count - 2)).map { String(letters[$0...$0 + 2]) })
    }
}
