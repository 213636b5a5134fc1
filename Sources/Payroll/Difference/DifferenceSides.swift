internal import Company
internal import Ledger
internal import Storage
internal import Vesting

/// A version of a company's text.
struct CompanyText {
    let digest: String
    let files: [SourceFile]

    init(_ digest: String, _ snapshot: ReadTransaction) throws(StorageFailure) {
        self.digest = digest
        files = try snapshot.model(digest)
    }
}

/// What a step of the comparison calculates with.
struct DifferenceState {
    var text: CompanyText
    /// Earlier periods that were posted before, each with the text in force for it.
    var earlier: [(period: String, text: CompanyText)]
    var tables: [String: PlainTable]
    var adjustments: [ApprovedAdjustment]
    /// Whether the period itself awards something; against what is posted it comes last.
    var countsOwnPeriod = true
}

/// The two sides of a comparison, and the way from one to the other.
struct DifferenceSides {
    let runs: (first: StoredRun, second: StoredRun)
    let start: DifferenceState
    private let end: DifferenceState
    private let changedRows: [RowChange]
    /// Where the rows of the tables that changed stand.
    private let positions: [String: [String: Int64]]
    private let eventKinds: Set<String>
    private let rateTables: Set<String>
    /// What the ledger says of both sides; `nil` when runs do.
    private var posted: (before: [PaidItem: Int128], after: [PaidItem: Int128])?
    /// The awards that are asked about; all when `nil`.
    private var asked: Set<PaidItem>?

    init(_ first: StoredRun, _ second: StoredRun, _ snapshot: ReadTransaction) throws(StorageFailure) {
        runs = (first, second)
        // A period posted between the two runs was paid by its own run; it is no part of what this one changed.
        let posted = [try snapshot.periodsPosted(before: first.id), try snapshot.periodsPosted(before: second.id)]
        let common = Set(posted[0].map(\.period)).intersection(posted[1].map(\.period))
        let earlier = posted.map { $0.filter { $0.period < first.period && common.contains($0.period) } }
        start = try Self.state(first, earlier[0], snapshot)
        end = try Self.state(second, earlier[1], snapshot)
        changedRows = try RowChange.between(first.dataHead, second.dataHead, snapshot)
        positions = try Self.positions(of: changedRows, snapshot)
        let declared = [start.text, end.text].map { CompanyReader.declaredTables(in: $0.files) }
        eventKinds = Set(declared.flatMap(\.events))
        rateTables = Set(declared.flatMap(\.rates))
    }

    /// From what is posted to a run: the periods posted before it, each under its own rules, with the rows of the last of them,
    /// and at last the period of the run itself.
    ///
    /// - Parameter correcting: Whose corrections alone are asked for; then only the periods that they correct are calculated.
    init?(postedBefore run: StoredRun, correcting person: String?, _ snapshot: ReadTransaction) throws {
        let lives = try snapshot.periodsPosted(before: run.id).filter { $0.period != run.period }
        var heads: [StoredRun] = []
        for life in lives { heads.append(try snapshot.runHead(life.postedRun)) }
        guard let last = heads.max(by: { $0.dataHead < $1.dataHead }) else { return nil }
        let asked = person.map { Self.corrected(of: $0, by: run) }
        self.asked = asked
        var earlier = lives.filter { $0.period < run.period }
        if let person, let asked { earlier = try Self.periods(of: person, asked, earlier, snapshot) }
        runs = (last, run)
        var start = try Self.state(last, earlier, snapshot)
        start.countsOwnPeriod = false
        self.start = start
        var end = try Self.state(run, earlier, snapshot)
        end.countsOwnPeriod = person == nil
        self.end = end
        changedRows = try RowChange.between(last.dataHead, run.dataHead, snapshot)
        positions = try Self.positions(of: changedRows, snapshot)
        let declared = [start.text, end.text].map { CompanyReader.declaredTables(in: $0.files) }
        eventKinds = Set(declared.flatMap(\.events))
        rateTables = Set(declared.flatMap(\.rates))
        let balances = try snapshot.balances(upTo: run.ledgerHead)
        var before: [PaidItem: Int128] = [:]
        for (obligation, accounts) in balances.accounts {
            // What was granted stands below zero on the company's side.
            guard let item = PaidItem(obligation), let earned = accounts[.earned] else { continue }
            before[item] = -Int128(earned)
        }
        posted = (before, before.plus(Self.moved(by: run)).filter { $0.value != 0 })
    }

