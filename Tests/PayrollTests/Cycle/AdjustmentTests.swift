import Ledger
import Messages
import Payroll
import Storage
import Testing

/// What is put right by hand.
struct AdjustmentTests {
    @Test("a withdrawn adjustment is taken back by the next calculation, also when it was paid")
    func withdrawn() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,", "2,2026-02-12,anna,10000,,")
        try company.adjust("anna", "2026-01", 300)
        try await company.finish("2026-01")
        // 10 % of 10 000 and 300 by hand.
        #expect(try company.total(.paid) == "1 300.00")
        try company.cycle.withdraw(1, reason: "entered twice", by: "olga")
        try company.cycle.decide(1, .approved, reason: "", by: "boris")
        try await company.finish("2026-02")
        // February's 1 000.00 less the 300.00 of January: 1 300 + 700 = 2 000.
        #expect(try company.total(.paid) == "2 000.00")
    }

    @Test("an adjustment counts once somebody else has approved it, in the month that is open then")
    func approved() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let number = try company.workspace.write(by: "olga") {
            try $0.adjust("anna", period: "2026-01", amount: 5_000, order: "order 7", reason: "a gift for a jubilee")
        }
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == "1 000.00")
        try company.workspace.write(by: "boris") { try $0.decide(number, .approved) }
        try await company.finish("2026-02")
        #expect(
            try company.entries("2026-02") == [
                "adjustment anna: earned → accrued 50.00", "settlement anna: accrued → payable 50.00",
                "payment anna: payable → paid 50.00",
            ])
        try await company.finish("2026-03")
        #expect(try company.entries("2026-03").isEmpty)
    }

    @Test("an adjustment of a later month waits for it, a rejected one for nothing")
    func laterAndRejected() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try company.adjust("anna", "2026-02", 50)
        let number = try company.workspace.write(by: "olga") {
            try $0.adjust("anna", period: "2026-01", amount: 7_000, reason: "a mistake")
        }
        try company.workspace.write(by: "boris") { try $0.decide(number, .rejected, reason: "no order") }
        try await company.finish("2026-01")
        #expect(try company.total(.earned) == "-1 000.00")
        try await company.finish("2026-02")
        #expect(try company.total(.earned) == "-1 050.00")
    }

    @Test("who is paid by an adjustment in the run does not approve the run")
    func ownPay() async throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        try company.adjust("bella", "2026-01", 50)
        try await company.calculate("2026-01")
        try company.cycle.review("2026-01", by: "olga")
        let refusal = await PayCompany.refusal { try company.cycle.approve("2026-01", by: "bella") }
        #expect(refusal?.hasPrefix("bella is paid by the run of 2026-01") == true)
    }

    // Base pay 90 000, commission 60 000.
    @Test(
        "a disciplinary cut of 50 000 is 18 000 by base pay, 30 000 by the whole pay; two in one month have one limit",
        arguments: [
            ("base_pay", [-50_000], "42 000.00"), ("whole_pay", [-50_000], "30 000.00"),
            ("base_pay", [-10_000, -50_000], "42 000.00"), ("base_pay", [-18_000, -18_000], "42 000.00"),
            ("base_pay", [-5_000, -5_000], "50 000.00"), ("whole_pay", [-50_000, -50_000, -1], "30 000.00"),
        ] as [(String, [Int64], String)])
    func discipline(base: String, cuts: [Int64], paid: String) async throws {
        let text = PayCompany.sellers.replacing("currency: RUB}", with: "currency: RUB, ledger: {discipline: \(base)}}")
        let company = try PayCompany.sellers("1,2026-01-12,anna,600000,,", text: text)
        for cut in cuts { try company.adjust("anna", "2026-01", cut, .discipline) }
        try await company.finish("2026-01")
        #expect(try company.total(.paid) == paid)
    }

    @Test("a cut for a month without a bonus takes nothing: base pay is never touched")
    func noBonus() async throws {
        let company = try PayCompany.sellers("1,2026-02-12,anna,600000,,")
        try company.adjust("anna", "2026-01", -5_000, .discipline)
        try await company.finish("2026-01")
        try await company.finish("2026-02")
        #expect(try company.total(.paid) == "60 000.00")
        #expect(try company.total(.carried) == "0.00")
    }
}
