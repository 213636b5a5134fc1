import Calculation
import Company
import Ledger
import Messages
import Payroll
import Periods
import Quantities
import Storage
import Testing

/// What somebody expected beside what his statement says: where they come apart first.
///
/// The statement: ten percent of sales 1 (30 000) and 2 (20 000), which are 5 000.00, all payable.
@Suite("What was expected")
struct ExpectationTests {
    private let rub: Currency
    private let statement: PayStatement
    private let figures: [CountedFigure]

    init() async throws {
        let company = try PayCompany.ofSales()
        try await company.calculate("2026-01")
        statement = try company.cycle.payStatement(of: "anna", "2026-01")
        rub = statement.currency
        figures = [
            CountedFigure(
                name: "count(sale)", kind: "sale", unit: MetricUnit(.pieces),
                events: [.init(id: "1", value: 1), .init(id: "2", value: 1)]),
            CountedFigure(
                name: "sum(sale.amount)", kind: "sale", unit: MetricUnit(.money(rub)),
                events: [.init(id: "1", value: 30_000), .init(id: "2", value: 20_000)]),
        ]
    }

    private func compared(_ expected: ExpectedPay) -> ExpectationDifference {
        ExpectationDifference(expected, statement, figures)
    }

    @Test("all that agrees is no difference")
    func agrees() throws {
        let node = try #require(statement.awards.first?.node)
        let difference = compared(
            ExpectedPay(
                payable: 500_000, awards: [node: 500_000],
                deals: [ExpectedDeal(id: "2", amount: 20_000), ExpectedDeal(id: "1", amount: 30_000)]))
        #expect(difference.first == nil && difference.compared == 4)
        #expect(DisputeText(difference, statement).text.en.isEmpty)
    }

    @Test("deals come before awards, awards before the sum: the deepest line that differs is the first")
    func order() throws {
        let node = try #require(statement.awards.first?.node)
        let difference = compared(
            ExpectedPay(
                payable: 700_000, awards: [node: 700_000],
                deals: [
                    ExpectedDeal(id: "1", amount: 30_000), ExpectedDeal(id: "3", amount: 15_000),
                    ExpectedDeal(id: "2", amount: 25_000),
                ]))
        #expect(difference.lines.map(\.subject).prefix(2) == [.deal("3"), .deal("2")])
        #expect(difference.first?.mine == 15_000 && difference.first?.theirs == nil)
        #expect(difference.lines[1].difference == 5_000)
        guard case .award = difference.lines[2].subject else {
            Issue.record("\(difference.lines)")
            return
        }
        #expect(difference.lines.last?.subject == .payable && difference.lines.last?.difference == 2_000)
    }

    @Test("a deal that only the statement has comes after the person's own")
    func onlyTheirs() {
        let difference = compared(ExpectedPay(deals: [ExpectedDeal(id: "2", amount: 20_000)]))
        #expect(difference.lines.map(\.subject) == [.deal("1")])
        #expect(difference.first?.mine == nil && difference.first?.difference == -30_000)
    }

    @Test("a table without amounts asks only whether deals count")
    func withoutAmounts() {
        let deals = ["1", "2", "9"].map { ExpectedDeal(id: $0, amount: nil) }
        #expect(compared(ExpectedPay(deals: deals)).lines.map(\.subject) == [.deal("9")])
    }

    @Test("amounts are compared with the figure in which most of them are the same")
    func figure() {
        let ones = ["1", "2"].map { ExpectedDeal(id: $0, amount: 1) }
        #expect(compared(ExpectedPay(deals: ones)).figure?.name == "count(sale)")
        let amounts = [ExpectedDeal(id: "1", amount: 30_000)]
        #expect(compared(ExpectedPay(deals: amounts)).figure?.name == "sum(sale.amount)")
    }

