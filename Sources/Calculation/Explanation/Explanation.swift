public import Company
internal import Formulas
public import Messages
public import Quantities

/// Why a figure is what it is: a tree from the award down to the events.
public struct Explanation: Hashable, Sendable {
    /// What a node shows.
    public enum Content: Hashable, Sendable {
        /// A figure in its unit.
        case figure(FixedDecimal, MetricUnit)
        /// A condition's answer.
        case answer(Bool)
        /// No value, because of this.
        case missing(Reason)
        /// Only words.
        case none
    }

    /// What it is called.
    public var label: LocalizedText
    /// How it was computed, as a formula.
    public var formula: LocalizedText?
    /// What came out.
    public var content: Content
    /// What else is to be known about it.
    public var note: LocalizedText?
    /// What it rests on.
    public var children: [Explanation]

    /// Makes a node.
    public init(
        _ label: LocalizedText, formula: LocalizedText? = nil, _ content: Content = .none, note: LocalizedText? = nil,
        children: [Explanation] = []
    ) {
        self.label = label
        self.formula = formula
        self.content = content
        self.note = note
        self.children = children
    }

    /// A node for the outcome of a calculation.
    public init(
        _ label: LocalizedText, formula: LocalizedText? = nil, _ outcome: Outcome<FixedDecimal>, _ unit: MetricUnit,
        note: LocalizedText? = nil, children: [Explanation] = []
    ) {
        let content: Content
        switch outcome {
        case .value(let value): content = .figure(value, unit)
        case .notComputable(let reason): content = .missing(reason)
        }
        self.init(label, formula: formula, content, note: note, children: children)
    }
}

/// Takes down the steps of a calculation while it runs; a run without one writes nothing down.
public final class Trace {
    /// The steps, in order.
    public private(set) var steps: [Explanation] = []

    /// An empty trace.
    public init() {}

    func add(_ step: Explanation) { steps.append(step) }
}
