public import Company
internal import Messages
internal import Storage

/// The text of a plan with everything that it names, and its digest: what somebody acknowledges.
///
/// The digest changes when the plan or a metric, parameter, event kind, table of shares or table of rates that it names changes, also
/// through others, and does not when another plan or a holiday does.
public struct PlanRules: Sendable, Hashable {
    /// The plan.
    public let plan: DefinitionText
    /// What it names, also through others, in the order of the text.
    public let named: [DefinitionText]
    /// SHA-256 over the names and lines of all of them.
    public let digest: String

    /// The rules of a plan in a company's text; `nil` when the text has no such plan.
    public init?(_ name: String, in text: [SourceFile]) {
        self.init(name, among: CompanyReader.definitions(in: text))
    }

    /// The rules of a plan among definitions that were read already.
    public init?(_ name: String, among definitions: [DefinitionText]) {
        guard let plan = definitions.first(where: { $0.section == "plans" && $0.name == name }) else { return nil }
        self.plan = plan
        named = Self.named(by: plan, among: definitions)
        var stream = SHA256Stream()
        for definition in [plan] + named {
            // A length before each text, so that no two lists of texts run together.
            for text in [definition.section, definition.name, definition.text] {
                stream.update(Array("\(text.utf8.count):\(text)".utf8))
            }
        }
        digest = stream.finish().hex
    }

    private static let sections: Set<String> = ["parameters", "metrics", "events", "splits", "rate_tables"]

    private static func named(by plan: DefinitionText, among all: [DefinitionText]) -> [DefinitionText] {
        var left = all.filter { sections.contains($0.section) }
        var found: Set<DefinitionText> = []
        var open = words(of: plan)
        while !open.isEmpty {
            let next = left.filter { open.contains($0.name) }
            left.removeAll { open.contains($0.name) }
            found.formUnion(next)
            open = next.reduce(into: []) { $0.formUnion(words(of: $1)) }
        }
        return all.filter(found.contains)
    }

    private static func words(of definition: DefinitionText) -> Set<String> {
        var words: Set<String> = []
        for line in definition.lines {
            for word in line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
                words.insert(String(word))
            }
        }
        words.remove(definition.name)
        return words
    }
}
