import Ledger
import Testing

/// Money that waits over several months.
struct HoldTests {
    private static let onPayment = """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller}
        units: {sales: Sales}
        events:
          sale: {fields: {date: day, seller: person, amount: money, paid: money?, paid_on: day?}, credit: sale.seller}
          payment: {fields: {date: day, sale: sale, amount: money}, credit: payment.sale.seller}
        metrics:
          sold: {unit: RUB, value: sum(sale.amount)}
          collected: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              commission: {commission: sold, rate: 10%, hold: {release: collected / sold}}
        """

    @Test("10 % of 10 000 is held until the client pays: a quarter in January, half more in March")
    func payments() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: Self.onPayment)
        try company.accept("payment.csv", "p1,2026-01-20,1,2500")
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "250.00")
        #expect(try company.total(.held) == "750.00")
        try await company.finish("2026-02")
        #expect(try company.entries("2026-02").isEmpty)
        // A payment of April that is known already is not there in March.
        try company.accept("payment.csv", "p2,2026-03-20,1,5000", "p3,2026-04-02,1,2500")
        try await company.finish("2026-03")
        #expect(
            try company.entries("2026-03") == [
                "release anna: held → accrued 500.00", "settlement anna: accrued → payable 500.00",
                "payment anna: payable → paid 500.00",
            ])
        try await company.finish("2026-04")
        #expect(try company.total(.paid) == "1 000.00")
        #expect(try company.total(.held) == "0.00")
    }

    @Test("a payment that is taken back is held again; what was paid of it is recovered")
    func payedBack() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: Self.onPayment)
        try company.accept("payment.csv", "p1,2026-01-20,1,10000")
        try await company.finish("2026-01")
        try company.accept("payment.csv", "p2,2026-02-20,1,-4000")
        try await company.finish("2026-02")
        #expect(try company.total(.held) == "400.00")
        #expect(try company.total(.carried) == "-400.00")
        #expect(try company.total(.paid) == "1 000.00")
    }

    @Test(
        "held for a time or until a day: free in the month that reaches it",
        arguments: [
            ("{for: 1 month}", ["0.00", "1 000.00", "1 000.00"]), ("{for: 45 days}", ["0.00", "0.00", "1 000.00"]),
            ("{until: 2026-03-31}", ["0.00", "0.00", "1 000.00"]), ("{until: 2026-04-01}", ["0.00", "0.00", "0.00"]),
        ])
    func time(hold: String, paid: [String]) async throws {
        let text = PayCompany.sellers.replacing("rate: 10%", with: "rate: 10%, hold: \(hold)")
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", text: text)
        var found: [String] = []
        for month in ["2026-01", "2026-02", "2026-03"] {
            try await company.finish(month)
            found.append(try company.total(.paid))
        }
        #expect(found == paid)
    }
}