    @Test("the text names the first line and what is besides, in both languages")
    func text() {
        let difference = compared(
            ExpectedPay(payable: 700_000, deals: [ExpectedDeal(id: "1", amount: 31_000), .init(id: "2", amount: nil)]))
        let text = DisputeText(difference, statement).text
        #expect(
            text.en == """
                The first line that differs: sale 1: mine 31 000.00 RUB, the statement's 30 000.00 RUB, difference 1 000.00 RUB.
                Also:
                – payable: mine 7 000.00 RUB, the statement's 5 000.00 RUB, difference 2 000.00 RUB
                """)
        #expect(
            text.ru.hasPrefix("Первая строка, которая расходится: sale 1: у меня 31\u{A0}000,00\u{A0}RUB, в листке"))
    }

    @Test("the figures of a person's awards are found with all their events, more than an explanation lists")
    func counted() async throws {
        let company = try PayCompany.ofSales()
        try company.sell("5,2026-01-20,boris,70000")
        try await company.calculate("2026-01")
        let run = try company.cycle.reviewed("2026-01").run
        let asked = try await company.cycle.asked(run)
        let number = try #require(asked.model.people.number(of: "anna"))
        let range = try #require(asked.model.calendar.parse("2026-01")).range
        let explainer = AwardExplainer(asked.model, await asked.source(threads: 1), eventLimit: 1)
        #expect(explainer.countedFigures(of: number, in: range) == [figures[1]])
    }

    @Test("a reason that is known stands behind its deal")
    func reasons() {
        let difference = compared(ExpectedPay(deals: [ExpectedDeal(id: "3", amount: 1), .init(id: "1", amount: nil)]))
        let text = DisputeText(
            difference, statement, reasons: ["3": LocalizedText(en: "credited to boris", ru: "засчитано: boris")]
        ).text
        #expect(text.en.contains("sale 3: mine 1.00 RUB") || text.en.contains("sale 3: mine 1 pcs"))
        #expect(text.en.contains("(credited to boris)") && text.ru.contains("(засчитано: boris)"))
    }
}

extension PayCompany {
    /// Takes a sale in.
    fileprivate func sell(_ row: String) throws {
        let imported = try learn(["sale.csv": "id,date,seller,amount\n\(row)\n"])
        try #require(imported.rejected == 0)
    }

