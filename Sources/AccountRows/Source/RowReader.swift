package import Accounts
public import Messages
package import Periods
package import Quantities

/// A row that cannot be taken as it stands.
public struct RowFault: Hashable, Sendable {
    /// A stable name of the fault.
    public let code: String
    /// Where the row stands.
    public let place: Place?
    /// What is wrong.
    public let text: LocalizedText
    /// What to do.
    public let remedy: LocalizedText
}

/// Why a row is not taken.
enum RowProblem: Error {
    /// A field that this row needs is empty.
    case missing(String)
    /// A word that is none of those known.
    case word(String, found: String, known: [String])
    /// A number outside its scale, or with a part behind the point where whole ones are wanted.
    case number(String)
    /// A rule of key account work is broken.
    case refused(Refusal)
}

/// Reads the rows of a table; what is wrong with a row is noted, and the others are read on.
struct RowReader {
    let source: AccountSource
    private(set) var faults: [RowFault] = []

    init(_ source: AccountSource) {
        self.source = source
    }

    /// What the rows of a table are, in their order; those at fault are left out.
    mutating func read<Value>(
        _ kind: String, _ make: (AccountRow) throws(RowProblem) -> Value?
    ) -> [Value] {
        guard let table = source.tables[kind] else { return [] }
        var values: [Value] = []
        values.reserveCapacity(table.rowCount)
        for number in 0..<table.rowCount {
            let row = AccountRow(table: table, number: number)
            do throws(RowProblem) {
                if let value = try make(row) { values.append(value) }
            } catch {
                note(error, kind, row.id, row.place)
            }
        }
        return values
    }

    /// Notes what is wrong with a row.
    mutating func note(_ problem: RowProblem, _ kind: String, _ id: String, _ place: Place?) {
        let name = "\(kind) \(id)"
        switch problem {
        case .missing(let field):
            faults.append(
                RowFault(
                    code: "account-field", place: place,
                    text: LocalizedText(en: "\(name): '\(field)' is empty", ru: "\(name): не заполнено «\(field)»"),
                    remedy: LocalizedText(
                        en: "this row needs it as it stands", ru: "при таком состоянии строки оно нужно")))
        case .word(let field, let found, let known):
            let list = known.joined(separator: ", ")
            faults.append(
                RowFault(
                    code: "account-word", place: place,
                    text: LocalizedText(
                        en: "\(name): '\(field)' is '\(found)'", ru: "\(name): в «\(field)» стоит «\(found)»"),
                    remedy: Messages.Suggestion.remedy(for: found, among: known)
                        ?? LocalizedText(en: "it is one of \(list)", ru: "здесь бывает одно из: \(list)")))
        case .number(let field):
            faults.append(
                RowFault(
                    code: "account-number", place: place,
                    text: LocalizedText(
                        en: "\(name): '\(field)' is no whole number", ru: "\(name): «\(field)» — не целое число"),
                    remedy: LocalizedText(en: "write a whole number", ru: "напишите целое число")))
        case .refused(let refusal):
            faults.append(
                RowFault(code: "account-\(refusal.code)", place: place, text: refusal.text, remedy: refusal.remedy))
        }
    }
}

/// One row of a table, for whoever makes values of it and for whoever takes a step with it.
package struct AccountRow {
    package let table: any AccountTable
    package let number: Int

    package init(table: any AccountTable, number: Int) {
        (self.table, self.number) = (table, number)
    }

    package var id: String { table.id(of: number) }
    package var place: Place? { table.place(of: number) }

    package func text(_ field: String) -> String? { table.text(field, number) }
    package func day(_ field: String) -> CivilDay? { table.day(field, number) }
    package func moment(_ field: String) -> CivilMoment? { table.moment(field, number) }
    package func decimal(_ field: String) -> FixedDecimal? { table.number(field, number) }
    package func flag(_ field: String) -> Bool? { table.flag(field, number) }

    package func key<Subject>(_ field: String) -> Key<Subject>? { text(field).map { Key($0) } }

    /// Names in one cell, with blanks, commas or semicolons between.
    package func list(_ field: String) -> [String] {
        (text(field) ?? "").split { " ,;".contains($0) }.map(String.init)
    }

    func needed(_ field: String) throws(RowProblem) -> String {
        guard let text = text(field) else { throw .missing(field) }
        return text
    }

    func neededKey<Subject>(_ field: String) throws(RowProblem) -> Key<Subject> { Key(try needed(field)) }

    func neededList(_ field: String) throws(RowProblem) -> [String] {
        _ = try needed(field)
        return list(field)
    }

    func neededDay(_ field: String) throws(RowProblem) -> CivilDay {
        guard let day = day(field) else { throw .missing(field) }
        return day
    }

    func neededDecimal(_ field: String) throws(RowProblem) -> FixedDecimal {
        guard let number = decimal(field) else { throw .missing(field) }
        return number
    }

    func neededMoment(_ field: String) throws(RowProblem) -> CivilMoment {
        guard let moment = moment(field) else { throw .missing(field) }
        return moment
    }

    /// A whole number.
    func whole(_ field: String) throws(RowProblem) -> Int? {
        guard let number = decimal(field) else { return nil }
        guard let whole = try? number.integer(.halfAwayFromZero), FixedDecimal(whole) == number else {
            throw .number(field)
        }
        return whole
    }

    func neededWhole(_ field: String) throws(RowProblem) -> Int {
        guard let whole = try whole(field) else { throw .missing(field) }
        return whole
    }

    /// A word of a list.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ field: String) throws(RowProblem) -> Word? {
        guard let text = text(field) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw .word(field, found: text, known: Word.allCases.map(\.rawValue))
        }
        return word
    }

    func neededWord<Word: RawRepresentable<String> & CaseIterable>(_ field: String) throws(RowProblem) -> Word {
        guard let word: Word = try word(field) else { throw .missing(field) }
        return word
    }

    /// A mark on a scale.
    func rating<Scale: RatingScale>(_ field: String) throws(RowProblem) -> Rating<Scale> {
        let whole = try neededWhole(field)
        do { return try Rating(whole) } catch { throw .refused(error) }
    }
}
