import Calculation
import Company
import Formulas
import Messages
import Quantities
import Testing

@Suite("Adventure Works: teams and territories")
struct AdventureWorksTeamTests {
    private let company = ExampleCompany.adventureWorks

    @Test(
        "makes a manager's team figure the sum of his people's",
        arguments: [
            ("274", ["275", "276", "277", "278", "279", "280", "281", "282", "283", "284"]),
            ("285", ["286"]), ("287", ["288", "289", "290"]),
            ("273", (274...290).map(String.init)),
        ])
    func rollup(manager: String, people: [String]) throws {
        let parts = try people.map { try company.metric("sales", $0, "2019-Q3") }
        #expect(try company.metric("team_sales", manager, "2019-Q3") == sum(parts))
    }

    @Test(
        "pays managers 0.2 % of what their people sold",
        arguments: [
            // 497 559.7548 + 1 180 231.6223 + 939 190.5092 = 2 616 981.8863 × 0.2 % = 5 233.9637726.
            ("287", "5233.96"),
            // 338 959.4730 × 0.2 % = 677.918946.
            ("285", "677.92"),
            // 7 505 440.4896 × 0.2 % = 15 010.8809792.
            ("274", "15010.88"),
        ])
    func overlay(manager: String, amount: String) throws {
        #expect(try company.amount("overlay", manager, "2019-Q3") == amount)
    }

    @Test("rolls the whole company up to the vice president")
    func vicePresident() throws {
        #expect(try company.metric("team_sales", "273", "2019-Q3") == exactly("10936072.5324"))
        #expect(try company.total("sales", "2019-Q3") == exactly("10936072.5324"))
    }

    /// Blythe (275) had Northeast and Carson (277) Central until 2019-01-01, when they exchanged them.
    @Test(
        "credits a territory's sales to the one who had it on the day",
        arguments: [
            ("275", "2018-Q4", "846866.3519"), ("277", "2018-Q4", "718572.2244"),  // Northeast, Central
            ("275", "2019-Q1", "561693.3768"), ("277", "2019-Q1", "669685.5884"),  // Central, Northeast
        ])
    func territories(person: String, quarter: String, sum: String) throws {
        #expect(try company.metric("territory_sales", person, quarter) == exactly(sum))
    }

    @Test("keeps what a region sold apart from what its manager's people sold")
    func region() throws {
        // France, Germany, United Kingdom. Pak (289) reports to Alberts (287) but sells in Canada; Saraiva (282) sells in
        // the United Kingdom but reports to Jiang (274): 145 220.2532 + 497 559.7548 + 939 190.5092 + 807 782.2475.
        #expect(try company.metric("region_sales", "287", "2019-Q3") == exactly("2389752.7647"))
    }

    @Test("says which orders have no seller of their territory")
    func sharedTerritories() throws {
        // Northwest, Southwest and Canada have several sellers at once, so none of them is the one: 1 888 orders.
        let notes = DataNotes.notes(try company.required().model).filter { $0.code == "uncredited-events" }
        #expect(
            notes.map(\.message.en) == [
                "1888 of 3806 'order' are credited to nobody in 'territory_sales', amount 43 584 782.8598 USD"
            ])
        #expect(notes.first?.message.ru.contains("никому не засчитаны в «territory_sales», amount") == true)
    }

    @Test("carries plan tests that hold, and warns of nothing but the bonus that pays all or nothing")
    func clean() throws {
        #expect(company.diagnostics.map(\.code) == ["all-or-nothing"])
        #expect(company.diagnostics.first?.place?.lineText?.contains("quota_bonus") == true)
        let results = PlanTester(try company.required().model).results()
        #expect(results.count == 14)
        #expect(results.filter { !$0.passed }.map(\.test).isEmpty)
    }
}
