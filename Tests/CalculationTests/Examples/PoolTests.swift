import Quantities
import Testing

/// Worked examples 6 and 7: a fund for all or for nobody, divided to the kopeck.
@Suite("A fund divided among people")
struct PoolTests {
    private func pool(
        _ staff: [(String, weight: Int)], fund: String, when: String = "", clients: Int = 0, target: Int = 25
    ) throws -> TestCompany {
        let weights = staff.map { "weight,\($0.0),2026-01,\($0.weight),vera\n" }.joined()
        let rows = (0..<clients).map { "\($0),2026-01-10,\(staff[$0 % staff.count].0)\n" }.joined()
        return try TestCompany(
            staff: staff.map(\.0).joined(separator: " "),
            """
            events:
              client: {fields: {date: day, seller: person}, credit: client.seller}
            metrics:
              weight: {unit: pieces, value: entered}
              new_clients: {unit: pieces, value: count(client)}
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  pool: {pool: \(fund), weights: weight, nobody: cancel\(when)}
            """,
            [
                "client.csv": "id,date,seller\n" + rows + "x,2025-12-01,\(staff[0].0)\n",
                "entered.csv": "metric,subject,period,value,author\n" + weights,
            ])
    }

    @Test(
        "all or nothing: 24 of 25 new clients pay nobody, 25 pay 150,000 by 7 : 5 : 3",
        arguments: [
            (24, ["0.00", "0.00", "0.00"]), (25, ["70 000.00", "50 000.00", "30 000.00"]),
            (26, ["70 000.00", "50 000.00", "30 000.00"]),
        ])
    func allOrNothing(clients: Int, expected: [String]) throws {
        let company = try pool(
            [("anna", 7), ("boris", 5), ("vera", 3)], fund: "150 000 RUB", when: ", when: new_clients >= 25",
            clients: clients)
        let pay = try company.pay("2026-01")
        #expect(["anna", "boris", "vera"].map { pay["\($0) pool"] } == expected)
    }

    @Test("100,000 by thirds: the kopeck left over goes to the first employee number")
    func thirds() throws {
        let pay = try pool([("anna", 1), ("boris", 1), ("vera", 1)], fund: "100 000 RUB").pay("2026-01")
        #expect(pay == ["anna pool": "33 333.34", "boris pool": "33 333.33", "vera pool": "33 333.33"])
    }

    @Test("100,000 by seven: three parts of 14,285.72 and four of 14,285.71")
    func sevenths() throws {
        let staff = ["a", "b", "c", "d", "e", "f", "g"].map { ($0, weight: 1) }
        let pay = try pool(staff, fund: "100 000 RUB").pay("2026-01")
        #expect(
            pay.values.sorted() == Array(repeating: "14 285.71", count: 4) + Array(repeating: "14 285.72", count: 3))
        #expect(pay["a pool"] == "14 285.72" && pay["c pool"] == "14 285.72" && pay["d pool"] == "14 285.71")
    }

    @Test("whole roubles of 100,000 by 7 : 5 : 3 are 46,667, 33,333 and 20,000")
    func wholeRoubles() throws {
        let parts = try Split.largestRemainder(
            10_000_000, weights: [(key: "a", weight: 7), (key: "b", weight: 5), (key: "c", weight: 3)], step: 100)
        #expect(parts == [4_666_700, 3_333_300, 2_000_000])
    }

    @Test("a weight of zero or below shares nothing, and the kopeck never goes there")
    func zeroWeight() throws {
        let pay = try pool([("anna", 0), ("boris", 1), ("vera", -4), ("yuri", 1)], fund: "0.01 RUB").pay("2026-01")
        #expect(pay == ["anna pool": "0.00", "boris pool": "0.01", "vera pool": "0.00", "yuri pool": "0.00"])
    }
}
