internal import Formulas
public import Messages

/// The large tables as some reading of the same files left them, so that those files need not be read again.
public struct StoredTables: Sendable {
    /// One table for each event kind.
    public var events: [EventTable]
    /// One table for each split kind.
    public var splits: [SplitTable]
    /// Targets.
    public var targets: RecordedColumns
    /// Values written down by people.
    public var entered: RecordedColumns

    /// Takes tables.
    public init(
        events: [EventTable], splits: [SplitTable], targets: RecordedColumns, entered: RecordedColumns
    ) {
        self.events = events
        self.splits = splits
        self.targets = targets
        self.entered = entered
    }
}

/// What came of reading a company.
public struct CompanyReading: Sendable {
    /// The company, unless an error was found.
    public var model: CompanyModel?
    /// What was found.
    public var diagnostics: [Diagnostic]
    /// The files that hold events, shares, targets or entered values.
    public var storedFiles: Set<String>
}

extension CompanyReader {
    /// Reads a company, large tables included, or with those that were kept.
    ///
    /// - Parameters:
    ///   - files: The files; those of large tables may be empty when `stored` holds what was in them.
    ///   - stored: The large tables of exactly these files. Nothing is said again of what was found in them.
    ///   - threads: How many threads read a table; the result does not depend on it.
    /// - Returns: Without a model and without an error when `stored` does not belong to this company.
    public static func reading(_ files: [SourceFile], stored: StoredTables? = nil, threads: Int = 2) -> CompanyReading {
        var request = ReadingRequest(files)
        request.tables.division = Division(threads: threads)
        request.stored = stored
        let reader = ReadCompany(request)
        var reading = CompanyReading(
            diagnostics: reader.findings.diagnostics, storedFiles: reader.storedFiles)
        guard !reader.findings.hasErrors, reader.storedFits else { return reading }
        let model = reader.modelWithDoubts
        reading.model = model
        let ofPlans = Linter.findings(in: model) + Linter.doubts(in: model)
        reading.diagnostics = (reading.diagnostics + ofPlans).inReadingOrder()
        return reading
    }
}

extension CompanyModel {
    /// The company with large tables that some reading of the same text left; `nil` when they are not those of the text.
    ///
    /// Nothing else of a company depends on what is in them, so this is what a reading of everything would give.
    public func holding(_ stored: StoredTables) -> CompanyModel? {
        guard stored.fit(eventKinds, splitKinds), let targets = RecordedValues(stored.targets, calendar),
            let entered = RecordedValues(stored.entered, calendar)
        else { return nil }
        var model = self
        model.events = stored.events
        model.splits = stored.splits
        model.targets = targets
        model.entered = entered
        // What is computed from rows is that of these rows.
        if let data = model.accountData { model.events = DerivedRows(data, data.book).filling(model.events) }
        return model
    }
}

extension StoredTables {
    /// Whether the tables have the columns that kinds ask for.
    func fit(_ eventKinds: [EventKind], _ splitKinds: [SplitKind]) -> Bool {
        guard events.count == eventKinds.count, splits.count == splitKinds.count else { return false }
        let eventsFit = zip(eventKinds, events).allSatisfy { kind, table in
            kind.fields.count == table.columns.count
                && zip(kind.fields, table.columns.indices).allSatisfy { field, index in
                    EventColumn.empty(for: field.type).isOfKind(table.columns.bare(index))
                }
        }
        return eventsFit
            && zip(splitKinds, splits).allSatisfy { kind, table in
                table.rowCount == nil || table.rowCount == events[kind.event].rowCount
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
