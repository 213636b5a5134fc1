import Company
import Testing

@Suite("What of a company's text decides how its large tables are read")
struct TableDefinitionsTests {
    private func text(_ yaml: String) -> String? { TableDefinitions.text(of: Array(yaml.utf8)) }

    private static let base = """
        company: {name: A, currency: RUB}
        events: {sale: {fields: {date: day, amount: money}}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          visits: {unit: pieces, value: entered}
          margin: {value: sales * 20%}
        plans: {seller: {for: everybody}}

        """

    @Test(
        "said in other words, or where nothing looks that is read before plans",
        arguments: [
            ("sum(sale.amount)", "count(sale)"), ("plans: {seller: {for: everybody}}", "reports: {}"),
            ("plans:", "parameters: {base: 5%}\nplans:"), ("plans:", "rate_tables: {r: {rate: percent}}\nplans:"),
            ("{name: A, currency: RUB}", "\n  # the name\n  name: A\n  currency: RUB"),
        ])
    func same(old: String, new: String) {
        #expect(Self.base.contains(old))
        #expect(text(Self.base) != nil && text(Self.base.replacing(old, with: new)) == text(Self.base))
    }

    @Test(
        "another metric, order, unit, entered or not; a metric whose unit follows from its formula; any other section",
        arguments: [
            ("sum(sale.amount)", "entered"), ("value: entered", "value: count(sale)"), ("unit: RUB", "unit: percent"),
            ("  visits: {", "  calls: {"), ("sales * 20%", "sales"), ("amount: money", "amount: number"),
            ("currency: RUB", "currency: USD"), ("plans:", "tables: {a.csv: {reads: sale}}\nplans:"),
            ("name: A", "name: \"A\""), ("  sales: {", "  more: {unit: RUB, value: sales}\n  sales: {"),
        ])
    func different(old: String, new: String) {
        #expect(Self.base.contains(old))
        #expect(text(Self.base.replacing(old, with: new)) != nil)
        #expect(text(Self.base.replacing(old, with: new)) != text(Self.base))
    }

    @Test("what is no YAML says nothing", arguments: ["a: [", "a: 1\na: 2", "\t- x"])
    func noYAML(yaml: String) {
        #expect(text(yaml) == nil)
        #expect(TableDefinitions.text(of: [0xFF, 0xFE]) == nil)
    }

    @Test("an empty file, a list, and texts that only look alike when written one after the other")
    func others() {
        #expect(text("") == "")
        #expect(text("[a, bc]") != text("[ab, c]"))
        #expect(text("a: {b: 1}\nc: 2") != text("a: {b: 1, c: 2}"))
        #expect(text("a: &x {b: 1}\nc: *x") == text("a: {b: 1}\nc: {b: 1}"))
    }
}
