import Company
import Formulas
import Importing

/// What a company's tables may hold, and its names, as the proposal of a mapping takes them.
struct MappingNames {
    let kinds: [TargetKind]
    let known: KnownNames

    init(_ ground: MappingGround) {
        kinds = ground.kinds.map { kind in
            TargetKind(kind.name, title: kind.title, fields: kind.fields.map(Self.field))
        }
        known = ground.names.mapValues { records in NameIndex(records.map { ($0.id, $0.names) }) }
    }

    private static func field(_ field: MappingGround.Field) -> TargetField {
        let type: TargetType =
            switch field.content {
            case .day: .day
            case .period: .period
            case .money: .money
            case .number: .number
            case .percent: .percent
            case .flag: .flag
            case .text: .text
            case .identifier: .identifier
            case .record(let kind): .reference(kind)
            }
        return TargetField(field.name, type, isOptional: field.isOptional)
    }
}
