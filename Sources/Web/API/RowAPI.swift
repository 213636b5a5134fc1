internal import Company
internal import Foundation
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Storage

/// Targets, entered values and assignments for programs: rows known by what makes each the only one of its table.
enum RowAPI {
    /// A table whose rows have addresses.
    enum Table: String, Sendable, CaseIterable {
        case targets, entered, assignments

        /// The columns that identify a row, in the order of its address.
        var keys: [String] {
            switch self {
            case .targets, .entered: ["metric", "subject", "period"]
            case .assignments: ["person", "position", "unit", "from"]
            }
        }
    }

    static func show(_ table: Table, _ asked: Asked) throws -> Answer {
        let name = RowName(table, asked)
        guard let row = try asked.site.company.workspace.read({ try name.row(in: $0) }) else { throw Problem.absent }
        return APIValues.answer(name.value(row))
    }

    static func put(_ table: Table, _ asked: Asked, _ permit: Permit<Everybody>) throws -> Answer {
        let name = RowName(table, asked)
        let cycle = try asked.site.company.cycle()
        let known = Set(cycle.sentColumns()[table.rawValue] ?? [])
        let fields = asked.body["fields"]?.members ?? [:]
        let others = fields.keys.filter { table.keys.contains($0) || !known.contains($0) }.sorted()
        guard others.isEmpty else {
            let own = known.subtracting(table.keys).sorted()
            throw Problem.invalid(
                others.map { BodyFault(pointer: "/fields/\($0)", text: APIWords.unknown(own)) }, code: "bad-row")
        }
        let cells = fields.mapValues(\.cell).merging(name.cells) { _, own in own }
        let outcome = try name.versioned(asked) { condition in
            try cycle.takeRows(
                [SentRow(kind: table.rawValue, cells: cells)], source: name.source,
                by: try principal(asked, permit), onlyIf: condition)
        }.outcomes.first
        guard case .kept(let kept)? = outcome else {
            let found = if case .rejected(let found)? = outcome { found } else { [Diagnostic]() }
            throw Problem.invalid(found.map { BodyFault(pointer: "/fields", text: $0.words) }, code: "bad-row")
        }
        guard let row = try cycle.workspace.read({ try name.row(in: $0) }) else { throw Problem.absent }
        var answer = APIValues.answer(name.value(row))
        if kept == .accepted {
            answer.status = 201
            answer = answer.with("Location", asked.setting.here)
        }
        return answer
    }

    static func cancel(_ table: Table, _ asked: Asked, _ permit: Permit<Everybody>) throws -> Answer {
        let name = RowName(table, asked)
        let cycle = try asked.site.company.cycle()
        guard let row = try cycle.workspace.read({ try name.row(in: $0) }) else { throw Problem.absent }
        try EventAPI.cancelling {
            try name.versioned(asked) { condition in
                try cycle.cancelRow(
                    row.key, of: table.rawValue, source: name.source, by: try principal(asked, permit),
                    onlyIf: condition)
            }
        }
        return Answer(status: 204, type: "application/json", bytes: [])
    }

    /// Rows are taken in by whoever may; the right to set targets is enough for targets and what is entered by hand.
    private static func principal(_ asked: Asked, _ permit: Permit<Everybody>) throws -> Principal {
        let principal = try asked.principal(permit.reader)
        guard principal.may(.setTargets), !principal.may(.importRows), let person = principal.person else {
            return principal
        }
        let taking = Principal(
            person: person, rights: principal.rights.joined(with: Rights([.importRows: .all])), team: principal.team)
        return principal.request.map { taking.acting(by: $0) } ?? taking
    }
}

/// A row by what identifies it.
struct RowName {
    private let table: RowAPI.Table
    /// The cells that identify it.
    let cells: [String: String]
    let source: String

    init(_ table: RowAPI.Table, _ asked: Asked) {
        self.table = table
        cells = Dictionary(
            uniqueKeysWithValues: table.keys.map { name in
                let text = asked.part(name).precomposedStringWithCanonicalMapping
                // A row of the company has no subject.
                return (name, name == "subject" && text == "-" ? "" : text)
            })
        source = asked.query["source"] ?? ""
    }

    /// As the table knows it: the cells that identify it, in the order of the table's columns.
    private var key: String { table.keys.map { cells[$0] ?? "" }.joined(separator: "\u{1F}") }

    func row(in books: ReadTransaction) throws -> RowSince? {
        try books.rows(of: table.rawValue, keys: [key]).first { $0.source == source }
    }

    /// As programs read it.
    func value(_ row: RowSince) -> JSONValue {
        let all = zip(row.columns, row.now?.cells ?? []).filter { !$1.isEmpty && cells[$0] == nil }
        var members = cells.mapValues(JSONValue.text)
        members["source"] = .text(source)
        members["fields"] = .object(Dictionary(all.map { ($0, JSONValue.text($1)) }) { first, _ in first })
        return .object(members)
    }

    /// Writes only over the version that whoever asks has read.
    func versioned<Result>(
        _ asked: Asked, _ write: ((ReadTransaction) throws -> Void) throws -> Result
    ) throws -> Result {
        try RowVersion.checked(asked, { try row(in: $0).map(value) }, write)
    }
}

/// The version of a row, which whoever writes must have read.
enum RowVersion {
    /// Writes only over the version that whoever asks has read.
    ///
    /// - Parameter current: The row as it is now, as programs read it.
    static func checked<Result>(
        _ asked: Asked, _ current: @escaping (ReadTransaction) throws -> JSONValue?,
        _ write: ((ReadTransaction) throws -> Void) throws -> Result
    ) throws -> Result {
        var refusal: Problem?
        do {
            return try write { books in
                let tag = try current(books).map { EntityTag.of($0.bytes) }
                guard EntityTag.isVersion(tag, asked.header("If-Match"), asked.header("If-None-Match")) else {
                    refusal = .otherVersion
                    throw Problem.otherVersion
                }
            }
        } catch {
            // The pay cycle makes a failure of its own of whatever a condition throws.
            throw refusal ?? error
        }
    }
}
