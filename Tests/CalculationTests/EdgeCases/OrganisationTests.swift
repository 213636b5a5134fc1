import Testing

@Suite("The organisation as it stood")
struct OrganisationTests {
    /// anna moves from north to south on 16 January; her manager changes with the unit.
    private func company(_ plans: String = "") throws -> TestCompany {
        try TestCompany(
            """
            positions: {seller: {title: Seller}, head: {title: Head}}
            units:
              all: {title: All}
              north: {title: North, parent: all}
              south: {title: South, parent: all}
            \(Sales.kind)  of_unit: {unit: RUB, value: unit(sales)}
              of_reports: {unit: RUB, value: rollup(sales)}
              mean_sale: {unit: RUB, value: "sales / (count(sale) / 1 pcs)"}
              mean_of_unit: {unit: RUB, value: unit(mean_sale)}\(plans)
            """,
            [
                "people.csv": "id,name\ndir,Dir\nnina,Nina\nsasha,Sasha\nanna,Anna\nboris,Boris\n",
                "assignments.csv": """
                person,position,unit,manager,from,until
                dir,head,all,,2025-01-01,
                nina,head,north,dir,2025-01-01,
                sasha,head,south,dir,2025-01-01,
                anna,seller,north,nina,2025-01-01,2026-01-16
                anna,seller,south,sasha,2026-01-16,
                boris,seller,south,sasha,2025-01-01,

                """,
                "sale.csv": """
                id,date,seller,amount
                1,2026-01-15,anna,100
                2,2026-01-16,anna,30
                3,2026-01-20,boris,7
                4,2026-01-05,boris,1

                """,
            ])
    }

    @Test(
        "each sale belongs to the unit its seller was in on that day",
        arguments: [("north", "100.00 RUB"), ("south", "38.00 RUB"), ("all", "138.00 RUB")])
    func units(unit: String, expected: String) throws {
        #expect(try company().figure("sales", of: unit, "2026-01") == expected)
    }

    @Test(
        "each sale counts for those whom its seller reported to on that day, all the way up",
        arguments: [("nina", "100.00 RUB"), ("sasha", "38.00 RUB"), ("dir", "138.00 RUB"), ("anna", "130.00 RUB")])
    func reports(manager: String, expected: String) throws {
        #expect(try company().figure("of_reports", of: manager, "2026-01") == expected)
    }

    @Test("unit() of who moved is the unit he is in at the end, with all its people's days in it")
    func unitOfWhoMoved() throws {
        #expect(try company().figure("of_unit", of: "anna", "2026-01") == "38.00 RUB")
        #expect(try company().figure("of_unit", of: "anna", "2026-02") == "0.00 RUB")
    }

    @Test("a ratio of a unit is the ratio of its sums: 38 by 3 sales, not the mean of means")
    func ratioOfAUnit() throws {
        #expect(try company().figure("mean_of_unit", of: "boris", "2026-01") == "12.6667 RUB")
    }

    @Test("who moved shares the fund of the unit he is in at the end, by all he sold in the month")
    func fundOfWhoMoved() throws {
        let company = try company(
            """

            plans:
              seller:
                for: {position: seller}
                period: month
                components: {pool: {pool: sales * 10%, weights: sales, nobody: cancel}}
            """)
        // South sold 30 + 7 + 1 = 38, so 3.80 by 130 : 8; north has no seller left to share its 10.00.
        #expect(try company.pay("2026-01") == ["anna pool": "3.58", "boris pool": "0.22"])
    }

    @Test("who holds two assignments in one unit counts once")
    func countedOnce() throws {
        let company = try TestCompany(
            "positions: {seller: {title: Seller}, tutor: {title: Tutor}}\nunits: {sales: {title: Sales}}\n"
                + Sales.kind,
            [
                "people.csv": "id,name\nanna,Anna\n",
                "assignments.csv": """
                person,position,unit,from,share
                anna,seller,sales,2025-01-01,50%
                anna,tutor,sales,2025-01-01,50%

                """,
                "sale.csv": "id,date,seller,amount\n1,2026-01-15,anna,100\n",
            ])
        #expect(try company.figure("sales", of: "sales", "2026-01") == "100.00 RUB")
    }
}
