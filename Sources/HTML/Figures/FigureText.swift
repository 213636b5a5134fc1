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
        var bytes: [UInt8] = []
        append(figure, to: &bytes, in: language, signed: signed)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The most digits that stand before and after the decimal mark: 20 of the units, or a zero and 18 places.
    private static let mostDigits = 40

    /// Adds a figure to bytes, digit by digit from the last.
    static func append(_ figure: Figure, to bytes: inout [UInt8], in language: Language, signed: Bool) {
        if figure.units < 0 {
            bytes.append(contentsOf: minus.utf8)
        } else if signed && figure.units > 0 {
            bytes.append(43)
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: mostDigits) { digits in
            let count = fill(digits, with: figure.units.magnitude, atLeast: figure.places + 1)
            for place in (0..<count).reversed() {
                bytes.append(digits[place])
                let left = place - figure.places
                if left == 0 && place > 0 {
                    bytes.append(language == .ru ? 44 : 46)
                } else if left > 0 && left % 3 == 0 {
                    appendGroup(to: &bytes, in: language)
                }
            }
        }
    }

    /// Writes the digits of units, the last first, with zeros in front up to a count.
    private static func fill(
        _ digits: UnsafeMutableBufferPointer<UInt8>, with magnitude: UInt128, atLeast least: Int
    ) -> Int {
        // Units are below 10²⁰: at most one digit lies above what 64 bits hold.
        let (upper, lower) = magnitude.quotientAndRemainder(dividingBy: 10_000_000_000_000_000_000)
        var rest = UInt64(lower)
        var count = 0
        while rest > 0 || count < least || (upper > 0 && count < 19) {
            digits[count] = 48 + UInt8(rest % 10)
            rest /= 10
            count += 1
        }
        guard upper > 0 else { return count }
        digits[count] = 48 + UInt8(upper)
        return count + 1
    }

    /// A count of whole things.
    public static func text(_ count: Int, in language: Language) -> String {
        text(Figure(whole: Int64(count)), in: language)
    }

    /// The no-break space U+00A0 in UTF-8, or a comma.
    private static func appendGroup(to bytes: inout [UInt8], in language: Language) {
        if language == .ru {
            bytes.append(0xC2)
            bytes.append(0xA0)
        } else {
            bytes.append(44)
        }
    }
}

extension PageWriter {
    /// Adds a figure, which needs no escape.
    mutating func figure(_ figure: Figure, in language: Language, signed: Bool) {
        withBytes { FigureText.append(figure, to: &$0, in: language, signed: signed) }
    }
}

/// A figure in a page.
struct FigureMarkup: Markup {
    let figure: Figure
    let language: Language
    let isSigned: Bool

    func write(into page: inout PageWriter) { page.figure(figure, in: language, signed: isSigned) }
}
