import Calculation
import Company
import Foundation
import Periods
import Samples
import Storage
import StoredColumns
import Testing

@testable import Payroll

/// Whatever comes in after columns were stored, a calculation out of columns that follow gives what one out of all rows gives:
/// every line, every entry, every digest.
@Suite("Columns that follow the rows")
struct FollowedColumnsTests {
    /// Everything by which columns depend on rows: shares, shares taken from a named event, fields of a named event, roles,
    /// different texts, days that may be missing, targets and entered values.
    private static let text = """
        company: {name: Followed, currency: RUB}
        positions: {seller: Seller}
        units: {sales: Sales}
        events:
          sale:
            fields: {date: day, seller: person, client: client, amount: money, kind: text, paid_on: day?}
            credit: split(sale_share, sale.seller)
          payment:
            fields: {date: day, sale: sale, amount: money}
            credit: split(sale_share, payment.sale, payment.sale.seller)
          visit:
            fields: {date: day, client: client, minutes: number}
            credit: team(visit.client, "kam")
        splits:
          sale_share: {of: sale}
        metrics:
          sold: {unit: RUB, value: sum(sale.amount where sale.kind = "sale")}
          collected: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}
          of_large: {unit: RUB, value: sum(payment.amount where payment.sale.amount > 500 RUB)}
          clients: {unit: number, value: distinct(sale.client) / count(sale)}
          middle: {unit: RUB, value: median(sale.amount)}
          paid_late: {unit: number, value: count(sale where sale.paid_on is not empty) / count(sale)}
          visits: {unit: number, value: sum(visit.minutes)}
          mark: {unit: number, value: entered}
        plans:
          seller:
            for: {position: seller}
            period: month
            not_computable: zero
            components:
              commission: {commission: sold, rate: 10%}
              of_payments: {commission: collected, rate: 1%}
              large: {commission: of_large, rate: 2%}
              tiers: {commission: sold, tiers: {marginal: {0%: 1%, 100%: 2%}, target: target(sold)}}
              per_client: {bonus: clients * 5 RUB}
              per_middle: {bonus: middle / 10}
              per_late: {bonus: paid_late * 3 RUB}
              per_visit: {bonus: visits * 7 RUB}
              for_mark: {bonus: mark * 11 RUB}
        """

    /// Rows of the company that come and go, by table: what the next import says.
    struct Rows {
        var random: SeededGenerator
        var sales: [String] = []
        var payments: [String] = []
        /// The payments that are there, as they were written last.
        var paid: [String: String] = [:]
        var next = 0

        var people = ["p1", "p2", "p3", "p4"]

        mutating func day() -> String { "2026-0\(random.within(1...3))-\(random.within(10...28))" }

        mutating func sale(_ id: String) -> String {
            let kind = random.pick(["sale", "return", "kind \(next)"]) ?? ""
            let amount = "\(random.within(-200...2_000)).\(random.pick(["5", "25", "0"]) ?? "")"
            let paid = random.happens(permille: 400) ? day() : ""
            return "\(id),\(day()),\(random.pick(people) ?? ""),c\(random.within(1...4)),\(amount),\(kind),\(paid)\n"
        }

        mutating func newSale() -> String {
            next += 1
            // Not in the order of their identifiers.
            let id = "s\(next * 37 % 101)-\(next)"
            sales.append(id)
            return sale(id)
        }

        mutating func shares(of sale: String) -> String {
            let first = random.within(1...99)
            return "\(sale),p1,\(first)%\n\(sale),p2,\(100 - first)%\n"
        }

        mutating func payment(_ id: String) -> String {
            paid[id] = "\(id),\(day()),\(random.pick(sales) ?? ""),\(random.within(1...900))\n"
            return paid[id] ?? ""
        }

        /// All payments but one, which is cancelled.
        mutating func allPaymentsButOne() -> String {
            if let id = random.pick(paid.keys.sorted()) { paid[id] = nil }
            return paid.sorted { $0.key < $1.key }.map(\.value).joined()
        }

