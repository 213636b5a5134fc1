public import HTML

/// A document for paper: what is said, in order, and what stands at the head and the foot of every page.
///
/// It knows nothing of pay. The same document gives the same bytes whenever it is written: even its date is said by whoever
/// makes it.
public struct PaperDocument: Sendable {
    /// The title, which programs show in the place of the file's name.
    public var title: String
    /// Who issues it.
    public var author: String
    /// The language of its words.
    public var language: Language
    /// When what it says came to be, as ISO 8601 in UTC.
    public var created: String
    /// What stands at the head of every page.
    public var head: String
    /// What stands at the foot of every page, beside its number: a line or two.
    public var foot: [String]
    /// What it says.
    public var blocks: [PaperBlock]

    /// A document.
    public init(
        title: String, author: String, language: Language, created: String, head: String, foot: [String],
        blocks: [PaperBlock] = []
    ) {
        self.title = title
        self.author = author
        self.language = language
        self.created = created
        self.head = head
        self.foot = foot
        self.blocks = blocks
    }
}
