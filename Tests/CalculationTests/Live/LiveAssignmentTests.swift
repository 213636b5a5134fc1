import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// Boris sells for 10 000 on 5 January, 20 000 on 20 January and 30 000 in February, Dina for 40 000 in January; Anna is their
/// head, Vera heads nobody yet. What a changed assignment moves, figure by figure.
@Suite("A live run follows changed assignments")
struct LiveAssignmentTests {
    private static let yaml = """
        positions: {seller: {title: Seller}, head: {title: Head}}
        units: {north: {title: North}, south: {title: South}}
        records: {assignment: {fields: {target_bonus: money, note: text?, patron: person?}}}
        events:
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              fee: {commission: sales, rate: 1%}
              bonus: {bonus: person.target_bonus, time_share: true}
              last: {bonus: '10% * otherwise(previous(person.target_bonus), 0 RUB)'}
              tiered: {commission: sales, each: event, tiers: {marginal: {0%: 1%, 100%: 2%}, target: person.target_bonus * 10}}
              pool: {pool: 1 000 RUB, weights: sales, group: unit, nobody: cancel}
          head:
            for: {position: head}
            period: month
            components: {overlay: {commission: rollup(sales), rate: 1%}}
        """

    private static let people = ["anna", "vera", "boris", "dina"]
    private let model: CompanyModel
    private let live: LiveRun

    init() async throws {
        let company = try TestCompany(
            Self.yaml,
            [
                "people.csv": "id,name\n" + Self.people.map { "\($0),\($0)\n" }.joined(),
                "assignments.csv": """
                person,position,unit,manager,from,until,target_bonus,note,patron
                anna,head,north,,2025-01-01,,0,,
                vera,head,south,,2025-01-01,,0,,
                boris,seller,north,anna,2025-01-01,,1000,,
                dina,seller,north,anna,2025-01-01,,3000,,

                """,
                "sale.csv": """
                id,date,seller,amount
                1,2026-01-05,boris,10000
                2,2026-01-20,boris,20000
                3,2026-01-12,dina,40000
                4,2026-02-10,boris,30000
                5,2026-03-10,dina,1000

                """,
            ])
        model = company.model
        live = LiveRun(await LineEngine.computed(company.model, threads: 1))
    }

    private func day(_ month: Int, _ day: Int = 1) throws -> CivilDay {
        try #require(CivilDay(year: 2026, month: month, day: day))
    }

    /// An assignment that ends on a day, and what goes on from it with something else.
    private func split(
        _ number: Int, on day: CivilDay, _ change: (inout AssignmentVersion) -> Void
    ) throws -> [AssignmentChange] {
        var before = try #require(live.version(ofAssignment: number))
        var after = before
        before.validity = DayRange(from: before.validity.from, clampingUntil: day)
        after.validity = DayRange(from: day, clampingUntil: after.validity.until)
        change(&after)
        return [AssignmentChange(number, before), AssignmentChange(live.nextAssignment, after)]
    }

    /// What a component pays a person for a month; both parts when he is paid for two stretches, "none" when for no day.
    private func pay(_ id: String, _ component: String, _ month: String = "2026-01") -> String {
        let lines = live.lines.filter { line in
            model.people.id(line.participation.person) == id && line.participation.period.description == month
                && model.plans[line.plan].line(line.component).name == component
        }
        return lines.isEmpty
            ? "none" : lines.map { $0.amount.value?.description ?? "-" }.joined(separator: " + ")
    }

    private func names(_ moved: [LiveRun.MovedAwards]) -> Set<String> {
        Set(
            moved.flatMap { awards in
                awards.people.map {
                    let component = model.plans[awards.plan].line(awards.component).name
                    return "\(awards.period) \(model.people.id($0)) \(component)"
                }
            })
    }

    private func isWhole() -> Bool {
        LiveRunPropertyTests.isWhole(live, model.changed(by: live.assignmentChanges), live.lines, [], "")
    }

    // MARK: What moves

