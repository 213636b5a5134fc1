internal import Formulas

/// What names mean inside a function over events: the fields of one event kind and of the records they refer to.
struct FieldScope: Scope {
    let names: [String]
    let place = LocalizedText(en: "a formula over events", ru: "формула по событиям")
    private let company: Names
    private let event: Int

    init(_ company: Names, event: Int) {
        self.company = company
        self.event = event
        names = company.paths(event: event, intoRecords: true)
    }

    mutating func resolve(_ path: [String], at span: TextSpan) -> Resolution<FieldReference>? {
        guard path.first == company.eventKinds[event].name else { return nil }
        switch company.follow(path) {
        case .tooDeep(let reference)?: return .refused(.referenceThroughReference(reference, path, span))
        case .field(_, let index, let rest)?:
            let type = company.eventKinds[event].fields[index].type
            guard let name = rest.first else {
                return .reference(FieldReference(event: event, field: index), type.formulaType(company.currency))
            }
            guard rest.count == 1, case .record(let record) = type else { return nil }
            return recordField(record, name, index)
        case nil: return nil
        }
    }

    private func recordField(_ record: String, _ name: String, _ index: Int) -> Resolution<FieldReference>? {
        if name == "id" {
            let reference = FieldReference(
                event: event, field: index, recordField: RecordFieldReference(kind: record, field: nil))
            return .reference(reference, .text)
        }
        guard let kind = company.recordKinds[record], let found = kind.field(named: name) else { return nil }
        let reference = FieldReference(
            event: event, field: index, recordField: RecordFieldReference(kind: record, field: found))
        return .reference(reference, kind.fields[found].type.formulaType(company.currency))
    }

    mutating func resolve(
        _ function: Function, _ arguments: [Syntax], filter: Syntax?, at span: TextSpan, faults: inout [FormulaFault]
    ) -> Resolution<FieldReference>? {
        nil
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
