import Calculation
import Company
import Messages
import Periods
import Quantities
import Testing

@testable import Live

/// Anna and Boris sell for 5 %, Vera heads both and has 1 % of what they sell.
enum SmallCompany {
    static let files = [
        "company.yaml": """
        company: {name: Small, currency: RUB}
        positions: {seller: {title: Seller}, head: {title: Head}}
        units: {sales: {title: Sales}}
        events:
          sale:
            fields: {date: day, seller: person, amount: money}
            credit: sale.seller
        metrics: {sales: {unit: RUB, value: sum(sale.amount)}}
        plans:
          seller: {for: {position: seller}, period: month, components: {commission: {commission: sales, rate: 5%}}}
          head: {for: {position: head}, period: month, components: {overlay: {commission: rollup(sales), rate: 1%}}}
        """,
        "people.csv": "id,name\nanna,Anna\nboris,Boris\nvera,Vera\n",
        "assignments.csv": """
        person,position,unit,manager,from
        anna,seller,sales,vera,2024-01-01
        boris,seller,sales,vera,2024-01-01
        vera,head,sales,,2024-01-01

        """,
        "sale.csv": """
        id,date,seller,amount
        1,2026-01-10,anna,1000
        2,2026-02-10,boris,2000
        3,2026-03-10,anna,3000

        """,
    ]

    static func model(_ files: [String: String] = files) throws -> CompanyModel {
        let (model, _) = CompanyReader.read(files.map { SourceFile(path: $0, bytes: Array($1.utf8)) })
        return try #require(model)
    }

    static func live() async throws -> LiveCompany {
        try await LiveCompany.following(LineEngine.computed(model(), threads: 1))
    }

    /// A sale of a person on a day for an amount of whole roubles; the amounts of the table have no places.
    static func sale(_ row: Int, _ day: String, _ seller: Int64, _ amount: Int64) throws -> LiveChange {
        let day = Int64(try #require(CivilDay(parsing: day)).number)
        return .event(EventChange(event: 0, row: row, version: EventVersion(values: [day, seller, amount])))
    }
}

@Suite("The company now is followed change by change")
struct LiveCompanyTests {
    private func paid(_ lines: [AwardLine]) -> [String] {
        lines.map { "\($0.participation.period) \($0.amount.value?.minorUnits ?? -1)" }
    }

    @Test("a sale of 400 moves 20.00 of Anna's and 4.00 of Vera's pay, and the board shows it")
    func oneSale() async throws {
        let live = try await SmallCompany.live()
        let before = live.board
        let moves = try await live.apply(
            [SmallCompany.sale(3, "2026-02-20", 0, 400)], basis: before.basis, head: 17)
        #expect(moves.moves.map(\.person) == [0, 2])
        #expect(moves.moves.map(\.difference) == [20_00, 4_00])
        #expect(moves.difference == 24_00)
        let after = live.board
        #expect(paid(before.lines(of: 0)) == ["2026-01 5000", "2026-02 0", "2026-03 15000"])
        #expect(paid(after.lines(of: 0)) == ["2026-01 5000", "2026-02 2000", "2026-03 15000"])
        #expect((before.version, after.version) == (0, 1))
        #expect((before.head, after.head) == (0, 17))
        #expect(before.basis == after.basis)
    }

    @Test("a trial says what a sale would move, and nobody sees it")
    func trial() async throws {
        let live = try await SmallCompany.live()
        let before = live.board
        let moves = try await live.trial([SmallCompany.sale(3, "2026-02-20", 0, 400)], basis: before.basis)
        #expect(moves.difference == 24_00)
        #expect(live.board.version == before.version)
        #expect(await live.read { $0.lines } == before.lines)
        #expect(await live.read { $0.changes } == [])
    }

    @Test("a sale on the very first day is tried and taken back too")
    func trialOnTheFirstDay() async throws {
        let live = try await SmallCompany.live()
        let moves = try await live.trial([SmallCompany.sale(3, "2026-01-10", 0, 400)], basis: 0)
        #expect(moves.difference == 24_00)
        #expect(await live.read { $0.lines } == live.board.lines)
    }

    @Test("a sale in a month that was not laid out is calculated anew; rows are counted again")
    func calculatedAnew() async throws {
        let live = try await SmallCompany.live()
        let before = live.board
        let change = try SmallCompany.sale(3, "2026-07-20", 1, 400)
        let moves = try await live.apply([change], basis: before.basis)
        let after = live.board
        #expect(after.basis == before.basis + 1)
        #expect(moves.difference == 24_00)
        #expect(after.lines(of: 1).map(\.participation.period.description).last == "2026-07")
        await #expect(throws: LiveCompany.Refusal.renumbered) { try await live.apply([change], basis: before.basis) }
        await #expect(throws: LiveCompany.Refusal.change(.event(.needsNewLayout))) {
            try await live.trial([SmallCompany.sale(4, "2027-07-20", 1, 400)], basis: after.basis)
        }
        #expect(live.board.version == after.version)
    }

