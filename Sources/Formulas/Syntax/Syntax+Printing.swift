internal import Periods
internal import Quantities

extension Syntax {
    /// The formula as text in its canonical form: English keywords, single spaces, only the parentheses it needs.
    ///
    /// Reading the text again gives the same tree.
    public var text: String { text(within: 0) }

    private func text(within outer: Int) -> String {
        let bare = bareText
        return precedence < outer ? "(\(bare))" : bare
    }

    private var bareText: String {
        switch self {
        case .number(let value, let unit, _): Self.number(value, unit)
        case .text(let text, _): Self.quoted(text)
        case .day(let day, _): day.description
        case .flag(let flag, _): flag ? "true" : "false"
        case .name(let path, _): path.joined(separator: ".")
        case .negation(let operand, _): "-" + operand.text(within: 7)
        case .not(let operand, _): "not " + operand.text(within: 3)
        case .binary: chainText
        case .emptiness(let operand, let negated, _):
            operand.text(within: 8) + (negated ? " is not empty" : " is empty")
        case .conditional(let condition, let first, let second, _):
            "if \(condition.text(within: 1)) then \(first.text(within: 1)) else \(second.text)"
        case .call(let name, let arguments, let filter, _): Self.call(name, arguments, filter)
        case .invalid: "?"
        }
    }

    /// Operators one after the other, from the left end on, so that a long sum is not walked by going deeper.
    private var chainText: String {
        var links: [(operation: BinaryOperator, right: Syntax)] = []
        var leftmost = self
        while case .binary(let operation, let left, let right, _) = leftmost {
            links.append((operation, right))
            leftmost = left
        }
        var (text, tightness) = (leftmost.bareText, leftmost.precedence)
        for link in links.reversed() {
            let precedence = link.operation.precedence
            // A comparison cannot stand inside a comparison bare, so both of its sides need a tighter form.
            if tightness < (link.operation.isComparison ? 5 : precedence) { text = "(\(text))" }
            text += " \(link.operation.rawValue) " + link.right.text(within: precedence + 1)
            tightness = precedence
        }
        return text
    }

    private var precedence: Int {
        switch self {
        case .conditional: 0
        case .binary(let operation, _, _, _): operation.precedence
        case .not: 3
        case .negation: 7
        case .emptiness: 8
        default: 9
        }
    }

    /// A text in the first quotation marks that it does not hold; what was read always leaves one of them free.
    private static func quoted(_ text: String) -> String {
        if !text.contains("\"") { return "\"\(text)\"" }
        return text.contains("»") ? "“\(text)”" : "«\(text)»"
    }

    private static func call(_ name: String, _ arguments: [Syntax], _ filter: Syntax?) -> String {
        var texts = arguments.map(\.text)
        guard let filter else { return "\(name)(\(texts.joined(separator: ", ")))" }
        // A `where` next to an inner call would be taken for its own.
        if let last = arguments.last, last.endsWithCall { texts[texts.count - 1] = "(\(last.text))" }
        return "\(name)(\(texts.joined(separator: ", ")) where \(filter.text))"
    }

    /// Whether the last word of the text may be the parenthesis of a call without a condition.
    private var endsWithCall: Bool {
        switch self {
        case .call(_, _, let filter, _): filter == nil
        case .negation(let operand, _), .not(let operand, _): operand.endsWithCall
        case .binary(_, _, let right, _): right.endsWithCall
        case .conditional(_, _, let second, _): second.endsWithCall
        default: false
        }
    }

    private static func number(_ value: FixedDecimal, _ unit: UnitWord?) -> String {
        guard let unit else { return value.description }
        let factor = unit.factor
        let shown =
            (try? value.multiplied(by: FixedDecimal(factor.denominator), dividedBy: FixedDecimal(factor.numerator)))
            ?? value
        return unit == .percent ? "\(shown)%" : "\(shown) \(unit.spelling)"
    }
}
