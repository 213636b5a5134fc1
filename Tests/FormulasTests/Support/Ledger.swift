import Formulas
import Messages
import Periods
import Quantities

/// A small company to write formulas for: what names mean and, for evaluation, what they are worth.
struct Ledger: Scope {
    /// A name, or the whole call of a function over events.
    enum Reference: Hashable, Sendable {
        case name(String)
        case call(Function)
    }

    static let rouble = Currency(code: "RUB")

    static let types: [String: FormulaType] = [
        "sales": .number(.money(rouble)), "plan": .number(.money(rouble)), "receivables": .number(.money(rouble)),
        "dollars": .number(.money(Currency(code: "USD"))), "delay": .number(.days), "talk": .number(.minutes),
        "new_clients": .number(.pieces), "receipts": .number(.pieces), "share": .number(.plain), "rich": .flag,
        "missing": .number(.plain), "segment": .text, "sale.date": .day, "sale.paid_on": .day,
        "sale.client": .record("client"), "sale.product": .record("product"), "SVфакт": .number(.money(rouble)),
        "SVплан": .number(.money(rouble)), "ДЗ": .number(.money(rouble)), "продажи": .number(.money(rouble)),
    ]

    var names: [String] { Self.types.keys.sorted() }
    var place: LocalizedText { LocalizedText(en: "an example", ru: "пример") }

    func resolve(_ path: [String], at span: TextSpan) -> Resolution<Reference>? {
        let name = path.joined(separator: ".")
        return Self.types[name].map { .reference(.name(name), $0) }
    }

    func resolve(
        _ function: Function, _ arguments: [Syntax], filter: Syntax?, at span: TextSpan, faults: inout [FormulaFault]
    ) -> Resolution<Reference>? {
        switch function {
        case .days: .reference(.call(function), .number(.days))
        case .count: .reference(.call(function), .number(.pieces))
        default: nil
        }
    }

    /// What the names are worth; `missing` and what is not listed is not computable.
    static let values: [String: FormulaValue] = [
        "sales": .number(1_200_000), "plan": .number(1_000_000), "receivables": .number(400_000), "delay": .number(40),
        "talk": .number(90), "new_clients": .number(25), "receipts": .number(0), "share": .number(0),
        "rich": .flag(true),
        "segment": .text("retail"), "sale.date": .day(20_000), "sale.paid_on": .empty, "sale.client": .text("alfa"),
    ]

    static let noFact = Reason("no-fact", LocalizedText(en: "the fact is missing", ru: "нет факта"))
}

/// The type of a formula in the ledger, or `nil` when it has faults.
func type(of formula: String) -> FormulaType? {
    Checker.check(formula, in: Ledger()).formula?.type
}

/// The codes of the faults of a formula in the ledger.
func faults(in formula: String) -> [String] {
    Checker.check(formula, in: Ledger()).faults.map(\.code)
}

/// The value of a formula in the ledger.
func value(_ formula: String) -> Outcome<FormulaValue>? {
    Checker.check(formula, in: Ledger()).formula?.evaluate { reference in
        guard case .name(let name) = reference, let value = Ledger.values[name] else {
            return .notComputable(Ledger.noFact)
        }
        return .value(value)
    }
}

/// The number a formula gives in the ledger.
func number(_ formula: String) -> FixedDecimal? {
    value(formula)?.value?.number
}

/// The answer a formula gives in the ledger.
func flag(_ formula: String) -> Bool? {
    value(formula)?.value?.flag
}
