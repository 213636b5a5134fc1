public import Formulas
internal import Periods
internal import Quantities

/// Reads the files of a company folder into a ``CompanyModel``.
///
/// Every file is read to its end whatever is found in it, so that one pass shows all faults.
public final class CompanyReader {
    /// How many bytes a YAML file may have: what is larger was not written by a person.
    public static let textLimit = 8 << 20

    let findings: Findings
    var files: [SourceFile]
    /// Files that lie beside them and that nothing reads.
    let otherFiles: [SourceFile]
    /// What is supposed beside the files.
    let scenario: Scenario
    /// How tables are divided among threads.
    var division = Division()
    /// The plans that the scenario defines.
    var supposedPlans: Set<String> = []
    /// The scenario's changes of rows, by the word for their table.
    var supposedChanges: [String: [SupposedChange]] = [:]
    /// The changes whose row was found.
    var foundChanges: Set<Place> = []
    /// Where the rows were written that the scenario adds, by the path that stands for them.
    var supposedRowPlaces: [String: Place] = [:]
    var sections: [Section: [Definition]] = [:]
    var names = Names(currency: .unknown)
    var companyName = LocalizedText("")
    var calendar = YearCalendar.civil
    var workingCalendar = WorkingCalendar.fiveDays
    var records: [String: RecordTable] = [:]
    var tableSpecs: [String: TableSpec] = [:]
    /// What is said of all tables.
    var usualDeclaration = TableDeclaration()
    /// Other spellings by the kind and the id of their record.
    var aliases: [String: [String: [String]]] = [:]
    /// Where they are written.
    var aliasPlaces: [(kind: String, id: String, place: Place)] = []
    /// Gives tables that are kept elsewhere.
    var keptTables: ((Set<String>) -> [PlainTable])?
    /// The records among them, by whose names cells may call them, once somebody has asked.
    var keptRecords: [String: [KnownRecord]] = [:]
    /// Shares of owners that stand in cells of events, by the kind of events.
    var ownersShares: [Int: [OwnersShares]] = [:]
    /// The columns with which each table was read.
    var readColumns: [String: [TableSchema.Column]] = [:]
    /// The tables of which an entry was proposed.
    var proposedTables: Set<String> = []
    /// Where the type of a declared field is written, by `name:type`.
    var fieldPlaces: [String: Place] = [:]
    /// The rows that were set aside, with the file they stand in, by what the table holds.
    var setAside: [String: (file: String, rows: SetAsideRows)] = [:]
    /// The tables that something was read from.
    var readPaths: Set<String> = []
    /// What each table holds, by its path.
    var tableKinds: [String: String] = [:]
    /// Takes the tables as they are read, when somebody wants to keep them.
    var shelf: TableShelf?
    /// The tables that are read; all when `nil`.
    var wantedTables: Set<String>?
    /// Whether the tables are kept rows: named by their kind, with the company's own field names.
    var readsPlainTables = false
    /// The kept tables of which no row is left, nor a word about their columns.
    var bareTables: Set<String> = []
    /// The unit above each unit, as written.
    var unitParents: [String: (parent: String, place: Place)] = [:]
    /// The positions that no plan is meant to pay.
    var unpaidPositions: Set<String> = []
    /// Where each assignment stands.
    var assignmentPlaces: [Place] = []
    /// How many rows the assignment tables have, including those set aside.
    var assignmentRows = 0
    /// The large tables, when they were read before.
    var stored: StoredTables?
    /// Whether the targets and entered values among them could be taken.
    var valuesFit = true
    var eventTables: [EventTable] = []
    var splitTables: [SplitTable] = []
    /// The computed values of events, until the fields and rates they use are known.
    var computedValues: [(event: Int, entry: Entry)] = []
    var exchangeRates = ExchangeRates()
    /// What names events, until they are all read.
    var namedEvents: [NamedEvents] = []
    var assignments: [Assignment] = []
    var assignmentColumns: [EventColumn] = []
    var organisation = Organisation(assignments: [], people: 0, unitParents: [])
    var teams = Teams()
    var parameters: [Parameter] = []
    var metrics: [Metric] = []
    /// How much there is to calculate behind each metric, once all of them are read.
    var metricSizes: [FormulaSize] = []
    /// The metrics through which each asks for a field of the person, as far as they were looked at.
    var chainsToPerson: [Int: [Int]] = [:]
    var targets = RecordedValues()
    var entered = RecordedValues()
    var awardRows = AwardRows()
    var plans: [Plan] = []
    var reports: [Report] = []
    var ledgerRules = LedgerRules()
    /// Who alone may approve, as it is written; `nil` when everybody may whom a run does not pay.
    var approvers: Entry?

