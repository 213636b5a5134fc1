import AccountRows
import AccountSteps
import Accounts
import Company
import Messages
import Payroll
import Periods

/// A company whose people take steps: what a step writes stands in its tables, and the company is read anew.
struct StepBook {
    /// The day of the next step.
    var now: CivilMoment
    private var tables: [String: [[String: String]]] = [:]
    private let texts: [String: String]
    /// The company as it was read after the last step.
    private var known: CompanyModel?

    /// Why a test cannot go on.
    enum Trouble: Error {
        case noDay(String), noStep(String), faulty([String])
    }

    init(on day: String = "2026-10-06", _ tables: [String: [[String: String]]] = [:], texts: [String: String] = [:])
        throws
    {
        now = try Self.moment(day)
        self.tables = Self.usual.merging(tables) { $1 }
        self.texts = Self.company.merging(texts) { $1 }
    }

    static func moment(_ text: String) throws -> CivilMoment {
        guard let moment = CivilMoment(parsing: text.count == 10 ? text + " 12:00" : text) else {
            throw Trouble.noDay(text)
        }
        return moment
    }

    /// The company as its tables stand.
    var files: [SourceFile] {
        let rows = tables.filter { !$0.value.isEmpty }.map { kind, rows in
            (kind + ".csv", Self.csv(rows))
        }
        return (texts.map { ($0, $1) } + rows).map { SourceFile(path: $0, bytes: Array(($1 + "\n").utf8)) }
    }

    func model() throws -> CompanyModel {
        if let known { return known }
        let (model, diagnostics) = CompanyReader.read(files)
        guard let model else {
            throw Trouble.faulty(diagnostics.filter { $0.severity == .error }.map { "\($0.code): \($0.message.en)" })
        }
        return model
    }

    func book() throws -> AccountBook {
        guard let book = try model().accountBook else { throw Trouble.faulty(["no book"]) }
        return book
    }

    func actor(_ person: String) throws -> StepActor { StepActor(person, in: try model(), on: now.day) }

    // MARK: Steps

    /// Takes a step; the rows that it writes must be a company again.
    @discardableResult
    mutating func take(
        _ name: String, _ subject: String = "", by person: String, on day: String? = nil,
        _ values: [String: String] = [:], seen: String? = nil
    ) throws -> StepOutcome {
        if let day { now = try Self.moment(day) }
        guard let step = AccountSteps.step(name) else { throw Trouble.noStep(name) }
        let request = StepRequest(
            book: try book(), actor: try actor(person), now: now, subject: subject, values: values)
        let outcome = try AccountSteps.take(step, request, seen: seen)
        for row in outcome.rows { try write(row) }
        known = nil
        known = try model()
        return outcome
    }

    /// The code of the refusal of a step; empty where it is taken.
    mutating func refused(
        _ name: String, _ subject: String = "", by person: String, on day: String? = nil,
        _ values: [String: String] = [:]
    ) throws -> String {
        do {
            var other = self
            try other.take(name, subject, by: person, on: day, values)
            return ""
        } catch let refusal as Accounts.Refusal {
            return ([refusal.code] + refusal.next).joined(separator: " ")
        }
    }

    /// The steps that somebody may take with something.
    func possible(_ object: AccountObject, _ id: String, by person: String, on day: String? = nil) throws -> [String] {
        let moment = try day.map { try Self.moment($0) } ?? now
        return AccountSteps.possible(with: object, id, by: try actor(person), in: try book(), at: moment).map(\.verb)
    }

    private mutating func write(_ row: StepRow) throws {
        let place = tables[row.kind]?.firstIndex { $0["id"] == row.id }
        if row.isNew {
            guard place == nil else { throw Trouble.faulty(["\(row.kind) \(row.id) is there already"]) }
            tables[row.kind, default: []].append(row.cells.merging(["id": row.id]) { $1 })
        } else {
            guard let place else { throw Trouble.faulty(["\(row.kind) \(row.id) is not there"]) }
            tables[row.kind]?[place].merge(row.cells) { $1 }
        }
    }

