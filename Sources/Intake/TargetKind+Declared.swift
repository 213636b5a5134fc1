import Company
import Importing

extension TargetKind {
    /// What a company's table holds, as a target of importing.
    init(_ kind: DeclaredKind) {
        self.init(kind.name, title: kind.title, fields: kind.fields.map(TargetField.init))
    }
}

extension TargetField {
    fileprivate init(_ field: DeclaredField) {
        self.init(field.name, TargetType(field.content), isOptional: field.isOptional)
        if case .money(let currency, let field) = field.content {
            self.currency = currency
            currencyField = field
        }
    }
}

extension TargetType {
    fileprivate init(_ content: DeclaredField.Content) {
        switch content {
        case .day: self = .day
        case .period: self = .period
        case .number: self = .number
        case .percent: self = .percent
        case .flag: self = .flag
        case .text: self = .text
        case .identifier: self = .identifier
        case .money: self = .money
        case .record(let kind): self = .reference(kind)
        }
    }
}

extension TableToClean {
    /// More records than these are not looked through for a proposal.
    private static let mostRecords = 100_000

    /// The records that some fields name.
    func knownNames(of fields: [String], _ kind: TargetKind) -> KnownNames {
        knownNames(of: kind.fields.filter { fields.contains($0.name) })
    }

    /// The records that the fields of some kinds may name.
    func knownNames(of kinds: [TargetKind]) -> KnownNames {
        knownNames(of: kinds.flatMap(\.fields), atMost: Self.mostRecords)
    }

    private func knownNames(of fields: [TargetField], atMost most: Int = .max) -> KnownNames {
        var names: KnownNames = [:]
        for case .reference(let kind) in fields.map(\.type) where names[kind] == nil {
            let records = known(kind)
            guard records.count <= most else { continue }
            names[kind] = NameIndex(records)
        }
        return names
    }
}
