import Calculation
import Company
import Formulas
import Messages
import Testing

@Suite("Why was I not credited?")
struct WhyNotCreditedTests {
    private func company() throws -> TestCompany {
        try TestCompany(
            staff: "anna boris",
            """
            records: {client: {fields: {segment: text?, limit: money?}}}
            events:
              sale:
                fields: {date: day?, seller: person?, client: client, amount: money, kind: text?}
                credit: sale.seller
            splits: {share: {of: sale}}
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
              orders: {unit: pieces, value: 'count(sale where sale.amount > 0 RUB and sale.kind = "order")'}
              small: {unit: pieces, value: count(sale where sale.amount <= sale.client.limit)}
              shared: {unit: RUB, value: max(sale.amount), credit: "split(share, sale.seller)"}
              portfolio: {unit: RUB, value: min(sale.amount), credit: 'team(sale.client, "kam")'}
              total: {unit: RUB, value: median(sale.amount), credit: none}
            """,
            [
                "clients.csv": "id,segment,limit\nc1,retail,100\n",
                "teams.csv": "subject,role,person,from,until\nc1,kam,anna,2026-01-01,2026-01-16\n",
                "sale.csv": """
                id,date,seller,client,amount,kind
                1,2026-01-15,boris,c1,500,sample
                2,2026-01-16,boris,c1,50,order
                3,,anna,c1,10,order
                4,2026-01-17,,c1,20,order

                """,
                "share.csv": "sale,person,share\n2,boris,70%\n2,anna,30%\n",
            ])
    }

    private static let sales = "sum(sale.amount)  → sales"
    private static let orders = "count(sale where sale.amount > 0 RUB and sale.kind = \"order\")  → orders"
    private static let small = "count(sale where sale.amount <= sale.client.limit)  → small"
    private static let shared = "max(sale.amount)  → shared"
    private static let portfolio = "min(sale.amount)  → portfolio"
    private static let total = "median(sale.amount)  → total"

    @Test("another seller is named")
    func anotherSeller() throws {
        #expect(try company().inquiry("sale", "1", "anna")[Self.sales] == "- credited to boris: sale.seller = boris")
        #expect(
            try company().inquiry("sale", "1", "anna", .ru)[Self.sales] == "- засчитано: boris; sale.seller = boris")
        #expect(try company().inquiry("sale", "1", "boris")[Self.sales] == "+ credited to boris: sale.seller = boris")
    }

    @Test("the part of the filter that does not hold is named, with what was found")
    func filter() throws {
        let answers = try company().inquiry("sale", "1", "boris")
        #expect(
            answers[Self.orders] == "- the rule that does not hold: sale.kind = \"order\"; sale.kind = sample")
        #expect(
            try company().inquiry("sale", "1", "boris", .ru)[Self.orders]
                == "- не выполнено правило: sale.kind = \"order\"; sale.kind = sample")
        // Both sides of the comparison, also the client's own field.
        #expect(
            answers[Self.small]
                == "- the rule that does not hold: sale.amount <= sale.client.limit; sale.amount = 500.00 RUB; sale.client.limit = 100.00 RUB"
        )
        #expect(try company().inquiry("sale", "2", "boris")[Self.small]?.hasPrefix("+ ") == true)
    }

    @Test("shares: by the table of shares, or by the field where there are none")
    func shares() throws {
        #expect(
            try company().inquiry("sale", "2", "anna")[Self.shared]
                == "+ credited to anna 30 %, boris 70 %: by the shares in share")
        #expect(
            try company().inquiry("sale", "1", "anna")[Self.shared]
                == "- credited to boris: no shares in share, so seller = boris")
        #expect(
            try company().inquiry("sale", "1", "anna", .ru)[Self.shared]
                == "- засчитано: boris; в share нет его долей, поэтому seller = boris")
    }

    @Test("nobody had the client's role on that day")
    func team() throws {
        #expect(
            try company().inquiry("sale", "1", "anna")[Self.portfolio]
                == "+ credited to anna: the 'kam' of client c1 on 2026-01-15, by teams.csv")
        #expect(
            try company().inquiry("sale", "2", "anna")[Self.portfolio]
                == "- credited to nobody: the 'kam' of client c1 on 2026-01-16, by teams.csv")
        #expect(
            try company().inquiry("sale", "2", "anna", .ru)[Self.portfolio]
                == "- никому не засчитано: роль «kam» у client c1 на 16.01.2026, по teams.csv")
    }

    @Test("an event without a day is in no month, whoever sold it")
    func noDay() throws {
        let english = try #require(company().inquiry("sale", "3", "anna")[Self.sales])
        #expect(english.contains("no day in 'date', so in no month, only over everything"))
        let russian = try #require(company().inquiry("sale", "3", "anna", .ru)[Self.sales])
        #expect(russian.contains("в поле «date» нет даты, поэтому ни в одном месяце его нет, только за всё время"))
    }

    @Test("an event without a seller, and a figure that is only the company's")
    func nobody() throws {
        #expect(try company().inquiry("sale", "4", "anna")[Self.sales] == "- credited to nobody: sale.seller = —")
        #expect(
            try company().inquiry("sale", "4", "anna")[Self.total] == "- credited to nobody: the company's figure only")
    }

    @Test("the event shows where it stands and every field; an event that is not there has no answer")
    func fields() throws {
        let inquiry = try #require(EventInquiry(try company().model, kind: "sale", id: "1"))
        let tree = inquiry.explanation(for: nil)
        #expect(tree.label.en == "sale 1 (sale.csv:2)")
        #expect(
            tree.children.prefix(5).map(\.label.en) == [
                "date = 2026-01-15", "seller = boris", "client = c1", "amount = 500.00 RUB", "kind = sample",
            ])
        #expect(EventInquiry(try company().model, kind: "sale", id: "99") == nil)
    }
}
