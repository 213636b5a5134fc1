/// The namespaces of workbooks under the prefixes by which this room calls their elements: `table:table`, `sheet:row`.
enum XMLNames {
    /// Prefixes by namespace. A format's namespace has two spellings when the standard was tightened (ISO/IEC 29500 Strict).
    private static let prefixes: [String: String] = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "sheet",
        "http://purl.oclc.org/ooxml/spreadsheetml/main": "sheet",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
        "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
        "http://schemas.openxmlformats.org/package/2006/relationships": "package",
        "http://www.w3.org/XML/1998/namespace": "xml",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
        "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
        "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
        "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
        "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    ]

    /// The name of an element or attribute; a name of no namespace stands alone, one of a foreign namespace is `nil`.
    static func name(_ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) -> String? {
        guard let space else { return String(cString: local) }
        guard let prefix = prefixes[String(cString: space)] else { return nil }
        return prefix + ":" + String(cString: local)
    }
}