    /// A top-level key of the YAML files.
    enum Section: String, CaseIterable {
        case company, parameters, records, positions, units, tables, events, splits, metrics, plans, reports
        case rateTables = "rate_tables"
    }

    /// One named definition of a section.
    struct Definition {
        let name: String
        let key: Entry
        let value: Entry
    }

    init(_ files: [SourceFile], _ scenario: Scenario = Scenario()) {
        self.files = files.filter { $0.isText || $0.isTable }.sorted { $0.path < $1.path }
        otherFiles = files.filter { !$0.isText && !$0.isTable }.sorted { $0.path < $1.path }
        self.scenario = scenario
        findings = Findings(files + scenario.definitions)
    }

    /// The company, and everything found while reading it.
    ///
    /// The model is `nil` when an error was found. Warnings and notes do not stop anything.
    public static func read(_ files: [SourceFile]) -> (model: CompanyModel?, diagnostics: [Diagnostic]) {
        let reading = reading(files)
        return (reading.model, reading.diagnostics)
    }

    /// Order matters: what is named must be known before what names it.
    func readEverything() {
        readDocuments()
        supposeDefinitions()
        readCompany()
        if !readsPlainTables {
            readTableSpecs()
            recallTables()
        }
        readRecordKinds()
        readEventKinds()
        supposeRows()
        readAliases()
        readRecordTables()
        checkAliases()
        readOrganisation()
        readTeams()
        readExchangeRates()
        readEvents()
        readRateTables()
        readComputedValues()
        readParameters()
        readMetrics()
        readTargets()
        for table in AwardTable.allCases { table.read(self) }
        readPlans()
        checkApprovers()
        readReports()
        gatherNamedEvents()
        reportUnreadTables()
        reportOtherFiles()
        reportUnfoundRows()
    }

    var model: CompanyModel {
        CompanyModel(
            name: companyName, currency: names.currency, calendar: calendar, workingCalendar: workingCalendar,
            records: records, assignmentKind: names.assignmentKind, assignmentColumns: assignmentColumns,
            organisation: organisation, teams: teams, eventKinds: names.eventKinds, events: eventTables,
            splitKinds: names.splitKinds, splits: splitTables, parameters: parameters, metrics: metrics,
            aggregates: names.aggregates, targets: targets, entered: entered, awardRows: awardRows,
            plans: plans, reports: reports, ledgerRules: ledgerRules,
            unpaidPositions: Set(unpaidPositions.compactMap { records[BuiltInKind.position]?.number(of: $0) }))
    }
}

extension CompanyReader {
    /// The company with what would silently pay wrong, for those who calculate it.
    var modelWithDoubts: CompanyModel {
        var model = self.model
        model.doubts = (findings.doubts + Linter.doubts(in: model)).inReadingOrder()
        return model
    }
}

// MARK: - Documents and sections

extension CompanyReader {
    func readDocuments() {
        let texts = files.filter(\.isText)
        if texts.isEmpty {
            findings.report(
                "no-company", at: nil,
                LocalizedText(
                    en: "there is no YAML file in this folder, so there is no company",
                    ru: "в папке нет ни одного файла YAML, значит, нет и компании"),
                advice: .makeCompany)
        }
        for file in texts { readDocument(file) }
    }

    /// Reads a YAML file and puts its definitions beside those of the others.
    func readDocument(_ file: SourceFile) {
        guard let text = yamlText(file) else {
            findings.unreadable.append(file.path)
            return
        }
        let document = YAMLDocument(path: file.path, text: text) { findings.add($0) }
        if !document.isReadable { findings.unreadable.append(file.path) }
        guard let root = document.root else { return }
        collectSections(Entry(node: root, document: document))
    }

