import Formulas
import Messages
import Testing

/// Three sales by two sellers in January; what was paid for them in January, February and March.
@Suite("A payment names its sale")
struct NamedEventTests {
    private func company(_ metrics: String, _ more: [String: String] = [:]) throws -> TestCompany {
        try TestCompany(
            staff: "anna boris clara",
            """
            records: {client: {fields: {segment: text?}}}
            events:
              sale: {fields: {date: day, seller: person, client: client, amount: money, kind: text?}, credit: sale.seller}
              payment: {fields: {date: day, sale: sale?, amount: money}, credit: payment.sale.seller}
            splits: {sale_share: {of: sale}}
            metrics:
            \(metrics)
            """,
            [
                "clients.csv": "id,segment\nmill,large\nshop,small\n",
                "teams.csv": "subject,role,person,from,until\nmill,kam,clara,2026-01-01,2026-03-01\n",
                "sale.csv": """
                id,date,seller,client,amount,kind
                s1,2026-01-10,anna,mill,100000,order
                s2,2026-01-20,anna,shop,50000,order
                s3,2026-01-31,boris,mill,30000,trial

                """,
                "payment.csv": """
                id,date,sale,amount
                p1,2026-02-05,s1,60000
                p2,2026-02-06,s2,50000
                p3,2026-02-07,s3,30000
                p4,2026-02-08,,999
                p5,2026-03-02,s1,40000

                """,
            ].merging(more) { $1 })
    }

    @Test(
        "whose a payment is, the sale says: anna 60 000 + 50 000, boris 30 000, nobody what names no sale",
        arguments: [
            ("anna", "110 000.00 RUB"), ("boris", "30 000.00 RUB"), ("clara", "0.00 RUB"),
            ("company", "140 999.00 RUB"),
        ])
    func seller(subject: String, paid: String) throws {
        let company = try company("  paid: {unit: RUB, value: sum(payment.amount)}")
        #expect(try company.figure("paid", of: subject, "2026-02") == paid)
    }

    @Test("the day of the sale places its payments: all of s1 to s3 in January")
    func saleDate() throws {
        let company = try company(
            "  paid: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}")
        #expect(try company.figure("paid", of: "anna", "2026-01") == "150 000.00 RUB")
        #expect(try company.figure("paid", of: "anna", "2026-02") == "0.00 RUB")
    }

    @Test(
        "fields of the sale and of its client stand in formulas",
        arguments: [
            ("sum(payment.amount) where payment.sale.client.segment = \"large\"", "60 000.00 RUB"),
            ("sum(payment.amount) where payment.date - payment.sale.date > 20 days", "60 000.00 RUB"),
            ("sum(payment.amount) where payment.sale.kind = \"order\"", "110 000.00 RUB"),
            ("sum(payment.sale.amount)", "150 000.00 RUB"),
            ("sum(payment.amount) where payment.sale = \"s2\"", "50 000.00 RUB"),
            ("sum(payment.amount) where payment.sale.id != \"s2\"", "60 000.00 RUB"),
            ("sum(payment.amount) where payment.sale.client.id = \"shop\"", "50 000.00 RUB"),
            ("sum(payment.amount) where payment.sale is empty", "0.00 RUB"),
        ])
    func formulas(formula: String, value: String) throws {
        let company = try company("  paid: {unit: RUB, value: '\(formula)'}")
        #expect(try company.figure("paid", of: "anna", "2026-02") == value)
    }

    @Test("two payments for one sale are one sale")
    func distinct() throws {
        let company = try company("  paid_sales: {unit: pieces, value: distinct(payment.sale)}")
        #expect(try company.figure("paid_sales", of: "anna", "2026-Q1") == "2 pcs")
    }

    @Test("the role for the sale's client on the day of the payment: clara until the end of February")
    func team() throws {
        let company = try company(
            "  paid: {unit: RUB, value: sum(payment.amount), credit: 'team(payment.sale.client, \"kam\")'}")
        #expect(try company.figure("paid", of: "clara", "2026-02") == "90 000.00 RUB")
        #expect(try company.figure("paid", of: "clara", "2026-03") == "0.00 RUB")
    }

    @Test(
        "a payment is shared as its sale is: of 60 000 anna has 70 % and boris 30 %",
        arguments: [
            ("split(sale_share, payment.sale)", "anna", "42 000.00 RUB"),
            ("split(sale_share, payment.sale)", "boris", "18 000.00 RUB"),
            ("split(sale_share, payment.sale, payment.sale.seller)", "anna", "92 000.00 RUB"),
            ("split(sale_share, payment.sale, payment.sale.seller)", "boris", "48 000.00 RUB"),
        ])
    func shares(credit: String, person: String, paid: String) throws {
        let shares = ["sale_share.csv": "sale,person,share\ns1,anna,70%\ns1,boris,30%\n"]
        let company = try company("  paid: {unit: RUB, value: sum(payment.amount), credit: '\(credit)'}", shares)
        #expect(try company.figure("paid", of: person, "2026-02") == paid)
    }

    @Test("an event may name one of its own kind: a correction counts on the day of what it corrects")
    func ownKind() throws {
        let company = try TestCompany(
            staff: "anna",
            """
            events: {sale: {fields: {date: day, seller: person, corrects: sale?, amount: money}, credit: sale.seller}}
            metrics:
              corrected: {unit: RUB, value: sum(sale.amount) where sale.corrects is not empty, date: sale.corrects.date}
            """,
            [
                "sale.csv": """
                id,date,seller,corrects,amount
                1,2026-01-10,anna,,1000
                2,2026-02-03,anna,1,-50

                """
            ])
        #expect(try company.figure("corrected", of: "anna", "2026-01") == "-50.00 RUB")
        #expect(try company.figure("corrected", of: "anna", "2026-02") == "0.00 RUB")
    }

    @Test("the explanation of a payment shows what it took from its sale, and by which rule it is whose")
    func explanation() throws {
        let company = try company("  paid: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}")
        #expect(
            try company.inquiry("payment", "p1", "boris")["sum(payment.amount)  → paid"]
                == "- credited to anna: payment.sale.seller = anna")
        #expect(
            try company.eventFields("payment", "p1") == [
                "date = 2026-02-05", "sale = s1", "amount = 60 000.00 RUB", "sale.seller = anna",
                "sale.date = 2026-01-10",
            ])
        #expect(
            try company.eventFields("payment", "p4") == [
                "date = 2026-02-08", "sale = —", "amount = 999.00 RUB", "sale.seller = —", "sale.date = —",
            ])
    }
}
