import Testing

@Suite("What a month says of the months before it")
struct LaterMonthTests {
    @Test("a person of a position that January's rules do not know is set aside there, and named")
    func setAside() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.payJanuary()
        let text = try stimul.read("acme/company.yaml")
        try stimul.write(
            text.replacing("positions:\n", with: "positions:\n  lead: {title: Lead, plan: none}\n"),
            to: "acme/company.yaml")
        let assigned = try stimul.read("acme/assignments.csv")
        try stimul.write(try stimul.read("acme/people.csv") + "clara,Clara\n", to: "acme/people.csv")
        try stimul.write(assigned + "clara,lead,sales,,2026-02-01,,90000,\n", to: "acme/assignments.csv")
        #expect(try stimul.run("import acme --by dina").code == 0)
        let result = try stimul.run("calculate acme --period 2026-02 --by dina")
        #expect(result.code == 0)
        #expect(result.errors.contains("warning: there is no position 'lead'"))
        #expect(
            result.errors.hasSuffix(
                "\nrows that the rules of an earlier period cannot read, so they do not count in it: 1\n"))
    }

    @Test("a cut that the law limits is told of in its own month, not in every month after it")
    func limitedCut() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        for line in [
            "adjust acme --person anna --period 2026-01 --amount -20000 --discipline --order 12 --reason late --by dina",
            "approve acme --adjustment 1 --by egor",
        ] { #expect(try stimul.run(line).code == 0) }
        // A fifth of 80 000.00 of base pay.
        let told = "Adjustment 1 of anna: -20 000.00 RUB was asked for, the law allows -16 000.00 RUB."
        #expect(try stimul.run("calculate acme --period 2026-01 --by dina").output.contains(told))
        try stimul.payJanuary()
        #expect(!(try stimul.run("calculate acme --period 2026-02 --by dina").output.contains(told)))
    }

    @Test("a dispute over a month that is paid holds up nothing, and says where its correction goes")
    func lateDispute() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.payJanuary()
        #expect(
            try stimul.run("dispute acme --person boris --period 2026-01 --text mine --by boris").output == """
                dispute 1 of boris over 2026-01 is open; 2026-01 is approved already, so what it changes is paid with the open period

                """)
    }

    @Test(
        "a month that was reopened is approved for what is still to be paid: 5 000.00 of the stand, not January again")
    func reopened() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.payJanuary()
        for line in [
            "adjust acme --person anna --period 2026-01 --amount 5000 --reason stand --by dina",
            "approve acme --adjustment 1 --by egor", "reopen acme --period 2026-01 --reason stand --by dina",
            "calculate acme --period 2026-01 --by dina", "review acme --period 2026-01 --by dina",
            "approve acme --period 2026-01 --by dina",
        ] { #expect(try stimul.run(line).code == 0) }
        #expect(
            try stimul.run("approve acme --period 2026-01 --by egor").output
                == "2026-01 is approved and posted: 5 000.00 RUB payable; next: stimul pay\n")
    }

    @Test("a month whose targets nobody has entered pays no bonus, and says so before anybody approves it")
    func noTarget() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let sales = try stimul.read("acme/sale.csv")
        try stimul.write(sales + "7,2026-03-10,anna,Мак,2200000.00,1600000.00\n", to: "acme/sale.csv")
        _ = try stimul.run("import acme --by dina")
        let result = try stimul.run("calculate acme --period 2026-03 --by dina").output
        #expect(result.contains("\nCalculated although a figure is missing: 2\n"))
        #expect(result.contains("  anna · seller · bonus · 2026-03: Sales: no target for sales, anna, 2026-03\n"))
    }
}
