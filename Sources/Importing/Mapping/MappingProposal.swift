/// How a table would be read: which kind it feeds, which column is which field, and what is not certain about it.
///
///     let proposal = MappingProposal(table, kinds: [sale, client], named: "sale.csv")
///     proposal?.yaml  // the line for `tables:`
///
/// It is a proposal: applying ``rules`` proves or refuses it.
public struct MappingProposal: Sendable {
    /// A field and the column that is proposed for it.
    public struct Pair: Hashable, Sendable {
        /// The field.
        public let field: String
        /// The column's name.
        public let column: String
        /// How sure it is, from 0 to 1: header, values and links together.
        public let score: Double
        /// Whether it needs no look: at least 0.75, and 0.15 ahead of every other column.
        public let isSure: Bool
    }

    /// The name of the file.
    public let file: String
    /// The kind that the table feeds.
    public let kind: TargetKind
    /// How well the table fits the kind; above 1 with hints of the file's name.
    public let score: Double
    /// Other kinds that fit nearly as well.
    public let rivals: [String]
    /// The known export that the header belongs to.
    public let export: ExportProfile?
    /// Fields with their columns.
    public let pairs: [Pair]
    /// Columns that belong to no field.
    public let unread: [String]
    /// What is not certain.
    public let questions: [Question]
    /// The entry.
    public let rules: TableRules
    /// What the header is known by.
    public let fingerprint: HeaderFingerprint
    /// Where the table lies.
    public let shape: TableShape

    /// The entry as a line for `tables:`.
    public var yaml: String { rules.yaml(for: file) }

    /// Proposes how a table is read; `nil` when it fits none of the kinds.
    ///
    /// - Parameters:
    ///   - table: the rows.
    ///   - kinds: what can be fed.
    ///   - known: the records there are.
    ///   - name: the name of the file, which is a hint for the kind.
    ///   - sheet: the sheet of a workbook, where it is not the first.
    ///   - said: what need not be found out.
    public init?(
        _ table: RawTable, kinds: [TargetKind], known: KnownNames = [:], named name: String, sheet: String? = nil,
        said: MappingAnswers = MappingAnswers()
    ) {
        let shape = Self.shape(table, said)
        let maker = ProposalMaker(table, shape, known: known, name: name, sheet: sheet, said: said)
        guard let made = maker.best(kinds) else { return nil }
        self.shape = shape
        file = name
        kind = made.kind
        score = made.score
        rivals = made.rivals
        export = maker.profile
        pairs = made.pairs
        unread = made.unread
        questions = made.questions
        rules = made.rules
        fingerprint = HeaderFingerprint(shape)
    }

    private static func shape(_ table: RawTable, _ said: MappingAnswers) -> TableShape {
        switch said.header {
        case nil, .first?: TableShape(table)
        case .none?: TableShape(table, header: .some(nil))
        case .rows(let rows)?: TableShape(table, header: .some(rows))
        }
    }
}