    /// A row by its identifier; cells without content are left out.
    func row(_ kind: String, _ id: String) -> [String: String] {
        (tables[kind]?.first { $0["id"] == id } ?? [:]).filter { !$0.value.isEmpty }
    }

    /// The identifiers of a table.
    func ids(_ kind: String) -> [String] { (tables[kind] ?? []).compactMap { $0["id"] } }

    private static func csv(_ rows: [[String: String]]) -> String {
        let columns = ["id"] + Set(rows.flatMap(\.keys)).subtracting(["id"]).sorted()
        let lines = rows.map { row in columns.map { cell(row[$0] ?? "") }.joined(separator: ",") }
        return ([columns.joined(separator: ",")] + lines).joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension StepBook {
    /// Two units under one director; finance beside them. Anna looks after c1 and Boris after c2, in two units.
    static let company: [String: String] = [
        "company.yaml": """
        company: {name: Alfa, currency: RUB, holidays: [2026-11-04]}
        positions: {kam: Account manager, head: Head, director: Director, finance: Finance director, support: Support}
        units: {company: Company, north: North, south: South}
        records: {client: {fields: {holding: text?}}}
        events:
          sale: {fields: {date: day, client: client, amount: money}, credit: 'team(sale.client, "kam")'}
        accounts:
          sales: {add: sale.amount}
          functions: [purchasing, logistics, finance]
          tiers: {A: {call_norm: 14 days}, B: {call_norm: 30 days}}
          departments: {sales: director, finance: finance, marketing: support}
          factors: {delivery: 60%, price: 40%}
        selection:
          key_2026:
            valid: {from: 2026-01-01}
            attractiveness:
              potential: {weight: 60%}
              payment: {weight: 40%}
            strength:
              delivery: {weight: 50%}
              price: {weight: 50%}
        ladder:
          - {rung: one_of_many}
          - {rung: approved, evidence: {contract: {document: yes, life: 365 days, weight: 3}, orders: {when: orders >= 3, days: 90, weight: 2}}}
        """,
        "people.csv": """
        id,name
        anna,Anna
        boris,Boris
        dina,Dina
        egor,Egor
        olga,Olga
        pavel,Pavel
        sveta,Sveta
        """,
        "assignments.csv": """
        person,position,unit,manager,from,base_pay
        olga,director,company,,2024-01-01,
        pavel,finance,company,,2024-01-01,
        dina,head,north,olga,2024-01-01,
        egor,head,south,olga,2024-01-01,
        anna,kam,north,dina,2024-01-01,
        boris,kam,south,egor,2024-01-01,
        sveta,support,north,dina,2024-01-01,
        """,
        "clients.csv": """
        id,title
        c1,Emerald
        c2,Ruby
        c3,Opal
        """,
        "teams.csv": """
        subject,role,person,from,until
        c1,kam,anna,2025-01-01,
        c2,kam,boris,2025-01-01,
        c3,kam,boris,2025-01-01,
        """,
    ]

    static let usual: [String: [[String: String]]] = [
        "account": [
            ["id": "1", "client": "c1", "status": "key", "tier": "A", "from": "2025-01-01", "by": "olga"],
            ["id": "2", "client": "c2", "status": "key", "tier": "B", "from": "2025-01-01", "by": "olga"],
        ],
        "contact": [
            contact("k1", "Kira", "c1", "purchasing", power: "8"), contact("k2", "Lev", "c1", "logistics", power: "5"),
            contact("k3", "Mark", "c1", "finance", power: "4"), contact("k4", "Nina", "c2", "purchasing", power: "7"),
        ],
        "sale": [
            ["id": "1", "date": "2025-04-10", "client": "c1", "amount": "100000"],
            ["id": "2", "date": "2026-09-11", "client": "c1", "amount": "95000"],
        ],
    ]

    private static func contact(
        _ id: String, _ name: String, _ client: String, _ function: String, power: String
    ) -> [String: String] {
        [
            "id": id, "name": name, "client": client, "function": function, "role": "decides", "power": power,
            "from": "2025-01-01",
        ]
    }
}
