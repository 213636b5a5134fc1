internal import Calculation
internal import Company
internal import Foundation
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// Events for programs: taken in as an import takes them, changed, cancelled, and whose they are.
enum EventAPI {
    /// The most events of one request.
    static let most = 1_000

    static let post: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let source = asked.body["source"]?.text ?? ""
        let batch = EventBatch(asked.body["events"]?.list ?? [], columns: eventColumns(cycle))
        let taken =
            try batch.rows.isEmpty
            ? nil : cycle.takeRows(batch.rows.map(\.row), source: source, by: asked.principal(permit.reader))
        return .json(batch.results(taken?.outcomes ?? [], asked.language))
    }

    /// The columns of each kind of events.
    static func eventColumns(_ cycle: PayCycle) -> [String: [String]] {
        let others: Set = ["targets", "entered", "assignments"]
        return cycle.sentColumns().filter { !others.contains($0.key) }
    }

    // MARK: One event

    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let name = try EventName(asked)
        guard let row = try asked.site.company.workspace.read({ try name.row(in: $0) }) else { throw Problem.absent }
        return APIValues.answer(name.value(row))
    }

    static let put: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let name = try EventName(asked)
        let cycle = try asked.site.company.cycle()
        let event = JSONValue.object([
            "kind": .text(name.kind), "id": .text(name.id), "fields": asked.body["fields"] ?? .object([:]),
        ])
        let batch = EventBatch([event], columns: eventColumns(cycle))
        var outcome: SentOutcome?
        if !batch.rows.isEmpty {
            outcome = try name.versioned(asked) { condition in
                try cycle.takeRows(
                    batch.rows.map(\.row), source: name.source, by: try asked.principal(permit.reader),
                    onlyIf: condition)
            }.outcomes.first
        }
        guard case .kept(let kept)? = outcome else { throw batch.refusal([outcome].compactMap(\.self)) }
        guard let row = try asked.site.company.workspace.read({ try name.row(in: $0) }) else { throw Problem.absent }
        var answer = APIValues.answer(name.value(row))
        if kept == .accepted {
            answer.status = 201
            answer = answer.with("Location", name.address)
        }
        return answer
    }

    static let cancel: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let name = try EventName(asked)
        let cycle = try asked.site.company.cycle()
        guard let row = try cycle.workspace.read({ try name.row(in: $0) }) else { throw Problem.absent }
        try cancelling {
            try name.versioned(asked) { condition in
                try cycle.cancelRow(
                    row.key, of: name.kind, source: name.source, by: try asked.principal(permit.reader),
                    onlyIf: condition)
            }
        }
        return Answer(status: 204, type: "application/json", bytes: [])
    }

    /// Cancels a row, and tells by which others it is named where it cannot be.
    static func cancelling(_ cancel: () throws -> Void) throws {
        do { try cancel() } catch PayrollFailure.company(let found) {
            throw Problem(
                status: 409, code: "named-by-others",
                title: Words(ru: "На это ссылаются другие строки", en: "Other rows name it"),
                text: Words(
                    ru: "Ничего не изменено. Без этой строки не сходятся другие.",
                    en: "Nothing was changed. Without it other rows do not fit."),
                remedy: Words(ru: "Сначала отмените их.", en: "Cancel those first."),
                faults: found.prefix(20).map { BodyFault(pointer: "", text: $0.words) })
        }
    }

    // MARK: Whose it is

    static let credit: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let model = try await asked.site.asked.companyNow(cycle).company.model
        let kind = asked.part("kind")
        let id = asked.part("id")
        guard let inquiry = EventInquiry(model, kind: kind, id: id) else { throw Problem.absent }
        let explanation = inquiry.explanation(for: model.people.number(of: permit.subject.person))
        let figures = explanation.children.compactMap { child -> JSONValue? in
            guard case .answer(let counts) = child.content else { return nil }
            return .object([
                "figure": .text(child.label[asked.language]), "counts": .flag(counts),
                "rule": .text(child.note?[asked.language] ?? ""),
            ])
        }
        return APIValues.answer(
            .object([
                "kind": .text(kind), "id": .text(id), "person": .text(permit.subject.person),
                "figures": .list(figures),
            ]))
    }
}

/// An event by its kind, its identifier and the system it comes from, as an address names it.
struct EventName {
    let kind: String
    let id: String
    let source: String

