/// Names and values of one thing: a person, a run, a plan.
public struct SummaryList: Component {
    let rows: [SummaryRow]
    let isOfAmounts: Bool
    let language: Language

    /// A list of rows.
    ///
    /// - Parameter amounts: Whether the values are amounts, which stand at the right under each other.
    public init(_ rows: [SummaryRow], amounts: Bool = false, in language: Language) {
        self.rows = rows
        isOfAmounts = amounts
        self.language = language
    }

    /// The list.
    public var body: some Markup {
        dl(.class(isOfAmounts ? [.summaryList, .amounts] : [.summaryList])) {
            rows.map { row in
                div(.class(.summaryRow)) {
                    dt { row.name }
                    dd {
                        CellContent(cell: row.value, language: language)
                        row.note.map { note in p(.class(.muted)) { note } }
                    }
                    if let change = row.change {
                        dd(.class(.summaryAction)) {
                            a(href: change.address) {
                                change.title
                                span(.class(.unseen)) { ": " + row.name }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A row of a summary list.
public struct SummaryRow: Sendable {
    let name: String
    let value: Cell
    let note: String?
    let change: NavigationItem?

    /// A name, its value, a remark under it and the page where it is changed.
    public init(_ name: String, _ value: Cell, note: String? = nil, change: NavigationItem? = nil) {
        self.name = name
        self.value = value
        self.note = note
        self.change = change
    }
}
