internal import Messages

/// The name somebody signs in with, in one form: composed, in small letters (close to UsernameCaseMapped of RFC 8265, section 3.3).
struct SignInName {
    let text: String

    /// A name; nil unless it is 1 to 64 letters, digits and `. _ - @ +`.
    init?(_ typed: String) {
        guard typed.utf8.count <= 512 else { return nil }
        let text = typed.composed.lowercased().composed
        guard (1...64).contains(text.unicodeScalars.count), text.unicodeScalars.allSatisfy(Self.isAllowed) else {
            return nil
        }
        self.text = text
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if "._-@+".unicodeScalars.contains(scalar) { return true }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber:
            return !scalar.properties.isDefaultIgnorableCodePoint
        default: return false
        }
    }
}
