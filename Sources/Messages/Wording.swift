/// A sentence of one language, written as a text with values in it.
///
/// What a value looks like is decided by the language, not by whoever writes the sentence:
///
///     let share: EnglishText = "the share is \(decimal)"    // "the share is 0.5"
///     let share: RussianText = "доля — \(decimal)"          // "доля — 0,5"
///
/// A `String` is taken as it is: an identifier, a formula, what a company wrote. A value that is no ``LocalizedValue`` does not
/// compile, so that no number reaches a sentence the way another language writes it.
public struct Wording<Spoken: SpokenLanguage>: ExpressibleByStringInterpolation, Hashable, Sendable {
    /// The sentence as it is shown.
    public let text: String

    /// Makes a sentence of a text that is in this language already.
    public init(_ text: String) { self.text = text }

    /// Makes a sentence without values.
    public init(stringLiteral text: String) { self.text = text }

    /// Makes a sentence with values.
    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// One sentence behind the other.
    public static func + (left: Wording, right: Wording) -> Wording { Wording(left.text + right.text) }
}

extension Wording {
    /// Collects a sentence.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        /// Begins a sentence.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        /// Adds words of the language.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// Adds a text that is the same in every language.
        public mutating func appendInterpolation(_ same: String) { text += same }

        /// Adds a text that is the same in every language.
        public mutating func appendInterpolation(_ same: Substring) { text += same }

        /// Adds a character of such a text.
        public mutating func appendInterpolation(_ same: Character) { text.append(same) }

        /// Adds a sentence of the same language.
        public mutating func appendInterpolation(_ part: Wording) { text += part.text }

        /// Adds a value as the language writes it.
        public mutating func appendInterpolation(_ value: some LocalizedValue) {
            text += value.text(in: Spoken.language)
        }
    }
}

/// Marks the language of a ``Wording``.
public protocol SpokenLanguage {
    /// The language.
    static var language: Language { get }
}

/// English, of a ``Wording``.
public enum English: SpokenLanguage {
    /// English.
    public static var language: Language { .en }
}

/// Russian, of a ``Wording``.
public enum Russian: SpokenLanguage {
    /// Russian.
    public static var language: Language { .ru }
}

/// A sentence in English.
public typealias EnglishText = Wording<English>
/// A sentence in Russian.
public typealias RussianText = Wording<Russian>