    init(_ asked: Asked) throws {
        kind = asked.part("kind")
        id = asked.part("id").precomposedStringWithCanonicalMapping
        source = asked.query["source"] ?? ""
        guard EventAPI.eventColumns(try asked.site.company.cycle())[kind] != nil else { throw Problem.absent }
    }

    /// Where it is.
    var address: String { Addresses.of(["api", "v1", "events", kind, id]).text }

    /// The row as it is kept; nil where there is none, or it is cancelled.
    func row(in books: ReadTransaction) throws -> RowSince? {
        try books.rows(of: kind, keys: [id]).first { $0.source == source }
    }

    /// As programs read it.
    func value(_ row: RowSince) -> JSONValue {
        let cells = zip(row.columns, row.now?.cells ?? []).filter { $0 != "id" && !$1.isEmpty }
        return .object([
            "kind": .text(kind), "id": .text(id), "source": .text(source),
            "fields": .object(Dictionary(cells.map { ($0, JSONValue.text($1)) }) { first, _ in first }),
        ])
    }

    /// Writes only over the version that whoever asks has read.
    func versioned<Result>(
        _ asked: Asked, _ write: ((ReadTransaction) throws -> Void) throws -> Result
    ) throws -> Result {
        try RowVersion.checked(asked, { try row(in: $0).map(value) }, write)
    }
}

/// Events of one request: what of them can be taken in, and what is wrong with the others.
struct EventBatch {
    /// A row and which of the events it is.
    struct Row {
        let event: Int
        let row: SentRow
    }

    private let events: [JSONValue]
    private(set) var rows: [Row] = []
    private var faults: [Int: [BodyFault]] = [:]

    init(_ events: [JSONValue], columns: [String: [String]]) {
        self.events = events
        for (place, event) in events.enumerated() { add(event, place, columns) }
    }

    private mutating func add(_ event: JSONValue, _ place: Int, _ columns: [String: [String]]) {
        let kind = event["kind"]?.text ?? ""
        let fields = event["fields"]?.members ?? [:]
        guard let known = columns[kind] else {
            faults[place] = [BodyFault(pointer: "/kind", text: APIWords.choice(columns.keys.sorted()))]
            return
        }
        let others = fields.keys.filter { $0 == "id" || !known.contains($0) }.sorted()
        if !others.isEmpty {
            faults[place] = others.map { name in
                BodyFault(pointer: "/fields/\(name)", text: APIWords.unknown(known.filter { $0 != "id" }))
            }
            return
        }
        var cells = fields.mapValues(\.cell)
        cells["id"] = event["id"]?.text ?? ""
        rows.append(Row(event: place, row: SentRow(kind: kind, cells: cells)))
    }

    /// What became of each event.
    func results(_ outcomes: [SentOutcome], _ language: PageLanguage) -> JSONValue {
        let known = Dictionary(zip(rows.map(\.event), outcomes)) { first, _ in first }
        var counts: [String: Int64] = ["accepted": 0, "changed": 0, "unchanged": 0, "rejected": 0]
        let results = events.enumerated().map { place, event -> JSONValue in
            var members: [String: JSONValue] = ["kind": event["kind"] ?? .null, "id": event["id"] ?? .null]
            let name: String
            if case .kept(let outcome)? = known[place] {
                name = outcome.rawValue
            } else {
                name = "rejected"
                members["errors"] = .list(
                    told(place, known[place], "/events/\(place)").map {
                        .object(["pointer": .text($0.pointer), "detail": .text($0.text[language])])
                    })
            }
            counts[name, default: 0] += 1
            members["result"] = .text(name)
            return .object(members)
        }
        return .object(counts.mapValues(JSONValue.whole).merging(["events": .list(results)]) { first, _ in first })
    }

    /// Why the only event is refused.
    func refusal(_ outcomes: [SentOutcome]) -> Problem {
        .invalid(told(0, outcomes.first, ""), code: "bad-row")
    }

    private func told(_ place: Int, _ outcome: SentOutcome?, _ pointer: String) -> [BodyFault] {
        if let own = faults[place] { return own.map { BodyFault(pointer: pointer + $0.pointer, text: $0.text) } }
        guard case .rejected(let found)? = outcome else { return [] }
        return found.map { BodyFault(pointer: pointer + "/fields", text: $0.words) }
    }
}

extension JSONValue {
    /// The value as a cell of a table has it.
    var cell: String {
        switch self {
        case .text(let text): text
        case .number(let digits): digits
        case .whole(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .list, .object, .null: ""
        }
    }
}
