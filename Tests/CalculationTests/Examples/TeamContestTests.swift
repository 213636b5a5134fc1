import Calculation
import Formulas
import Messages
import Testing

/// Units compete; what a unit wins is divided among its people.
@Suite("A contest between units")
struct TeamContestTests {
    /// North: anna and boris; south: vera; west: gleb, dina, egor.
    private func contest(_ component: String, _ sales: [String: String], assignments: String? = nil) throws
        -> TestCompany
    {
        let staff = [
            "anna": "north", "boris": "north", "vera": "south", "gleb": "west", "dina": "west", "egor": "west",
        ]
        let names = staff.keys.sorted()
        let rows = names.compactMap { name in sales[name].map { "\(name),2026-01-10,\(name),\($0)\n" } }
        return try TestCompany(
            """
            company: {name: Test, currency: RUB}
            positions: {seller: {title: Seller}}
            units: {north: {title: North}, south: {title: South}, west: {title: West}}

            """ + Sales.paying(component),
            [
                "people.csv": "id,name\n" + names.map { "\($0),\($0)\n" }.joined(),
                "assignments.csv": "person,position,unit,from,until\n"
                    + (assignments ?? names.map { "\($0),seller,\(staff[$0] ?? ""),2024-01-01,\n" }.joined()),
                "sale.csv": "id,date,seller,amount\n" + rows.joined(),
            ])
    }

    private let sales = ["anna": "600", "boris": "300", "vera": "1000", "gleb": "100", "dina": "100", "egor": "0"]

    @Test("ranking: the first unit's prize goes to its one seller, the second's is halved between two")
    func ranking() throws {
        // South 1 000, north 900, west 200.
        let company = try contest("{contest: [60 000 RUB, 30 000 RUB], by: sales, between: units}", sales)
        #expect(
            try company.pay("2026-01") == [
                "vera pay": "60 000.00", "anna pay": "15 000.00", "boris pay": "15 000.00",
                "gleb pay": "0.00", "dina pay": "0.00", "egor pay": "0.00",
            ])
        #expect(
            try company.remarks("anna", "pay", "2026-01").map(\.text.en) == [
                "north: place 2 of 3", "a part of the unit's 30 000.00 RUB",
            ])
        #expect(try company.remarks("gleb", "pay", "2026-01").map(\.text.en) == ["west: place 3 of 3"])
    }

    @Test("divided by sales: 600 to 300 are two thirds and one third of the unit's prize")
    func divided() throws {
        let pay = try contest("{contest: [90 000 RUB, 30 000 RUB], by: sales, between: units, divided: sales}", sales)
            .pay("2026-01")
        #expect(pay["vera pay"] == "90 000.00")
        #expect([pay["anna pay"], pay["boris pay"]] == ["20 000.00", "10 000.00"])
    }

    @Test("a kopeck that does not divide goes to the first id")
    func kopeck() throws {
        let pay = try contest("{contest: {steps: {200 RUB: 100 RUB}}, by: sales, between: units}", sales).pay("2026-01")
        #expect([pay["dina pay"], pay["egor pay"], pay["gleb pay"]] == ["33.34", "33.33", "33.33"])
        #expect([pay["anna pay"], pay["boris pay"], pay["vera pay"]] == ["50.00", "50.00", "100.00"])
    }

    @Test("a pot: 1 000 : 900 : 200 of 21 000, each unit's part divided again")
    func pot() throws {
        let company = try contest("{contest: {pot: 21 000 RUB}, by: sales, between: units, divided: sales}", sales)
        #expect(
            try company.pay("2026-01") == [
                "vera pay": "10 000.00", "anna pay": "6 000.00", "boris pay": "3 000.00",
                "gleb pay": "1 000.00", "dina pay": "1 000.00", "egor pay": "0.00",
            ])
    }

    @Test("the minimum is the unit's: who sold enough himself is out with his unit")
    func minimum() throws {
        let company = try contest(
            "{contest: [60 RUB, 30 RUB], by: sales, minimum: sales < 1 000 RUB, between: units}", sales)
        let pay = try company.pay("2026-01")
        #expect([pay["anna pay"], pay["gleb pay"], pay["vera pay"]] == ["30.00", "10.00", "0.00"])
        #expect(try company.remarks("vera", "pay", "2026-01").map(\.code) == ["not-admitted"])
    }

    @Test("nobody in the winning unit has a weight above zero: nobody gets its prize")
    func noWeights() throws {
        let company = try contest(
            "{contest: [60 RUB], by: sales + 1 RUB, minimum: sales < 100 RUB, between: units, divided: sales}",
            ["anna": "-5", "boris": "5", "vera": "200", "gleb": "-7", "dina": "-1", "egor": "0"])
        // North is first with 1, and boris alone has a weight; then without him nobody has.
        #expect(try company.pay("boris", "pay", "2026-01") == "60.00")
        let none = try contest(
            "{contest: [60 RUB], by: sales, between: units, divided: sales}",
            ["anna": "-5", "boris": "-5", "vera": "-200", "gleb": "-700", "dina": "-1", "egor": "0"])
        #expect(try none.pay("anna", "pay", "2026-01") == "0.00")
        #expect(try none.remarks("anna", "pay", "2026-01").map(\.code) == ["place", "prize-not-divided"])
    }

    @Test("who changed units shares in the one he is in at the end, once")
    func moved() throws {
        let company = try contest(
            "{contest: [60 RUB, 30 RUB], by: sales, between: units}", ["anna": "600", "vera": "1000"],
            assignments: """
                anna,seller,south,2024-01-01,2026-01-16
                anna,seller,north,2026-01-16,
                boris,seller,north,2024-01-01,
                vera,seller,south,2024-01-01,
                gleb,seller,west,2024-01-01,
                dina,seller,west,2024-01-01,
                egor,seller,west,2024-01-01,

                """)
        // Anna's sale of the 10th is the south's, so south has 1 600; she is north's, which has 0 and ties with west.
        #expect(
            try company.pay("2026-01") == [
                "vera pay": "60.00", "anna pay": "7.50", "boris pay": "7.50",
                "gleb pay": "5.00", "dina pay": "5.00", "egor pay": "5.00",
            ])
    }

    @Test("the explanation shows the units' standings and how each prize was divided")
    func explanation() throws {
        let company = try contest(
            "{contest: [90 RUB], by: sales, minimum: sales < 1 000 RUB, between: units, divided: sales}", sales)
        let tree = try #require(company.explanations("boris", "2026-01").first)
        #expect(
            tree.lines(in: .en) == [
                "2026-01 · seller · pay: 30.00 RUB  [north: place 1 of 2; a part of the unit's 90.00 RUB]",
                "├─ standings  = sales",
                "│  ├─ 1. north: 900.00 RUB  [wins 90.00 RUB]",
                "│  └─ 2. west: 200.00 RUB  [wins 0.00 RUB]",
                "├─ do not take part  [south]",
                "└─ divided in north  = sales",
                "   ├─ anna: 60.00 RUB  [weight 600.00 RUB]",
                "   └─ boris: 30.00 RUB  [weight 300.00 RUB]",
            ])
    }
}
