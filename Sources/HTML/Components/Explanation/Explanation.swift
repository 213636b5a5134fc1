/// A step of an explanation: what it is, how much, how it came about and from what.
///
/// A step has the steps it is made of; an explanation of pay is a few steps deep: component, metric, events, source row.
public struct Explanation: Sendable {
    let name: String
    let label: String
    let amount: Amount
    let links: [NavigationItem]
    let formula: String?
    let remark: String?
    let parts: [Explanation]

    /// A step.
    ///
    /// - Parameters:
    ///   - name: What tells it from all other steps of the page; its id is made of it.
    ///   - links: The pages about it; they come first when it is unfolded.
    ///   - formula: How the amount comes about, with the figures in it.
    public init(
        name: String, label: String, amount: Amount, links: [NavigationItem] = [], formula: String? = nil,
        remark: String? = nil, parts: [Explanation] = []
    ) {
        self.name = name
        self.label = label
        self.amount = amount
        self.links = links
        self.formula = formula
        self.remark = remark
        self.parts = parts
    }

    /// The id of its place in the page.
    public var id: Identifier { Identifier(.node, name) }

    /// A step without an amount always says why.
    var canUnfold: Bool {
        if case .absent = amount { return true }
        return !links.isEmpty || formula != nil || remark != nil || !parts.isEmpty
    }

    func holds(_ node: String) -> Bool { parts.contains { $0.name == node || $0.holds(node) } }
}

/// What of an explanation is unfolded.
public enum Unfolding: Sendable, Equatable {
    /// Nothing: the first steps are seen, and what they are made of is not.
    case closed
    /// Everything, as print needs it.
    case all
    /// The step of this name and all above it.
    case to(String)
}
