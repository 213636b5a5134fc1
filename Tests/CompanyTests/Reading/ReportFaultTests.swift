import Company
import Formulas
import Foundation
import Messages
import Testing

@Suite("Reports: what is read, and what is refused where")
struct ReportFaultTests {
    /// The small company with a plan, and a report with these columns.
    private func files(_ report: String) -> [String: String?] {
        [
            "plans.yaml": """
            plans:
              seller:
                for: {position: seller}
                period: month
                components:
                  fee: {commission: sales, rate: 1%}
                  "base fee": {bonus: 500 RUB}
            """,
            "reports.yaml": report,
        ]
    }

    private func columns(_ columns: String) -> [String: String?] {
        files("reports:\n  month: {plan: seller, columns: {\(columns)}}")
    }

    @Test("columns in their order, of formulas and of what a component or the whole plan pays")
    func read() throws {
        let text = """
            reports:
              month:
                title: {en: By month, ru: По месяцам}
                plan: seller
                columns:
                  продажи: sales
                  share: {value: sales / 1 000 RUB, title: {en: Share, ru: Доля}}
                  fee: pay(fee)
                  base: pay("base fee")
                  total: pay
            """
        let model = try #require(CompanyReader.read(SmallCompany.changed(by: files(text))).model)
        let report = try #require(model.reports.first)
        #expect(report.name == "month" && report.title == LocalizedText(en: "By month", ru: "По месяцам"))
        #expect(report.plan == 0 && report.place.line == 2)
        #expect(report.columns.map(\.name) == ["продажи", "share", "fee", "base", "total"])
        #expect(report.columns.map(\.title.ru) == ["продажи", "Доля", "fee", "base", "total"])
        let paid = report.columns.map { column -> String in
            switch column.source {
            case .formula: "formula"
            case .pay(let component): component.map { "component \($0)" } ?? "all"
            }
        }
        #expect(paid == ["formula", "formula", "component 0", "component 1", "all"])
    }

    @Test("a plan and a component that are not there, with the nearest that are")
    func unknown() {
        #expect(
            said(files("reports:\n  month: {plan: saller, columns: {sold: sales}}")) == """
                reports.yaml:2:17: error: there is no name 'saller' here
                    2 |   month: {plan: saller, columns: {sold: sales}}
                      |                 ^~~~~~
                   help: did you mean 'seller'?
                """)
        #expect(
            said(columns("paid: pay(fea)")) == """
                reports.yaml:2:45: error: there is no name 'fea' here
                    2 |   month: {plan: seller, columns: {paid: pay(fea)}}
                      |                                             ^~~
                   help: did you mean 'fee'?
                """)
    }

    @Test("a component that is itself at fault is reported once, where it stands")
    func faultyComponent() {
        var files = columns("paid: pay(fee)")
        files["plans.yaml"] = """
            plans:
              seller: {for: {position: seller}, period: month, components: {fee: {cap: 5 RUB}}}
            """
        #expect(said(files).components(separatedBy: "error:").count == 2)
        #expect(said(files).hasPrefix("plans.yaml:2:65: error: a component has exactly one of"))
    }

    @Test("pay inside a formula")
    func misplaced() {
        #expect(
            said(columns("rate: pay(fee) / sales")) == """
                reports.yaml:2:41: error: 'pay' is a column by itself, not a part of a formula
                    2 |   month: {plan: seller, columns: {rate: pay(fee) / sales}}
                      |                                         ^~~~~~~~
                   help: make it a column of its own
                """)
        #expect(
            said(columns("twice: 2 * pay"), .ru) == """
                reports.yaml:2:46: ошибка: «pay» — столбец сам по себе, а не часть формулы
                    2 |   month: {plan: seller, columns: {twice: 2 * pay}}
                      |                                              ^~~
                   совет: сделайте для него отдельный столбец
                """)
    }

    @Test(
        "pay of something else than one component",
        arguments: [("pay(1)", 6), ("pay(fee, fee)", 13), ("pay(a.b)", 8)])
    func wrongPay(formula: String, length: Int) {
        #expect(
            said(columns("paid: \"\(formula)\"")) == """
                reports.yaml:2:42: error: 'pay' takes one component
                    2 |   month: {plan: seller, columns: {paid: "\(formula)"}}
                      |                                          ^\(String(repeating: "~", count: length - 1))
                   help: write pay(component), or 'pay' alone for all of them
                """)
    }

    @Test("'pay' in a company that has a figure of that name; inside a formula it is the figure")
    func ambiguous() {
        var files = columns("all: pay, double: 2 * pay")
        files["more.yaml"] = "metrics: {pay: {unit: RUB, value: sum(sale.amount)}}"
        #expect(
            said(files) == """
                reports.yaml:2:40: error: 'pay' could be the company's own figure, or what the plan pays
                    2 |   month: {plan: seller, columns: {all: pay, double: 2 * pay}}
                      |                                        ^~~
                   help: give the company's own figure another name
                """)
    }

    @Test("a formula that gives no number, and one with a name that is not there")
    func wrongFormula() {
        #expect(
            said(columns("big: sales > 5 RUB, lost: salez")) == """
                reports.yaml:2:40: error: expected a number, found yes or no
                    2 |   month: {plan: seller, columns: {big: sales > 5 RUB, lost: salez}}
                      |                                        ^~~~~~~~~~~~~
                reports.yaml:2:61: error: there is no name 'salez' here
                    2 |   month: {plan: seller, columns: {big: sales > 5 RUB, lost: salez}}
                      |                                                             ^~~~~
                   help: did you mean 'sales'?
                """)
    }

    @Test("names that every report has already, a name twice, and none")
    func columnNames() {
        #expect(
            said(columns("person: sales, 1: sales, \"1\": sales, \" \": sales")) == """
                reports.yaml:2:35: error: every report has a column 'person' already
                    2 |   month: {plan: seller, columns: {person: sales, 1: sales, "1": sales, " ": sales}}
                      |                                   ^~~~~~
                   help: rename this one
                reports.yaml:2:60: error: there are two columns '1'
                    2 |   month: {plan: seller, columns: {person: sales, 1: sales, "1": sales, " ": sales}}
                      |                                                            ^
                   help: rename one of them
                reports.yaml:2:72: error: a column needs a name
                    2 |   month: {plan: seller, columns: {person: sales, 1: sales, "1": sales, " ": sales}}
                      |                                                                        ^
                   help: write 'name: formula'
                """)
    }

    @Test("a report without columns, without anything, and twice")
    func shape() {
        let text = """
            reports:
              month: {plan: seller, columns: {}}
              week: {}
            """
        var files = files(text)
        files["second.yaml"] = "reports: {month: {plan: seller, columns: {sold: sales}}}"
        #expect(
            said(files) == """
                reports.yaml:2:34: error: expected columns by name, found a mapping
                    2 |   month: {plan: seller, columns: {}}
                      |                                  ^
                reports.yaml:3:9: error: 'plan' is missing here
                    3 |   week: {}
                      |         ^
                   help: add 'plan: …'
                reports.yaml:3:9: error: 'columns' is missing here
                    3 |   week: {}
                      |         ^
                   help: add 'columns: …'
                second.yaml:1:11: error: 'month' is defined already, at reports.yaml:2:3
                    1 | reports: {month: {plan: seller, columns: {sold: sales}}}
                      |           ^~~~~
                   help: rename one of them
                """)
    }
}
