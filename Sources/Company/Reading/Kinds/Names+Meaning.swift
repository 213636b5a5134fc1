internal import Formulas
internal import Messages

extension Names {
    /// A figure written with fields alone.
    func text(of aggregate: Aggregate) -> String {
        let event = Syntax.name([eventKinds[aggregate.event].name], Self.nowhere)
        let value = aggregate.value?.syntax { syntax(of: $0) } ?? event
        let filter = aggregate.filter?.syntax { syntax(of: .field($0)) }
        return Syntax.call(aggregate.function.rawValue, [value], filter: filter, Self.nowhere).text
    }

    private static let nowhere = TextSpan(0, 0)

    private func syntax(of reference: LineReference) -> Syntax {
        switch reference {
        case .field(let field): .name(path(of: field), Self.nowhere)
        case .share: .name(FieldScope.share, Self.nowhere)
        case .rate(let table):
            .call(Function.rate.rawValue, [.name([table.name ?? ""], Self.nowhere)], filter: nil, Self.nowhere)
        }
    }

    private func path(of reference: FieldReference) -> [String] {
        let kind = eventKinds[reference.event]
        guard let record = reference.recordField else { return [kind.name, kind.fields[reference.field].name] }
        let field = record.field.flatMap { recordKinds[record.kind]?.fields[$0].name }
        return [kind.name, kind.fields[reference.field].name, field ?? "id"]
    }
}
