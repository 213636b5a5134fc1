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
        case .text(let text, _): text.contains("\"") ? "«\(text)»" : "\"\(text)\""
        case .day(let day, _): day.description
        case .flag(let flag, _): flag ? "true" : "false"
        case .name(let path, _): path.joined(separator: ".")
        case .negation(let operand, _): "-" + operand.text(within: 7)
        case .not(let operand, _): "not " + operand.text(within: 3)
        case .binary(let operation, let left, let right, _):
            // A comparison cannot stand inside a comparison bare, so both of its sides need a tighter form.
            left.text(within: operation.isComparison ? 5 : operation.precedence)
                + " \(operation.rawValue) " + right.text(within: operation.precedence + 1)
        case .emptiness(let operand, let negated, _): operand.text(within: 8) + (negated ? " is not empty" : " is empty")
        case .conditional(let condition, let first, let second, _):
            "if \(condition.text(within: 1)) then \(first.text(within: 1)) else \(second.text)"
        case .call(let name, let arguments, let filter, _):
            "\(name)(\(arguments.map(\.text).joined(separator: ", "))\(filter.map { " where " + $0.text } ?? ""))"
        case .invalid: "?"
        }
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

    private static func number(_ value: FixedDecimal, _ unit: UnitWord?) -> String {
        guard let unit else { return value.description }
        let factor = unit.factor
        let shown =
            (try? value.multiplied(by: FixedDecimal(factor.denominator), dividedBy: FixedDecimal(factor.numerator)))
            ?? value
        return unit == .percent ? "\(shown)%" : "\(shown) \(unit.spelling)"
    }
}