    /// Anna sells twice in January, 30 000 and 20 000; a sale pays ten percent.
    fileprivate static func ofSales() throws -> PayCompany {
        try PayCompany(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: Seller, office: {title: Office, plan: none}}
            units: {north: North}
            events:
              sale:
                fields: {date: day, seller: person, amount: money}
                credit: sale.seller
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            plans:
              seller:
                for: {position: seller}
                period: month
                components: {commission: {commission: sales, rate: 10%}}
            """,
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\nolga,Olga\nvera,Vera\n",
                "assignments.csv": """
                person,position,unit,manager,from
                anna,seller,north,vera,2025-01-01
                boris,office,north,,2025-01-01
                olga,office,north,,2025-01-01
                vera,office,north,,2025-01-01

                """,
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,30000\n2,2026-01-12,anna,20000\n",
            ])
    }
}

/// Where a dispute stands: whose turn it is, what it holds up, what came of it.
@Suite("A dispute's standing")
struct DisputeStandingTests {
    @Test("open it waits for the head and holds the approval up; what is corrected after it is found")
    func standing() async throws {
        let company = try PayCompany.ofSales()
        try await company.approve("2026-01")
        let model = try company.cycle.reference()
        let number = try company.cycle.dispute("anna", period: "2026-01", text: "sale 3 is missing", by: "anna")
        let open = try company.cycle.standing(of: number, model)
        #expect(open.heads == ["vera"] && open.blocks == .nothing && open.records.answered == nil)
        #expect(open.records.opened == "2026-02-03T09:00:00Z" && open.records.corrections.isEmpty)

        try company.cycle.resolveDispute(number, answer: "right", by: "vera")
        try company.sell("3,2026-01-20,anna,10000")
        try await company.approve("2026-02")
        let upheld = try company.cycle.standing(of: number, model)
        #expect(upheld.blocks == nil && upheld.records.answered == "2026-02-03T09:00:00Z")
        #expect(upheld.records.corrections.map(\.entry.amount) == [100_000])
        #expect(upheld.records.corrections.map(\.entry.period) == ["2026-02"])
    }

    @Test("of a period that is not approved it holds the approval up")
    func blocks() async throws {
        let company = try PayCompany.ofSales()
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        let model = try company.cycle.reference()
        _ = try company.cycle.dispute("anna", period: "2026-01", text: "?", by: "anna")
        let open = try company.cycle.openDisputes(of: "2026-01", model)
        #expect(open.map(\.blocks) == [.approval] && open.map(\.dispute.number) == [1])
        #expect(throws: PayrollFailure.self) { try company.cycle.standing(of: 9, model) }
    }
}

/// Tables as they are copied out of a spreadsheet or a mail.
@Suite("A person's own table of deals")
struct DealTableTests {
    @Test("tabs, semicolons, spaces; a head is skipped, amounts are read in the way of the language")
    func reading() {
        for text in ["№\tСумма\n4711\t57 400,00\n4712\t1 000", "номер; сумма\n4711; 57 400,00 ₽\n\n4712;1 000,00"] {
            let table = DealTable(text, commaIsDecimal: true)
            #expect(table.deals == [.init(id: "4711", amount: 57_400), .init(id: "4712", amount: 1_000)], "\(text)")
            #expect(table.faults.isEmpty)
        }
        #expect(DealTable("4711 57 400,00\n4712", commaIsDecimal: true).deals.map(\.amount) == [57_400, nil])
        #expect(
            DealTable("id;client;amount\n7;Vega;1,234.50", commaIsDecimal: false).deals.first?.amount?.description
                == "1234.5")
    }

    @Test("what is no amount, and what is there twice, is named by its line")
    func faults() {
        let table = DealTable("1;100\n2;abc\n1;200", commaIsDecimal: false)
        #expect(table.deals == [.init(id: "1", amount: 100)])
        #expect(table.faults.map(\.line) == [2, 3])
        #expect(table.faults[0].text.en == "'abc' is no amount" && table.faults[1].text.ru.contains("дважды"))
    }

    @Test("no more than two thousand lines are read")
    func limit() {
        let table = DealTable((0..<3_000).map { "\($0);1" }.joined(separator: "\n"), commaIsDecimal: false)
        #expect(table.deals.count == DealTable.mostLines && table.faults.map(\.line) == [DealTable.mostLines + 1])
    }

    @Test("nothing is an empty table", arguments: ["", "\n\n", " ; ", "\t\t"])
    func empty(_ text: String) {
        #expect(DealTable(text, commaIsDecimal: true).deals.isEmpty)
    }
}

/// Amounts as people write them.
@Suite("A written amount")
struct WrittenAmountTests {
    @Test(
        "what people write",
        arguments: [
            ("57 400,00", true, "57400"), ("57\u{A0}400,5 ₽", true, "57400.5"), ("57400.50", true, "57400.5"),
            ("57,400.00", false, "57400"), ("57.400,00", false, "57400"), ("1,234,567", false, "1234567"),
            ("−1 200,50", true, "-1200.5"), ("+5", false, "5"), ("RUB 12.5", false, "12.5"), ("12 руб.", true, "12"),
            ("1,234", true, "1.234"), ("1,234", false, "1234"), ("1,23", false, "1.23"), ("0,5", true, "0.5"),
        ])
    func read(_ text: String, _ commaIsDecimal: Bool, _ value: String) {
        #expect(WrittenAmount.value(of: text, commaIsDecimal: commaIsDecimal)?.description == value)
    }

    @Test(
        "what is none",
        arguments: [
            "", "abc", "1.2.3,4,5", "12,34,56", "--5", "5-", "1,", ",5", "1e5", "0x10", "1;2",
            "9999999999999999999999999",
            "∞", "١٢",
        ])
    func refused(_ text: String) {
        #expect(WrittenAmount.value(of: text, commaIsDecimal: true) == nil, "\(text)")
    }

    @Test("parts of a kopeck are no amount of pay")
    func minorUnits() {
        let rub = Currency(code: "RUB")
        #expect(WrittenAmount.minorUnits(of: "57 400,05", in: rub, commaIsDecimal: true) == 5_740_005)
        #expect(WrittenAmount.minorUnits(of: "1,234", in: rub, commaIsDecimal: true) == nil)
        #expect(WrittenAmount.minorUnits(of: "92 233 720 368 547 758,08", in: rub, commaIsDecimal: true) == nil)
    }
}
