import Calculation
import Company
import Formulas
import Messages
import Testing

@Suite("What is said about a company with long sums on long sums")
struct LongSumNotesTests {
    @Test("twenty metrics of 900 additions are looked through without a deep stack")
    func notes() throws {
        let sum = String(repeating: " + 1 RUB", count: 900)
        let chain = (1...20).map { "  a\($0): {unit: RUB, value: '\($0 == 1 ? "sales" : "a\($0 - 1)")\(sum)'}\n" }
        let company = try TestCompany(
            staff: "anna",
            Sales.kind + chain.joined() + """
                plans:
                  seller: {for: {position: seller}, period: month, components: {pay: {commission: a20, rate: 10%}}}
                """, Sales.table("2026-01-14 anna 1000"))
        #expect(!DataNotes.notes(company.model).contains { $0.severity == .error })
    }
}
