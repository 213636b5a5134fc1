import Company
import Foundation
import Messages
import Payroll
import Storage
import Testing

@Suite("a signed statement holds what its figures need, and no more")
struct StatementTests {
    private let files = CompanyFiles()

    private func statement(
        _ files: CompanyFiles, of person: String = "anna"
    ) async throws -> (bundle: StatementBundle, text: String) {
        let company = try TestCompany()
        try await company.calculate(files)
        let bundle = try await company.cycle().statement(of: person, "2026-01").signed(with: .generate())
        return (bundle, String(decoding: try bundle.json(), as: UTF8.self))
    }

    /// Read back from its file and calculated again; how many figures are equal.
    private func equal(_ bundle: StatementBundle) async throws -> Int {
        let check = try await StatementBundle.read(try bundle.json()).check()
        #expect(check.differences == [])
        return check.compared
    }

    @Test("Anna's own figures: 10 % of 58 000, no bonus; nothing of Boris, of his pay, sales and clients is in it")
    func own() async throws {
        let (bundle, text) = try await statement(files)
        #expect(bundle.results.map { "\($0.component) \($0.amount ?? "")" } == ["commission 5800.00", "bonus 0.00"])
        #expect(try await equal(bundle) == 2)
        for foreign in ["boris", "Boris", "77777", "60000", "bear", "Bear"] {
            #expect(!text.contains(foreign), "\(foreign)")
        }
        for own in ["anna", "50000", "lion", "USD"] { #expect(text.contains(own), "\(own)") }
    }

    @Test("a pool is divided by what everybody sold, so that goes with it; their base pay and targets do not")
    func pool() async throws {
        let pool = files.replacing(
            "bonus: 5 000 RUB\n        when: sales >= target(sales)",
            with: "pool: 11 800 RUB\n        weights: sales\n        nobody: cancel"
        ).replacing("sales,boris,2026-01,100000", with: "sales,boris,2026-01,98765")
        let (bundle, text) = try await statement(pool)
        // 11 800 × 58 000 ÷ 118 000
        #expect(bundle.results.map { "\($0.component) \($0.amount ?? "")" } == ["commission 5800.00", "bonus 5800.00"])
        #expect(try await equal(bundle) == 2)
        #expect(text.contains("60000"))
        for foreign in ["77777", "98765"] { #expect(!text.contains(foreign), "\(foreign)") }
    }

    @Test("of a sale that is shared the others' shares are there, of their other sales nothing")
    func shares() async throws {
        var shared = files.replacing("credit: sale.seller", with: "credit: split(sale_share, sale.seller)")
        shared.text["company.yaml", default: ""] += "\nsplits:\n  sale_share: {of: sale}"
        shared = shared.adding("5,2026-01-15,boris,lion,30000,RUB", to: "sale.csv")
        shared.tables["sale_share.csv"] = "sale,person,share\n5,anna,40%\n5,boris,60%\n"
        let (bundle, text) = try await statement(shared)
        // 10 % of 58 000 + 40 % of 30 000
        #expect(bundle.results.first?.amount == "7000.00")
        #expect(try await equal(bundle) == 2)
        #expect(text.contains("30000") && !text.contains("60000") && !text.contains("77777"))
    }

    @Test("payments of her sales are hers whoever entered them, and what hers refer to is there to be read")
    func references() async throws {
        var paid = files.replacing(
            "    credit: sale.seller",
            with: """
                    credit: sale.seller
                  payment: {fields: {date: day, sale: sale, by: person, amount: money}, credit: payment.sale.seller}
                """
        ).replacing("sum(sale.amount)", with: "sum(payment.amount)")
        paid.tables["payment.csv"] =
            "id,date,sale,by,amount\n91,2026-01-20,1,boris,40000\n92,2026-01-21,2,boris,12345\n93,2026-01-22,2,anna,23456\n"
        let (bundle, text) = try await statement(paid)
        #expect(bundle.results.first?.amount == "4000.00")
        #expect(try await equal(bundle) == 2)
        #expect(!text.contains("12345"))
    }

    @Test("rates of others in a table of rates by person stay out")
    func rates() async throws {
        var rates = files.replacing("rate: 10%", with: "rates: own_rates")
        rates.text["company.yaml", default: ""] +=
            "\nrate_tables:\n  own_rates: {by: {who: sale.seller}, rate: percent}"
        rates.tables["own_rates.csv"] = "who,rate\nanna,10%\nboris,13.57%\n"
        let (bundle, text) = try await statement(rates)
        #expect(bundle.results.first?.amount == "5800.00")
        #expect(!text.contains("13.57") && !text.contains("0.1357"))
    }

    @Test("a required field of people does not bring everybody's rows along")
    func required() async throws {
        var required = files.replacing(
            "company: {name", with: "records: {person: {fields: {grade: text}}}\ncompany: {name")
        required.tables["people.csv"] = "id,name,grade\nanna,Anna,A\nboris,Boris,Q\n"
        let (bundle, text) = try await statement(required)
        #expect(try await equal(bundle) == 2)
        #expect(!text.contains("77777") && !text.contains("60000"))
    }

    @Test("what the period moved for her goes with it: proposed before the second approval, posted after it")
    func settlement() async throws {
        let company = try TestCompany()
        try await company.calculate(files)
        let proposed = try await company.cycle().statement(of: "anna", "2026-01").settlement
        #expect(!proposed.isPosted)
        try company.post(files)
        try company.cycle().pay("2026-01", by: "olga")
        let posted = try await company.cycle().statement(of: "anna", "2026-01").settlement
        #expect(posted.isPosted)
        #expect(
            posted.movements.map { "\($0.cause) \($0.from) \($0.to) \($0.amount)" } == [
                "award earned accrued 5800.00", "settlement accrued payable 5800.00", "payment payable paid 5800.00",
            ])
        #expect(posted.movements.dropLast() == proposed.movements[...])
    }

    @Test("nobody, and a period that is not calculated, are said to be so")
    func missing() async throws {
        let company = try TestCompany()
        try await company.calculate(files)
        await #expect {
            try await company.cycle().statement(of: "carl", "2026-01")
        } throws: { error in
            if case PayrollFailure.refused(.noSuchPerson("carl")) = error { true } else { false }
        }
        await #expect {
            try await company.cycle().statement(of: "anna", "2026-02")
        } throws: { error in
            if case PayrollFailure.refused(.notCalculated("2026-02")) = error { true } else { false }
        }
    }
}
