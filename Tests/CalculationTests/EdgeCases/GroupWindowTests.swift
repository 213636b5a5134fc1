import Testing

@Suite("Figures of groups over other days")
struct GroupWindowTests {
    private static let metrics =
        Sales.kind + """
              grown: {unit: RUB, value: growth(sales)}
              unit_of_year_ago: {unit: RUB, value: unit(year_ago(sales))}
              year_ago_of_unit: {unit: RUB, value: year_ago(unit(sales))}
              unit_of_previous: {unit: RUB, value: unit(previous(sales))}
              previous_of_unit: {unit: RUB, value: previous(unit(sales))}
              unit_of_growth: {unit: RUB, value: unit(growth(sales))}
              growth_of_unit: {unit: RUB, value: growth(unit(sales))}
              below_of_growth: {unit: RUB, value: rollup(growth(sales))}
              three: {unit: RUB, value: "trailing(unit(sales), 3)"}
              swing: {unit: percent, value: "variation(unit(sales), 2)"}
              widest: {unit: RUB, value: rollup(unit(sales))}

            """

    private func company(_ assignments: String, sales: String, component: String) throws -> TestCompany {
        try TestCompany(
            """
            positions: {seller: {title: Seller}, guest: {title: Guest}}
            units: {all: {title: All}, north: {title: North, parent: all}, south: {title: South, parent: all}}
            \(Self.metrics)plans: {seller: {for: {position: seller}, period: month, components: {pay: \(component)}}}
            """,
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\nvera,Vera\n",
                "assignments.csv": "person,position,unit,from,until\n" + assignments,
                "sale.csv": "id,date,seller,amount\n" + sales,
            ])
    }

    @Test(
        "a unit has no growth before the data begin, whoever belonged to it then",
        arguments: ["2025-12-15", "2026-01-01", "2024-01-01"])
    func beforeTheData(from: String) async throws {
        let company = try company(
            "anna,seller,north,\(from),\n", sales: "1,2026-01-10,anna,1000\n2,2027-01-15,anna,1500\n",
            component: "{bonus: unit(growth(sales)) * 10%}")
        for figure in [
            "grown", "unit_of_growth", "growth_of_unit", "below_of_growth", "unit_of_year_ago", "year_ago_of_unit",
            "unit_of_previous", "previous_of_unit",
        ] {
            #expect(try company.figure(figure, of: "anna", "2026-01") == "no-data", "\(figure)")
        }
        #expect(try company.pay("2026-01") == ["anna pay": "no-data"])
        #expect(try await company.payInColumns("2026-01") == company.pay("2026-01"))
        // A year later: 1 500 less 1 000, 10 % of it.
        #expect(try company.pay("2027-01") == ["anna pay": "50.00"])
        #expect(try await company.payInColumns("2027-01") == company.pay("2027-01"))
    }

    @Test("a unit that everybody left before the first event sold nothing in that month")
    func leftBefore() throws {
        let company = try company(
            "anna,seller,north,2025-01-01,2026-01-05\nanna,seller,south,2026-01-05,\n",
            sales: "1,2026-01-10,anna,1000\n", component: "{bonus: 1 RUB}")
        #expect(try company.figure("sales", of: "north", "2026-01") == "0.00 RUB")
        #expect(try company.figure("sales", of: "south", "2026-01") == "1 000.00 RUB")
    }

    /// boris comes from north to south on 1 February, where anna has sold for 30; north sold for 100 in January.
    private func moved() throws -> TestCompany {
        try company(
            "anna,seller,south,2025-01-01,\nboris,guest,north,2025-01-01,2026-02-01\nboris,seller,south,2026-02-01,\n"
                + "vera,seller,north,2025-01-01,\n",
            sales: "1,2025-11-01,anna,1\n2,2026-01-10,anna,30\n3,2026-01-10,vera,100\n4,2026-02-10,boris,7\n",
            component: "{commission: previous(unit(sales)), rate: 10%}")
    }

    @Test("the unit is the one he is in at the end of his days, in whichever order the window and the unit are written")
    func unitOfWhoMoved() async throws {
        let company = try moved()
        #expect(try company.figure("unit_of_previous", of: "boris", "2026-02") == "30.00 RUB")
        #expect(try company.figure("previous_of_unit", of: "boris", "2026-02") == "30.00 RUB")
        #expect(try company.figure("previous_of_unit", of: "vera", "2026-02") == "100.00 RUB")
        // South: 0 in December, 30 and 7.
        #expect(try company.figure("three", of: "boris", "2026-02") == "37.00 RUB")
        // 30 and 7: mean 18.5, deviations of 11.5; √(2 × 11.5²) ÷ 18.5.
        #expect(try company.figure("swing", of: "boris", "2026-02") == "87.9106 %")
        #expect(try company.pay("2026-02") == ["anna pay": "3.00", "boris pay": "3.00", "vera pay": "10.00"])
        #expect(try await company.payInColumns("2026-02") == company.pay("2026-02"))
    }

    @Test("of groups inside each other the widest counts")
    func widest() throws {
        #expect(try moved().figure("widest", of: "boris", "2026-02") == "7.00 RUB")
        #expect(try moved().figure("widest", of: "anna", "2026-01") == "30.00 RUB")
    }
}

