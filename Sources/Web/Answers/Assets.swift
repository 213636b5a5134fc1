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

    /// A file by its name; nil when there is none.
    static func file(_ name: String) -> Answer? {
        guard name == stylesheetName else { return nil }
        return Answer(
            status: 200, type: "text/css; charset=utf-8", bytes: stylesheet,
            headers: [("Cache-Control", "public, max-age=31536000, immutable")])
    }
}
