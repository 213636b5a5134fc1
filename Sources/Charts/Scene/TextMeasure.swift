/// How wide texts are, without the letters that will be used: the widest advance of Noto Sans, Liberation Sans and
/// PT Sans, in hundredths of the size, read from their `hmtx` tables. Segoe UI and Roboto are narrower.
public enum TextMeasure {
    static let ascent = 0.92
    static let height = 1.18

    /// The width of a text of one line.
    public static func width(of text: String, size: Double, bold: Bool = false) -> Double {
        var hundredths = 0
        for scalar in text.unicodeScalars { hundredths += advance(scalar) }
        return Double(hundredths) / 100 * size * (bold ? 1.08 : 1)
    }

    /// From the space to the tilde.
    private static let latin: [UInt8] = [
        28, 30, 41, 65, 57, 89, 81, 22, 33, 33, 55, 58, 28, 36, 28, 37, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 28, 28,
        58, 58, 58, 56, 106, 67, 67, 72, 73, 67, 61, 78, 74, 34, 50, 67, 56, 91, 76, 78, 67, 78, 72, 67, 61, 73, 67, 94,
        67, 67, 61, 33, 38, 33, 57, 56, 33, 56, 62, 50, 62, 56, 34, 62, 62, 27, 27, 53, 29, 94, 62, 60, 62, 62, 41, 50,
        36, 62, 51, 79, 53, 51, 50, 38, 55, 38, 58,
    ]

    /// From А to я.
    private static let cyrillic: [UInt8] = [
        67, 66, 67, 54, 69, 67, 92, 60, 77, 77, 62, 71, 91, 74, 78, 73, 67, 72, 61, 64, 80, 67, 74, 70, 104, 104, 79,
        89, 66, 72, 105, 72, 56, 60, 58, 43, 58, 56, 75, 49, 64, 64, 53, 58, 75, 64, 60, 62, 62, 50, 48, 51, 82, 53, 63,
        61, 90, 91, 70, 78, 59, 51, 84, 56,
    ]

    private static func advance(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: Int(latin[Int(scalar.value) - 0x20])
        case 0x410...0x44F: Int(cyrillic[Int(scalar.value) - 0x410])
        case 0x401: 67
        case 0x451: 56
        case 0xA0: 28
        case 0x2212, 0x20BD, 0x2013: 66
        case 0x2014, 0x2026: 100
        // Marks that stand over or under the letter before them, and characters that are not seen.
        case 0x300...0x36F, 0x483...0x489, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F: 0
        case 0xA1...0x52F: 92
        default: 140
        }
    }
}
