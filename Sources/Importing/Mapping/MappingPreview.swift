/// A table before and after: for each field its column and one cell as it stands and as it is read, then the first rows as they
/// are read.
public struct MappingPreview: Hashable, Sendable {
    /// Where a field comes from, with one cell.
    public struct Field: Hashable, Sendable {
        /// The field.
        public let name: String
        /// The column's name; `nil` where the field comes from no single column.
        public let column: String?
        /// A cell as it stands in the file; `nil` likewise.
        public let original: String?
        /// The same as it is read.
        public let value: String
    }

    /// The fields, in the order of the table.
    public let fields: [Field]
    /// The first rows, field by field.
    public let rows: [[String]]
    /// How many rows are read.
    public let rowCount: Int

    /// Among so many rows the one is looked for that shows most of how a column is read.
    private static let looked = 200

    /// Takes the first rows of a table.
    ///
    /// - Parameters:
    ///   - clean: the table as it is read.
    ///   - proposal: how it is read.
    ///   - table: the table as it stands.
    ///   - count: how many rows are wanted.
    public init(_ clean: CleanTable, _ proposal: MappingProposal, of table: RawTable, rows count: Int = 20) {
        let read = clean.rows(first: max(count, Self.looked))
        let places = Dictionary(table.rows.indices.map { (table.rows[$0].number, $0) }) { first, _ in first }
        rows = Array(read.prefix(count))
        rowCount = clean.sourceRows.count
        fields = clean.fields.enumerated().map { place, field in
            let column = Self.column(of: field, proposal)
            guard let column else {
                let value = read.first { place < $0.count && !$0[place].isEmpty }?[place] ?? ""
                return Field(name: field, column: nil, original: nil, value: value)
            }
            let pairs = zip(clean.sourceRows, read).compactMap { number, row -> (String, String)? in
                guard let source = places[number], place < row.count else { return nil }
                return (table.rows[source][column.index].plainText, row[place])
            }
            let shown = pairs.first { $0.0 != $0.1 && !$0.1.isEmpty } ?? pairs.first { !$0.1.isEmpty } ?? ("", "")
            return Field(name: field, column: column.name, original: shown.0, value: shown.1)
        }
    }

    private static func column(of field: String, _ proposal: MappingProposal) -> TableShape.Column? {
        switch proposal.rules.columns[field] {
        case .named(let name)?: return proposal.shape.column(named: name)
        case .number(let number)?: return proposal.shape.columns.first { $0.index == number - 1 }
        case nil:
            guard proposal.pairs.contains(where: { $0.field == field }) else { return nil }
            return proposal.shape.column(named: field)
        }
    }
}
