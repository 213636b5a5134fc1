public import Messages

/// A file that a known system exports, told by its real headers.
public struct ExportProfile: Hashable, Sendable {
    /// The system, as it calls itself.
    public let system: String
    /// What the file lists.
    public let title: LocalizedText
    /// The kind of target that its rows feed most likely.
    public let feeds: [String]
    /// Headers of which most are there in every such file.
    let signature: [String]
    /// Field → its header in this file, in every language of the export.
    let fields: [String: [String]]
    /// Texts that mean nothing in this file.
    let empty: [String]
    /// Headers that must not be taken for a field although they look like it, with the reason.
    let traps: [String: LocalizedText]
    /// What to know about such files.
    public let remarks: [LocalizedText]

    init(
        _ system: String, _ title: LocalizedText, feeds: [String], signature: [String], fields: [String: [String]],
        empty: [String] = [], traps: [String: LocalizedText] = [:], remarks: [LocalizedText] = []
    ) {
        self.system = system
        self.title = title
        self.feeds = feeds
        self.signature = signature
        self.fields = fields
        self.empty = empty
        self.traps = traps
        self.remarks = remarks
    }

    /// Every export that is known.
    public static let all: [ExportProfile] =
        bitrix24 + amoCRM + oneC + hubSpot + salesforce + stripe + quickBooks

    /// The folded headers of all of them.
    static let knownHeaders: Set<String> = Set(
        all.flatMap { $0.signature + $0.fields.values.joined() }.map(PlainSpelling.key))

    private static let signatures = all.map { ($0, $0.signature.map(PlainSpelling.key)) }

    /// How many of the signature must be there at least, beside the share of it.
    private static let fewest = 4

    /// The export that a header belongs to: most of its signature is there, at least four of it, and more than of any other.
    static func recognised(_ headers: [String]) -> ExportProfile? {
        let keys = Set(headers.map(PlainSpelling.key))
        var best: (profile: ExportProfile, count: Int, share: Double)?
        for (profile, signature) in signatures {
            let count = signature.count { keys.contains($0) }
            let share = Double(count) / Double(signature.count)
            guard count >= min(fewest, signature.count), share >= 0.7 else { continue }
            if let found = best, (found.count, found.share) >= (count, share) { continue }
            best = (profile, count, share)
        }
        return best?.profile
    }
}
