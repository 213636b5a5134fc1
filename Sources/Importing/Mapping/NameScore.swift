internal import Formulas

/// How well the header of a column names a field, from 0 to 1.
struct NameScore {
    private let profile: ExportProfile?
    private let isTrap: Set<String>

    init(_ profile: ExportProfile?) {
        self.profile = profile
        isTrap = Set((profile?.traps.keys).map { $0.map(PlainSpelling.key) } ?? [])
    }

    /// 1 for the field's own name or title, or its header in a recognised export; nearly as much for a usual word; less for a
    /// header that holds such a word; else how many groups of three letters are shared.
    func score(_ field: TargetField, _ column: TableShape.Column) -> Double {
        let key = PlainSpelling.key(column.title)
        guard !key.isEmpty, !isTrap.contains(key) else { return 0 }
        if let headers = profile?.fields[field.name],
            let place = headers.firstIndex(where: { PlainSpelling.key($0) == key })
        {
            return 1 - 0.02 * Double(place)
        }
        let own = [field.name, field.title.en, field.title.ru].map(PlainSpelling.key)
        if own.contains(key) { return 1 }
        let words = HeaderWords.byField[field.name] ?? []
        if let place = words.firstIndex(where: { PlainSpelling.key($0) == key }) {
            return max(0.88, 0.97 - 0.01 * Double(place))
        }
        let parts = Set(key.split(separator: " "))
        var best = 0.0
        for word in own + words.map(PlainSpelling.key) where !word.isEmpty {
            let wanted = Set(word.split(separator: " "))
            if wanted.isSubset(of: parts), word.count > 2 {
                best = max(best, 0.55 + 0.3 * Double(wanted.count) / Double(parts.count))
            } else {
                best = max(best, 0.8 * Self.shared(word, key))
            }
        }
        return best < 0.35 ? 0 : best
    }

    /// The share of groups of three letters that two texts have in common (Jaccard).
    private static func shared(_ one: String, _ other: String) -> Double {
        let left = groups(one)
        let right = groups(other)
        let common = left.intersection(right).count
        return common == 0 ? 0 : Double(common) / Double(left.count + right.count - common)
    }

    private static func groups(_ text: String) -> Set<String> {
        let letters = Array("  " + text.prefix(60) + " ")
        return Set((0..<max(0, letters.count - 2)).map { String(letters[$0...$0 + 2]) })
    }
}
