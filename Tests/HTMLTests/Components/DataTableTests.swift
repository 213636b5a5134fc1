import HTML
import Testing

/// Tables.
struct DataTableTests {
    private func table(rows: [TableRow], totals: [TableRow] = [], order: SortOrder = .none) -> String {
        DataTable(
            name: "people", caption: "Pay, RUB",
            columns: [
                Column("Person"),
                Column("Payable", figures: true, sorting: .init(.query([("sort", "-payable")]), order: order)),
            ], rows: rows, totals: totals, language: .en
        ).html
    }

    @Test("a caption, headers with their scope, figures at the right with their header, totals apart")
    func whole() {
        let html = table(
            rows: [TableRow(.name("Анна", nil), [.amount(.figure(Figure(hundredths: 5)))])],
            totals: [TableRow(.text("Total"), [.amount(.figure(Figure(hundredths: 5)))])])
        #expect(
            html == """
                <div class="table-scroll" role="region" tabindex="0" aria-labelledby="caption-people">\
                <table id="table-people" class="table"><caption id="caption-people">Pay, RUB</caption>\
                <thead><tr><th scope="col">Person</th><th scope="col" class="figure-cell">\
                <a href="?sort=-payable" class="sort">Payable<span class="unseen">, largest first</span></a></th></tr></thead>\
                <tbody><tr><th scope="row"><bdi>Анна</bdi></th>\
                <td class="figure-cell"><span class="figure">0.05</span></td></tr></tbody>\
                <tfoot><tr><th scope="row">Total</th>\
                <td class="figure-cell"><span class="figure">0.05</span></td></tr></tfoot></table></div>
                """)
    }

    @Test(
        "a sorted column says its order, and its link the other",
        arguments: [
            (SortOrder.descending, "aria-sort=\"descending\"", ", smallest first"),
            (.ascending, "aria-sort=\"ascending\"", ", largest first"),
        ])
    func sorted(order: SortOrder, attribute: String, next: String) {
        let html = table(rows: [], order: order)
        #expect(html.contains(attribute))
        #expect(html.contains(next))
    }

    @Test("a row has as many cells as there are columns, whatever it was given")
    func cells() {
        let html = table(rows: [
            TableRow(.text("short"), []), TableRow(.text("long"), [.text("a"), .text("b"), .text("c")]),
        ])
        #expect(html.matches(of: /<td/).count == 2)
        #expect(!html.contains(">b<"))
        let none = DataTable(name: "x", caption: "", columns: [], rows: [TableRow(.empty, [])], language: .ru).html
        #expect(none.contains("<tbody></tbody>"))
    }

    @Test("ways through a list are those that exist")
    func cursor() {
        let middle = CursorPages(shown: "50", first: .root, next: .root, in: .ru).html
        #expect(middle.contains("← К началу") && middle.contains("Дальше →"))
        let only = CursorPages(shown: "3", first: nil, next: nil, in: .ru).html
        #expect(only == "<nav class=\"cursor-pages\" aria-label=\"Страницы списка\"><p class=\"muted\">3</p></nav>")
    }
}
