internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import Pages

/// What of a request decides how a page looks: language, colours, who reads it.
struct AskedSetting: Sendable {
    var language: PageLanguage
    var theme: Theme?
    /// The path and query that were asked for.
    var here: String
    /// Whoever is signed in.
    var reader: Reader?
    /// What his forms carry.
    var formToken: String?

    /// By the cookies and what the browser prefers.
    init(_ request: Request, fallback: PageLanguage) {
        let cookies = request.cookies
        language =
            cookies["lang"].flatMap { PageLanguage(rawValue: $0.value) }
            ?? Self.preferred(request.headers[.acceptLanguage]) ?? fallback
        theme = cookies["theme"].flatMap { Theme(rawValue: $0.value) }
        here = request.uri.string
    }

    /// The first of our languages among those that a browser prefers, by weight.
    static func preferred(_ header: String?) -> PageLanguage? {
        guard let header, header.utf8.count <= 400 else { return nil }
        var best: (language: PageLanguage, weight: Int)?
        for part in header.split(separator: ",") {
            let halves = part.split(separator: ";")
            guard let tag = halves.first?.drop(while: { $0 == " " }),
                let language = PageLanguage(rawValue: String(tag.prefix(2)).lowercased())
            else { continue }
            let weight = weight(halves.dropFirst().first)
            if weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language
    }

    /// Thousandths: `q=0.8` is 800.
    private static func weight(_ part: Substring?) -> Int {
        guard let part, let value = part.split(separator: "=").last else { return 1_000 }
        let digits = value.filter { $0.isASCII && $0.isNumber }
        guard value.hasPrefix("0"), digits.count <= 4 else { return 1_000 }
        return Int(digits.padding(to: 4)) ?? 0
    }
}

extension String {
    fileprivate func padding(to count: Int) -> String {
        self + String(repeating: "0", count: Swift.max(0, count - self.count))
    }
}
