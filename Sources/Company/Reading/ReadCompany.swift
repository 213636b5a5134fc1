internal import Formulas
internal import Messages
internal import Periods

/// A company as it was read, step by step: each step is a value made of those before it, and none looks ahead.
///
/// What is found is added to the findings as it comes; what came of each table to its log.
struct ReadCompany {
    let findings: Findings
    let documents: Documents
    let settings: CompanySettings
    /// Everything that formulas may name; each step that defines names adds its own.
    let names: Names
    let tables: TableSource
    let records: Records
    let organisation: CompanyOrganisation
    let teams: Teams
    /// What is said of key accounts; `nil` when the company keeps no book of them.
    let accounts: AccountSettings?
    let events: Events
    let parameters: [Parameter]
    let metrics: [Metric]
    /// Targets and entered values; `nil` when those that were stored do not fit.
    let values: WrittenValues?
    /// The rows of the tables that awards are paid by.
    let awardRows: AwardRows
    let plans: [Plan]
    let reports: [Report]
    private let stored: StoredTables?

    init(_ request: ReadingRequest) {
        let findings = Findings(request.files + request.scenario.definitions)
        let files = CompanyFiles(request.files)
        let own = Documents(ofCompany: files.texts, findings)
        let supposed = SupposedDefinitions(own, request.scenario, findings)
        let documents = supposed.documents
        let settings = CompanySettings(documents, findings)
        let entries = request.tables.arePlain ? TableEntries() : TableEntries(recalling: documents, files, findings)
        let kinds = Kinds(documents, settings.currency, findings)
        let names = kinds.names
        let bare = TableSource(
            files, entries, request.tables, names, settings.calendar,
            SupposedRows(request.scenario, names, findings), findings)

        let spelt = bare.knowing(Aliases(bare, findings))
        let records = Records(documents, spelt, findings)
        let tables = spelt.knowing(records)
        let finder = RecordFinder(tables)
        tables.known.aliases.check(names.recordKinds, finder, findings)
        let organisation = CompanyOrganisation(records, tables, findings)
        teams = Teams(tables, findings)
        let positions = records.tables[BuiltInKind.position]?.ids ?? []
        let settled = AccountSettingsReader.read(documents, names, findings)
        let accounts = JobBookReader.adding(to: settled, documents, names, positions: positions, findings)
        self.accounts = accounts
        let rates = ExchangeRatesReader(currency: settings.currency, tables: tables, findings: findings).read()
        let entered = request.stored.map { Events($0, tables) } ?? Events(rates, tables, findings)
        let events = entered.deriving(accounts, names, records, organisation, teams, settings, findings)

        RateTablesReader(documents, tables, findings).read()
        ComputedValuesReader(written: kinds.computed, names: names, findings: findings).read()
        let parameters = ParametersReader.read(documents, names, findings)
        let chains = MetricsReader(documents: documents, names: names, parameters: parameters, findings: findings)
            .read()
        let formulas = FormulaReader(names: names, chains: chains, parameters: parameters, findings: findings)
        metrics = chains.metrics
        if let stored = request.stored {
            values = WrittenValues(stored, tables)
        } else {
            values = WrittenValues(metrics, tables, findings)
        }
        var awardRows = AwardRows()
        for table in AwardTable.allCases { table.read(tables, findings, into: &awardRows) }
        self.awardRows = awardRows
        plans = PlanReader(documents, supposed.plans, finder, formulas, findings).read()
        // Rows that were kept are not asked: who has left since may stand in the text of an earlier period.
        if let approvers = settings.approvers, !request.tables.arePlain {
            ApproverCheck(
                people: records.tables[BuiltInKind.person], organisation: organisation.organisation, plans: plans,
                findings: findings
            ).check(approvers)
        }
        reports = ReportsReader(documents: documents, plans: plans, formulas: formulas, findings: findings).read()

        // By now everything has been asked for that is looked up in events which others name.
        self.events = request.stored == nil ? events.gathered(names) : events
        tables.reportUnread(among: documents.tableNames)
        OtherFiles.report(tables.files.others, entries, documents.tableNames, findings)
        tables.reportUnfoundRows { events.ids(of: $0) }
        self.findings = findings
        self.documents = documents
        self.settings = settings
        self.names = names
        self.tables = tables
        self.records = records
        self.organisation = organisation
        self.parameters = parameters
        stored = request.stored
    }
}

// MARK: - What is made of it

extension ReadCompany {
    /// The company.
    var model: CompanyModel {
        CompanyModel(
            name: settings.name, currency: names.currency, calendar: settings.calendar,
            workingCalendar: settings.workingCalendar, records: records.tables, assignmentKind: names.assignmentKind,
            assignmentColumns: organisation.columns, organisation: organisation.organisation, teams: teams,
            eventKinds: names.eventKinds, events: events.tables, splitKinds: names.splitKinds, splits: events.splits,
            parameters: parameters, metrics: metrics, aggregates: names.aggregates,
            targets: values?.targets ?? RecordedValues(), entered: values?.entered ?? RecordedValues(),
            awardRows: awardRows,
            plans: plans, accounts: accounts, reports: reports, ledgerRules: settings.ledgerRules,
            unpaidPositions: Set(
                records.unpaidPositions.compactMap { records.tables[BuiltInKind.position]?.number(of: $0) }))
    }

    /// The company with what would silently pay wrong, for those who calculate it.
    var modelWithDoubts: CompanyModel {
        var model = self.model
        model.doubts = (findings.doubts + Linter.doubts(in: model)).inReadingOrder()
        return model
    }

    /// The company out of rows that were kept, unless something is wrong.
    var modelOfKeptRows: CompanyModel? {
        findings.hasErrors || !storedFits ? nil : modelWithDoubts
    }

    /// Whether the tables taken have the columns that this company's text asks for.
    var storedFits: Bool {
        guard let stored else { return true }
        return values != nil && stored.fit(names.eventKinds, names.splitKinds)
    }

    /// The files that hold events, shares, targets or entered values.
    var storedFiles: Set<String> {
        let kinds = Set(names.eventKinds.map(\.name) + names.splitKinds.map(\.name) + ["targets", "entered"])
        return Set(tables.log.kinds.filter { kinds.contains($0.value) }.keys)
    }

    /// Everything found; what concerns a supposed row at the place where it is written.
    var diagnostics: [Diagnostic] { tables.supposed.placed(findings.diagnostics) }
}
