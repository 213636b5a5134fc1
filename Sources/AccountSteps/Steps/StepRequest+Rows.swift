import AccountRows
import Accounts
import Messages
import Periods
import Quantities

extension AccountRow {
    /// Every cell that holds something, with its field: the same row gives the same text.
    var content: String {
        table.fields.sorted().compactMap { field -> String? in
            let cell =
                moment(field)?.description ?? text(field) ?? decimal(field)?.description
                ?? flag(field).map { $0 ? "yes" : "no" }
            return cell.map { "\(field)=\($0)" }
        }.joined(separator: "\u{1F}")
    }
}

extension AccountBook {
    /// The rows of a table.
    func rows(_ kind: String) -> [AccountRow] {
        guard let table = source.tables[kind] else { return [] }
        return (0..<table.rowCount).map { AccountRow(table: table, number: $0) }
    }

    /// The row of an identifier.
    func row(_ kind: String, _ id: String) -> AccountRow? {
        guard let table = source.tables[kind] else { return nil }
        if isIndexed(kind) { return rowNumber(kind, id).map { AccountRow(table: table, number: $0) } }
        return (0..<table.rowCount).first { table.id(of: $0) == id }.map { AccountRow(table: table, number: $0) }
    }
}

extension StepRequest {
    /// The row that the step acts on.
    func row(_ object: AccountObject) throws(Refusal) -> AccountRow { try row(object, subject) }

    /// A row by its identifier.
    func row(_ object: AccountObject, _ id: String) throws(Refusal) -> AccountRow {
        guard let row = book.row(object.kind, id) else { throw .noSuch(object, id) }
        return row
    }
}

extension Refusal {
    /// Something that a step names is not there.
    static func noSuch(_ object: AccountObject, _ id: String) -> Refusal {
        let shown = VisibleText.line(id)
        return Refusal(
            "no-such",
            LocalizedText(en: "there is no \(object.title) '\(shown)'", ru: "\(object.title) «\(shown)»: нет"),
            remedy: LocalizedText(en: "use an identifier that there is", ru: "возьмите имя, которое есть"))
    }
}
