/// Finds what a misspelt name was meant to be.
public enum Suggestion {
    /// A remedy that names the nearest known name, or tells which letters only look right; `nil` when nothing is near.
    public static func remedy(for name: String, among known: [String]) -> LocalizedText? {
        if let plain = withoutHidden(name, among: known) { return hiddenRemedy(name, plain) }
        if let twin = lookAlike(of: name, among: known) { return lookAlikeRemedy(name, twin) }
        guard let near = nearest(to: name, among: known) else { return nil }
        return LocalizedText(en: "did you mean '\(near)'?", ru: "может быть, «\(near)»?")
    }

    /// As ``remedy(for:among:)``, for an identifier among those of data: where there are very many, none is looked for,
    /// since that would take longer than the reading itself.
    public static func remedy(forRecord id: String, among known: [String]) -> LocalizedText? {
        known.count <= 20_000 ? remedy(for: id, among: known) : nil
    }

    /// The known name at the smallest edit distance, at most a third of the name's length; ties go to the first in order.
    public static func nearest(to name: String, among known: [String]) -> String? {
        // A name of one letter is as near to any other: there is nothing to tell by.
        if name.count < 2 { return nil }
        let limit = max(1, min(3, name.count / 3))
        let lowered = Array(name.lowercased().prefix(100))
        var best: (distance: Int, name: String)?
        for candidate in known.sorted() {
            let other = Array(candidate.lowercased().prefix(100))
            guard let distance = EditDistance.between(lowered, other, atMost: limit) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
        }
        return best?.name
    }

    /// The known name that looks the same but is written with letters of another alphabet.
    public static func lookAlike(of name: String, among known: [String]) -> String? {
        let shape = latinShape(name)
        return known.sorted().first { $0 != name && latinShape($0) == shape }
    }

    /// The known name that is the same but for characters that nobody sees.
    private static func withoutHidden(_ name: String, among known: [String]) -> String? {
        let plain = VisibleText.withoutHidden(name)
        if plain != name { return known.contains(plain) ? plain : nil }
        return known.first { VisibleText.firstHidden(in: $0) != nil && VisibleText.withoutHidden($0) == name }
    }

    private static func hiddenRemedy(_ name: String, _ known: String) -> LocalizedText {
        let scalar = VisibleText.firstHidden(in: name) ?? VisibleText.firstHidden(in: known)
        let digits = String(scalar?.value ?? 0, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return LocalizedText(
            en:
                "'\(VisibleText.withoutHidden(known))' is the same without a character that nobody sees (\(code)); type the name anew",
            ru:
                "«\(VisibleText.withoutHidden(known))» отличается только невидимым символом (\(code)); наберите имя заново"
        )
    }

    /// Cyrillic letters and the Latin letters that look the same.
    private static let twins: [Character: Character] = [
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "ј": "j",
        "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y",
        "Х": "X", "І": "I", "З": "3",
    ]

    private static func latinShape(_ name: String) -> String {
        String(name.map { twins[$0] ?? $0 })
    }

    private static func lookAlikeRemedy(_ name: String, _ twin: String) -> LocalizedText {
        let odd = zip(name, twin).first { $0 != $1 }
        guard let (written, meant) = odd else {
            return LocalizedText(en: "did you mean '\(twin)'?", ru: "может быть, «\(twin)»?")
        }
        let writtenIsCyrillic = twins[written] != nil
        return LocalizedText(
            en:
                "did you mean '\(twin)'? the '\(written)' in '\(name)' is a \(writtenIsCyrillic ? "Cyrillic" : "Latin") letter "
                + "that only looks like the \(writtenIsCyrillic ? "Latin" : "Cyrillic") '\(meant)'",
            ru: "может быть, «\(twin)»? буква «\(written)» в «\(name)» \(writtenIsCyrillic ? "русская" : "латинская") "
                + "и только похожа на \(writtenIsCyrillic ? "латинскую" : "русскую") «\(meant)»")
    }
}
