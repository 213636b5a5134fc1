extension Checked {
    /// The same formula with every reference told in another way; `nil` when one of them cannot be.
    public func translated<Other: Hashable & Sendable>(_ reference: (Reference) -> Other?) -> Checked<Other>? {
        guard let node = translatedNode(reference) else { return nil }
        return Checked<Other>(node, type, span, isBareLiteral: isBareLiteral)
    }

    private func translatedNode<Other: Hashable & Sendable>(_ reference: (Reference) -> Other?) -> Checked<Other>.Node?
    {
        switch node {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .day(let day): return .day(day)
        case .flag(let flag): return .flag(flag)
        case .reference(let name): return reference(name).map { .reference($0) }
        case .negation(let operand): return operand.translated(reference).map { .negation($0) }
        case .not(let operand): return operand.translated(reference).map { .not($0) }
        case .binary(let operation, let left, let right):
            guard let left = left.translated(reference), let right = right.translated(reference) else { return nil }
            return .binary(operation, left, right)
        case .emptiness(let operand, let negated):
            return operand.translated(reference).map { .emptiness($0, negated: negated) }
        case .conditional(let condition, let first, let second):
            guard let condition = condition.translated(reference), let first = first.translated(reference),
                let second = second.translated(reference)
            else { return nil }
            return .conditional(condition, then: first, otherwise: second)
        case .function(let function, let arguments):
            let parts = arguments.compactMap { $0.translated(reference) }
            return parts.count == arguments.count ? .function(function, parts) : nil
        }
    }
}
