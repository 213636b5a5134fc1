import Company
import Messages
import Testing

@testable import Calculation

@Suite("Formulas over people that leave the fast form are named, with the reason")
struct SlowFormulasTests {
    private static func company(_ formula: String) throws -> TestCompany {
        try TestCompany(
            staff: "anna boris",
            """
            events:
              sale: {fields: {date: day, amount: money, seller: person}, credit: sale.seller}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              wishes: {unit: number, value: entered}
              asked: {unit: number, value: '\(formula)'}
            plans:
              month:
                for: {position: seller}
                period: month
                currency: RUB
                components:
                  thing: {bonus: '100 RUB × asked'}
            """,
            [
                "sale.csv": "id,date,amount,seller\n1,2026-01-10,1000,anna\n2,2025-12-10,1000,boris\n",
                "entered.csv": "metric,subject,period,value,author\nwishes,anna,2026-01,3,dina\n",
            ])
    }

    private static func slow(_ formula: String) async throws -> [SlowFigure] {
        await LineEngine.computed(try company(formula).model).slowFormulas
    }

    @Test(
        "what there is no step for",
        arguments: [
            (#"if person.position = "seller" then 1 else 0"#, "compares texts or days"),
            ("variation(sales, 6)", "measures how a figure varies"),
            ("wishes", "reads values that are entered"),
            (
                "if rollup(distinct(sale.seller)) > 1 then 1 else 0",
                "asks for something of those below that does not add up"
            ),
        ])
    func slow(formula: String, why: String) async throws {
        #expect(try await Self.slow(formula) == [SlowFigure(name: LocalizedText("asked"), why: Self.text(why))])
    }

    @Test(
        "arithmetic, windows, choices and sums of those below have steps",
        arguments: [
            "sales / (sales + year_ago(sales) + 1 RUB)", "if sales > 10 RUB and sales < 90 RUB then 1 else 2",
            "otherwise(sales / trailing(sales, 3), 1)", "round(sqrt(sales / 2 RUB), 2)",
            "rollup(sales) / company(sales)",
            "ceil_to(sales / 3 RUB, 10)",
        ])
    func fast(formula: String) async throws {
        #expect(try await Self.slow(formula).isEmpty)
    }

    private static func text(_ english: String) -> LocalizedText {
        PeopleObstacle.allCases.map(\.text).first { $0.en == english } ?? LocalizedText(english)
    }
}
