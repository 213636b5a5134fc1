import Company
import Formulas
import Messages
import Quantities

/// What the formula of a card may name: its inputs, the length of the period and the spread of earlier periods.
struct InputScope: Scope {
    enum Reference: Hashable, Sendable {
        case input(String)
        case lengthOfPeriod
        case variation(of: String)
    }

    let card: KPICard
    let currency = Currency(code: "RUB")

    var names: [String] { card.inputs.map(\.name) }
    var place: LocalizedText { LocalizedText(en: "a card of the library", ru: "карта библиотеки") }

    func resolve(_ path: [String], at span: TextSpan) -> Resolution<Reference>? {
        guard path.count == 1, let input = card.inputs.first(where: { $0.name == path[0] }) else { return nil }
        return .reference(.input(input.name), .number(input.dimension.unit(in: currency).unit))
    }

    func resolve(
        _ function: Function, _ arguments: [Syntax], filter: Syntax?, at span: TextSpan, faults: inout [FormulaFault]
    ) -> Resolution<Reference>? {
        switch (function, arguments.first) {
        case (.days, .name(["period"], _)): .reference(.lengthOfPeriod, .number(.days))
        case (.variation, .name(let path, _)) where path.count == 1 && names.contains(path[0]):
            .reference(.variation(of: path[0]), .number(.plain))
        default: nil
        }
    }
}

extension KPICard {
    /// The card's formula with its units checked, and the faults found.
    func checked() -> (formula: Checked<InputScope.Reference>?, faults: [FormulaFault]) {
        Checker.check(formula ?? "", in: InputScope(card: self))
    }

    /// The value of the formula for figures written as `ДЗ 2400000, ОП 21900000`.
    func value(_ figures: String) throws -> Outcome<FixedDecimal>? {
        var given: [String: FixedDecimal] = [:]
        for pair in figures.split(separator: ", ") {
            let words = pair.split(separator: " ")
            if words.count == 2 { given[String(words[0])] = try FixedDecimal(parsing: words[1]) }
        }
        return checked().formula?.evaluateNumber { reference in
            let name =
                switch reference {
                case .input(let name), .variation(of: let name): name
                case .lengthOfPeriod: "дней"
                }
            return given[name].map { .value(.number($0)) } ?? .notComputable(.empty)
        }
    }
}
