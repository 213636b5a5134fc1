internal import Formulas
internal import Messages

/// The formulas over the fields of an event, once it is known which fields and rates they may use:
/// `{signed: if sale.type = "R" then -sale.amount else sale.amount}`.
struct ComputedValuesReader {
    /// The values of each event kind, as they are written.
    let written: [(event: Int, entry: YAMLEntry)]
    /// Gets the formulas.
    let names: Names
    let findings: Findings

    /// Checks the formulas in their order; each is known to those below it.
    func read() {
        for (event, entry) in written {
            for (key, value) in entry.pairs ?? [] {
                guard let name = key.text, names.computed[event]?[name] != nil else { continue }
                guard let text = findings.text(value) else {
                    names.define(computed: .faulty, name, of: event)
                    continue
                }
                var (formula, faults) = Checker.check(text, in: FieldScope(names, event: event, use: .value))
                if let found = formula, found.isTooLarge {
                    faults.append(.computedTooLarge(found.span))
                    formula = nil
                }
                findings.add(faults, in: value)
                // A formula on a faulty name has no type, and is at fault with it.
                if formula?.type == .unknown { formula = nil }
                names.define(computed: formula.map { .formula($0) } ?? .faulty, name, of: event)
            }
        }
    }
}
