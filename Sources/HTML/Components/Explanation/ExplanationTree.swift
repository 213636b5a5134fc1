/// An explanation that unfolds step by step; its first steps are always seen.
public struct ExplanationTree: Component {
    let steps: [Explanation]
    let unfolding: Unfolding
    let language: Language

    /// The steps and what of them is unfolded.
    public init(_ steps: [Explanation], unfolding: Unfolding = .closed, in language: Language) {
        self.steps = steps
        self.unfolding = unfolding
        self.language = language
    }

    /// The tree.
    public var body: some Markup {
        ul(.class(.tree), .role(.list)) {
            steps.map { ExplanationStep(step: $0, unfolding: unfolding, language: language) }
        }
    }
}

/// A step: a line that unfolds, or a line alone where there is nothing to say about it.
struct ExplanationStep: Component {
    let step: Explanation
    let unfolding: Unfolding
    let language: Language

    var body: some Markup {
        li(.id(step.id), .class(.treeStep)) {
            if step.canUnfold {
                details(with: isOpen ? [.open] : []) {
                    summary(.class(.treeLine)) { line }
                    div(.class(.treeBody)) { inside }
                }
            } else {
                div(.class(.treeLine)) { line }
            }
        }
    }

    private var isOpen: Bool {
        switch unfolding {
        case .closed: false
        case .all: true
        case .to(let name): step.name == name || step.holds(name)
        }
    }

    @MarkupBuilder private var line: some Markup {
        span(.class(.treeLabel)) { bdi { step.label } }
        // A link inside a summary would be a second thing to do at one place: the amount's page stands in the body.
        span(.class(.treeAmount)) { AmountText(unlinked, in: language) }
    }

    private var unlinked: Amount {
        if case .absent(let reason, _) = step.amount { .absent(reason: reason, address: nil) } else { step.amount }
    }

    @MarkupBuilder private var inside: some Markup {
        if !links.isEmpty {
            ul(.class(.treeLinks)) { links.map { item in li { item.link } } }
        }
        if case .absent(let reason, nil) = step.amount { p { reason } }
        step.formula.map { formula in p(.class(.formula)) { code { formula } } }
        step.remark.map { remark in p(.class(.muted)) { remark } }
        if !step.parts.isEmpty {
            ul(.class(.tree), .role(.list)) {
                step.parts.map { ExplanationStep(step: $0, unfolding: unfolding, language: language) }
            }
        }
    }

    private var links: [NavigationItem] {
        guard case .absent(let reason, let address?) = step.amount else { return step.links }
        return [NavigationItem(reason, address)] + step.links
    }
}
