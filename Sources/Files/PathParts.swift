/// A path in its two parts.
///
///     PathParts("out/march.csv")  // folder "out", name "march.csv", ending "csv"
///     PathParts("x")              // folder ".", name "x", no ending
public struct PathParts: Sendable, Hashable {
    /// The folder; "." when the path names none.
    public let folder: String
    /// What stands behind the last slash.
    public let name: String

    /// Takes a path apart.
    public init(_ path: String) {
        guard let slash = path.lastIndex(of: "/") else {
            folder = "."
            name = path
            return
        }
        folder = slash == path.startIndex ? "/" : String(path[..<slash])
        name = String(path[path.index(after: slash)...])
    }

    /// What stands behind the last point of the name, in small letters; empty when there is none, or it begins the name.
    public var ending: String {
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
        return name[name.index(after: point)...].lowercased()
    }
}
