import Company
import Formulas
import Messages
import Testing

@Suite("Approvers are people, and two of them are left whom no plan pays")
struct ApproverFaultTests {
    private func diagnostics(_ approvers: String) -> [String] {
        said(
            [
                "company.yaml": """
                company: {name: Alfa, currency: RUB, approvers: \(approvers)}
                positions: {seller: Seller, office: {title: Office, plan: none}}
                units: {sales_team: Sales}
                events:
                  sale:
                    fields: {date: day, seller: person, amount: money}
                    credit: sale.seller
                metrics:
                  sales: {unit: RUB, value: sum(sale.amount)}
                plans:
                  seller: {for: {position: seller}, goal: deals, period: month, components: {commission: {commission: sales, rate: 3%}}}
                """,
                "people.csv": "id,name\nanna,Anna\ndina,Dina\negor,Egor\nvera,Vera\n",
                "assignments.csv": """
                person,position,unit,from,until
                anna,seller,sales_team,2026-01-01,
                dina,office,sales_team,2026-01-01,
                vera,seller,sales_team,2026-01-01,2026-03-01
                vera,office,sales_team,2026-03-01,

                """,
                "sale.csv": "id,date,seller,amount\n1,2026-01-10,anna,100.00\n",
            ]
        ).split(separator: "\n").map(String.init).filter { $0.contains("company.yaml:1:") }
    }

    @Test("two whom no plan pays: nothing is said", arguments: ["[dina, egor]", "[dina, vera, anna]"])
    func enough(list: String) { #expect(diagnostics(list) == []) }

    @Test("a name that nobody has is an error")
    func unknown() {
        #expect(
            diagnostics("[dina, egor, borsi]") == ["company.yaml:1:62: error: there is no person 'borsi'"])
    }

    @Test(
        "fewer than two are warned of",
        arguments: [("[dina, anna]", "only 'dina' is left"), ("[anna]", "nobody is left"), ("[]", "nobody is left")])
    func few(list: String, who: String) {
        #expect(
            diagnostics(list) == [
                "company.yaml:1:49: warning: two must approve a period, and of the approvers \(who) whom no plan pays; nobody approves his own pay"
            ])
    }

    @Test("the list is read from the text alone")
    func fromText() {
        let text = { (yaml: String) in [SourceFile(path: "company.yaml", bytes: Array(yaml.utf8))] }
        #expect(CompanyReader.approvers(in: text("company: {name: A, currency: RUB}")) == nil)
        #expect(CompanyReader.approvers(in: text("company: {approvers: [dina, egor]}")) == ["dina", "egor"])
        #expect(CompanyReader.approvers(in: text("company: {approvers: []}")) == [])
    }
}
