internal import Formulas
public import Messages

/// What a company's tables may hold and what their cells may call by name: the ground on which somebody proposes how a new file is
/// read.
public struct MappingGround: Sendable {
    /// What tables may hold: events first.
    public var kinds: [DeclaredKind] = []
    /// What cells may call by a name, by kind: records, people and units together (``DeclaredField/subject``), metrics.
    public var names: [String: [KnownRecord]] = [:]
    /// The kinds of records, whose other spellings may be written down.
    public var recordKinds: Set<String> = []
    /// The files that feed each kind, as it is called under `reads`.
    public var feeding: [String: [String]] = [:]
    /// What keeps the company's text from being read.
    public var faults: [Diagnostic] = []

    /// The kind under which metrics are listed.
    public static let metric = "metric"
}

extension CompanyReader {
    /// What the tables of a company may hold, as far as its text can be read. Tables of events are not looked at.
    public static func mappingGround(in files: [SourceFile]) -> MappingGround {
        let (documents, _) = documents(in: files.filter(\.isText))
        var request = ReadingRequest(files)
        request.tables.wanted = Set(BuiltInKind.all.map { BuiltInKind.tableName(of: $0) })
            .union(documents[.records].map(\.name)).union([Aliases.table])
        return ReadCompany(request).mappingGround
    }

    /// The same of a company whose rows are kept.
    ///
    /// - Parameter tables: The tables of records; those of events are not asked for.
    public static func mappingGround(text: [SourceFile], tables: [TableText]) -> MappingGround {
        ReadCompany(ReadingRequest(text, tables, supposing: Scenario(), stored: nil)).mappingGround
    }
}

extension ReadCompany {
    fileprivate var mappingGround: MappingGround {
        var ground = MappingGround()
        ground.kinds = tables.declaredKinds
        for kind in names.recordKinds.keys { ground.names[kind] = tables.known.named(kind) }
        ground.names[DeclaredField.subject] = tables.known.named(DeclaredField.subject)
        ground.names[MappingGround.metric] = metrics.map {
            KnownRecord(id: $0.name, names: [$0.title.en, $0.title.ru])
        }
        ground.recordKinds = Set(names.recordKinds.keys)
        let kindsOfTables = Dictionary(
            names.recordKinds.keys.map { (BuiltInKind.tableName(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        for (path, table) in tables.log.kinds {
            ground.feeding[kindsOfTables[table] ?? table, default: []].append(path)
        }
        let texts = Set(tables.files.texts.map(\.path))
        ground.faults = findings.diagnostics.filter { diagnostic in
            // An entry may wait for its file.
            diagnostic.severity == .error && diagnostic.code != "no-such-table"
                && diagnostic.place.map { texts.contains($0.file) } ?? true
        }
        return ground
    }
}
