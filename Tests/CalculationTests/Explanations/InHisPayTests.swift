import Calculation
import Company
import Formulas
import Messages
import Testing

@Suite("An event's explanation says whether it is in the pay, not only in the figure")
struct InHisPayTests {
    private static let yaml = """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller}
        units: {u: Unit}
        events:
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          deals: {unit: pieces, value: count(sale)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              fee: {commission: sales, rate: 10%}
        """

    private func lines(_ id: String, _ language: String = "en") throws -> [String] {
        let company = try TestCompany(files: [
            "company.yaml": Self.yaml, "people.csv": "id,name\nboris,Boris\n",
            "assignments.csv": "person,position,unit,from\nboris,seller,u,2026-01-15\n",
            "sale.csv": "id,date,seller,amount\n1,2026-01-20,boris,200\n3,2026-01-05,boris,420\n",
        ])
        let inquiry = try #require(EventInquiry(company.model, kind: "sale", id: id))
        return inquiry.explanation(for: company.model.people.number(of: "boris")).lines(
            in: language == "ru" ? .ru : .en)
    }

    @Test("on a day of the plan it is in the pay of the component that takes it")
    func inPay() throws {
        let text = try lines("1").joined(separator: "\n")
        #expect(text.contains("credited to boris: sale.seller = boris; in his pay by seller: fee"))
        #expect(text.contains("credited to boris: sale.seller = boris; not in his pay: no plan takes it"))
    }

    @Test("before the assignment it is in the figure and not in the pay")
    func notInPay() throws {
        #expect(
            try lines("3").joined(separator: "\n").contains(
                "not in his pay: on 2026-01-05, before his assignment (from 2026-01-15)"))
        #expect(
            try lines("3", "ru").joined(separator: "\n").contains(
                "в выплате нет: 05.01.2026, до назначения (с 15.01.2026)"))
    }
}
