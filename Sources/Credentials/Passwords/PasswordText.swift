@_spi(_Unicode) internal import Swift

/// A password as somebody typed it, brought to the one form in which it is hashed.
///
/// The form is the OpaqueString profile of RFC 8265, section 4.2: spaces of other alphabets become U+0020, then NFC; letters keep their
/// case and width. What the FreeformClass of RFC 8264 forbids is refused: control characters (NUL among them), what is not seen
/// (marks of direction, joiners, selectors), conjoining Jamo left by NFC, unassigned code points. Joiners are refused wherever
/// they stand, which is narrower than the RFC. No password of 128 characters needs more than ``largestInput`` bytes.
public struct PasswordText: Sendable {
    /// The normalised text in UTF-8.
    public let utf8: Secret<[UInt8]>
    /// How many code points it has; NIST SP 800-63B counts each as one character.
    public var length: Int { text.unicodeScalars.count }

    /// Brings a password to its form.
    public init(_ typed: Secret<String>) throws(PasswordFault) {
        // Before anything else is done with it: a megabyte costs no more than a look at its length.
        guard typed.revealed.utf8.count <= Self.largestInput else { throw .tooLong(most: PasswordPolicy.longest) }
        var spaced = String.UnicodeScalarView()
        for scalar in typed.revealed.unicodeScalars {
            spaced.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
        }
        let composed = String(spaced)._nfc
        var text = String.UnicodeScalarView()
        for scalar in composed {
            guard Self.isAllowed(scalar) else { throw .unseenCharacter(scalar.value) }
            text.append(scalar)
        }
        utf8 = Secret(Array(String(text).utf8))
    }

    private init(unchecked utf8: [UInt8]) { self.utf8 = Secret(utf8) }

    /// What is hashed where something was typed that is no password, so that this takes as long; it is nobody's.
    public static let nobodys = PasswordText(unchecked: [0])

    /// The most bytes of UTF-8 that are looked at.
    public static let largestInput = 4_096

    /// The text itself, for the rules.
    var text: String { String(decoding: utf8.revealed, as: UTF8.self) }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .unassigned, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: return false
        default: break
        }
        return !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
            && !oldJamo.contains { $0.contains(scalar.value) }
    }

    /// Conjoining Jamo, extended A and extended B: OldHangulJamo of RFC 8264, section 9.9, is found among these.
    private static let oldJamo: [ClosedRange<UInt32>] = [0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF]
}

/// Why a password is not taken; never what it was.
public enum PasswordFault: Error, Hashable, Sendable {
    /// It has fewer characters than this.
    case tooShort(least: Int)
    /// It has more characters than this.
    case tooLong(most: Int)
    /// It holds a character that nobody sees, by its number.
    case unseenCharacter(UInt32)
    /// It is among those that are tried first.
    case common
    /// It repeats itself, or follows the keyboard.
    case pattern
    /// It is little more than a name that others know: his own, or the company's.
    case aboutOneself
}