@Suite("A figure of a group is computed from the events of the group")
struct GroupEventTests {
    private func company(_ sales: String, _ shares: String = "") throws -> TestCompany {
        try TestCompany(
            staff: "anna boris vera",
            """
            events:
              sale: {fields: {date: day, seller: person?, amount: money}, credit: 'split(share, sale.seller)'}
            splits: {share: {of: sale}}
            metrics:
              latest: {unit: RUB, value: last(sale.amount)}
              middle: {unit: RUB, value: median(sale.amount)}
              mean: {unit: RUB, value: average(sale.amount)}
              largest: {unit: RUB, value: max(sale.amount)}
              largest_part: {unit: RUB, value: max(sale.amount * share)}
              latest_part: {unit: RUB, value: last(sale.amount * share)}
              latest_of_all: {unit: RUB, value: company(latest)}
              middle_of_all: {unit: RUB, value: company(middle)}
              part_of_all: {unit: RUB, value: company(latest_part)}
            """,
            [
                "sale.csv": "id,date,seller,amount\n" + sales,
                "share.csv": "sale,person,share\n" + shares,
            ])
    }

    @Test(
        "of two events on one day the last is the one read later, whoever sold it",
        arguments: [("boris", "anna"), ("anna", "boris")])
    func last(first: String, second: String) throws {
        let company = try company("1,2026-01-10,\(first),100\n2,2026-01-10,\(second),200\n3,2026-01-09,vera,300\n")
        #expect(try company.figure("latest", of: "sales", "2026-01") == "200.00 RUB")
        #expect(try company.figure("latest_of_all", of: "company", "2026-01") == "200.00 RUB")
    }

    @Test("an event that two share is one event of their group: the median of 100 and 300 is 200")
    func median() throws {
        let company = try company("1,2026-01-10,,100\n2,2026-01-11,anna,300\n", "1,anna,50%\n1,boris,50%\n")
        #expect(try company.figure("middle", of: "sales", "2026-01") == "200.00 RUB")
        #expect(try company.figure("middle_of_all", of: "company", "2026-01") == "200.00 RUB")
        // To each of them it is the whole event: 100 and 300, and 100 alone.
        #expect(try company.figure("middle", of: "anna", "2026-01") == "200.00 RUB")
        #expect(try company.figure("middle", of: "boris", "2026-01") == "100.00 RUB")
        // The mean goes by the shares: (50 + 300) ÷ 1.5.
        #expect(try company.figure("mean", of: "anna", "2026-01") == "233.3333 RUB")
        #expect(try company.figure("mean", of: "sales", "2026-01") == "200.00 RUB")
    }

    @Test("what is computed by the share is summed for the group: 60 and 40 of 100 are 100, more than the whole 90")
    func parts() throws {
        let company = try company("1,2026-01-11,,100\n2,2026-01-10,vera,90\n", "1,anna,60%\n1,boris,40%\n")
        #expect(try company.figure("largest_part", of: "anna", "2026-01") == "60.00 RUB")
        #expect(try company.figure("largest_part", of: "sales", "2026-01") == "100.00 RUB")
        #expect(try company.figure("latest_part", of: "sales", "2026-01") == "100.00 RUB")
        #expect(try company.figure("part_of_all", of: "company", "2026-01") == "100.00 RUB")
    }

    @Test(
        "the parts of a computed value, here in 10⁻⁵, are whole kopecks at any size; what is finer goes to the first",
        arguments: [
            // 92.592: 64.81 and 27.77 are certain, the largest remainder (0.0076) is boris's, 0.002 is anna's.
            ("1234.56", "6481200", "2778000"),
            // 925.92525: 648.14 and 277.77; the largest remainder (0.007675) is anna's, and so is 0.00525.
            ("12345.67", "64815525", "27777000"),
            // 75 × 10⁹: 52 500 000 000.00 and 22 500 000 000.00.
            ("1000000000000", "5250000000000000", "2250000000000000"),
            ("-12345.67", "-64815525", "-27777000"),
        ])
    func computedParts(amount: String, anna: String, boris: String) throws {
        let company = try TestCompany(
            staff: "anna boris",
            """
            events:
              sale: {fields: {date: day, amount: money}, credit: split(share)}
            splits: {share: {of: sale}}
            metrics:
              fee: {unit: number, value: sum(sale.amount * 7.5%) * 100 000 / 1 RUB}
            """,
            [
                "sale.csv": "id,date,amount\n1,2026-01-10,\(amount)\n",
                "share.csv": "sale,person,share\n1,anna,70%\n1,boris,30%\n",
            ])
        #expect(try company.figure("fee", of: "anna", "2026-01").filter { $0 != " " } == anna)
        #expect(try company.figure("fee", of: "boris", "2026-01").filter { $0 != " " } == boris)
    }
}
