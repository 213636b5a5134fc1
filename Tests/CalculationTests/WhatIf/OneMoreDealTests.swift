import Calculation
import Company
import Formulas
import Messages
import Testing

/// January 2026, two sellers under Vera:
///
///     anna     850 000 in one deal   commission 850 000 × 3 % = 25 500   half of the pool of 12 000
///     boris    420 000 in one deal   commission 420 000 × 3 % = 12 600   half of the pool
///     vera     1 % of 1 270 000 = 12 700
///
/// The quarter pays whoever sold a million 5 000.
@Suite("One more deal, another one, one less: what moves")
struct OneMoreDealTests {
    static let company = WhatIfCompany(files: [
        "company.yaml": """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller, head: Head}
        units: {sales: Sales}
        events:
          sale:
            fields: {date: day, seller: person, client: client, amount: money, note: text?}
            credit: split(sale_share, sale.seller)
          payment: {fields: {date: day, sale: sale, amount: money}}
        splits: {sale_share: {of: sale}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          deals: {unit: pieces, value: count(sale)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              commission: {commission: sales, tiers: {marginal: {0 RUB: 3%, 1 000 000 RUB: 5%}}}
              pool: {pool: 12 000 RUB, weights: deals, nobody: cancel}
          head:
            for: {position: head}
            period: month
            components:
              overlay: {commission: rollup(sales), rate: 1%}
          quarter:
            for: {position: seller}
            period: quarter
            components:
              million: {bonus: 5 000 RUB, when: sales >= 1 000 000 RUB}
        """,
        "people.csv": "id\nanna\nboris\nvera\n",
        "clients.csv": "id\nc1\nc2\n",
        "assignments.csv": """
        person,position,unit,manager,from
        vera,head,sales,,2025-01-01
        anna,seller,sales,vera,2025-01-01
        boris,seller,sales,vera,2025-01-01

        """,
        "sale.csv": """
        id,date,seller,client,amount
        1,2026-01-14,anna,c1,850000
        2,2026-01-20,boris,c2,420000

        """,
        "payment.csv": "id,date,sale,amount\np1,2026-02-01,2,420000\n",
    ])

    @Test(
        "300,000 more lift Anna into the second tier, give her two of three parts of the pool, and Vera her one percent"
    )
    func oneMore() async throws {
        let comparison = try await Self.company.comparison(
            add: ["sale: date=2026-01-28, seller=anna, client=c1, amount=300 000 RUB"])
        #expect(
            comparison.movedTexts == [
                "2026-01 anna commission: 25 500.00 → 37 500.00",  // 1 000 000 × 3 % + 150 000 × 5 %
                "2026-01 anna pool: 6 000.00 → 8 000.00",
                "2026-01 boris pool: 6 000.00 → 4 000.00",
                "2026-01 vera overlay: 12 700.00 → 15 700.00",
                "2026-Q1 anna million: 0.00 → 5 000.00",
            ])
        #expect(
            PayComparison.texts(comparison.byPerson) == [
                "anna: 31 500.00 → 50 500.00 = 19 000.00", "vera: 12 700.00 → 15 700.00 = 3 000.00",
                "boris: 18 600.00 → 16 600.00 = -2 000.00",
            ])
        #expect(PayComparison.amount(comparison.total.difference) == "20 000.00")
    }

    @Test("without Boris's deal and its payment he earns nothing, and Anna has the pool")
    func cancelled() async throws {
        let comparison = try await Self.company.comparison(cancel: ["sale 2", "payment p1"])
        #expect(
            comparison.movedTexts == [
                "2026-01 boris commission: 12 600.00 → 0.00", "2026-01 anna pool: 6 000.00 → 12 000.00",
                "2026-01 boris pool: 6 000.00 → 0.00", "2026-01 vera overlay: 12 700.00 → 8 500.00",
            ])
    }

    @Test("a deal of 1,420,000 instead of 420,000: 1,000,000 × 3 % + 420,000 × 5 %")
    func changed() async throws {
        let comparison = try await Self.company.comparison(change: ["sale 2: amount=1 420 000"], in: "2026-01")
        #expect(
            comparison.movedTexts == [
                "2026-01 boris commission: 12 600.00 → 51 000.00", "2026-01 vera overlay: 12 700.00 → 22 700.00",
            ])
    }

    @Test("a deal with a new client, split 60 to 40, both said in one breath")
    func split() async throws {
        let comparison = try await Self.company.comparison(
            add: [
                "client: id=c9, title=Ромашка", "sale n1: date=2026-01-30, seller=anna, client=c9, amount=100 000",
                "sale_share: sale=n1, person=anna, share=60%", "sale_share: sale=n1, person=boris, share=40%",
            ], in: "2026-01")
        #expect(
            comparison.movedTexts == [
                "2026-01 anna commission: 25 500.00 → 27 300.00", "2026-01 boris commission: 12 600.00 → 13 800.00",
                "2026-01 anna pool: 6 000.00 → 6 400.00",  // 1.6 of 3 deals
                "2026-01 boris pool: 6 000.00 → 5 600.00",
                "2026-01 vera overlay: 12 700.00 → 13 700.00",
            ])
    }

    @Test("a deal in a month without any moves only what it brings: the month is compared with itself, empty")
    func emptyMonth() async throws {
        let comparison = try await Self.company.comparison(
            add: ["sale: date=2026-03-10, seller=boris, client=c2, amount=100 000"])
        #expect(
            comparison.movedTexts == [
                "2026-03 boris commission: 0.00 → 3 000.00", "2026-03 boris pool: 0.00 → 12 000.00",
                "2026-03 vera overlay: 0.00 → 1 000.00",
            ])
    }

    @Test("a note moves nothing")
    func nothing() async throws {
        let comparison = try await Self.company.comparison(
            change: [#"sale 1: note="late, amount=2 in the draft""#], in: "2026-01")
        #expect(comparison.moved.isEmpty)
        #expect(comparison.awards.map(\.key.person) == ["anna", "boris", "anna", "boris", "vera"])
        #expect(comparison.of("anna").awards.map(\.key.component) == ["commission", "pool"])
    }
}
