public import Messages

/// A table, what was said of it, and what follows: questions that only a person can answer, or the table as it is read.
///
/// Every answer gives a new dialogue; who talks to the person keeps the answers.
///
///     var said = MappingAnswers()
///     var dialogue = try MappingDialogue(table, kinds: kinds, known: names, named: "sale.csv", said: said)
///     while let question = dialogue.open.first {
///         try said.take(question.key, answer)
///         dialogue = try MappingDialogue(table, kinds: kinds, known: names, named: "sale.csv", said: said)
///     }
///     dialogue.rules?.yaml(for: "sale.csv")
public struct MappingDialogue: Sendable {
    /// What is proposed; `nil` when the table fits none of the kinds.
    public let proposal: MappingProposal?
    /// The entry; `nil` when the table fits none of the kinds.
    public let rules: TableRules?
    /// What has to be answered, each matter once.
    public let open: [MappingProposal.Question]
    /// What no answer mends: the file itself, or the company's records.
    public let faults: [LocalizedText]
    /// What was decided and is worth a look.
    public let notes: [LocalizedText]
    /// The table as it is read; `nil` while something stands against it.
    public let clean: CleanTable?
    /// The same, or, where nothing but names stands against it, the table with these names as they are: to be looked at.
    public let sample: CleanTable?
    /// What stands against reading the table by the entry; `nil` when nothing does.
    public let refusal: TableRefusal?
    /// The spellings of names that were answered: they belong to the company's records and not to the table alone.
    public let aliases: [Alias]

    /// Another spelling of a record's name.
    public struct Alias: Hashable, Sendable {
        /// The record's kind.
        public let kind: String
        /// The spelling.
        public let text: String
        /// The record.
        public let id: String
    }

    /// Whether the table is read whole by the entry.
    public var isReady: Bool { clean != nil && open.isEmpty }

    /// Looks at a table.
    ///
    /// - Parameters:
    ///   - table: the rows, cut as the answers of form say.
    ///   - kinds: what can be fed.
    ///   - known: the records there are.
    ///   - name: the name of the file.
    ///   - said: the answers so far.
    /// - Throws: ``MappingAnswerFault`` for an answer that names what is not there.
    public init(
        _ table: RawTable, kinds: [TargetKind], known: KnownNames = [:], named name: String,
        said: MappingAnswers = MappingAnswers()
    ) throws(MappingAnswerFault) {
        if let kind = said.kind, !kinds.contains(where: { $0.name == kind }) {
            throw .badValue(key: "kind", value: kind, allowed: kinds.map(\.name).sorted())
        }
        let (aliases, known) = try Self.aliases(said.aliases, among: known)
        self.aliases = aliases
        guard
            let proposal = MappingProposal(
                table, kinds: kinds, known: known, named: name, sheet: said.sheet, said: said)
        else {
            self.proposal = nil
            rules = nil
            clean = nil
            sample = nil
            refusal = nil
            (open, faults, notes) = Self.withoutKind(table, kinds)
            return
        }
        try said.check(proposal)
        var rules = proposal.rules
        if proposal.shape.header != nil { rules.fingerprint = proposal.fingerprint }
        let blocking = proposal.questions.filter(\.blocks)
        var open = blocking.filter(\.isAnswerable)
        var faults = blocking.filter { !$0.isAnswerable }.map(\.text)
        var clean: CleanTable?
        var sample: CleanTable?
        var refusal: TableRefusal?
        do {
            clean = try rules.applied(to: table, as: proposal.kind, known: known, named: name)
            sample = clean
        } catch {
            refusal = error
            sample = Self.sample(table, rules, proposal.kind, known, error)
            // What the proposal has asked already need not be said again.
            for fault in error.faults where !fault.isAsked(by: blocking) {
                if let question = fault.question {
                    open.append(question)
                } else {
                    faults.append(
                        LocalizedText(
                            en: "\(fault.message.en): \(fault.remedy.en)", ru: "\(fault.message.ru): \(fault.remedy.ru)"
                        ))
                }
            }
        }
        self.proposal = proposal
        self.rules = rules
        self.open = open
        self.faults = faults
        self.clean = faults.isEmpty ? clean : nil
        self.sample = sample
        self.refusal = refusal
        notes = proposal.questions.filter { !$0.blocks }.map(\.text)
    }

    /// The spellings by the kinds that have their records, and the names with them.
    private static func aliases(
        _ said: [String: String], among known: KnownNames
    ) throws(MappingAnswerFault) -> ([Alias], KnownNames) {
        var found: [Alias] = []
        var names = known
        for (text, id) in said.sorted(by: { $0.key < $1.key }) {
            let kinds = known.keys.sorted().filter { known[$0]?.ids.contains(id) ?? false }
            guard !kinds.isEmpty else { throw .noRecord(name: text, id: id) }
            for kind in kinds where names[kind]?.id(of: text) != id {
                found.append(Alias(kind: kind, text: text, id: id))
                names[kind]?.add(alias: text, of: id)
            }
        }
        return (found, names)
    }

