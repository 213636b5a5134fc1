public import Calculation
public import Company
public import Foundation
internal import Storage

/// Keeps the columns of a company folder beside its files, so that tables of events need not be read again.
///
/// It is never the only place of anything: what is missing, outdated or damaged is made anew from the company's files.
///
///     let columns = try cache.open()
///     … // the files are read, without those that the columns stand for
///     try cache.check(columns, against: files)
///     let lines = try await columns.lines(threads: 2)
public struct ColumnCache: Sendable {
    /// The company folder.
    private let folder: String
    /// The build that opens and stores.
    private let program: String

    /// Names the cache of a company folder.
    ///
    /// - Parameter program: Tells builds of Stimul apart: another one may compute other columns of the same files.
    public init(of folder: String, program: String) {
        self.folder = folder
        self.program = program
    }

    /// Where the file of columns lies.
    public var path: String { full(".stimul/columns/company.columns") }

    /// Opens the columns; what they hold is verified when it is asked for.
    ///
    /// - Throws: Why they cannot be used; the company's files are to be read then.
    public func open() throws(ColumnFailure) -> CompanyColumns {
        let columns = try CompanyColumns(at: path)
        guard columns.program == program else { throw .otherProgram(path: path) }
        return columns
    }

    /// Makes sure that columns were made of exactly the files that lie in the folder now; of YAML files that they say the
    /// same of tables.
    ///
    /// To be called when the other files have been read: what changed before that is seen.
    ///
    /// - Parameter files: The files of the company; the content of those that the columns stand for is not looked at.
    public func check(_ columns: CompanyColumns, against files: [SourceFile]) throws(ColumnFailure) {
        let known = Set(columns.inputs.map(\.path))
        if let added = files.first(where: { !known.contains($0.path) }) {
            throw .outdated(path: path, file: added.path)
        }
        let read = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        for input in columns.inputs where !input.isStill(at: full(input.path), readAt: columns.moment) {
            guard let file = read[input.path], !input.isStored, input.definesTables(as: file) else {
                throw .outdated(path: path, file: input.path)
            }
        }
    }

    /// Stores the columns of a company that was just read.
    ///
    /// - Parameters:
    ///   - inputs: Every file it was read from.
    ///   - moment: When reading began.
    ///   - now: What time it is.
    ///   - threads: How many threads lay the columns out.
    public func store(
        _ model: CompanyModel, _ tables: [LineTable], inputs: [InputFile], readAt moment: Date, now: Date = Date(),
        threads: Int = 2
    ) throws(ColumnFailure) {
        let moment = try trusted(inputs, readAt: moment, now: now)
        for input in inputs where try FileState(of: full(input.path)) != input.state {
            throw .changedMeanwhile(file: input.path)
        }
        let writer = try ColumnWriter(at: path, threads: threads)
        let description = try writer.add(
            model, tables, program: program, moment: moment, inputs)
        try writer.finish(fingerprint: description.fingerprint)
    }

    /// When the files were what they were read as: of files that were written shortly before, and would have to be read whenever
    /// the columns are opened, the content is looked at once more, if their times say more by now.
    private func trusted(_ inputs: [InputFile], readAt moment: Date, now: Date) throws(ColumnFailure) -> Int64 {
        let (moment, now) = (nanoseconds(moment), nanoseconds(now))
        let fresh = inputs.filter { $0.isFresh(at: moment) }
        guard !fresh.isEmpty, !fresh.contains(where: { $0.isFresh(at: now) }) else { return moment }
        for input in fresh where !input.isStill(at: full(input.path), readAt: moment) {
            throw .changedMeanwhile(file: input.path)
        }
        return now
    }

    private func nanoseconds(_ date: Date) -> Int64 { Int64(date.timeIntervalSince1970 * 1_000_000_000) }

    private func full(_ inside: String) -> String { (folder as NSString).appendingPathComponent(inside) }
}

extension ColumnDescription {
    /// Says what the columns were made of: the build, and the content of every file or row.
    var fingerprint: UInt64 {
        var parts = [program] + inputs.map { "\($0.path)\u{0}\($0.state.size)\u{0}\($0.checksum)" }
        if let rows { parts += [String(rows.kept.head), rows.kept.record, rows.kept.definitions, rows.dataDigest] }
        return ColumnChecksum.of(Array(parts.joined(separator: "\n").utf8))
    }
}
