/// A path with named parts: `/people/{person}/pay/{period}`.
struct PathTemplate: Hashable, Sendable, CustomStringConvertible {
    /// A part of a path.
    enum Part: Hashable, Sendable {
        case literal(String)
        case named(String)
    }

    let parts: [Part]

    /// A template; what stands in braces is a name.
    init(_ text: String) {
        parts = text.split(separator: "/").map { part in
            part.hasPrefix("{") && part.hasSuffix("}")
                ? .named(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }

    /// The names, in their order.
    var names: [String] {
        parts.compactMap { part in
            if case .named(let name) = part { name } else { nil }
        }
    }

    /// Whether a path is one of it.
    func matches(_ path: Substring) -> Bool {
        let others = path.split(separator: "/")
        return others.count == parts.count
            && zip(parts, others).allSatisfy { part, other in
                if case .literal(let text) = part { text == other } else { true }
            }
    }

    /// As documents write it.
    var description: String {
        "/"
            + parts.map { part in
                switch part {
                case .literal(let text): text
                case .named(let name): "{\(name)}"
                }
            }.joined(separator: "/")
    }

    /// As the router takes it.
    var routerPath: String {
        "/"
            + parts.map { part in
                switch part {
                case .literal(let text): text
                case .named(let name): ":\(name)"
                }
            }.joined(separator: "/")
    }

    /// The path with values in the place of names, for tests and documents.
    func filled(_ values: [String: String]) -> String {
        "/"
            + parts.map { part in
                switch part {
                case .literal(let text): text
                case .named(let name): values[name] ?? name
                }
            }.joined(separator: "/")
    }
}
