/// Figures as a reader of the language expects them.
///
/// | | ru | en |
/// |---|---|---|
/// | groups | no-break space | comma |
/// | decimal mark | comma | point |
/// | below zero | U+2212 | U+2212 |
public enum FigureText {
    /// The minus sign of typography, as wide as the plus sign and a digit.
    public static let minus = "\u{2212}"

    /// What stands where there is no figure.
    public static let absent = "—"

    /// A figure with all its places: −57 400,00 (ru), −57,400.00 (en).
    ///
    /// - Parameter signed: Whether a plus sign stands before what is above zero, as in changes.
    public static func text(_ figure: Figure, in language: Language, signed: Bool = false) -> String {
        let digits = Array(String(figure.units.magnitude).utf8)
        let padded = [UInt8](repeating: 48, count: max(0, figure.places + 1 - digits.count)) + digits
        let whole = padded.dropLast(figure.places)
        var bytes: [UInt8] = []
        if figure.units < 0 {
            bytes.append(contentsOf: minus.utf8)
        } else if signed && figure.units > 0 {
            bytes.append(43)
        }
        for (place, digit) in whole.enumerated() {
            if place > 0 && (whole.count - place) % 3 == 0 { bytes.append(contentsOf: group(language)) }
            bytes.append(digit)
        }
        guard figure.places > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(language == .ru ? 44 : 46)
        bytes.append(contentsOf: padded.suffix(figure.places))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A count of whole things.
    public static func text(_ count: Int, in language: Language) -> String {
        text(Figure(whole: Int64(count)), in: language)
    }

    /// The no-break space U+00A0 in UTF-8, or a comma.
    private static func group(_ language: Language) -> [UInt8] { language == .ru ? [0xC2, 0xA0] : [44] }
}
