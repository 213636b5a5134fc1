/// The id of an element: letters, digits, `-` and `_`, beginning with a letter.
///
/// Whatever the name of a thing is, different things get different ids, and the same text stands in a link.
///
/// ```swift
/// Identifier("node", "sale 2").text   // node-sale_202
/// ```
public struct Identifier: Hashable, Sendable {
    /// The id as it stands in the page.
    public let text: String

    /// The id of a place that every page of the kind has.
    public init(_ kind: Kind) { text = kind.rawValue }

    /// The id of one thing of a kind, by its name: everything but letters, digits and `-` is `_` and its two
    /// hexadecimal digits, byte by byte.
    public init(_ kind: Kind, _ name: String) {
        var bytes = Array(kind.rawValue.utf8)
        bytes.append(45)
        for byte in name.utf8 {
            if PercentEncoding.isLetterOrDigit(byte) || byte == 45 {
                bytes.append(byte)
            } else {
                bytes.append(95)
                bytes.append(PercentEncoding.digit(byte >> 4))
                bytes.append(PercentEncoding.digit(byte & 15))
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// What has an id.
    public enum Kind: String, Sendable, CaseIterable {
        /// The main part of a page, where the first link leads.
        case main
        /// The summary of errors of a form.
        case errors
        /// A field of a form, its hint and its error.
        case field, hint, error
        /// A node of an explanation.
        case node
        /// A table and its caption.
        case table, caption
        /// A chart, its name, description and patterns.
        case chart, name, about, hatch
        /// A heading and the part under it.
        case heading, part
        /// A part that moves in the open page, and what belongs to that.
        case live
    }
}
