extension Checked {
    /// Whether the formula has more operators, calls, names and values than a number; counting ends there.
    public func hasMoreParts(than limit: Int) -> Bool {
        var left = limit
        return !takeParts(from: &left)
    }

    /// Takes as many as the formula has; `false` when there are not enough.
    private func takeParts(from left: inout Int) -> Bool {
        left -= 1
        guard left >= 0 else { return false }
        switch node {
        case .number, .text, .day, .flag, .reference: return true
        case .negation(let operand), .not(let operand), .emptiness(let operand, _):
            return operand.takeParts(from: &left)
        case .binary:
            let chain = Chain(self)
            left -= chain.links.count - 1
            guard left >= 0, chain.first.takeParts(from: &left) else { return false }
            for link in chain.links where !link.right.takeParts(from: &left) { return false }
            return true
        case .conditional(let condition, let first, let second):
            return condition.takeParts(from: &left) && first.takeParts(from: &left) && second.takeParts(from: &left)
        case .function(_, let arguments):
            for argument in arguments where !argument.takeParts(from: &left) { return false }
            return true
        }
    }

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
        case .binary:
            let chain = Chain(self)
            guard var part = chain.first.translated(reference) else { return nil }
            for link in chain.links {
                guard let right = link.right.translated(reference) else { return nil }
                part = Checked<Other>(
                    .binary(link.operation, part, right), link.whole.type, link.whole.span,
                    isBareLiteral: link.whole.isBareLiteral)
            }
            return part.node
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