    private static func positions(
        of rows: [RowChange], _ snapshot: ReadTransaction
    ) throws(StorageFailure) -> [String: [String: Int64]] {
        var positions: [String: [String: Int64]] = [:]
        for table in Set(rows.map(\.kind)) { positions[table] = try snapshot.positions(of: table) }
        return positions
    }

    /// What a run's entries award and take back, by item.
    private static func moved(by run: StoredRun) -> [PaidItem: Int128] {
        run.entries.reduce(into: [:]) { moved, entry in
            guard let item = PaidItem(entry.obligation) else { return }
            if entry.from == .earned { moved[item, default: 0] += Int128(entry.amount) }
            if entry.to == .earned { moved[item, default: 0] -= Int128(entry.amount) }
        }
    }

    /// The earlier awards of a person that a run corrects.
    private static func corrected(of person: String, by run: StoredRun) -> Set<PaidItem> {
        Set(
            run.entries.filter { $0.cause == .correction && $0.obligation.person == person }
                .compactMap { PaidItem($0.obligation) })
    }

    /// The periods whose runs hold these awards of a person; all of them when one of the awards was in none.
    private static func periods(
        of person: String, _ asked: Set<PaidItem>, _ lives: [PeriodLife], _ snapshot: ReadTransaction
    ) throws -> [PeriodLife] {
        var wanted = asked
        var found: [PeriodLife] = []
        for life in lives {
            let items = Set(try snapshot.run(life.postedRun, person: person).lines.map { PaidItem($0) })
            if items.isDisjoint(with: wanted) { continue }
            wanted.subtract(items)
            found.append(life)
        }
        return wanted.isEmpty ? found : lives
    }

    /// The period of both.
    var period: String { runs.second.period }

    private static func state(
        _ run: StoredRun, _ earlier: [PeriodLife], _ snapshot: ReadTransaction
    ) throws(StorageFailure) -> DifferenceState {
        let tables = try snapshot.tables(upTo: run.dataHead)
        let included = Set(run.adjustments)
        var texts: [(String, CompanyText)] = []
        for life in earlier {
            texts.append((life.period, try CompanyText(try snapshot.run(life.postedRun).model, snapshot)))
        }
        return DifferenceState(
            text: try CompanyText(run.model, snapshot), earlier: texts,
            tables: Dictionary(uniqueKeysWithValues: tables.map { ($0.kind, $0) }),
            adjustments: try snapshot.adjustments().filter { included.contains($0.number) }.map(\.asPosted))
    }

    /// What was calculated for the first run, with what was stored where a run stores it.
    func stored(before amounts: [PaidItem: Int128]) -> [PaidItem: Int128] {
        posted.map { concerned($0.before) } ?? Self.stored(runs.first, amounts)
    }

    /// What was calculated for the second run, with what was stored where a run stores it.
    func stored(after amounts: [PaidItem: Int128]) -> [PaidItem: Int128] {
        posted.map { concerned($0.after) } ?? Self.stored(runs.second, amounts)
    }

    /// What of it is asked about.
    func concerned(_ amounts: [PaidItem: Int128]) -> [PaidItem: Int128] {
        guard let asked else { return amounts }
        return amounts.filter { asked.contains($0.key) }
    }

    /// The identifiers that the difference names.
    var names: [String] { posted == nil ? [runs.first.id, runs.second.id] : [runs.second.id] }

    /// A run stores the lines of its own period; the plans' periods that end in it are not those of another pay period.
    private static func stored(_ run: StoredRun, _ amounts: [PaidItem: Int128]) -> [PaidItem: Int128] {
        var own: [PaidItem: Int128] = [:]
        for line in run.lines {
            own[PaidItem(line), default: 0] += Int128(line.amount ?? 0)
        }
        return amounts.merging(own) { $1 }.filter { $0.value != 0 }
    }

    typealias Step = (cause: Cause, apply: (inout DifferenceState) -> Void)

