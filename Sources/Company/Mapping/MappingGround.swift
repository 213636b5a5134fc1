public import Formulas

/// What a company's tables may hold and what their cells may call by name: the ground on which somebody proposes how a new file is
/// read.
public struct MappingGround: Sendable {
    /// What a field takes.
    public enum Content: Hashable, Sendable {
        /// A day, a period, an amount, a number, a ratio, yes or no, any text.
        case day, period, money, number, percent, flag, text
        /// What identifies the row.
        case identifier
        /// The id of a record of this kind; ``subject`` stands for people and units together.
        case record(String)
    }

    /// A field of a table.
    public struct Field: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// What it takes.
        public var content: Content
        /// Whether it may be empty.
        public var isOptional: Bool
    }

    /// What a table may hold.
    public struct Kind: Hashable, Sendable {
        /// The word under `reads`.
        public var name: String
        /// What it is called.
        public var title: LocalizedText
        /// Its fields, in the order of its table.
        public var fields: [Field]
    }

    /// Something that a cell may call by its id or by a name.
    public struct Named: Hashable, Sendable {
        /// The id.
        public var id: String
        /// Names and titles.
        public var names: [String]
    }

    /// The kind that stands for people and units together.
    public static let subject = "subject"
    /// The kind under which metrics are listed.
    public static let metric = "metric"

    /// What tables may hold: events first.
    public var kinds: [Kind] = []
    /// The records of each kind; metrics and subjects too.
    public var names: [String: [Named]] = [:]
    /// The kinds of records, whose other spellings may be written down.
    public var recordKinds: Set<String> = []
    /// The files that feed each kind, as it is called under `reads`.
    public var feeding: [String: [String]] = [:]
    /// What keeps the company's text from being read.
    public var faults: [Diagnostic] = []
}

extension CompanyReader {
    /// What the tables of a company may hold, as far as its text can be read. Tables of events are not looked at.
    public static func mappingGround(in files: [SourceFile]) -> MappingGround {
        let reader = CompanyReader(files)
        let text = CompanyReader(files.filter(\.isText))
        text.readDocuments()
        reader.wantedTables = Set(BuiltInKind.all.map { BuiltInKind.tableName(of: $0) })
            .union((text.sections[.records] ?? []).map(\.name))
        reader.readEverything()
        return reader.mappingGround
    }

    private var mappingGround: MappingGround {
        var ground = MappingGround()
        ground.kinds = eventGround + recordGround + otherGround
        for (kind, table) in records {
            ground.names[kind] = table.ids.indices.map { row in
                MappingGround.Named(id: table.ids[row], names: [table.titles[row].en, table.titles[row].ru])
            }
        }
        ground.recordKinds = Set(names.recordKinds.keys)
        ground.names[MappingGround.subject] =
            (ground.names[BuiltInKind.person] ?? []) + (ground.names[BuiltInKind.unit] ?? [])
        ground.names[MappingGround.metric] = metrics.map {
            MappingGround.Named(id: $0.name, names: [$0.title.en, $0.title.ru])
        }
        let kindsOfTables = Dictionary(
            names.recordKinds.keys.map { (BuiltInKind.tableName(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        for (path, table) in tableKinds { ground.feeding[kindsOfTables[table] ?? table, default: []].append(path) }
        let texts = Set(files.filter(\.isText).map(\.path))
        ground.faults = findings.diagnostics.filter { diagnostic in
            diagnostic.severity == .error && diagnostic.place.map { texts.contains($0.file) } ?? true
        }
        return ground
    }

    private var eventGround: [MappingGround.Kind] {
        names.eventKinds.map { kind in
            MappingGround.Kind(
                name: kind.name, title: kind.title,
                fields: [.init(name: "id", content: .identifier, isOptional: false)] + kind.ownFields.map(Self.ground))
        }
    }

    private var recordGround: [MappingGround.Kind] {
        names.recordKinds.values.sorted { $0.name < $1.name }.map { kind in
            let title = kind.name == BuiltInKind.person ? "name" : "title"
            let parent = MappingGround.Field(name: "parent", content: .record(BuiltInKind.unit), isOptional: true)
            return MappingGround.Kind(
                name: kind.name, title: LocalizedText(BuiltInKind.tableName(of: kind.name)),
                fields: [
                    .init(name: "id", content: .identifier, isOptional: false),
                    .init(name: title, content: .text, isOptional: kind.name != BuiltInKind.person),
                ] + kind.fields.map(Self.ground) + (kind.name == BuiltInKind.unit ? [parent] : []))
        }
    }

    private var otherGround: [MappingGround.Kind] {
        let subject = MappingGround.Content.record(MappingGround.subject)
        let person = MappingGround.Content.record(BuiltInKind.person)
        return [
            Self.kind(
                "assignments",
                [
                    ("person", person), ("position", .record(BuiltInKind.position)),
                    ("unit", .record(BuiltInKind.unit)),
                    ("manager?", person), ("from", .day), ("until?", .day), ("share?", .percent),
                ], names.assignmentKind.fields.map(Self.ground)),
            Self.kind(
                "targets", [("metric", .text), ("subject?", subject), ("period", .period), ("value", .number)]),
            Self.kind(
                "entered",
                [
                    ("metric", .text), ("subject?", subject), ("period", .period), ("value", .number),
                    ("author", .text),
                    ("evidence?", .text), ("date?", .day),
                ]),
            Self.kind(
                Self.exchangeRatesTable,
                [("currency", .text), ("from", .day), ("rate", .number), ("units?", .number)]),
        ]
    }

    private static func kind(
        _ name: String, _ fields: [(name: String, content: MappingGround.Content)], _ more: [MappingGround.Field] = []
    ) -> MappingGround.Kind {
        MappingGround.Kind(
            name: name, title: LocalizedText(name),
            fields: fields.map { field in
                let isOptional = field.name.hasSuffix("?")
                return .init(
                    name: isOptional ? String(field.name.dropLast()) : field.name, content: field.content,
                    isOptional: isOptional)
            } + more)
    }

    private static func ground(_ field: Field) -> MappingGround.Field {
        let content: MappingGround.Content =
            switch field.type {
            case .day: .day
            case .money: .money
            case .number, .pieces, .days, .minutes: .number
            case .percent: .percent
            case .text, .event: .text
            case .flag: .flag
            case .record(let kind): .record(kind)
            }
        return .init(name: field.name, content: content, isOptional: field.isOptional)
    }
}
