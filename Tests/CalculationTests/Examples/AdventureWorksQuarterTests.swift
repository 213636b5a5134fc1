import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// Sums by `select sum(SubTotal) … where SalesPersonID = ? and OrderDate between ? and ?` over the file of orders; the
/// quotas are rows of `targets.csv`.
@Suite("Adventure Works: quarters")
struct AdventureWorksQuarterTests {
    private let company = ExampleCompany.adventureWorks

    @Test(
        "sums a seller's dated orders",
        arguments: [
            ("275", "2019-Q3", "1228066.4399"), ("276", "2019-Q3", "1300821.8126"), ("280", "2019-Q3", "357548.5325"),
            ("289", "2019-Q3", "1180231.6223"), ("283", "2018-Q1", "283315.5699"), ("284", "2018-Q4", "256076.1559"),
            ("284", "2018-Q3", "0"),
        ])
    func sales(person: String, quarter: String, sum: String) throws {
        #expect(try company.metric("sales", person, quarter) == exactly(sum))
    }

    @Test("pays the bonus that is reached: 357 548.53 of a quota of 319 000")
    func reached() throws {
        // 357 548.5325 × 1 % = 3 575.485325.
        #expect(try company.amount("commission", "280", "2019-Q3") == "3575.49")
        #expect(try company.amount("quota_bonus", "280", "2019-Q3") == "5000.00")
        // 283 315.5699 of 280 000; × 1.2 % = 3 399.7868388.
        #expect(try company.amount("commission", "283", "2018-Q1") == "3399.79")
        #expect(try company.amount("quota_bonus", "283", "2018-Q1") == "3500.00")
    }

    @Test("pays no bonus that is missed, and says why: 1 228 066.44 of a quota of 1 575 000")
    func missed() throws {
        // 1 228 066.4399 × 1.2 % = 14 736.7972788.
        #expect(try company.amount("commission", "275", "2019-Q3") == "14736.80")
        let line = try company.line("quota_bonus", "275", "2019-Q3")
        #expect(line.amount.value?.text == "0.00")
        #expect(line.remarks.map(\.text.en) == ["condition not met: sales >= target(sales)"])
    }

    @Test("gives a seller hired inside a quarter his part of the quota and of the bonus")
    func hiredLater() throws {
        // 61 of 92 days from 2018-11-01: quota 321 000 × 61/92 = 212 836.96, sold 256 076.16; bonus 3 900 × 61/92 = 2 585.8695…
        let line = try company.line("quota_bonus", "284", "2018-Q4")
        #expect(line.amount.value?.text == "2585.87")
        #expect(line.participation.days.count == 61)
        // 256 076.1559 × 1.9 % = 4 865.4469621.
        #expect(try company.amount("commission", "284", "2018-Q4") == "4865.45")
    }

    @Test("does not take a missing quota for a missed or a reached one")
    func noQuota() throws {
        let line = try company.line("quota_bonus", "275", "2020-Q3")
        #expect(line.amount.value == nil)
        #expect(line.amount.reason?.text.en == "no target for sales, 275, 2020-Q3")
    }

    @Test("adds up over the quarters to everything that has a day", arguments: ["275", "280", "284", "287", "289"])
    func quartersAddUp(person: String) throws {
        // The data begin with the third quarter of 2017; before it there is no figure, not a zero.
        let quarters = (2017...2020).flatMap { year in (1...4).map { "\(year)-Q\($0)" } }.dropFirst(2)
        let years = (2017...2020).map(String.init)
        #expect(
            try sum(quarters.map { try company.metric("sales", person, $0) })
                == sum(years.map { try company.metric("sales", person, $0) }))
    }
}
