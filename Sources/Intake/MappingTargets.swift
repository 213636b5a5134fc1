public import Company
public import Importing

/// What a company's tables may hold, and its names, as the proposal of a mapping takes them.
public struct MappingTargets: Sendable {
    /// What can be fed.
    public let kinds: [TargetKind]
    /// The records there are.
    public let known: KnownNames

    /// Takes what a company declares and has.
    public init(_ ground: MappingGround) {
        kinds = ground.kinds.map(TargetKind.init)
        known = ground.names.mapValues(NameIndex.init)
    }
}

extension NameIndex {
    /// Records by their names and other spellings.
    init(_ records: [KnownRecord]) {
        var aliases: [String: String] = [:]
        for record in records { for alias in record.aliases { aliases[alias] = record.id } }
        self.init(records.map { ($0.id, $0.names) }, aliases: aliases)
    }
}
