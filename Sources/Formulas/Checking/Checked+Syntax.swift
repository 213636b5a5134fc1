internal import Periods
public import Quantities

extension Checked {
    /// The formula as a syntax tree again, where `name` writes a reference.
    ///
    /// Numbers lose their unit words except that money, days, minutes and pieces are taken from their type.
    public func syntax(_ name: (Reference) -> Syntax) -> Syntax {
        switch node {
        case .number(let number): .number(number, unit: type.unit.flatMap { UnitWord(of: $0) }, span)
        case .text(let text): .text(text, span)
        case .day(let day): .day(day, span)
        case .flag(let flag): .flag(flag, span)
        case .reference(let reference): name(reference)
        case .negation(let operand): .negation(operand.syntax(name), span)
        case .not(let operand): .not(operand.syntax(name), span)
        case .binary:
            Chain(self).links.reduce(Chain(self).first.syntax(name)) { left, link in
                // A factor of 1 was written as 100 %: it says that a share is shown as a percentage.
                let right =
                    link.operation == .times && link.right.isOne
                    ? Syntax.number(.one, unit: .percent, link.right.span) : link.right.syntax(name)
                return .binary(link.operation, left, right, link.whole.span)
            }
        case .emptiness(let operand, let negated): .emptiness(operand.syntax(name), negated: negated, span)
        case .conditional(let condition, let first, let second):
            .conditional(condition.syntax(name), then: first.syntax(name), otherwise: second.syntax(name), span)
        case .function(let function, let arguments):
            .call(function.rawValue, arguments.map { $0.syntax(name) }, filter: nil, span)
        }
    }
}

extension Checked {
    fileprivate var isOne: Bool { node == .number(.one) && type == .number(.plain) }
}

extension UnitWord {
    /// The word for a simple unit; `nil` for plain numbers and compound units.
    public init?(of unit: Unit) {
        if unit == .days {
            self = .days
        } else if unit == .minutes {
            self = .minutes
        } else if unit == .pieces {
            self = .pieces
        } else if unit.isMoney, let currency = unit.currency {
            self = .currency(currency)
        } else {
            return nil
        }
    }
}