        mutating func newPayment() -> String {
            next += 1
            payments.append("y\(next)")
            return payment("y\(next)")
        }

        mutating func some(_ count: ClosedRange<Int>, _ make: (inout Rows) -> String) -> String {
            var text = ""
            for _ in 0..<random.within(count) { text += make(&self) }
            return text
        }
    }

    static let headers = [
        "sale.csv": "id,date,seller,client,amount,kind,paid_on\n", "payment.csv": "id,date,sale,amount\n",
        "sale_share.csv": "sale,person,share\n", "visit.csv": "id,date,client,minutes\n",
        "targets.csv": "metric,subject,period,value\n",
        "entered.csv": "metric,subject,period,value,author\n", "people.csv": "id,name\n",
        "assignments.csv": "person,position,unit,from\n", "clients.csv": "id,name\n",
        "teams.csv": "subject,role,person,from\n",
    ]

    /// The step that brings all payments that there are.
    static let complete = 11

    /// What one import brings.
    static func tables(_ step: Int, _ rows: inout Rows) -> [String: String] {
        switch step {
        case 0: ["sale.csv": rows.some(1...3) { $0.newSale() }]
        case 1: ["payment.csv": rows.some(1...3) { $0.newPayment() }]
        case 2:
            // Of a sale that is named, everything may be other.
            ["sale.csv": rows.some(1...3) { rows in rows.sale(rows.random.pick(rows.sales) ?? "") }]
        case 3: ["payment.csv": rows.some(1...2) { rows in rows.payment(rows.random.pick(rows.payments) ?? "") }]
        case 4:
            [
                "sale_share.csv": {
                    let sale = rows.random.pick(rows.sales) ?? ""; return rows.shares(of: sale)
                }()
            ]
        case 5:
            [
                "targets.csv":
                    "sold,p\(rows.random.within(1...3)),2026-0\(rows.random.within(1...3)),\(rows.random.within(100...900))\n"
            ]
        case 6:
            [
                "entered.csv":
                    "mark,p\(rows.random.within(1...3)),2026-0\(rows.random.within(1...3)),\(rows.random.within(1...5)),p4\n"
            ]
        case 7:
            {
                rows.next += 1
                let person = "p1\(rows.next)"
                rows.people.append(person)
                return [
                    "people.csv": "\(person),New\n", "assignments.csv": "\(person),seller,sales,2026-01-01\n",
                    "sale.csv": rows.newSale(),
                ]
            }()
        case 8: ["visit.csv": "v\(rows.random.within(1...9)),\(rows.day()),c\(rows.random.within(1...4)),5\n"]
        case 9:
            [
                "teams.csv":
                    "c\(rows.random.within(1...4)),kam,p\(rows.random.within(1...3)),2026-0\(rows.random.within(1...3))-15\n"
            ]
        case complete: ["payment.csv": rows.allPaymentsButOne()]
        default: ["sale.csv": "s0-0,20\(rows.random.within(20...30))-01-15,p1,c1,1.125,sale,\n"]
        }
    }

    static func with(headers tables: [String: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: tables.map { ($0.key, (headers[$0.key] ?? "") + $0.value) })
    }

