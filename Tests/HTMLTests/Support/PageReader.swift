/// Reads a page back by the rules of the HTML standard that bear on what is written here: tags, quoted values, the
/// five references, the line feed after `<pre>` and `<textarea>`. Anything else is no page of ours.
struct PageReader {
    enum Piece: Equatable {
        case open(String, [String: String])
        case close(String)
        case text(String)
    }

    struct Unreadable: Error, Equatable {
        let rest: String
    }

    private var rest: Substring.UnicodeScalarView
    private var last: String?

    private init(_ html: String) { rest = html.unicodeScalars[...] }

    static func pieces(of html: String) throws(Unreadable) -> [Piece] {
        var reader = PageReader(html)
        var pieces: [Piece] = []
        while !reader.rest.isEmpty { pieces.append(try reader.piece()) }
        return pieces
    }

    private mutating func piece() throws(Unreadable) -> Piece {
        if rest.first != "<" {
            let text = try decoded(taken { $0 != "<" })
            defer { last = nil }
            return .text(last == "pre" || last == "textarea" ? Self.withoutFirstLineFeed(text) : text)
        }
        rest.removeFirst()
        if rest.first == "/" {
            rest.removeFirst()
            let name = taken { $0 != ">" }
            try expect(">")
            return .close(name)
        }
        let name = taken { $0 != " " && $0 != ">" }
        guard name.wholeMatch(of: /[a-z][a-z0-9]*/) != nil else { throw failure }
        last = name
        return .open(name, try attributes())
    }

    private mutating func attributes() throws(Unreadable) -> [String: String] {
        var attributes: [String: String] = [:]
        while rest.first == " " {
            rest.removeFirst()
            let name = taken { $0 != "=" && $0 != " " && $0 != ">" }
            guard name.wholeMatch(of: /[A-Za-z][A-Za-z0-9-]*/) != nil, attributes[name] == nil else { throw failure }
            attributes[name] = ""
            guard rest.first == "=" else { continue }
            rest.removeFirst()
            try expect("\"")
            attributes[name] = try decoded(taken { $0 != "\"" })
            try expect("\"")
        }
        try expect(">")
        return attributes
    }

    private mutating func taken(while condition: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest.dropFirst(taken.count)
        return String(taken)
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(Unreadable) {
        guard rest.first == scalar else { throw failure }
        rest.removeFirst()
    }

    private var failure: Unreadable { Unreadable(rest: String(rest.prefix(40))) }

    private static func withoutFirstLineFeed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        if scalars.first == "\n" { scalars = scalars.dropFirst() }
        return String(scalars)
    }

    /// A parser would change a carriage return of the stream and NUL, so neither may be there.
    private func decoded(_ text: String) throws(Unreadable) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            guard scalar != "\r", scalar != "\0", scalar != ">" else { throw Unreadable(rest: text) }
            guard scalar == "&" else {
                result.append(scalar)
                rest.removeFirst()
                continue
            }
            guard let reference = Self.references.first(where: { rest.starts(with: $0.0.unicodeScalars) }) else {
                throw Unreadable(rest: String(rest.prefix(40)))
            }
            result.append(reference.1)
            rest = rest.dropFirst(reference.0.unicodeScalars.count)
        }
        return String(result)
    }

    private static let references: [(String, Unicode.Scalar)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"),
    ]
}
