import Formulas
import Messages

extension FormulaFault {
    /// The fault as a reader of the company's files sees it, for a formula alone on its line.
    func rendered(_ formula: String, in language: Language = .en) -> String {
        let place = Place(
            file: "plans.yaml", line: 7, column: span.lower + 1, length: span.upper - span.lower, lineText: formula)
        return Diagnostic(severity, code: code, at: place, message, remedy: remedy).rendered(in: language)
    }
}

/// Every fault of a formula in the ledger as text, one after the other.
func rendered(_ formula: String, in language: Language = .en) -> String {
    Checker.check(formula, in: Ledger()).faults.map { $0.rendered(formula, in: language) }.joined(separator: "\n")
}

extension Syntax {
    /// The same tree with every place forgotten, so that trees written differently can be compared.
    var withoutPlaces: Syntax {
        let nowhere = TextSpan(0, 0)
        return switch self {
        case .number(let value, let unit, _): .number(value, unit: unit, nowhere)
        case .text(let text, _): .text(text, nowhere)
        case .day(let day, _): .day(day, nowhere)
        case .flag(let flag, _): .flag(flag, nowhere)
        case .name(let path, _): .name(path, nowhere)
        case .negation(let operand, _): .negation(operand.withoutPlaces, nowhere)
        case .not(let operand, _): .not(operand.withoutPlaces, nowhere)
        case .binary(let operation, let left, let right, _):
            .binary(operation, left.withoutPlaces, right.withoutPlaces, nowhere)
        case .emptiness(let operand, let negated, _): .emptiness(operand.withoutPlaces, negated: negated, nowhere)
        case .conditional(let condition, let first, let second, _):
            .conditional(condition.withoutPlaces, then: first.withoutPlaces, otherwise: second.withoutPlaces, nowhere)
        case .call(let name, let arguments, let filter, _):
            .call(name, arguments.map(\.withoutPlaces), filter: filter?.withoutPlaces, nowhere)
        case .invalid: .invalid(nowhere)
        }
    }
}

/// Whether two formulas are the same tree.
func same(_ first: String, _ second: String) -> Bool {
    let one = Parser.parse(first)
    let other = Parser.parse(second)
    return one.faults.isEmpty && other.faults.isEmpty && one.syntax.withoutPlaces == other.syntax.withoutPlaces
}
