public import HTML

/// A table that is filled in: a field in each cell, and one button for all of them.
public struct GridForm: Sendable {
    let name: String
    let heading: String
    let text: [String]
    let action: Address
    let hidden: [(name: String, value: String)]
    let corner: String
    let columns: [String]
    let rows: [Row]
    let errors: [FieldError]
    let button: String
    let key: String?

    /// A row: what it is about, and its fields.
    public struct Row: Sendable {
        let title: String
        let cells: [Field]

        /// A row.
        public init(_ title: String, _ cells: [Field]) {
            self.title = title
            self.cells = cells
        }
    }

    /// A field of a grid.
    public struct Field: Sendable {
        let name: String
        let value: String

        /// The name under which it is sent, and what stands in it.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A grid.
    ///
    /// - Parameter corner: What the rows are.
    public init(
        name: String, heading: String, text: [String] = [], action: Address,
        hidden: [(name: String, value: String)] = [], corner: String, columns: [String], rows: [Row],
        errors: [FieldError] = [], button: String, key: String? = nil
    ) {
        self.name = name
        self.heading = heading
        self.text = text
        self.action = action
        self.hidden = hidden
        self.corner = corner
        self.columns = columns
        self.rows = rows
        self.errors = errors
        self.button = button
        self.key = key
    }
}

/// A grid on a card of its own.
struct GridCard: Component {
    let model: GridForm
    let setting: PageSetting

    var body: some Markup {
        ErrorSummary(model.errors, in: setting.language)
        Card(name: model.name, heading: model.heading) {
            model.text.map { text in p { text } }
            ActionForm(model.action, setting, key: model.key) {
                model.hidden.map { HiddenField(name: $0.name, value: $0.value) }
                grid
                ActionButton(model.button)
            }
        }
    }

    private var grid: some Markup {
        let caption = Identifier(.caption, model.name)
        return div(.class(.tableScroll), .role(.region), .focusable, .labelled(by: caption)) {
            table(.class(.table)) {
                HTML.caption(.id(caption), .class(.unseen)) { model.heading }
                thead {
                    tr {
                        th(.scope(.column)) { model.corner }
                        model.columns.map { title in th(.scope(.column), .class(.figureCell)) { title } }
                    }
                }
                tbody { model.rows.map { GridLine(row: $0, columns: model.columns, errors: model.errors) } }
            }
        }
    }
}

/// A row of a grid; each field is called by its row and its column.
private struct GridLine: Component {
    let row: GridForm.Row
    let columns: [String]
    let errors: [FieldError]

    var body: some Markup {
        tr {
            th(.scope(.row)) { bdi { row.title } }
            zip(row.cells, columns).map { field, column in
                td(.class(isRefused(field) ? [.figureCell, .fieldRefused] : [.figureCell])) {
                    input(
                        .text, name: field.name, .id(Identifier(.field, field.name)), .value(field.value),
                        .inputMode(.decimal), .autocomplete(.off), .class([.control, .gridControl]),
                        .label(row.title + ", " + column))
                }
            }
        }
    }

    private func isRefused(_ field: GridForm.Field) -> Bool { errors.contains { $0.name == field.name } }
}
