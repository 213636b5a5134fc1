import Foundation
import Testing

@Suite("report writes the tables that a company defines")
struct ReportTests {
    /// The starter company with a report of its sellers.
    private func command() throws -> Command {
        let stimul = try Command()
        try stimul.write(
            """
            reports:
              month:
                plan: seller
                columns:
                  продажи: sales
                  "margin, share": margin_share
                  commission: pay(commission)
                  total: pay
            """, to: "acme/reports.yaml")
        return stimul
    }

    private static let january = """
        period,person,продажи,"margin, share",commission,total
        2026-01,anna,2350000,0.2553191489361702,104500.00,157388.30
        2026-01,boris,420000,0.2142857142857143,12600.00,12600.00

        """

    @Test("one row a person and period")
    func month() throws {
        let stimul = try command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("report acme month --period 2026-01")
                == .init(output: Self.january, errors: "", code: 0))
        let all = try stimul.run("report acme month").output
        #expect(all.hasPrefix(Self.january) && all.split(separator: "\n").count == 5)
    }

    @Test("into a file the same bytes as on the screen, on one thread, two or eight", arguments: ["1", "2", "8"])
    func output(threads: String) throws {
        let stimul = try command()
        defer { stimul.remove() }
        let words = "report acme month --period 2026-01 --output month.csv --threads " + threads
        #expect(try stimul.run(words) == .init(output: "", errors: "", code: 0))
        let file = stimul.folder.appendingPathComponent("month.csv")
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.january)
    }

    @Test("times each phase when it is asked to")
    func timings() throws {
        let stimul = try command()
        defer { stimul.remove() }
        let result = try stimul.run("report acme month --period 2026-01 --timings")
        let words = result.errors.split(separator: "\n").map { $0.split(separator: "\t").first.map(String.init) }
        #expect(words == ["phase", "read", "lay out", "calculate", "write", "events", "lines"])
        #expect(result.errors.hasSuffix("events\t6\nlines\t2\n"))
        #expect(result.output == Self.january)
    }

    @Test("names the figures that no pass over lines computes, with the reason")
    func slowFigures() throws {
        let stimul = try command()
        defer { stimul.remove() }
        try stimul.replace(
            "metrics:\n",
            with: "metrics:\n  middle: {unit: RUB, value: median(sale.amount)}\n"
                + "  third: {unit: RUB, value: sum(sale.amount / 3)}\n", in: "acme/company.yaml")
        let slow = try stimul.run("report acme month --period 2026-01 --timings").errors.split(separator: "\n")
            .filter { $0.hasPrefix("slow") }
        #expect(
            slow == [
                "slow\tmedian(sale.amount)\tneeds every value: an average, a median, the smallest, the largest, the last",
                "slow\tsum(sale.amount / 3)\tdivides",
            ])
    }

    @Test(
        "names the formulas that are asked person by person, with the reason",
        arguments: [
            ("entered", "sales + extra", "seller.commission\treads values that are entered"),
            (
                "median(sale.amount)", "sales + extra",
                "extra\tasks for a figure that the pass over lines does not keep for these days"
            ),
            ("sales * variation(sales, 6)", "sales + extra", "extra\tmeasures how a figure varies"),
            (
                "sales", "if person.target_bonus is empty then extra else sales",
                "seller.commission\tasks whether something is empty"
            ),
            ("sales", "sales + extra", nil),
        ] as [(String, String, String?)])
    func slowFormulas(extra: String, base: String, slow: String?) throws {
        let stimul = try command()
        defer { stimul.remove() }
        try stimul.replace(
            "metrics:\n", with: "metrics:\n  extra: {unit: RUB, value: \"\(extra)\"}\n", in: "acme/company.yaml")
        try stimul.replace("commission: sales\n", with: "commission: \(base)\n", in: "acme/company.yaml")
        let told = try stimul.run("report acme month --period 2026-01 --timings").errors.split(separator: "\n")
        let formulas = told.filter { $0.hasPrefix("slow") && !$0.hasPrefix("slow\tmedian") }
        #expect(formulas.map(String.init) == (slow.map { ["slow\t" + $0] } ?? []), "\(told)")
    }

    @Test("a report that is not there")
    func unknown() throws {
        let stimul = try command()
        defer { stimul.remove() }
        let wrong = try stimul.run("report acme mont")
        #expect(wrong.code == 64 && wrong.output == "")
        #expect(wrong.errors.hasPrefix("Error: there is no report 'mont'; did you mean 'month'?\n"))
        let russian = try stimul.run("report acme год --lang ru")
        #expect(russian.errors.hasPrefix("Ошибка: не найдено: отчёт «год»; есть month\n"))
    }

    @Test("no threads are refused")
    func threads() throws {
        let stimul = try command()
        defer { stimul.remove() }
        let result = try stimul.run("report acme month --threads 0")
        #expect(result.code == 64 && result.errors.hasPrefix("Error: '--threads' must be at least 1\n"))
    }

    @Test("where nothing can be written, it says why")
    func unwritable() throws {
        let stimul = try command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("report acme month --output nowhere/month.csv")
                == .init(
                    output: "",
                    errors:
                        "error: 'nowhere/month.csv' cannot be written: its folder does not exist; make it first\n",
                    code: 2))
    }

    @Test("a period in which the plan has none is said to be one")
    func noPeriod() throws {
        let stimul = try command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("report acme month --period 2026-01-15")
                == .init(
                    output: "period,person,продажи,\"margin, share\",commission,total\n",
                    errors: "the plan 'seller' has no period that ends in 2026-01-15\n", code: 0))
    }

    @Test("a company with faults gets no table")
    func faults() throws {
        let stimul = try command()
        defer { stimul.remove() }
        try stimul.replace("pay(commission)", with: "pay(comission)", in: "acme/reports.yaml")
        let result = try stimul.run("report acme month --output month.csv")
        #expect(result.code == 1 && result.errors.hasPrefix("reports.yaml:7:23: error: there is no name 'comission'"))
        #expect(!FileManager.default.fileExists(atPath: stimul.folder.appendingPathComponent("month.csv").path))
    }

    @Test("check counts reports where there are any")
    func check() throws {
        let stimul = try command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("check acme").output
                == "Starter: 2 plans, 3 metrics, 5 people, 6 events, 1 report. No errors.\n")
        #expect(
            try stimul.run("check acme --lang ru").output
                == "Начало: планов 2, показателей 3, людей 5, событий 6, отчётов 1. Ошибок нет.\n")
    }
}
