internal import Foundation

/// The namespaces of workbooks under the prefixes by which this room calls their elements: `table:table`, `sheet:row`.
enum XMLNames {
    /// Namespaces with their prefixes. A format's namespace has two spellings when the standard was tightened (ISO/IEC 29500 Strict).
    private static let spellings: [(prefix: StaticString, space: StaticString)] = [
        ("sheet", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
        ("sheet", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("r", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ("package", "http://schemas.openxmlformats.org/package/2006/relationships"),
        ("xml", "http://www.w3.org/XML/1998/namespace"),
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
        ("calcext", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"),
        ("loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"),
    ]

    private static let prefixes = Dictionary(
        uniqueKeysWithValues: spellings.map { ($0.space.description, $0.prefix.description) })

    /// Whether a namespace is the one that a name such as `table:name` has; no namespace for a name without a prefix.
    ///
    /// Attributes are asked for by the million, so no text is made on the way.
    static func matches(_ name: StaticString, prefixLength: Int, _ space: UnsafePointer<UInt8>?) -> Bool {
        guard let space else { return prefixLength == 0 }
        guard prefixLength > 0 else { return false }
        return spellings.contains { spelling in
            spelling.prefix.utf8CodeUnitCount == prefixLength
                && memcmp(spelling.prefix.utf8Start, name.utf8Start, prefixLength) == 0
                && strcmp(
                    UnsafeRawPointer(spelling.space.utf8Start).assumingMemoryBound(to: CChar.self),
                    UnsafeRawPointer(space).assumingMemoryBound(to: CChar.self)) == 0
        }
    }

    /// The name of an element or attribute; a name of no namespace stands alone, one of a foreign namespace is `nil`.
    static func name(_ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) -> String? {
        guard let space else { return String(cString: local) }
        guard let prefix = prefixes[String(cString: space)] else { return nil }
        return prefix + ":" + String(cString: local)
    }
}
