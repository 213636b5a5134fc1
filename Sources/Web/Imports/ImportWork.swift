internal import Calculation
internal import Company
internal import Importing
internal import Intake
internal import Messages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// What a look at a file has shown, as much as pages show of it.
struct Looked: Sendable {
    /// What the table holds, and what it is called; nil while that is not known.
    var kind: (name: String, title: LocalizedText)?
    /// Everything that tables of the company may hold.
    var kinds: [(name: String, title: LocalizedText)] = []
    /// The fields of the kind.
    var fields: [(name: String, isOptional: Bool)] = []
    /// Which column each field is read from.
    var columns: [String: String] = [:]
    /// The names of the columns with their places, from 0.
    var titles: [(place: Int, name: String)] = []
    /// Columns that nothing reads.
    var unread: [String] = []
    /// For each field its column and a cell before and after, and the first rows.
    var preview: MappingPreview?
    /// How many rows the file has.
    var rowCount = 0
    /// What is written of the file's form: encoding and delimiter, or sheet.
    var form: RawTable.Origin?
    /// Which system it was exported from.
    var export: String?
    /// What has to be answered.
    var open: [MappingProposal.Question] = []
    /// What no answer mends.
    var faults: [LocalizedText] = []
    /// What to look at.
    var notes: [LocalizedText] = []
    /// Rows that cannot be read.
    var setAside: [TableReview.SetAside] = []
    /// How the header was read before, and who has said so.
    var known: HeaderBook.Entry?
    /// Records that an answer may name, by the field in question.
    var records: [String: [KnownRecord]] = [:]
    /// Cells of rows that may be mended, by row and place.
    var rows: [Int: [Int: String]] = [:]

    /// Whether the file can come in.
    var isReady = false
}

/// What an import would do.
struct Tried: Sendable {
    /// What would be written and what would be set aside.
    let imported: PayCycle.Imported
    /// The last version of any row then.
    let head: Int64
    /// The text of the company then.
    let text: String
    /// The first keys of rows that would be cancelled, by table.
    let gone: [String: [String]]
    /// The pay as it is and as it would be.
    let pay: PayComparison
    /// The names of people.
    let names: [String: LocalizedText]
    /// What plans are called, and their components.
    let plans: [String: (title: LocalizedText, components: [String: LocalizedText])]
    /// In which is paid.
    let currency: Currency
    /// Cells of rows that do not fit, by row and place.
    let rows: [Int: [Int: String]]
}

/// Works on a file: looks at it, tries it, takes it in. Everything here takes as long as the file is, and the company.
struct ImportWork {
    let upload: KeptUpload
    /// Whoever has asked for it.
    let principal: Principal
    let path: String
    let cycle: PayCycle
    /// Told what is being done.
    let phase: @Sendable (Phase) -> Void

    /// What is being done.
    enum Phase: Sendable, CaseIterable {
        case waits, reading, fitting, readingCompany, calculating, takingIn
    }

    /// Records are offered for choice up to so many.
    private static let mostRecords = 500
    /// Cells of at most so many rows are kept for mending.
    private static let mostRows = 200

    // MARK: Looking

    /// Looks at the file with everything that was answered.
    func look() throws -> Looked {
        let (review, targets, known, ground) = try review()
        var looked = Looked(review, targets)
        looked.known = known
        for question in looked.open where question.key.hasPrefix("name.") {
            guard let field = review.look.dialogue?.proposal?.kind.field(question.subject),
                case .reference(let kind) = field.type
            else { continue }
            looked.records[question.subject] = Array((ground.names[kind] ?? []).prefix(Self.mostRecords))
        }
        return looked
    }

    private func review() throws -> (TableReview, MappingTargets, HeaderBook.Entry?, MappingGround) {
        phase(.reading)
        let file = try UploadContent.opened(upload, at: path)
        let ground = try cycle.mappingGround()
        let targets = MappingTargets(ground)
        var book = HeaderBook(cycle.text)
        for header in try cycle.learnedHeaders() { book.add(header.content ?? "", author: header.actor) }
        let first = try file.look(targets, MappingAnswers(), mends: upload.mends)
        let known = first.dialogue?.proposal.flatMap { book.entry(for: $0.fingerprint) }
        try Task.checkCancellation()
        let review = try review(of: file, targets, known)
        try Task.checkCancellation()
        return (review.review, targets, review.known, ground)
    }

