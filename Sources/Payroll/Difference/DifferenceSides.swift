internal import Company
internal import Ledger
internal import Storage

/// What a step of the comparison calculates with.
struct DifferenceState {
    var text: [SourceFile]
    var tables: [String: PlainTable]
    var adjustments: [ApprovedAdjustment]
}

/// The two sides of a comparison, and the way from one to the other.
struct DifferenceSides {
    let start: DifferenceState
    private let end: DifferenceState
    private let plans: [PlanLines]
    private let eventKinds: Set<String>
    private let rateTables: Set<String>

    init(_ first: StoredRun, _ second: StoredRun, _ snapshot: Reading) throws(StorageFailure) {
        start = try Self.state(first, snapshot)
        end = try Self.state(second, snapshot)
        let declared = [start.text, end.text].map { CompanyReader.declaredTables(in: $0) }
        eventKinds = Set(declared.flatMap(\.events))
        rateTables = Set(declared.flatMap(\.rates))
        plans = [PlanLines(start.text, isLater: false), PlanLines(end.text, isLater: true)]
    }

    private static func state(_ run: StoredRun, _ snapshot: Reading) throws(StorageFailure) -> DifferenceState {
        let tables = try snapshot.tables(upTo: run.dataHead)
        let included = Set(run.adjustments)
        return DifferenceState(
            text: try snapshot.model(run.model), tables: Dictionary(uniqueKeysWithValues: tables.map { ($0.kind, $0) }),
            adjustments: try snapshot.adjustments().compactMap(\.approved).filter { included.contains($0.number) })
    }

    typealias Step = (cause: Cause, apply: (inout DifferenceState) -> Void)

    /// The causes in their order, each with what puts it in place.
    func steps(_ rowLimit: Int) -> [Step] {
        var steps: [Step] = []
        let lines = TextComparison.changes(from: start.text, to: end.text, plans)
        if !lines.isEmpty {
            let text = end.text
            steps.append((Cause(kinds: [.rules], lines: lines), { $0.text = text }))
        }
        let changed = changedRows
        for kind in [Cause.Kind.organisation, .rates, .targets] {
            let rows = changed.filter { self.kind(of: $0.kind) == kind }
            if !rows.isEmpty { steps.append(step(kind, rows)) }
        }
        let events = Dictionary(grouping: changed.filter { kind(of: $0.kind) == .events }, by: \.kind)
        for (_, rows) in events.sorted(by: { $0.key < $1.key }) {
            steps += rows.count <= rowLimit ? rows.map { step(.events, [$0]) } : [step(.events, rows)]
        }
        let adjustments = end.adjustments
        let numbers = Set(adjustments.map(\.number)).symmetricDifference(start.adjustments.map(\.number))
        if !numbers.isEmpty {
            let cause = Cause(kinds: [.adjustments], adjustments: numbers.sorted())
            steps.append((cause, { $0.adjustments = adjustments }))
        }
        return steps
    }

    private func kind(of table: String) -> Cause.Kind {
        if eventKinds.contains(table) || table == "spot" { return .events }
        if rateTables.contains(table) || table == "exchange_rates" { return .rates }
        return ["targets", "entered", "goals"].contains(table) ? .targets : .organisation
    }

    private func step(_ kind: Cause.Kind, _ rows: [RowChange]) -> Step {
        let target = end.tables
        return (
            Cause(kinds: [kind], rows: rows),
            { state in
                for (table, changes) in Dictionary(grouping: rows, by: \.kind) {
                    let keys = Set(changes.map(\.key))
                    state.tables[table] = (state.tables[table] ?? PlainTable(kind: table, columns: []))
                        .replacing(keys, from: target[table])
                }
            }
        )
    }

    private var changedRows: [RowChange] {
        Set(start.tables.keys).union(end.tables.keys).sorted().flatMap { kind -> [RowChange] in
            let before = start.tables[kind]?.cellsByKey ?? [:]
            let after = end.tables[kind]?.cellsByKey ?? [:]
            return Set(before.keys).union(after.keys).sorted().compactMap { key in
                before[key] == after[key]
                    ? nil : RowChange(kind: kind, key: key, before: before[key] ?? [:], after: after[key] ?? [:])
            }
        }
    }
}

extension PlainTable {
    /// The cells of each row that are not empty, by column.
    fileprivate var cellsByKey: [String: [String: String]] {
        Dictionary(
            rows.map { row in
                (row.key, Dictionary(uniqueKeysWithValues: zip(columns, row.cells).filter { !$0.1.isEmpty }))
            }, uniquingKeysWith: { _, later in later })
    }

    /// The table with some rows as another version has them: there, changed or gone.
    fileprivate func replacing(_ keys: Set<String>, from other: PlainTable?) -> PlainTable {
        var kept = self
        kept.rows.removeAll { keys.contains($0.key) }
        guard var taken = other else { return kept }
        taken.rows.removeAll { !keys.contains($0.key) }
        let joined = PlainTable.overlay([taken], on: [kept]).first ?? kept
        return PlainTable(kind: kind, columns: joined.columns, rows: joined.rows.sorted { $0.key < $1.key })
    }
}
