import AccountRows
import Accounts
import Messages
import Periods
import Quantities

/// A row of the book as it is kept, for what values of `Accounts` leave out.
struct StoredRow {
    private let table: any AccountTable
    private let number: Int

    init(_ table: any AccountTable, _ number: Int) {
        (self.table, self.number) = (table, number)
    }

    var id: String { table.id(of: number) }

    func text(_ field: String) -> String? { table.text(field, number) }
    func key<Subject>(_ field: String) -> Key<Subject>? { text(field).map { Key($0) } }
    func day(_ field: String) -> CivilDay? { table.day(field, number) }
    func moment(_ field: String) -> CivilMoment? { table.moment(field, number) }
    func decimal(_ field: String) -> FixedDecimal? { table.number(field, number) }
    func flag(_ field: String) -> Bool? { table.flag(field, number) }

    /// Names in one cell, with blanks or commas between.
    func list(_ field: String) -> [String] {
        (text(field) ?? "").split { " ,;".contains($0) }.map(String.init)
    }

    /// Every cell that holds something, with its field: the same row gives the same text.
    var content: String {
        table.fields.sorted().compactMap { field -> String? in
            let cell =
                table.moment(field, number)?.description ?? text(field) ?? decimal(field)?.description
                ?? flag(field).map { $0 ? "yes" : "no" }
            return cell.map { "\(field)=\($0)" }
        }.joined(separator: "\u{1F}")
    }
}

extension AccountBook {
    /// The rows of a table.
    func rows(_ kind: String) -> [StoredRow] {
        guard let table = source.tables[kind] else { return [] }
        return (0..<table.rowCount).map { StoredRow(table, $0) }
    }

    /// The row of an identifier.
    func row(_ kind: String, _ id: String) -> StoredRow? {
        guard let table = source.tables[kind] else { return nil }
        if isIndexed(kind) { return rowNumber(kind, id).map { StoredRow(table, $0) } }
        return (0..<table.rowCount).first { table.id(of: $0) == id }.map { StoredRow(table, $0) }
    }
}

extension StepRequest {
    /// The row that the step acts on.
    func row(_ object: AccountObject) throws(Refusal) -> StoredRow { try row(object, subject) }

    /// A row by its identifier.
    func row(_ object: AccountObject, _ id: String) throws(Refusal) -> StoredRow {
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
