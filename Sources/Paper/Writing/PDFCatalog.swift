/// Enters into a PDF what the drawing library does not: the language of the document, and that its title is to be shown.
///
/// As an incremental update (PDF 1.4, 3.4.5): the catalog is written anew behind the end, with a table of its own that leads to
/// the one before.
struct PDFCatalog {
    private let bytes: [UInt8]
    private let language: String

    init(_ bytes: [UInt8], language: String) {
        self.bytes = bytes
        self.language = language
    }

    /// The document with its language.
    func updated() throws(PaperFailure) -> [UInt8] {
        guard let start = number(after: "startxref", in: tail), let trailer = text(after: "trailer", in: tail),
            let root = number(after: "/Root", in: trailer), let size = number(after: "/Size", in: trailer),
            let info = number(after: "/Info", in: trailer),
            let place = place(of: root, table: start), let catalog = object(root, at: place)
        else { throw .unknownLayout }
        var updated = bytes
        if updated.last != 10 { updated.append(10) }
        let at = updated.count
        updated += Array(
            "\(root) 0 obj\n<< /Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>\(catalog)\nendobj\n"
                .utf8)
        let table = updated.count
        let offset = String(at)
        let padded = String(repeating: "0", count: max(0, 10 - offset.utf8.count)) + offset
        updated += Array(
            """
            xref
            \(root) 1
            \(padded) 00000 n\u{20}
            trailer
            << /Size \(size)
               /Root \(root) 0 R
               /Info \(info) 0 R
               /Prev \(start)
            >>
            startxref
            \(table)
            %%EOF

            """.utf8)
        return updated
    }

    /// The end of the file, where its table and trailer are found.
    private var tail: Substring.UTF8View { Substring(String(decoding: bytes.suffix(1_024), as: UTF8.self)).utf8 }

    private func text(after word: String, in text: Substring.UTF8View) -> Substring.UTF8View? {
        let whole = Substring(text)
        guard let range = whole.firstRange(of: word) else { return nil }
        return whole[range.upperBound...].utf8
    }

    private func number(after word: String, in text: Substring.UTF8View) -> Int? {
        guard let rest = self.text(after: word, in: text) else { return nil }
        let digits = rest.drop { $0 == 32 || $0 == 10 || $0 == 13 }.prefix { (48...57).contains($0) }
        return Int(Substring(digits))
    }

    /// Where an object begins, by the table of the file: rows of twenty bytes behind the line that says how many there are.
    private func place(of object: Int, table: Int) -> Int? {
        let head = String(decoding: bytes[min(table, bytes.count)...].prefix(64), as: UTF8.self)
        let lines = head.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0] == "xref", lines[1].hasPrefix("0 ") else { return nil }
        let row = table + lines[0].utf8.count + lines[1].utf8.count + 2 + object * 20
        guard object >= 0, row + 10 <= bytes.count else { return nil }
        return Int(String(decoding: bytes[row..<row + 10], as: UTF8.self))
    }

    /// What stands in a catalog behind its opening brackets, up to its closing ones.
    private func object(_ number: Int, at place: Int) -> Substring? {
        guard place >= 0, place < bytes.count else { return nil }
        let text = Substring(String(decoding: bytes[place...].prefix(4_096), as: UTF8.self))
        guard text.hasPrefix("\(number) 0 obj"), let opening = text.firstRange(of: "<<"),
            let end = text.firstRange(of: "\nendobj")
        else { return nil }
        return text[opening.upperBound..<end.lowerBound]
    }
}