    @Test("of several changes all are made or none")
    func allOrNothing() async throws {
        let live = try await SmallCompany.live()
        let target = RecordedChange(
            .entered, metric: 0, subject: .person(0), period: .all, value: FixedDecimal(5))
        await #expect(throws: LiveCompany.Refusal.change(.recorded(.notEntered("sales")))) {
            try await live.apply([SmallCompany.sale(3, "2026-02-20", 0, 400), .recorded(target)], basis: 0)
        }
        #expect(live.board.version == 0)
        #expect(await live.read { $0.lines } == live.board.lines)
        #expect(await live.read { $0.changes } == [])
    }

    @Test("what each of several changes moves is told by itself, and adds up to the difference of the boards")
    func oneByOne() async throws {
        let live = try await SmallCompany.live()
        let before = live.board
        let moves = try await live.follow(
            [
                SmallCompany.sale(3, "2026-02-20", 0, 400), SmallCompany.sale(4, "2026-02-21", 1, 100),
                SmallCompany.sale(3, "2026-02-20", 0, 900),
            ], basis: before.basis, head: 20)
        // 5 % and the head's 1 %: of 400, of 100, and of 500 more.
        #expect(moves.map(\.difference) == [24_00, 6_00, 30_00])
        let sums = [before, live.board].map { board in
            board.lines.reduce(Int128(0)) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
        }
        #expect(sums[1] - sums[0] == 60_00)
        #expect(live.board.head == 20)
        #expect(await live.read { $0.lines } == live.board.lines)
    }

    @Test("of changes that are followed one by one all are made or none, and none is calculated anew")
    func oneByOneOrNone() async throws {
        let live = try await SmallCompany.live()
        await #expect(throws: LiveCompany.Refusal.change(.event(.needsNewLayout))) {
            try await live.follow(
                [SmallCompany.sale(3, "2026-02-20", 0, 400), SmallCompany.sale(4, "2027-07-20", 1, 400)], basis: 0,
                head: 20)
        }
        #expect((live.board.version, live.board.head) == (0, 0))
        #expect(await live.read { $0.lines } == live.board.lines)
    }

    @Test("several suppositions are looked at each by itself: 5 % of 400 and of 900, and nobody sees them")
    func trials() async throws {
        let live = try await SmallCompany.live()
        let moves = try await live.trials(basis: 0) { run in
            [400, 900].compactMap { try? [SmallCompany.sale(run.nextRow(of: 0), "2026-02-20", 0, $0)] }
        }
        #expect(moves.map(\.difference) == [24_00, 54_00])
        #expect(live.board.version == 0)
    }

    @Test("suppositions end before one that is far larger than any sale before: 5 % and 1 % of 400 and of 900")
    func trialsWhileFollowed() async throws {
        let live = try await SmallCompany.live()
        let supposed: @Sendable (LiveRun) -> [[LiveChange]] = { run in
            [400, 900, 1_000_000_000_000, 400].compactMap {
                try? [SmallCompany.sale(run.nextRow(of: 0), "2026-02-20", 0, $0)]
            }
        }
        #expect(try await live.trialsWhileFollowed(basis: 0, supposed).map(\.difference) == [24_00, 54_00])
        await #expect(throws: LiveCompany.Refusal.change(.event(.needsNewLayout))) {
            try await live.trials(basis: 0, supposed)
        }
        await #expect(throws: LiveCompany.Refusal.renumbered) {
            try await live.trialsWhileFollowed(basis: 1, supposed)
        }
        #expect(live.board.version == 0)
    }

    @Test("of seventy people only the chunk of those whose pay moves is copied")
    func sharesChunks() async throws {
        var files = SmallCompany.files
        let more = (1...67).map { "p\($0 + 100)" }
        files["people.csv"]? += more.map { "\($0),\($0)\n" }.joined()
        files["assignments.csv"]? += more.map { "\($0),seller,sales,,2024-01-01\n" }.joined()
        let model = try SmallCompany.model(files)
        let live = await LiveCompany.following(LineEngine.computed(model, threads: 1))
        let before = live.board
        let last = try #require(model.people.number(of: "p167"))
        try await live.apply([SmallCompany.sale(3, "2026-02-20", Int64(last), 400)], basis: 0)
        #expect(live.board.sharesLines(of: 0, with: before))
        #expect(!live.board.sharesLines(of: last, with: before))
    }

    @Test("an engine that was handed out keeps its figures")
    func keepsFigures() async throws {
        let model = try SmallCompany.model()
        let engine = await LineEngine.computed(model, threads: 1)
        let run = Run(model, engine)
        let before = run.tasks(in: .always).flatMap { run.lines($0) }
        let live = await LiveCompany.following(engine)
        try await live.apply([SmallCompany.sale(0, "2026-01-10", 0, 9_999)], basis: 0)
        #expect(run.tasks(in: .always).flatMap { run.lines($0) } == before)
        #expect(live.board.lines != before)
    }
}