    private func yamlText(_ file: SourceFile) -> String? {
        guard file.content.count <= Self.textLimit else {
            findings.report(
                "too-large", at: Place(file: file.path),
                LocalizedText(
                    en: "a YAML file may have \(Self.textLimit >> 20) MB; this one has more",
                    ru: "файл YAML может занимать \(Self.textLimit >> 20) МБ, а этот больше"),
                remedy: LocalizedText(en: "data belongs in CSV tables", ru: "данным место в таблицах CSV"))
            return nil
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            findings.report(
                "encoding", at: Place(file: file.path),
                LocalizedText(en: "the file is not UTF-8 text", ru: "файл не в кодировке UTF-8"),
                remedy: LocalizedText(en: "save it as UTF-8", ru: "сохраните его в UTF-8"))
            return nil
        }
        return text
    }

    private func collectSections(_ root: Entry) {
        guard let fields = Fields(root, findings) else { return }
        for section in Section.allCases {
            guard let entry = fields.take(section.rawValue) else { continue }
            if section == .company {
                sections[section, default: []].append(Definition(name: "company", key: entry, value: entry))
            } else if let pairs = entry.pairs {
                sections[section, default: []] += pairs.compactMap { key, value in
                    findings.text(key).map { Definition(name: $0, key: key, value: value) }
                }
            } else if entry.text != nil || entry.isList {
                findings.expected(
                    LocalizedText(en: "a mapping of names", ru: "список вида «имя: описание»"), at: entry,
                    remedy: LocalizedText(
                        en: "write '\(section.rawValue):' and below it, indented, 'name: …'",
                        ru: "пишите «\(section.rawValue):», а ниже с отступом «имя: …»"))
            }
        }
        fields.finish()
    }

    /// The definitions of a section; a name defined twice is reported and the first one kept.
    func definitions(_ section: Section) -> [Definition] {
        // Formulas name metrics and parameters alike, and tables name records, events and splits alike.
        var seen: [String: Definition] = [:]
        for other in section.sharingNames {
            for definition in sections[other] ?? [] { seen[definition.name] = seen[definition.name] ?? definition }
        }
        return (sections[section] ?? []).filter { definition in
            if let first = seen[definition.name] {
                findings.report(
                    "duplicate-name", at: definition.key.place,
                    LocalizedText(
                        en: "'\(definition.name)' is defined already, at \(first.key.place.address)",
                        ru: "«\(definition.name)» уже есть: \(first.key.place.address)"),
                    remedy: section == .tables
                        ? LocalizedText(en: "merge both into one", ru: "объедините обе записи в одну")
                        : LocalizedText(en: "rename one of them", ru: "переименуйте одно из них"))
                return false
            }
            seen[definition.name] = definition
            checkName(definition.name, definition.key, section)
            return true
        }
    }

    /// Names that formulas use must be identifiers.
    private func checkName(_ name: String, _ entry: Entry, _ section: Section) {
        guard [.parameters, .metrics, .events, .splits, .records, .rateTables].contains(section) else { return }
        checkName(name, entry)
    }

    /// A name that a formula may have to write.
    func checkName(_ name: String, _ entry: Entry) {
        let parsed = Parser.parse(name)
        if parsed.faults.isEmpty, case .name(let path, _) = parsed.syntax, path.count == 1 { return }
        findings.report(
            "bad-name", at: entry.place,
            LocalizedText(
                en: "'\(name)' cannot be a name: formulas could not use it",
                ru: "«\(name)» не годится как имя: его нельзя написать в формуле"),
            remedy: LocalizedText(
                en: "use letters of any script, digits and '_'; begin with a letter",
                ru: "пишите буквы любого алфавита, цифры и «_», начните с буквы"))
    }
}

extension CompanyReader.Section {
    /// The sections read before this one whose names it may not repeat.
    fileprivate var sharingNames: [CompanyReader.Section] {
        switch self {
        case .metrics: [.parameters]
        case .events: [.records]
        case .splits: [.records, .events]
        case .rateTables: [.records, .events, .splits]
        default: []
        }
    }
}

extension SourceFile {
    /// Whether it is YAML.
    var isText: Bool { hasExtension("yaml") || hasExtension("yml") }

    /// Whether it is a table.
    var isTable: Bool { isAnswer || hasExtension("csv") || isSheet }

    /// Whether it is a sheet of a workbook, written as CSV by whoever read the file.
    var isSheet: Bool { CompanyReader.workbookEndings.contains { hasExtension($0) } }

    private func hasExtension(_ name: String) -> Bool { path.lowercased().hasSuffix("." + name) }
}