    /// - Parameter isFirstStored: Whether the import of the first rows stores columns.
    static func company(_ rows: inout Rows, isFirstStored: Bool = false) throws -> PayCompany {
        let tables = [
            "people.csv": rows.people.map { "\($0),Name\n" }.joined(),
            "assignments.csv": rows.people.map { "\($0),seller,sales,2025-01-01\n" }.joined(),
            "clients.csv": (1...4).map { "c\($0),Client\n" }.joined(),
            "teams.csv": "c1,kam,p1,2025-01-01\nc2,kam,p2,2025-01-01\n",
            "sale.csv": rows.some(12...20) { $0.newSale() }, "payment.csv": rows.some(6...9) { $0.newPayment() },
            "sale_share.csv": rows.shares(of: rows.sales[0]), "visit.csv": "v1,2026-01-15,c1,5\n",
            "targets.csv": "sold,p1,2026-01,500\n", "entered.csv": "mark,p1,2026-01,2,p4\n",
        ]
        let company = try PayCompany(text, isFirstStored ? [:] : with(headers: tables))
        company.columns = WorkspaceColumns(of: company.folder, program: "this build", leastRows: 0)
        if isFirstStored {
            let imported = try company.learn(with(headers: tables))
            try #require(imported.rejected == 0)
        }
        return company
    }

    private static func run(_ period: String, _ company: PayCompany, out columns: WorkspaceColumns?) async throws
        -> StoredRun
    {
        let own = company.columns
        company.columns = columns
        defer { company.columns = own }
        return try await company.calculate(period).run
    }

