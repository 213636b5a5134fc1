extension DataTable: Component {
    /// The table in a part that scrolls by the keyboard where it is wider than the screen.
    public var body: some Markup {
        let captionID = Identifier(.caption, name)
        div(.class(.tableScroll), .role(.region), .focusable, .labelled(by: captionID)) {
            table(.id(Identifier(.table, name)), .class(.table)) {
                HTML.caption(with: [.id(captionID)] + (isCaptionSeen ? [] : [.class(.unseen)])) { self.caption }
                thead { tr { columns.map { ColumnHeader(column: $0, language: language) } } }
                tbody { rows.map { TableLine(row: $0, columns: columns, language: language) } }
                if !totals.isEmpty {
                    tfoot { totals.map { TableLine(row: $0, columns: columns, language: language) } }
                }
            }
        }
    }
}

/// The header of a column; one that can be sorted is a link that says what it does.
struct ColumnHeader: Markup {
    let column: Column
    let language: Language

    func write(into page: inout PageWriter) {
        var attributes: [Attribute] = [.scope(.column)]
        if column.isFigure { attributes.append(.class(.figureCell)) }
        if let sorting = column.sorting, sorting.order != .none { attributes.append(.sort(sorting.order)) }
        th(with: attributes) {
            if let sorting = column.sorting {
                a(href: sorting.address, .class(.sort)) {
                    column.title
                    if sorting.order != .none {
                        span(.unspoken) { sorting.order == .ascending ? "\u{00A0}▲" : "\u{00A0}▼" }
                    }
                    span(.class(.unseen)) { ", " + nextOrder(after: sorting.order).text(in: language) }
                }
            } else {
                column.title
            }
        }.write(into: &page)
    }

    private func nextOrder(after order: SortOrder) -> Phrase {
        order == .descending ? .sortAscending : .sortDescending
    }
}

/// A row with exactly as many cells as there are columns.
struct TableLine: Markup {
    let row: TableRow
    let columns: [Column]
    let language: Language

    func write(into page: inout PageWriter) {
        guard !columns.isEmpty else { return }
        page.open("tr", [])
        page.open("th", [.scope(.row)])
        CellContent(cell: row.header, language: language).write(into: &page)
        page.close("th")
        for place in 0..<(columns.count - 1) {
            let cell = place < row.cells.count ? row.cells[place] : .empty
            page.open("td", columns[place + 1].isFigure ? [.class(.figureCell)] : [])
            CellContent(cell: cell, language: language).write(into: &page)
            page.close("td")
        }
        page.close("tr")
    }
}
