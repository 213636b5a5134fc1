internal import Messages

/// Names that a workbook accepts for its sheets.
///
/// A name has at most 31 UTF-16 units, none of `[ ] : * ? / \`, no control character and no apostrophe at its ends; two
/// names of one workbook differ by more than capitals; `History` is taken by the spreadsheet itself.
enum SheetNames {
    /// The nearest names that are allowed, in the same order.
    static func allowed(_ names: [String], _ language: Language) -> [String] {
        var taken: Set<String> = ["history"]
        return names.map { name in
            let plain = cleaned(name)
            let base = plain.isEmpty ? LocalizedText(en: "Sheet", ru: "Лист")[language] : plain
            var free = shortened(base, by: 0)
            var number = 2
            while !taken.insert(free.lowercased()).inserted {
                let suffix = " (\(number))"
                free = shortened(base, by: suffix.utf16.count) + suffix
                number += 1
            }
            return free
        }
    }

    private static let forbidden = Set<Character>("[]:*?/\\")

    private static func cleaned(_ name: String) -> String {
        let replaced = name.map { character in
            let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return forbidden.contains(character) || isControl ? "-" : character
        }
        return trimmed(String(replaced))
    }

    private static func trimmed(_ name: String) -> String {
        var rest = Substring(name)
        while let last = rest.last, last.isWhitespace || last == "'" { rest.removeLast() }
        return String(rest.drop { $0.isWhitespace || $0 == "'" })
    }

    private static func shortened(_ name: String, by suffix: Int) -> String {
        var rest = name
        while rest.utf16.count > WorkbookLimits.nameLength - suffix, !rest.isEmpty { rest.removeLast() }
        return trimmed(rest)
    }
}