    /// The review with what is known of the header; without it where that does not fit this file.
    private func review(
        of file: OpenedFile, _ targets: MappingTargets, _ known: HeaderBook.Entry?
    ) throws -> (review: TableReview, known: HeaderBook.Entry?) {
        if let known, let said = try? upload.said(beside: known.said),
            let review = try? TableReview(
                file, targets, said, mends: upload.mends, passing: upload.passed, while: { !Task.isCancelled })
        {
            return (review, known)
        }
        do throws(MappingAnswerFault) {
            let said = try upload.said(beside: nil)
            let review = try TableReview(
                file, targets, said, mends: upload.mends, passing: upload.passed, while: { !Task.isCancelled })
            return (review, nil)
        } catch {
            throw Problem.answerRefused(error)
        }
    }

    // MARK: Trying and taking in

    /// What the import would do, and what pay it would move.
    func rehearse() async throws -> Tried {
        let (review, _, _, _) = try review()
        let files = try files(review)
        phase(.fitting)
        let rehearsal = try cycle.rehearse(
            [files.table], declaring: [files.entry], source: upload.source, complete: isComplete(review), by: principal)
        try Task.checkCancellation()
        phase(.readingCompany)
        let now = CompanyReader.read(text: cycle.text, tables: rehearsal.now).model
        let (then, found, _) = CompanyReader.read(text: cycle.text, tables: rehearsal.then)
        guard let then else { throw PayrollFailure.company(found) }
        try Task.checkCancellation()
        phase(.calculating)
        let empty = CompanyReader.read(text: cycle.text, tables: []).model
        let pay = await WhatIfRun(now: now ?? empty ?? then, then: then).comparison(in: .always, threads: cycle.threads)
        try Task.checkCancellation()
        let faulty = Set(rehearsal.imported.diagnostics.compactMap { $0.place?.line })
        let people = Set(pay.byPerson.map(\.person))
        let names = Dictionary(
            uniqueKeysWithValues: people.compactMap { person in
                then.people.number(of: person).map { (person, then.people.title($0)) }
            })
        return Tried(
            imported: rehearsal.imported, head: rehearsal.head, text: cycle.textDigest, gone: rehearsal.gone, pay: pay,
            names: names,
            plans: then.planTitles, currency: then.currency,
            rows: (review.whole?.cells(of: faulty, atMost: Self.mostRows)) ?? [:])
    }

    /// Takes the file in as it was tried.
    ///
    /// - Throws: ``Refusal/rowsMovedOn`` where rows or rules have changed since.
    func takeIn(_ tried: Tried) throws -> PayCycle.Imported {
        let (review, _, _, ground) = try review()
        let files = try files(review)
        try Task.checkCancellation()
        guard cycle.textDigest == tried.text else { throw Refusal.rowsMovedOn }
        phase(.takingIn)
        let imported = try cycle.importTables(
            [files.table], declaring: [files.entry], source: upload.source, complete: isComplete(review),
            after: tried.head, by: principal)
        try remember(review, ground)
        return imported
    }

    /// Keeps what was answered for the next file with this header, and the spellings of names for every table.
    private func remember(_ review: TableReview, _ ground: MappingGround) throws {
        guard let dialogue = review.look.dialogue, let rules = dialogue.rules, let fingerprint = rules.fingerprint
        else { return }
        try cycle.learn(
            header: fingerprint.description, HeaderBook.page(of: rules, named: upload.name), by: principal)
        let spellings = dialogue.aliases.filter { ground.recordKinds.contains($0.kind) }
        guard !spellings.isEmpty else { return }
        _ = try cycle.importTables(
            [SpellingTable.file(spellings)], source: "", complete: false, by: principal)
    }

