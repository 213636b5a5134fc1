public import Messages

/// Something that one has to be able to do, with what each of its five levels looks like.
public struct Competency: Hashable, Sendable {
    /// What the company calls it, such as `listening`.
    public let id: Key<Competency>
    /// What people call it.
    public let title: LocalizedText
    /// What shows a level, by level; those between two anchors lie between them.
    public let anchors: [Int: LocalizedText]
    /// Where somebody else can see it.
    public let proof: Proof?

    /// Where a level can be seen by somebody else than whoever has it.
    public enum Proof: String, Hashable, Sendable, CaseIterable {
        /// Looking back after a meeting.
        case review
        /// A test after a training.
        case test
        /// A meeting that somebody else was at.
        case meeting
        /// Calls that somebody else has heard.
        case touch
        /// A client's plan.
        case plan
        /// A document.
        case document
    }

    /// The levels that there are.
    public static let levels = 1...5

    /// A competency; refused with an anchor that is no level.
    public init(
        _ id: Key<Competency>, _ title: LocalizedText, anchors: [Int: LocalizedText] = [:], proof: Proof? = nil
    ) throws(Refusal) {
        for level in anchors.keys.sorted() where !Self.levels.contains(level) {
            throw .outsideScale(LocalizedText(en: "level of \(id)", ru: "уровень «\(id)»"), level, Self.levels)
        }
        (self.id, self.title, self.anchors, self.proof) = (id, title, anchors, proof)
    }

    /// What shows a level: its own anchor, else the nearest below it.
    public func anchor(of level: Int) -> LocalizedText? {
        anchors.keys.filter { $0 <= level }.max().flatMap { anchors[$0] }
    }
}
