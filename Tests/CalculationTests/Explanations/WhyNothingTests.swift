import Calculation
import Company
import Formulas
import Messages
import Testing

@Suite("Why is there no pay?")
struct WhyNothingTests {
    private func answer(_ person: String, _ period: String, _ language: Language) throws -> [String] {
        let company = try TestCompany(
            """
            positions: {seller: {title: Seller}, head: {title: Head}}
            units: {north: {title: North}, south: {title: South}}
            \(Sales.kind)plans:
              sellers: {for: {position: seller, unit: north}, period: quarter, components: {pay: {commission: sales, rate: 1%}}}
            """,
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\nvera,Vera\nyuri,Yuri\n",
                "assignments.csv": """
                person,position,unit,from,until
                anna,seller,north,2026-01-01,
                boris,head,north,2026-01-01,
                vera,seller,south,2026-01-01,
                yuri,seller,north,2025-01-01,2025-06-01

                """,
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,100\n",
            ])
        let explainer = AwardExplainer(company.model, company.engine)
        return explainer.whyNothing(try company.person(person), in: try company.range(period)).lines(in: language)
    }

    @Test("the plan is for another position")
    func position() throws {
        #expect(
            try answer("boris", "2026-Q1", .en).last
                == "└─ sellers  [does not fit: the position is head, the plan is for seller]")
        #expect(try answer("boris", "2026-Q1", .ru).last == "└─ sellers  [не подходит: должность — head, нужна seller]")
    }

    @Test("the plan is for another unit, and that is what is said")
    func unit() throws {
        #expect(
            try answer("vera", "2026-Q1", .en).last
                == "└─ sellers  [does not fit: the unit is south, the plan is for north]")
        #expect(
            try answer("vera", "2026-Q1", .ru).last == "└─ sellers  [не подходит: подразделение — south, нужно north]")
    }

    @Test("no period of the plan ends in the month")
    func period() throws {
        let lines = try answer("anna", "2026-02", .en)
        #expect(lines.first == "no plan pays Anna in 2026-02-01 – 2026-02-28")
        #expect(lines.last == "└─ sellers  [has no quarter that ends in 2026-02-01 – 2026-02-28]")
        #expect(try answer("anna", "2026-02", .ru).first == "Anna: нет выплат по планам за 01.02.2026 – 28.02.2026")
    }

    @Test("the person holds no assignment")
    func assignment() throws {
        #expect(try answer("yuri", "2026-Q1", .en).first?.hasPrefix("Yuri holds no assignment in ") == true)
        #expect(try answer("yuri", "2026-Q1", .ru).first?.hasPrefix("Yuri: нет назначения на ") == true)
    }

    @Test("a figure of the company is explained though no formula asks for it")
    func figureOfTheCompany() throws {
        let company = try TestCompany(
            staff: "anna", Sales.kind, Sales.table("2026-01-10 anna 100", "2026-01-12 anna 7"))
        let explainer = AwardExplainer(company.model, company.engine)
        let tree = explainer.metric(0, of: .company, in: try company.period("2026-01"))
        #expect(tree.lines(in: .en).first == "sales: 107.00 RUB  = sum(sale.amount)")
    }
}
