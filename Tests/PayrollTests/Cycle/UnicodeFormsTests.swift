import Company
import Ledger
import Payroll
import Storage
import Testing

/// One letter may be written in two ways; it is one letter in files, formulas, kept rows and names of people.
struct UnicodeFormsTests {
    /// `й` as one letter, and as `и` with a mark.
    private static let (one, two) = ("\u{439}", "\u{438}\u{306}")

    private static func tables(_ form: String) -> [String: String] {
        [
            "people.csv": "id,name\nсерге\(form),Сергей\n",
            "assignments.csv": "person,position,unit,from\nсерге\(form),seller,sales,2025-01-01\n",
            "sale.csv": "id,date,seller,amount,kind\nзаказ-\(form),2026-01-12,серге\(form),1000,ча\(form)\n",
        ]
    }

    private static func text(_ form: String) -> String {
        """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller}
        units: {sales: Sales}
        events:
          sale: {fields: {date: day, seller: person, amount: money, kind: text}, credit: sale.seller}
        metrics:
          ча\(form): {unit: RUB, value: 'sum(sale.amount) where sale.kind = "ча\(form)"'}
        plans:
          seller: {for: {position: seller}, period: month, components: {c: {commission: ча\(two), rate: 10%}}}
        """
    }

    @Test(
        "a row that comes in the other form is the row that is there; 1 000 × 10 % = 100.00, once",
        arguments: [true, false])
    func again(composedFirst: Bool) async throws {
        let (first, second) = composedFirst ? (Self.one, Self.two) : (Self.two, Self.one)
        let company = try PayCompany(Self.text(second), Self.tables(first))
        #expect(try await company.calculate("2026-01").run.lines.map(\.amount) == [10_000])
        for complete in [false, true] {
            let imported = try company.learn(Self.tables(second), complete: complete)
            #expect(imported.rejected == 0)
            #expect(imported.report.total.written == 0)
        }
        #expect(try await company.approve("2026-01").lines.map(\.amount) == [10_000])
        for form in [first, second] {
            #expect(try company.cycle.ledger(person: "серге" + form).entries.count == 2)
            #expect(try company.workspace.read { try $0.entries(person: "серге" + form) }.count == 2)
        }
    }

    @Test("both forms in one table are one identifier, there twice")
    func both() throws {
        let company = try PayCompany(Self.text(Self.one), Self.tables(Self.one))
        let imported = try company.learn([
            "sale.csv": "id,date,seller,amount,kind\n"
                + [Self.one, Self.two].map { "второ\($0),2026-01-12,сергей,1000,a\n" }.joined()
        ])
        #expect(imported.rejected == 1)
        #expect(imported.report.total.accepted == 1)
    }

    @Test("who approves in the other form is the same person")
    func approver() async throws {
        let company = try PayCompany(Self.text(Self.one), Self.tables(Self.one))
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        try company.cycle.approve("2026-01", by: .localOperator("андре" + Self.one))
        let refusal = await PayCompany.refusal {
            try company.cycle.approve("2026-01", by: .localOperator("андре" + Self.two))
        }
        #expect(refusal?.contains("has approved 2026-01 already") == true)
        let own = await PayCompany.refusal {
            try company.cycle.approve("2026-01", by: .localOperator("серге" + Self.two))
        }
        #expect(own?.contains("nobody approves his own pay") == true)
    }
}
