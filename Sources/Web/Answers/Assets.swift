internal import HTML
internal import Pages
internal import Storage

/// The files of the pages; their names carry their digest, so that browsers keep them for good.
enum Assets {
    private static let stylesheet = Array(Stylesheet.text.utf8)
    /// The name of the stylesheet.
    static let stylesheetName = "app.\(SHA256Digest.of(stylesheet).hex.prefix(16)).css"
    /// Its address.
    static let stylesheetAddress = Addresses.of(["assets", stylesheetName])

    /// The name of the module that keeps an open page up to date.
    static let scriptName = "live.\(SHA256Digest.of(LiveScript.bytes).hex.prefix(16)).js"
    /// Its address.
    static let scriptAddress = Addresses.of(["assets", scriptName])

    /// A file by its name; nil when there is none.
    static func file(_ name: String) -> Answer? {
        switch name {
        case stylesheetName: kept("text/css; charset=utf-8", stylesheet)
        case scriptName: kept("text/javascript; charset=utf-8", LiveScript.bytes)
        default: nil
        }
    }

    private static func kept(_ type: String, _ bytes: [UInt8]) -> Answer {
        Answer(
            status: 200, type: type, bytes: bytes,
            headers: [("Cache-Control", "public, max-age=31536000, immutable")])
    }
}
