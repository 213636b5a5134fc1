internal import Hummingbird

/// The part of a page that an open page asks for again when something has changed.
enum LivePart {
    /// The value of `part` by which the content is asked for without what surrounds it.
    static let name = "live"

    /// Whether a page asks by itself and nobody has touched anything: that keeps no session open.
    static func isAskedByPage(_ request: Request) -> Bool {
        request.uri.path == "/feed" || (request.uri.query ?? "").split(separator: "&").contains("part=\(name)")
    }

    /// The address of the page whose part was asked for.
    static func without(_ address: String) -> String {
        let halves = address.split(separator: "?", maxSplits: 1)
        guard halves.count == 2 else { return address }
        let left = halves[1].split(separator: "&").filter { $0 != "part=\(name)" }
        return left.isEmpty ? String(halves[0]) : halves[0] + "?" + left.joined(separator: "&")
    }
}
