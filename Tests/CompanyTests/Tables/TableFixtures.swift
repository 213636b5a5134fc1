import Formulas
import Messages
import Testing

@testable import Company

/// A table written in a test.
func table(_ text: String, _ path: String = "sale.csv") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
}

/// The columns that most tests read.
let saleSchema = TableSchema(columns: [
    .init("id", .key), .init("date", .day), .init("seller", .code), .init("amount", .decimal),
    .init("share", .percent, isOptional: true), .init("paid", .flag, isOptional: true),
])

/// The first row of those columns.
let saleHeader = "id,date,seller,amount,share,paid\n"

/// Reads one column of one type from a table that has nothing else.
func cells(_ type: ColumnType, _ texts: [String], _ format: TableFormat = TableFormat()) -> TableReading {
    let schema = TableSchema(columns: [.init("x", type)])
    return TableReader.read(table("x\n" + texts.joined(separator: "\n") + "\n"), schema: schema, format: format)
}

extension TableReading {
    /// Everything that is said, as a person reads it.
    func text(_ language: Language = .en) -> String {
        diagnostics.map { $0.rendered(in: language) }.joined(separator: "\n")
    }

    /// The identifiers of what is said.
    var codes: [String] { diagnostics.map(\.code) }

    /// Fails unless every row was either kept or rejected and every column has a value for each kept row.
    func expectWhole(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(table.rowCount + table.rejectedRows == table.totalRows, comment, sourceLocation: sourceLocation)
        #expect(table.lineNumbers.count == table.rowCount, comment, sourceLocation: sourceLocation)
        for column in table.columns.values {
            #expect(column.count == table.rowCount, comment, sourceLocation: sourceLocation)
        }
    }
}

extension ColumnData {
    /// How many values there are.
    var count: Int {
        switch self {
        case .day(let days): days.count
        case .decimal(let column): column.values.count
        case .code(let column): column.codes.count
        case .key(let column): column.count
        case .flag(let flags): flags.count
        }
    }

    /// The texts of a code or key column; empty cells are empty texts.
    var texts: [String] {
        switch self {
        case .code(let column): column.codes.map { $0 < 0 ? "" : column.dictionary[Int($0)] }
        case .key(let column): (0..<column.count).map { column[$0] }
        default: []
        }
    }
}

extension Division {
    /// One block on one thread, every row the way of irregular ones.
    static let closely: Division = {
        var division = Division.none
        division.readsClosely = true
        return division
    }()
}

/// Two ways of reading a table gave the same, faults included.
func expectSame(
    _ one: TableReading, _ other: TableReading, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(one.table.rowCount == other.table.rowCount, comment, sourceLocation: sourceLocation)
    #expect(one.table.totalRows == other.table.totalRows, comment, sourceLocation: sourceLocation)
    #expect(one.table.rejectedRows == other.table.rejectedRows, comment, sourceLocation: sourceLocation)
    #expect(one.table.lineNumbers == other.table.lineNumbers, comment, sourceLocation: sourceLocation)
    #expect(one.table.columns == other.table.columns, comment, sourceLocation: sourceLocation)
    #expect(one.diagnostics == other.diagnostics, comment, sourceLocation: sourceLocation)
}
