/// Pieces of YAML as text, as far as it takes to find an entry without reading what it says.
enum YAMLLine {
    /// The key at the beginning of a line or of a pair, without its quotation marks; `nil` when there is none.
    static func key(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars.drop { $0 == " " || $0 == "\u{FEFF}" })
        guard let first = scalars.first else { return nil }
        if first == "\"" || first == "'" {
            guard let (key, end) = quoted(scalars) else { return nil }
            let rest = scalars[end...].drop { $0 == " " }
            return rest.first == ":" ? key : nil
        }
        var place = 0
        while place < scalars.count {
            let isEnd = place + 1 == scalars.count || scalars[place + 1] == " " || scalars[place + 1] == "\t"
            if scalars[place] == ":", isEnd { break }
            if scalars[place] == "#", place > 0, scalars[place - 1] == " " { return nil }
            place += 1
        }
        guard place > 0, place < scalars.count else { return nil }
        return PlainSpelling.trimmed(String(String.UnicodeScalarView(scalars[..<place])))
    }

    /// What stands behind the key of a line, without a comment and blanks.
    static func value(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard let colon = scalars.firstIndex(of: ":") else { return "" }
        let rest = String(String.UnicodeScalarView(scalars[(colon + 1)...]))
        let end = commentStart(rest) ?? rest.unicodeScalars.count
        return PlainSpelling.trimmed(String(String.UnicodeScalarView(rest.unicodeScalars.prefix(end))))
    }

    /// Whether a comment stands in the line.
    static func hasComment(_ text: String) -> Bool { commentStart(text) != nil }

    /// A number sign outside quotation marks, at the beginning or behind a blank.
    private static func commentStart(_ text: String) -> Int? {
        var mark: Unicode.Scalar?
        var previous: Unicode.Scalar = " "
        for (place, scalar) in text.unicodeScalars.enumerated() {
            defer { previous = scalar }
            if let open = mark {
                if scalar == open, previous != "\\" || open == "'" { mark = nil }
            } else if scalar == "\"" || scalar == "'", " {[,:\t".unicodeScalars.contains(previous) {
                mark = scalar
            } else if scalar == "#", previous == " " || previous == "\t" {
                return place
            }
        }
        return nil
    }

    private static func quoted(_ scalars: [Unicode.Scalar]) -> (String, Int)? {
        let mark = scalars[0]
        var text = String.UnicodeScalarView()
        var place = 1
        while place < scalars.count {
            let scalar = scalars[place]
            if mark == "\"", scalar == "\\", place + 1 < scalars.count {
                // Of the escapes only those that stand for themselves are known here; others are found by the comparison.
                text.append(scalars[place + 1])
                place += 2
                continue
            }
            if scalar == mark {
                guard mark == "'", place + 1 < scalars.count, scalars[place + 1] == "'" else {
                    return (String(text), place + 1)
                }
                place += 1
            }
            text.append(scalar)
            place += 1
        }
        return nil
    }

    // MARK: Braces

    /// The place of the brace that closes the one at a place.
    static func closing(_ bytes: [UInt8], from open: Int) -> Int? {
        var depth = 0
        var found: Int?
        scan(bytes, open..<bytes.count) { place, byte in
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth == 0 { found = place }
            return depth > 0
        }
        return found
    }

    /// What stands between the commas of a range, without blanks and comments at its ends.
    static func parts(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var depth = 0
        var first: Int?
        var last = range.lowerBound
        scan(bytes, range) { place, byte in
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            if byte == UInt8(ascii: ","), depth == 0 {
                if let start = first { parts.append(start..<last) }
                first = nil
            } else if byte != 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
                if first == nil { first = place }
                last = place + 1
            }
            return true
        }
        if let start = first { parts.append(start..<last) }
        return parts
    }

    /// Goes over bytes: those in quotation marks count as letters, comments are left out.
    private static func scan(_ bytes: [UInt8], _ range: Range<Int>, _ body: (Int, UInt8) -> Bool) {
        var mark: UInt8?
        var isComment = false
        var previous = UInt8(ascii: " ")
        for place in range {
            let byte = bytes[place]
            defer { previous = byte }
            if isComment {
                isComment = byte != 0x0A
                continue
            }
            if let open = mark {
                if byte == open, previous != UInt8(ascii: "\\") || open == UInt8(ascii: "'") { mark = nil }
                if !body(place, UInt8(ascii: "x")) { return }
                continue
            }
            let isBehindBlank = [
                0x20, 0x09, 0x0A, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ":"),
            ].contains(
                previous)
            if byte == UInt8(ascii: "#"), previous == 0x20 || previous == 0x0A || previous == 0x09 {
                isComment = true
                continue
            }
            if isBehindBlank, byte == .quote || byte == UInt8(ascii: "'") {
                mark = byte
                if !body(place, UInt8(ascii: "x")) { return }
                continue
            }
            if !body(place, byte) { return }
        }
    }
}
