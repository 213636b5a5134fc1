public import Formulas

/// Events and shares as some reading of the same files left them, so that those files need not be read again.
public struct StoredEvents: Sendable {
    /// One table for each event kind.
    public var events: [EventTable]
    /// One table for each split kind.
    public var splits: [SplitTable]

    /// Takes tables.
    public init(events: [EventTable], splits: [SplitTable]) {
        self.events = events
        self.splits = splits
    }
}

/// What came of reading a company.
public struct CompanyReading: Sendable {
    /// The company, unless an error was found.
    public var model: CompanyModel?
    /// What was found.
    public var diagnostics: [Diagnostic]
    /// The files that hold events or shares.
    public var eventFiles: Set<String>
}

extension CompanyReader {
    /// Reads a company, events and shares included, or with those that were kept.
    ///
    /// - Parameters:
    ///   - files: The files; those of events and shares may be empty when `stored` holds what was in them.
    ///   - stored: The events and shares of exactly these files. Nothing is said again of what was found in them.
    /// - Returns: Without a model and without an error when `stored` does not belong to this company.
    public static func reading(_ files: [SourceFile], stored: StoredEvents? = nil) -> CompanyReading {
        let reader = CompanyReader(files)
        reader.stored = stored
        reader.readEverything()
        var reading = CompanyReading(
            diagnostics: reader.findings.diagnostics, eventFiles: reader.eventFiles)
        guard !reader.findings.hasErrors, reader.storedFits else { return reading }
        let model = reader.model
        reading.model = model
        reading.diagnostics = (reading.diagnostics + Linter.findings(in: model)).inReadingOrder
        return reading
    }

    func take(_ stored: StoredEvents) {
        for kind in names.eventKinds { _ = files(for: kind.name, kind: kind.name) }
        for kind in names.splitKinds where kind.inherited == nil { _ = files(for: kind.name, kind: kind.name) }
        eventTables = stored.events
        splitTables = stored.splits
    }

    private var eventFiles: Set<String> {
        let kinds = Set(names.eventKinds.map(\.name) + names.splitKinds.map(\.name))
        return Set(tableKinds.filter { kinds.contains($0.value) }.keys)
    }

    /// Whether the tables taken have the columns that this company's text asks for.
    private var storedFits: Bool {
        guard stored != nil else { return true }
        guard eventTables.count == names.eventKinds.count, splitTables.count == names.splitKinds.count else {
            return false
        }
        let eventsFit = zip(names.eventKinds, eventTables).allSatisfy { kind, table in
            kind.fields.count == table.columns.count
                && zip(kind.fields, table.columns.indices).allSatisfy { field, index in
                    EventColumn.empty(for: field.type).isOfKind(table.columns.bare(index))
                }
        }
        return eventsFit
            && zip(names.splitKinds, splitTables).allSatisfy { kind, table in
                table.offsets.isEmpty || table.offsets.count == eventTables[kind.event].rowCount + 1
            }
    }
}

extension EventColumn {
    fileprivate func isOfKind(_ other: EventColumn) -> Bool {
        switch (self, other) {
        case (.day, .day), (.decimal, .decimal), (.text, .text), (.record, .record), (.flag, .flag): true
        default: false
        }
    }
}
