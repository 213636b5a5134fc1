/// What a company is read out of, and how.
struct ReadingRequest {
    /// The files of its folder.
    var files: [SourceFile]
    /// What is supposed beside them.
    var scenario = Scenario()
    /// The large tables, when they were read before.
    var stored: StoredTables?
    /// How tables are read.
    var tables = TableOptions()

    /// Reads the files of a folder.
    init(_ files: [SourceFile], supposing scenario: Scenario = Scenario()) {
        self.files = files
        self.scenario = scenario
    }

    /// Reads tables that are kept.
    ///
    /// - Parameter files: Files of more such rows.
    init(
        _ text: [SourceFile], _ kept: [TableText], beside files: [SourceFile] = [], supposing scenario: Scenario,
        stored: StoredTables?
    ) {
        let composed = kept.map { SourceFile(path: $0.kind + ".csv", bytes: $0.bytes) }
        self.init(text.filter { !$0.isTable } + composed + files, supposing: scenario)
        self.stored = stored
        tables.arePlain = true
        tables.bare = Set(kept.filter(\.isBare).map { $0.kind + ".csv" })
    }
}
