internal import Formulas
internal import Messages
internal import Quantities

/// What names mean inside a function over events: the fields of one event kind and of the records they refer to, its
/// computed values, and what belongs to a line.
struct FieldScope: Scope {
    /// What the formula is for.
    enum Use {
        /// What is summed: it may ask for the share and for rates.
        case value
        /// A condition, or what chooses a rate: it may not.
        case fields
    }

    /// The name of the credited share.
    static let share = ["share"]

    let names: [String]
    let place = LocalizedText(en: "a formula over events", ru: "формула по событиям")
    var use: Use
    /// Whether a formula has taken the place of a name.
    private(set) var namesComputed = false
    private let company: Names
    private let event: Int

    init(_ company: Names, event: Int, use: Use) {
        self.company = company
        self.event = event
        self.use = use
        let kind = company.eventKinds[event].name
        let computed = company.computed[event, default: [:]].keys.map { "\(kind).\($0)" }
        names = company.paths(event: event, intoRecords: true) + computed + (use == .value ? Self.share : [])
    }

    mutating func resolve(_ path: [String], at span: TextSpan) -> Resolution<LineReference>? {
        if path == Self.share {
            return use == .value ? .reference(.share, .number(.plain)) : .refused(.lineNotHere("share", span))
        }
        guard path.first == company.eventKinds[event].name else { return nil }
        if let computed = computedValue(path, span) { return computed }
        switch company.follow(path) {
        case .tooDeep(let reference)?: return .refused(.referenceThroughReference(reference, path, span))
        case .field(_, let index, let rest)?:
            let type = company.eventKinds[event].fields[index].type
            guard let name = rest.first else {
                let reference = FieldReference(event: event, field: index)
                return .reference(.field(reference), type.formulaType(company.currency))
            }
            guard rest.count == 1, case .record(let record) = type else { return nil }
            return recordField(record, name, index)
        case nil: return nil
        }
    }

    private func recordField(_ record: String, _ name: String, _ index: Int) -> Resolution<LineReference>? {
        if name == "id" {
            let reference = FieldReference(
                event: event, field: index, recordField: RecordFieldReference(kind: record, field: nil))
            return .reference(.field(reference), .text)
        }
        guard let kind = company.recordKinds[record], let found = kind.field(named: name),
            kind.fields[found].isInFormulas
        else { return nil }
        let reference = FieldReference(
            event: event, field: index, recordField: RecordFieldReference(kind: record, field: found))
        return .reference(.field(reference), kind.fields[found].type.formulaType(company.currency))
    }

    /// The formula behind a name, which takes its place.
    private mutating func computedValue(_ path: [String], _ span: TextSpan) -> Resolution<LineReference>? {
        if path.count == 3, let (_, _, other) = company.reference(Array(path[..<2])),
            company.computed[other]?[path[2]] != nil
        {
            return .refused(.computedOfNamedEvent(path, company.eventKinds[other].name, span))
        }
        guard path.count == 2, let value = company.computed[event]?[path[1]] else { return nil }
        switch value {
        case .faulty: return .faulty
        case .notYet: return .refused(.computedBelow(path.joined(separator: "."), span))
        case .formula(let formula):
            if use == .fields, formula.fieldsOnly == nil {
                return .refused(.lineNotHere(path.joined(separator: "."), span))
            }
            namesComputed = true
            return .formula(formula)
        }
    }

    mutating func resolve(
        _ function: Function, _ arguments: [Syntax], filter: Syntax?, at span: TextSpan, faults: inout [FormulaFault]
    ) -> Resolution<LineReference>? {
        guard function == .rate else { return nil }
        if let filter { faults.append(.filterNotAllowed(filter.span)) }
        if use == .fields { return .refused(.lineNotHere(function.rawValue, span)) }
        guard case .name(let path, let nameSpan) = arguments[0], path.count == 1, let name = path.first else {
            return .refused(
                .wrongType(
                    expected: LocalizedText(en: "the name of a rate table", ru: "имя таблицы ставок"),
                    found: LocalizedText("'\(arguments[0].text)'"), arguments[0].span,
                    remedy: LocalizedText(
                        en: "name one of 'rate_tables': rate(sale_rates)",
                        ru: "назовите одну из «rate_tables»: rate(sale_rates)")))
        }
        if company.faultyRateTables.contains(name) { return .faulty }
        let known = company.rateTables.filter { $0.value.table.event == event }
        guard let found = known[name] else {
            if let other = company.rateTables[name] {
                return .refused(
                    .rateOfOtherEvent(
                        name, company.eventKinds[other.table.event].name, company.eventKinds[event].name, nameSpan))
            }
            return .refused(.unknownName(name, known: Array(known.keys), nameSpan))
        }
        guard found.isMoney else { return .reference(.rate(found.table), .number(.plain)) }
        let perPiece = try? Unit.money(company.currency).divided(by: .pieces)
        return .reference(.rate(found.table), .number(perPiece ?? .plain))
    }
}

/// No names at all: a formula that is a constant.
struct ConstantScope: Scope {
    typealias Reference = Never

    let names: [String] = []
    let place = LocalizedText(en: "a constant", ru: "постоянная")

    mutating func resolve(_ path: [String], at span: TextSpan) -> Resolution<Never>? { nil }

    mutating func resolve(
        _ function: Function, _ arguments: [Syntax], filter: Syntax?, at span: TextSpan, faults: inout [FormulaFault]
    ) -> Resolution<Never>? {
        nil
    }
}
