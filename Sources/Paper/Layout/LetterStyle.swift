/// How letters look.
struct LetterStyle: Hashable {
    /// Their size in points.
    let size: Double
    var isBold = false
    /// Whether all are of one width, as in formulas.
    var isMono = false
    /// From black, 0, to white, 1.
    var grey = 0.1

    static let title = LetterStyle(size: 17, isBold: true)
    static let heading = LetterStyle(size: 11.5, isBold: true)
    static let body = LetterStyle(size: 9.5)
    static let strong = LetterStyle(size: 9.5, isBold: true)
    static let columnTitle = LetterStyle(size: 8.5, isBold: true)
    static let muted = LetterStyle(size: 9.5, grey: 0.36)
    static let note = LetterStyle(size: 8, grey: 0.36)
    static let formula = LetterStyle(size: 7.5, isMono: true, grey: 0.3)
    static let foot = LetterStyle(size: 7.5, grey: 0.36)
    static let sum = LetterStyle(size: 22, isBold: true)
}

/// Which end of its room a text stands at.
enum TextSide {
    case left, right
}

/// The measures of a page in points: A4 with room for a binder at the left.
enum Sheet {
    static let width = 595.276
    static let height = 841.89
    static let left = 56.0
    static let right = 44.0
    static let top = 62.0
    static let bottom = 66.0
    /// The room for what a document says.
    static let room = width - left - right
    static let tall = height - top - bottom
}