    /// A row that is set aside may be the one that is missing.
    private func isComplete(_ review: TableReview) -> Bool { upload.isComplete && review.setAside.isEmpty }

    private func files(_ review: TableReview) throws -> (entry: SourceFile, table: SourceFile) {
        guard let reviewed = ReviewedTable(review) else { throw Problem.notReady }
        let files = reviewed.files(at: upload.path, content: try FileBytes(of: path))
        guard files.count == 2 else { throw Problem.notReady }
        return (files[0], files[1])
    }
}

extension Looked {
    /// What a review has shown.
    init(_ review: TableReview, _ targets: MappingTargets) {
        kinds = targets.kinds.map { ($0.name, $0.title) }
        open = review.look.open
        faults = review.look.faults
        setAside = review.setAside
        isReady = review.isReady
        rows = review.whole?.cells(of: Set(review.setAside.map(\.row)), atMost: .max) ?? [:]
        form = review.look.table?.origin
        guard let dialogue = review.look.dialogue, let proposal = dialogue.proposal, let table = review.look.table
        else {
            return
        }
        kind = (proposal.kind.name, proposal.kind.title)
        fields = proposal.kind.fields.map { ($0.name, $0.isOptional) }
        columns = Dictionary(proposal.pairs.map { ($0.field, $0.column) }) { first, _ in first }
        titles = proposal.shape.columns.map { ($0.index, $0.name) }
        unread = proposal.unread
        export = proposal.export?.system
        notes = dialogue.notes
        preview = dialogue.sample.map { MappingPreview($0, proposal, of: table) }
        rowCount = preview?.rowCount ?? proposal.shape.body.count
    }
}

extension PayCycle.Rehearsal {
    /// The first keys of rows that would be cancelled, by table.
    fileprivate var gone: [String: [String]] {
        let kinds = imported.report.counts.filter { $0.value.cancelled > 0 }.keys
        let pairs = kinds.map { kind in
            let stay = Set(then.filter { $0.kind == kind }.flatMap(\.rows).map(\.key))
            let gone = now.filter { $0.kind == kind }.flatMap(\.rows).map(\.key).filter { !stay.contains($0) }
            return (kind, Array(gone.prefix(20)))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension CompanyModel {
    /// What its plans are called, and their components.
    fileprivate var planTitles: [String: (title: LocalizedText, components: [String: LocalizedText])] {
        let pairs = plans.map { plan in
            (plan.name, (plan.title, Dictionary(plan.lines.map { ($0.name, $0.title) }) { first, _ in first }))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension PayCycle {
    /// Which text of the company it goes by.
    var textDigest: String {
        var stream = SHA256Stream()
        for file in text {
            stream.update(Array(file.path.utf8))
            stream.update([0])
            stream.update(file.bytes)
        }
        return stream.finish().hex
    }
}

extension RawTable {
    /// The cells of some rows as people see them, by row and place.
    func cells(of wanted: Set<Int>, atMost most: Int) -> [Int: [Int: String]] {
        if wanted.isEmpty { return [:] }
        let found = rows.lazy.filter { wanted.contains($0.number) }.prefix(most).map { row in
            (row.number, Dictionary(row.cells.map { ($0.column, $0.value.plainText) }) { first, _ in first })
        }
        return Dictionary(found) { first, _ in first }
    }
}

/// Other spellings of records as a table of the company.
enum SpellingTable {
    static func file(_ aliases: [MappingDialogue.Alias]) -> SourceFile {
        let rows = [["kind", "alias", "id"]] + aliases.map { [$0.kind, $0.text, $0.id] }
        return SourceFile(path: "web/aliases.csv", bytes: rows.flatMap(CSVLine.bytes)).own
    }
}

/// A row of a table of text.
enum CSVLine {
    /// The cells apart by commas, quoted where they have to be.
    static func bytes(_ cells: [String]) -> [UInt8] {
        let quoted = cells.map { cell in
            cell.contains { ",\"\n\r".contains($0) } || cell.hasPrefix(" ") || cell.hasSuffix(" ")
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }
        return Array((quoted.joined(separator: ",") + "\n").utf8)
    }
}
