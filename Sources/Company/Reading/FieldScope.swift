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
        let kind = company.eventKinds[event]
        names = kind.fields.flatMap { field -> [String] in
            let path = "\(kind.name).\(field.name)"
            guard case .record(let record) = field.type, let target = company.recordKinds[record] else { return [path] }
            return [path, path + ".id"] + target.fields.map { "\(path).\($0.name)" }
        }
    }

    mutating func resolve(_ path: [String], at span: TextSpan) -> Resolution<FieldReference>? {
        let kind = company.eventKinds[event]
        guard path.count >= 2, path[0] == kind.name, let index = kind.field(named: path[1]) else { return nil }
        let field = kind.fields[index]
        if path.count == 2 {
            return .reference(FieldReference(event: event, field: index), field.type.formulaType(company.currency))
        }
        guard path.count == 3, case .record(let record) = field.type else { return nil }
        return recordField(record, path[2], index)
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