    @Test("Boris reports to Vera from 15 January: of his 30 000 of January Anna leads 10 000, Vera 20 000")
    func manager() throws {
        // 1 % of 30 000 and Dina's 40 000
        #expect(pay("anna", "overlay") == "700.00 RUB")
        #expect(pay("vera", "overlay") == "0.00 RUB")
        let moved = try live.apply(try split(2, on: try day(1, 15)) { $0.manager = 1 })
        #expect(pay("anna", "overlay") == "500.00 RUB")
        #expect(pay("vera", "overlay") == "200.00 RUB")
        #expect(pay("anna", "overlay", "2026-02") == "0.00 RUB")
        #expect(pay("vera", "overlay", "2026-02") == "300.00 RUB")
        #expect(
            names(moved) == [
                "2026-01 anna overlay", "2026-01 vera overlay", "2026-02 anna overlay", "2026-02 vera overlay",
            ])
        #expect(isWhole())
    }

    @Test("a bonus of 1 000 becomes 2 000 from February on: January stays, March sees February's")
    func field() throws {
        let moved = try live.apply(try split(2, on: try day(2)) { $0.values[1] = .number(2_000) })
        #expect(pay("boris", "bonus") == "1000.00 RUB")
        #expect(pay("boris", "bonus", "2026-02") == "2000.00 RUB")
        #expect(pay("boris", "last", "2026-02") == "100.00 RUB")
        #expect(pay("boris", "last", "2026-03") == "200.00 RUB")
        // 30 000 against 20 000 instead of 10 000: 1 % of 20 000 and 2 % of 10 000
        #expect(pay("boris", "tiered", "2026-02") == "400.00 RUB")
        #expect(
            names(moved) == [
                "2026-02 boris bonus", "2026-02 boris tiered", "2026-03 boris bonus", "2026-03 boris last",
            ])
        #expect(isWhole())
    }

    @Test("Dina moves to the south on 1 February: each of them has a fund of his own then")
    func unit() throws {
        // 30 000 and 40 000 share 1 000 in January
        #expect(pay("dina", "pool") == "571.43 RUB")
        _ = try live.apply(try split(3, on: try day(3)) { $0.unit = 1 })
        #expect(pay("dina", "pool") == "571.43 RUB")
        #expect(pay("dina", "pool", "2026-03") == "1000.00 RUB")
        #expect(isWhole())
        _ = try live.apply([AssignmentChange(3, nil), AssignmentChange(4, nil)])
        #expect(pay("boris", "pool") == "1000.00 RUB")
        #expect(pay("dina", "pool") == "none")
        #expect(isWhole())
    }

    @Test(
        "of two assignments at once the later one tells the unit: when the other begins later instead, so does every month"
    )
    func twoAtOnce() throws {
        var north = try #require(live.version(ofAssignment: 3))
        north.share = FixedDecimal(raw: FixedDecimal.one.raw / 2)
        var south = north
        south.unit = 1
        south.validity = DayRange(from: try #require(CivilDay(year: 2025, month: 6, day: 1)), clampingUntil: .latest)
        _ = try live.apply([AssignmentChange(3, north), AssignmentChange(4, south)])
        // Alone in the south.
        #expect(pay("dina", "pool") == "1000.00 RUB")
        north.validity = DayRange(from: try #require(CivilDay(year: 2025, month: 9, day: 1)), clampingUntil: .latest)
        _ = try live.apply([AssignmentChange(3, north)])
        // With Boris in the north.
        #expect(pay("dina", "pool") == "571.43 RUB")
        #expect(isWhole())
    }

    @Test("Boris leaves on 16 January: 15 of 31 days of his bonus, the sales until then, nothing in February")
    func leaves() throws {
        var version = try #require(live.version(ofAssignment: 2))
        version.validity = DayRange(from: version.validity.from, clampingUntil: try day(1, 16))
        _ = try live.apply([AssignmentChange(2, version)])
        #expect(pay("boris", "fee") == "100.00 RUB")
        // 1 000 × 15 / 31
        #expect(pay("boris", "bonus") == "483.87 RUB")
        #expect(pay("boris", "fee", "2026-02") == "none")
        #expect(isWhole())
        // Back as if he had never left.
        _ = try live.apply([AssignmentChange(2, model.version(ofAssignment: 2))])
        #expect(pay("boris", "fee") == "300.00 RUB")
        #expect(isWhole())
    }

    @Test("Boris becomes a head on 1 February: Dina reports to him, and his own sale counts for his overlay")
    func position() throws {
        let promoted = try split(2, on: try day(2)) { $0.position = 1 }
        _ = try live.apply(promoted)
        var dina = try #require(live.version(ofAssignment: 3))
        dina.manager = 2
        _ = try live.apply([AssignmentChange(3, dina)])
        #expect(pay("boris", "fee", "2026-02") == "none")
        #expect(pay("boris", "overlay", "2026-02") == "300.00 RUB")
        #expect(pay("boris", "overlay", "2026-03") == "10.00 RUB")
        #expect(pay("anna", "overlay", "2026-03") == "10.00 RUB")
        #expect(isWhole())
    }

    @Test("a sale that changes after Boris's move counts for Vera")
    func saleAfterMove() throws {
        _ = try live.apply(try split(2, on: try day(1, 15)) { $0.manager = 1 })
        var sale = try #require(live.version(0, row: 1))
        let amount = try #require(model.eventKinds[0].fields.firstIndex { $0.name == "amount" })
        sale.values[amount] *= 2
        _ = try live.apply(EventChange(event: 0, row: 1, version: sale))
        #expect(pay("vera", "overlay") == "400.00 RUB")
        #expect(pay("anna", "overlay") == "500.00 RUB")
    }

    // MARK: What is refused

    /// A change that does not fit, made from Boris's assignment, number 2.
    struct Bad: CustomTestStringConvertible {
        let what: String
        let number: Int
        let change: @Sendable (inout AssignmentVersion) -> Void
        let refusal: AssignmentChange.Refusal

        init(
            _ what: String, of number: Int = 2, _ refusal: AssignmentChange.Refusal,
            _ change: @escaping @Sendable (inout AssignmentVersion) -> Void = { _ in }
        ) {
            (self.what, self.number, self.change, self.refusal) = (what, number, change, refusal)
        }

        var testDescription: String { what }
    }

    private static let noDays = DayRange(from: .earliest, clampingUntil: .earliest)

    @Test(
        "what does not fit the company is refused, and nothing has changed",
        arguments: [
            Bad("no such assignment", of: 6, .unknownAssignment(6)),
            Bad("nobody of this number", .unknownPerson(4)) { $0.person = 4 },
            Bad("no such manager", .unknownPerson(-1)) { $0.manager = -1 },
            Bad("no such position", .unknownPosition(2)) { $0.position = 2 },
            Bad("no such unit", .unknownUnit(9)) { $0.unit = 9 },
            Bad("no day", .noDays(noDays)) { $0.validity = noDays },
            Bad("more than full time", .badShare(2)) { $0.share = 2 },
            Bad("no time", .badShare(0)) { $0.share = 0 },
            Bad("a value too few", .valueCount(3, expected: 4)) { $0.values.removeLast() },
            Bad("a text for an amount", .badValue(field: "target_bonus")) { $0.values[1] = .text("much") },
            Bad("an amount too large", .badValue(field: "target_bonus")) {
                $0.values[1] = .number(FixedDecimal(raw: .max))
            },
            Bad("no amount", .emptyField("target_bonus")) { $0.values[1] = .empty },
            Bad("an unknown record", .unknownRecord(field: "patron", id: "zoe")) { $0.values[3] = .text("zoe") },
            Bad(
                "two assignments at full time", of: 4,
                .overlaps(person: "boris", on: CivilDay(year: 2025, month: 1, day: 1) ?? .latest)),
            Bad("his own manager", .cycle(["boris", "boris"])) { $0.manager = 2 },
            Bad("his manager's manager", of: 0, .cycle(["anna", "boris", "anna"])) {
                ($0.person, $0.position, $0.manager) = (0, 1, 2)
            },
        ])
    func refused(bad: Bad) throws {
        let before = live.lines
        var version = try #require(live.version(ofAssignment: 2))
        bad.change(&version)
        #expect(throws: bad.refusal) { try live.apply([AssignmentChange(bad.number, version)]) }
        #expect(live.lines == before)
        #expect(live.assignmentChanges.isEmpty)
        #expect(!bad.refusal.text.en.isEmpty && !bad.refusal.text.ru.isEmpty)
    }

    @Test("what is cancelled cannot be cancelled again, but brought back")
    func cancelledTwice() throws {
        _ = try live.apply([AssignmentChange(2, nil)])
        #expect(throws: AssignmentChange.Refusal.unknownAssignment(2)) { try live.apply([AssignmentChange(2, nil)]) }
        _ = try live.apply([AssignmentChange(2, model.version(ofAssignment: 2))])
        #expect(pay("boris", "fee") == "300.00 RUB")
    }

    @Test("two who change places are refused one by one, not together")
    func together() throws {
        var anna = try #require(live.version(ofAssignment: 0))
        var boris = try #require(live.version(ofAssignment: 2))
        (anna.manager, boris.manager) = (2, nil)
        #expect(throws: AssignmentChange.Refusal.cycle(["anna", "boris", "anna"])) {
            try live.apply([AssignmentChange(0, anna)])
        }
        _ = try live.apply([AssignmentChange(0, anna), AssignmentChange(2, boris)])
        #expect(pay("anna", "overlay", "2026-02") == "0.00 RUB")
        #expect(isWhole())
    }
}