    /// The table with unknown names as they stand, when nothing else is the matter.
    private static func sample(
        _ table: RawTable, _ rules: TableRules, _ kind: TargetKind, _ known: KnownNames, _ refusal: TableRefusal
    ) -> CleanTable? {
        var names = known
        for fault in refusal.faults {
            guard case .unknownName(let field, let cell, _, _) = fault,
                case .reference(let kind)? = kind.field(field)?.type
            else { return nil }
            names[kind]?.add(alias: cell.text, of: cell.text)
        }
        return try? rules.applied(to: table, as: kind, known: names)
    }

    /// A table that resembles nothing is asked what it holds, unless it holds nothing.
    private static func withoutKind(
        _ table: RawTable, _ kinds: [TargetKind]
    ) -> ([MappingProposal.Question], [LocalizedText], [LocalizedText]) {
        guard !table.rows.isEmpty else {
            return ([], [LocalizedText(en: "the table is empty", ru: "таблица пуста")], [])
        }
        let choices = kinds.map { MappingProposal.Choice("kind", $0.name, $0.title) }
        let question = MappingProposal.Question(
            subject: "",
            text: LocalizedText(
                en: "the table resembles nothing that the company has; what does it hold?",
                ru: "таблица не похожа ни на что в компании; что в ней?"),
            blocks: true, key: "kind", choices: choices)
        return ([question], [], [])
    }
}

extension MappingAnswers {
    /// Whether what is answered is there: fields of the kind, columns of the table.
    fileprivate func check(_ proposal: MappingProposal) throws(MappingAnswerFault) {
        let fields = proposal.kind.fields.map(\.name)
        let named: [(String, [String])] = [
            ("column", Array(columns.keys)), ("constant", Array(constants.keys)), ("decimal", Array(decimals.keys)),
            ("dates", Array(datesByField.keys)), ("owners", Array(owners.keys)),
        ]
        for (key, names) in named {
            for name in names.sorted() where !fields.contains(name) {
                throw .noField(key: "\(key).\(name)", field: name, fields: fields)
            }
        }
        let shape = proposal.shape
        for (field, source) in columns.sorted(by: { $0.key < $1.key }) {
            guard case .column(let column) = source else { continue }
            switch column {
            case .named(let name):
                if shape.column(named: name) != nil { continue }
                throw .noColumn(key: "column.\(field)", value: name, columns: shape.columns.map(\.name))
            case .number(let number):
                if shape.columns.contains(where: { $0.index == number - 1 }) { continue }
                throw .noColumn(key: "column.\(field)", value: "\(number)", columns: shape.columns.map(\.name))
            }
        }
    }
}

extension TableFault {
    /// Whether a question of the proposal is about the same.
    fileprivate func isAsked(by questions: [MappingProposal.Question]) -> Bool {
        switch self {
        case .missingColumn(let field, _): questions.contains { $0.key == "column.\(field)" }
        case .reading(let field, _, let doubt):
            questions.contains { $0.subject == field && $0.text.en.hasPrefix(doubt.message.en) }
        case .unknownName(_, let cell, _, _): questions.contains { $0.key == "name.\(cell.text)" }
        case .yearless: questions.contains { $0.key == "year" }
        // Names that are asked for in a column stand for empty cells, too.
        case .unknownField, .noHeader, .leftOver, .empty, .otherCurrency, .doubledID, .noWideColumns, .noIdentity: false
        }
    }

    /// What to ask where an answer settles it.
    fileprivate var question: MappingProposal.Question? {
        switch self {
        case .unknownName(let field, let cell, _, let match):
            let key = "name.\(cell.text)"
            let choices: [MappingProposal.Choice] =
                switch match {
                case .known: []
                case .several(let ids): ids.map { .init(key, $0, LocalizedText($0)) }
                case .unknown(let near): near.map { .init(key, $0.id, $0.text) }
                }
            return .init(subject: field, text: message, blocks: true, key: key, example: "…", choices: choices)
        case .doubledID:
            return .init(subject: "id", text: message, blocks: true, key: "id", example: "id, date")
        case .yearless: return .init(subject: "", text: message, blocks: true, key: "year", example: "2026")
        case .missingColumn, .unknownField, .noHeader, .reading, .leftOver, .empty, .otherCurrency, .noWideColumns,
            .noIdentity:
            return nil
        }
    }
}
