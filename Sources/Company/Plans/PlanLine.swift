internal import Formulas
public import Messages

/// What a plan has a pay line for: one of its components, or its guarantee.
public struct PlanLine: Sendable {
    /// The name in files and results.
    public var name: String
    /// The name for people.
    public var title: LocalizedText
    /// Whether the amount is in proportion to the time worked.
    public var scalesWithTime: Bool
    /// When it is paid; `nil` for at once.
    public var payout: Payout?
    /// Where it is defined.
    public var place: Place
}

extension PlanLine {
    fileprivate init(_ component: Component) {
        self.init(
            name: component.name, title: component.title, scalesWithTime: component.scalesWithTime,
            payout: component.payout, place: component.place)
    }

    fileprivate init(_ guarantee: Guarantee) {
        self.init(
            name: Guarantee.name, title: Guarantee.title, scalesWithTime: true, payout: nil, place: guarantee.place)
    }
}

extension Plan {
    /// How many pay lines a person has for a period: one for each component, and behind them that of the guarantee.
    public var lineCount: Int { components.count + (guarantee == nil ? 0 : 1) }

    /// What a pay line is for, by its number among the plan's lines.
    public func line(_ number: Int) -> PlanLine {
        if number == components.count, let guarantee { return PlanLine(guarantee) }
        return PlanLine(components[number])
    }

    /// What all its pay lines are for, in their order.
    public var lines: [PlanLine] { (0..<lineCount).map(line) }

    /// The number of a pay line by its name.
    public func line(named name: String) -> Int? {
        if let component = components.firstIndex(where: { $0.name == name }) { return component }
        return guarantee != nil && name == Guarantee.name ? components.count : nil
    }
}
