import Company
import Foundation
import Intake
internal import Messages
import PostgreSQL
import Storage

/// A table that a database gives, as the company's text declares it.
struct QueriedFile {
    /// Why it is not there.
    enum Failure: Error {
        /// No entry under `tables` has this name and a database behind it.
        case unknown(String, known: [String])
        /// The entries are not as they must be.
        case declared([Diagnostic])
        /// An environment variable is not set.
        case noVariable(String)
        /// The database gave no table.
        case database(String, PostgreSQLFailure)
    }

    private let table: QueriedTable

    /// Finds the entry of a name.
    init(_ name: String, in text: [SourceFile]) throws(Failure) {
        let (tables, faults) = CompanyReader.queriedTables(in: text)
        guard let table = tables.first(where: { $0.name == name }) else {
            throw faults.isEmpty ? .unknown(name, known: tables.map(\.name)) : .declared(faults)
        }
        self.table = table
    }

    /// The field whose largest kept value the database is to go on from; `nil` when it gives all rows each time.
    var key: String? { table.query.key }

    /// Asks the database.
    ///
    /// - Parameter after: the largest value of ``key`` that is kept; `nil` when none is.
    func answer(after: String?) throws(Failure) -> SourceFile {
        let address: PostgreSQLQuery.Address
        switch table.query.address {
        case .service(let name): address = .service(name)
        case .variable(let name):
            guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else { throw .noVariable(name) }
            address = .connection(text)
        }
        let query = PostgreSQLQuery(
            table.query.text, at: address, after: after, seconds: table.query.seconds ?? PostgreSQLQuery.usualSeconds)
        do {
            var file = SourceFile(path: table.name, bytes: try PostgreSQLTable(query).bytes)
            file.isAnswer = true
            file.cleaner = FileCleaner(path: table.name)
            return file
        } catch {
            throw .database(table.name, error)
        }
    }

    /// The largest value of a column among kept rows: by size where all are whole numbers, else by their letters, as days are in
    /// order.
    static func largest(_ column: String, in tables: [PlainTable]) -> String? {
        let values = tables.flatMap { table -> [String] in
            guard let place = table.columns.firstIndex(of: column) else { return [] }
            return table.rows.map { $0.cells[place] }.filter { !$0.isEmpty }
        }
        let numbers = values.compactMap { Int($0) }
        if numbers.count == values.count { return numbers.max().map(String.init) }
        return values.max { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension QueriedFile.Failure {
    /// What is wrong and what to do.
    var text: LocalizedText {
        switch self {
        case .unknown(let name, let known):
            let list = known.joined(separator: ", ")
            return known.isEmpty
                ? LocalizedText(
                    en: "no entry under 'tables' has a database behind it: '\(name): {reads: …, postgres: {…}}'",
                    ru: "ни за одной записью в «tables» нет базы: «\(name): {reads: …, postgres: {…}}»")
                : LocalizedText(
                    en: "no database is behind '\(name)'; there is \(list)", ru: "за «\(name)» нет базы; есть \(list)")
        case .declared: return LocalizedText("")
        case .noVariable(let name):
            return LocalizedText(
                en: "the environment variable \(name) is not set; put the database's address into it",
                ru: "переменная окружения \(name) не задана; запишите в неё адрес базы")
        case .database(let name, let failure):
            return LocalizedText(
                en: "'\(name)': \(failure.message.en); \(failure.remedy.en)",
                ru: "«\(name)»: \(failure.message.ru); \(failure.remedy.ru)")
        }
    }
}
