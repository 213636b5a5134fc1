public import Calculation
public import Company
internal import Messages
internal import Storage

/// Says step by step what the rows of a workspace that have come since a company was read change in it.
///
/// Followed are events, their shares, targets, entered values and assignments. When a row of any other table has changed, a person
/// or an exchange rate, when a text is new to the company, or when more has come than is worth following, it has to be read anew.
public struct CompanyFollower: Sendable {
    /// How far the company has been followed, as ``Storage/ReadTransaction/factHead``.
    public private(set) var head: Int64
    private let first: Int64
    private let text: [SourceFile]
    private let large: Set<String>
    private let declared: CompanyReader.DeclaredEvents
    private var rows: RowFollower

    /// More changed rows than this are not followed: reading everything is quicker.
    static let mostRows = 5_000

    /// Follows a company that was read of a text and rows.
    ///
    /// - Parameter head: How far the rows in it reach.
    public init(_ model: CompanyModel, text: [SourceFile], head: Int64) {
        self.head = head
        first = head
        self.text = text
        large = CompanyReader.declaredTables(in: text).large
        declared = CompanyReader.declaredEvents(in: text)
        rows = RowFollower(model)
    }

    /// What the rows of one record change.
    public struct Step: Sendable {
        /// How far the rows reach after it.
        public let head: Int64
        /// When they came.
        public let at: String
        /// The changes in the order in which they are to be made, each with what it comes from.
        public let changes: [(change: LiveChange, cause: RowCause)]
    }

    /// What has happened since.
    public enum Outcome: Sendable {
        /// Nothing.
        case nothing
        /// Rows have come by these records.
        case steps([Step])
        /// The company has to be read anew.
        case anew
    }

    /// What the rows that have come since change.
    ///
    /// - Throws: What the storage refuses. After ``Outcome/anew`` the follower knows nothing any more.
    public mutating func next(_ cycle: PayCycle) throws -> Outcome {
        let known = head
        let steps = try cycle.workspace.read { try $0.factSteps(since: known, limit: Self.mostRows) }
        guard let steps else { return .anew }
        if steps.isEmpty { return .nothing }
        var found: [Step] = []
        for step in steps {
            guard let changes = try changes(to: step.head, cycle) else { return .anew }
            found.append(Step(head: step.head, at: step.at, changes: changes))
            head = step.head
        }
        return .steps(found)
    }

    private mutating func changes(
        to next: Int64, _ cycle: PayCycle
    ) throws -> [(change: LiveChange, cause: RowCause)]? {
        let (head, first, large, declared) = (self.head, self.first, self.large, self.declared)
        let read = try cycle.workspace.read { snapshot -> RowsBeside? in
            let changes = try snapshot.changes(from: head, to: next)
            let others = changes.contains { !large.contains($0.kind) && $0.kind != RowCause.assignments }
            if others { return nil }
            return try RowsBeside(changes, declared, upTo: next, since: first, snapshot)
        }
        guard let read else { return nil }
        if read.isEmpty { return [] }
        let small = try cycle.smallTables(upTo: next)
        guard let news = CompanyReader.model(text: text, tables: small + read.tables) else { return nil }
        var found: [(change: LiveChange, cause: RowCause)] = []
        if read.movesAssignments {
            guard let changes = rows.assignments(news: news) else { return nil }
            if !changes.isEmpty {
                found.append((change: .assignments(changes), cause: RowCause(kind: RowCause.assignments)))
            }
        }
        for table in RecordedTable.all {
            let own = read.recorded.filter { $0.kind == table.name }
            if own.isEmpty { continue }
            guard let before = CompanyReader.model(text: text, tables: small + read.tablesBefore),
                let followed = rows.recorded(own, isTarget: table == .targets, before: before, news: news)
            else { return nil }
            found += followed.map { (change: LiveChange($0.change), cause: RowCause($0.row, kind: table.name)) }
        }
        guard let events = rows.events(read.events, news: news) else { return nil }
        return found + events.map { (change: LiveChange($0.change), cause: RowCause($0.row, kind: "")) }
    }
}

/// The row that a change of pay comes from.
public struct RowCause: Hashable, Sendable {
    /// What became of it.
    public enum Deed: Hashable, Sendable {
        /// It came.
        case came
        /// It is another one.
        case changed
        /// It left.
        case left
    }

    /// Its table: a kind of events, `targets`, `entered`, `assignments`.
    public let kind: String
    /// What identifies it; of a target its metric, whom it is for and its period.
    public let key: [String]
    /// What became of it.
    public let deed: Deed

    /// The table of assignments, whose changes are one.
    public static let assignments = "assignments"

    init(kind: String) {
        (self.kind, key, deed) = (kind, [], .changed)
    }

    /// Names a row by its table and the cells of its key, which U+001F separates.
    public init(kind: String, key: String, deed: Deed) {
        self.kind = kind
        self.key = key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        self.deed = deed
    }

    init(_ row: RowFollower.Row?, kind: String) {
        guard let row else {
            self.init(kind: kind)
            return
        }
        self.init(
            kind: row.kind, key: row.key, deed: !row.wasThere ? .came : row.isThere ? .changed : .left)
    }
}

extension RecordedTable {
    static let all: [RecordedTable] = [.targets, .entered]

    var name: String {
        switch self {
        case .targets: "targets"
        case .entered: "entered"
        }
    }
}

extension LiveChange {
    init(_ change: RowFollower.LiveRowChange) {
        switch change {
        case .event(let change): self = .event(change)
        case .recorded(let isTarget, let key, let value):
            self = .recorded(
                RecordedChange(
                    isTarget ? .targets : .entered, metric: key.metric, subject: key.subject, period: key.period,
                    value: value))
        case .assignments(let changes): self = .assignments(changes)
        }
    }
}
