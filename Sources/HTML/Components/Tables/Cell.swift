/// What stands in a cell of a table.
public enum Cell: Sendable {
    /// Words.
    case text(String)
    /// A name as it was entered, whatever its direction, and the page about it.
    case name(String, Address?)
    /// An amount, and the page that explains it.
    case amount(Amount, reason: Address?)
    /// A word for a state.
    case state(StateTag)
    /// Nothing: a column that this row does not have.
    case empty

    /// An amount without a page of its own.
    public static func amount(_ amount: Amount) -> Cell { .amount(amount, reason: nil) }

    var isFigure: Bool {
        if case .amount = self { true } else { false }
    }
}

/// The content of a cell.
struct CellContent: Markup {
    let cell: Cell
    let language: Language

    func write(into page: inout PageWriter) {
        switch cell {
        case .text(let text): page.text(text)
        case .name(let name, let address):
            if let address {
                a(href: address) { bdi { name } }.write(into: &page)
            } else {
                bdi { name }.write(into: &page)
            }
        case .amount(let amount, let reason):
            AmountText(amount, in: language, reason: reason).write(into: &page)
        case .state(let state): state.write(into: &page)
        case .empty: break
        }
    }
}