    /// Tells one written file from the next.
    private static func file(_ company: PayCompany) -> Int? {
        let path = company.columns?.path ?? ""
        return (try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]) as? Int
    }

    @Test("any imports in any order: the same run as out of all rows", arguments: 0..<8)
    func anyImports(seed: Int) async throws {
        var rows = Rows(random: SeededGenerator(seed: UInt64(seed)))
        let company = try Self.company(&rows)
        try await company.calculate("2026-02")
        var file = Self.file(company)
        var followed = 0
        for _ in 0..<14 {
            let step = rows.random.below(13)
            let tables = Self.tables(step, &rows)
            // A role that somebody else has on those days is set aside.
            try company.learn(Self.with(headers: tables), complete: step == Self.complete)
            for period in ["2026-01", "2026-02", "2026-03"].shuffled(using: &rows.random).prefix(2) {
                let out = try await Self.run(period, company, out: company.columns)
                let whole = try await Self.run(period, company, out: nil)
                #expect(out == whole, "after \(tables)")
            }
            if Self.file(company) == file { followed += 1 }
            file = Self.file(company)
        }
        // An amount with more places than its column has makes all rows be read once.
        #expect(followed > 8)
    }

    @Test("a sale that came in is in the pay out of the columns of before: 10 % of 500 more, and the file is the same")
    func oneSale() async throws {
        var rows = Rows(random: SeededGenerator(seed: 1))
        let company = try Self.company(&rows)
        let before = try await company.calculate("2026-02").run
        let file = Self.file(company)
        try company.learn(Self.with(headers: ["sale.csv": "extra,2026-02-11,p3,c1,500,sale,\n"]))
        let after = try await company.calculate("2026-02").run
        #expect(Self.file(company) == file)
        func commission(_ run: StoredRun) -> Int64? {
            run.lines.first { $0.person == "p3" && $0.component == "commission" }?.amount
        }
        #expect(commission(after) == (commission(before) ?? 0) + 5_000)
    }

    @Test(
        "a statement out of columns, older or newer than the run, is the one out of all rows, to the last byte",
        arguments: 0..<4)
    func statements(seed: Int) async throws {
        var rows = Rows(random: SeededGenerator(seed: UInt64(100 + seed)))
        let company = try Self.company(&rows)
        try await company.calculate("2026-02")
        var outOfColumns = 0
        for _ in 0..<6 {
            let step = rows.random.below(13)
            try company.learn(Self.with(headers: Self.tables(step, &rows)), complete: step == Self.complete)
            try await company.calculate(rows.random.happens(permille: 500) ? "2026-02" : "2026-03")
            for person in ["p1", "p3"] {
                let basis = try company.cycle.statementBasis(person, "2026-02")
                let whole = try await company.cycle.statementOfAllRows(basis)
                guard let own = try await company.cycle.statementOfOwnRows(basis) else { continue }
                outOfColumns += 1
                #expect(try own.json() == whole.json(), "\(person) after \(step)")
            }
        }
        #expect(outOfColumns > 4)
    }

    @Test(
        "columns stored by the first import: the same run as out of all rows, and followed by what comes",
        arguments: 0..<4)
    func firstImport(seed: Int) async throws {
        var rows = Rows(random: SeededGenerator(seed: UInt64(200 + seed)))
        let company = try Self.company(&rows, isFirstStored: true)
        let file = try #require(Self.file(company))
        for period in ["2026-01", "2026-02", "2026-03"] {
            let whole = try await Self.run(period, company, out: nil)
            #expect(try await Self.run(period, company, out: company.columns) == whole)
        }
        // They were used, not made anew.
        #expect(Self.file(company) == file)
        try company.learn(Self.with(headers: Self.tables(2, &rows)))
        try company.learn(Self.with(headers: Self.tables(5, &rows)))
        for period in ["2026-01", "2026-02", "2026-03"] {
            let out = try await Self.run(period, company, out: company.columns)
            #expect(try await Self.run(period, company, out: nil) == out)
        }
        #expect(Self.file(company) == file)
    }

    @Test(
        "small tables beside columns, at any state before or after: the texts that the rows make; those unchanged come from the file",
        arguments: 0..<4)
    func smallTables(seed: Int) async throws {
        var rows = Rows(random: SeededGenerator(seed: UInt64(300 + seed)))
        let company = try Self.company(&rows, isFirstStored: true)
        let columns = try #require(company.columns)
        #expect(try columns.openAny()?.smallTables().isEmpty == false)
        let large = CompanyReader.declaredTables(in: company.cycle.text).large
        var heads = [try company.workspace.read { try $0.factHead }]
        for _ in 0..<8 {
            let step = rows.random.below(13)
            try company.learn(Self.with(headers: Self.tables(step, &rows)), complete: step == Self.complete)
            heads.append(try company.workspace.read { try $0.factHead })
            for head in heads {
                let (stored, read) = try company.workspace.read { snapshot in
                    (
                        try SmallRows(columns).texts(upTo: head, without: large, snapshot),
                        try SmallRows(nil).texts(upTo: head, without: large, snapshot)
                    )
                }
                #expect(stored.map(\.kind) == read.map(\.kind))
                #expect(stored.map(\.isBare) == read.map(\.isBare))
                for (stored, read) in zip(stored, read) {
                    #expect(
                        String(decoding: stored.bytes, as: UTF8.self) == String(decoding: read.bytes, as: UTF8.self))
                }
            }
            if rows.random.happens(permille: 300) { try await company.calculate("2026-02") }
        }
    }

    @Test("rows supposed beside kept ones: followed out of columns, the awards are those of a company read with them")
    func supposed() async throws {
        var rows = Rows(random: SeededGenerator(seed: 400))
        let company = try Self.company(&rows, isFirstStored: true)
        try company.learn(Self.with(headers: Self.tables(2, &rows)))
        let sale = try #require(rows.sales.first)
        var scenario = Scenario()
        scenario.rows = [
            .init(.add, "sale: date=2026-02-11, seller=p3, client=c1, amount=500, kind=sale"),
            .init(.change, "sale \(sale): amount=777"),
        ]
        let asked = try #require(try await company.cycle.storedNow())
        let changes = try #require(asked.changes(scenario))
        #expect(changes.count == 2)
        let read = CompanyReader.read(
            text: company.cycle.text, tables: try company.workspace.read { try $0.tables() }, supposing: scenario)
        let whole = try #require(read.model)
        let range = try #require(whole.calendar.parse("2026-02")).range
        let people = Set((0..<Int32(whole.people.count)))
        func lines(_ model: CompanyModel) -> [String] {
            Run.reference(model, in: range, people: people).map { "\(RunLine($0, model))" }.sorted()
        }
        #expect(lines(asked.model.changed(by: changes)) == lines(whole))
        #expect(lines(asked.model) != lines(whole))
    }
}
