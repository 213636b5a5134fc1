import Calculation
import Formulas
import Messages
import Quantities
import Testing

/// Worked examples 24 and 25: targets that are shared out, by days and by weights.
@Suite("Targets shared out")
struct QuotaTests {
    @Test("a target of 3,000,000 shared by one who leaves after 18 of 30 days and one who follows: 1.8 m and 1.2 m")
    func transfer() throws {
        let company = try TestCompany(
            Sales.paying("{scorecard: [{kpi: sales, weight: 100%, target: target(sales)}], target: 30 000 RUB}")
                + "\npositions: {seller: {title: Seller}}\nunits: {sales: {title: Sales}}",
            [
                "people.csv": "id,name\nanna,Anna\nboris,Boris\n",
                "assignments.csv": """
                person,position,unit,from,until
                anna,seller,sales,2026-01-01,2026-06-19
                boris,seller,sales,2026-06-19,

                """,
                "targets.csv": "metric,subject,period,value\nsales,,2026-06,3000000\n",
                "sale.csv": """
                id,date,seller,amount
                1,2026-06-18,anna,1800000
                2,2026-06-19,boris,600000

                """,
            ])
        // anna reaches 1.8 of 1.8 m: 30 000 × 18/30. boris reaches 0.6 of 1.2 m: 30 000 × 50 % × 12/30.
        #expect(try company.pay("2026-06") == ["anna pay": "18 000.00", "boris pay": "6 000.00"])
    }

    @Test("120 m and 5 % more by 36 : 33 : 31 are 45.36, 41.58 and 39.06 m, exactly 126.00 m together")
    func quotas() throws {
        // 0.6 × history 40/35/25 + 0.4 × potential 30/30/40.
        let company = try TestCompany(
            staff: "anna boris vera",
            """
            parameters: {growth_asked: 5%}
            metrics:
              history: {unit: percent, value: entered}
              potential: {unit: percent, value: entered}
              weight: {unit: percent, value: 60% * history + 40% * potential}
            plans:
              seller:
                for: {position: seller}
                period: year
                components:
                  quota: {pool: 120 000 000 RUB * (1 + growth_asked), weights: weight, group: plan, nobody: cancel}
            """,
            [
                "entered.csv": """
                metric,subject,period,value,author
                history,anna,2026,40%,vera
                history,boris,2026,35%,vera
                history,vera,2026,25%,vera
                potential,anna,2026,30%,vera
                potential,boris,2026,30%,vera
                potential,vera,2026,40%,vera

                """,
                "x.yaml": "events: {e: {fields: {date: day, who: person}, credit: e.who}}",
                "e.csv": "id,date,who\n1,2026-01-01,anna\n",
            ])
        #expect(try company.figure("weight", of: "anna", "2026") == "36 %")
        let pay = try company.pay("2026")
        #expect(
            pay == [
                "anna quota": "45 360 000.00", "boris quota": "41 580 000.00", "vera quota": "39 060 000.00",
            ])
        let total = try company.lines("2026").compactMap(\.amount.value?.minorUnits).reduce(0, +)
        #expect(total == 12_600_000_000)
    }
}