    /// The causes in their order, each with what puts it in place.
    ///
    /// - Parameter person: Whose rows are put in place one by one even when there are many; the others then together.
    func steps(_ rowLimit: Int, person: String? = nil) -> [Step] {
        var steps: [Step] = []
        let (text, earlier) = (end.text, end.earlier)
        let pairs = [(start.text, text)] + zip(start.earlier, earlier).map { ($0.text, $1.text) }
        let changedTexts = pairs.filter { $0.digest != $1.digest }
        if !changedTexts.isEmpty, posted == nil {
            let cause = Cause(kinds: [.rules], lines: Self.changedLines(changedTexts))
            steps.append((cause, { ($0.text, $0.earlier) = (text, earlier) }))
        }
        for kind in [Cause.Kind.organisation, .rates, .targets] {
            let rows = changedRows.filter { self.kind(of: $0.kind) == kind }
            if !rows.isEmpty { steps.append(step(kind, rows)) }
        }
        let events = Dictionary(grouping: changedRows.filter { kind(of: $0.kind) == .events }, by: \.kind)
        for (_, rows) in events.sorted(by: { $0.key < $1.key }) {
            if rows.count <= rowLimit {
                steps += rows.map { step(.events, [$0]) }
                continue
            }
            let own = person.map { id in rows.filter { $0.names(id) } } ?? []
            let single = own.count <= rowLimit ? own : []
            steps += single.map { step(.events, [$0]) }
            let others = single.isEmpty ? rows : rows.filter { !single.contains($0) }
            if !others.isEmpty { steps.append(step(.events, others)) }
        }
        let adjustments = end.adjustments
        let numbers = Set(adjustments.map(\.number)).symmetricDifference(start.adjustments.map(\.number))
        if !numbers.isEmpty {
            let cause = Cause(kinds: [.adjustments], adjustments: numbers.sorted())
            steps.append((cause, { $0.adjustments = adjustments }))
        }
        if posted != nil {
            let counts = end.countsOwnPeriod
            steps.append(
                (Cause(kinds: [.period]), { ($0.text, $0.earlier, $0.countsOwnPeriod) = (text, earlier, counts) }))
        }
        return steps
    }

    /// The lines that changed for the period, then those that changed for an earlier one alone.
    private static func changedLines(_ texts: [(CompanyText, CompanyText)]) -> [TextChange] {
        var seen: Set<TextChange> = []
        return texts.flatMap { TextComparison.changes(from: $0.files, to: $1.files) }
            .filter { seen.insert($0).inserted }
    }

    private func kind(of table: String) -> Cause.Kind {
        if eventKinds.contains(table) { return .events }
        if rateTables.contains(table) || table == "exchange_rates" { return .rates }
        switch AwardTable(rawValue: table)?.content {
        case .events: return .events
        case .values: return .targets
        case nil: return ["targets", "entered"].contains(table) ? .targets : .organisation
        }
    }

    private func step(_ kind: Cause.Kind, _ rows: [RowChange]) -> Step {
        let target = end.tables
        let positions = positions
        return (
            Cause(kinds: [kind], rows: rows),
            { state in
                for (table, changes) in Dictionary(grouping: rows, by: \.kind) {
                    let keys = Set(changes.map(\.key))
                    state.tables[table] = (state.tables[table] ?? PlainTable(kind: table, columns: []))
                        .replacing(keys, from: target[table], positions[table] ?? [:])
                }
            }
        )
    }
}

extension PlainTable {
    /// The table with some rows as another version of the same workspace has them: there, changed or gone, each in its place.
    ///
    /// - Parameter positions: Where each row stands, as ``ReadTransaction/positions(of:)`` gives it.
    fileprivate func replacing(
        _ keys: Set<String>, from other: PlainTable?, _ positions: [String: Int64]
    ) -> PlainTable {
        var kept = self
        kept.rows.removeAll { keys.contains($0.key) }
        guard var taken = other else { return kept }
        taken.rows.removeAll { !keys.contains($0.key) }
        let joined = PlainTable.overlay([taken], on: [kept]).first ?? kept
        return PlainTable(
            kind: kind, columns: joined.columns,
            rows: joined.rows.sorted { (positions[$0.key] ?? .max) < (positions[$1.key] ?? .max) })
    }
}

extension RowChange {
    /// Whether a cell of it, before or after, is this identifier.
    fileprivate func names(_ id: String) -> Bool { before.values.contains(id) || after.values.contains(id) }
}

extension PaidItem {
    /// The item of a line.
    init(_ line: RunLine) {
        self.init(person: line.person, plan: line.plan, component: line.component, period: line.period)
    }
}
