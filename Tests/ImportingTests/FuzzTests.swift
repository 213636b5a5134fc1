import Foundation
import Importing
import Messages
import Testing

/// Good workbooks, damaged at random by a seed: always rows or a typed message, in bounded time and memory.
///
/// STIMUL_FUZZ says how many files of each kind are tried; 400 by default. A seed that fails is shown with its kind and stays the
/// same file for ever.
@Suite(.serialized)
struct FuzzTests {
    private static let count = Fuzz.count

    /// Cells that a reader may be made to tell by repetition are fewer here, so that a debug build tells them quickly.
    private static let limits: WorkbookLimits = {
        var limits = WorkbookLimits()
        limits.cells = 200_000
        return limits
    }()

    /// Where the damage is done: to the file, or to what lies inside it, which is then packed properly again.
    enum Kind: String, CaseIterable {
        case xlsxFile, xlsxPart, odsFile, odsPart, xlsFile, xlsStream, xlsSmall
    }

    @Test("a damaged workbook gives rows or a message", arguments: Kind.allCases)
    func damaged(kind: Kind) throws {
        let scratch = try Scratch()
        let clock = ContinuousClock()
        let memory = Self.peakMegabytes
        var good = 0
        var faults: [String: Int] = [:]
        for seed in Fuzz.seeds {
            let path = try Self.write(kind, seed, scratch)
            let start = clock.now
            do {
                try Self.read(path)
                good += 1
            } catch let failure as WorkbookFailure {
                faults[failure.fault.code, default: 0] += 1
                #expect(!failure.text.ru.isEmpty)
            } catch {
                Issue.record("\(kind) \(seed): \(error)")
            }
            let seconds = (clock.now - start) / .seconds(1)
            #expect(seconds < 20, "\(kind) \(seed) took \(seconds) s")
        }
        #expect(Self.peakMegabytes - memory < 300, "\(kind)")
        // Damage that is never or always noticed would test nothing.
        #expect(
            !Fuzz.isTelling || faults.count >= 2 && faults.values.reduce(0, +) >= Self.count / 20,
            "\(kind): \(good) good, \(faults)")
    }

    private static func read(_ path: String) throws {
        let book = try Workbook(opening: path, limits: limits)
        for sheet in book.sheets.prefix(3) {
            var last = 0
            try book.read(.named(sheet.name), mergedRows: 1...5) { row in
                #expect(row.number > last && !row.cells.isEmpty)
                #expect(zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column })
                last = row.number
                return .goOn
            }
        }
    }

    private static func write(_ kind: Kind, _ seed: UInt64, _ scratch: Scratch) throws -> String {
        var mutation = Mutation(seed: seed)
        switch kind {
        case .xlsxFile: return try scratch.write(mutation.changed(zipped(xlsx)))
        case .odsFile: return try scratch.write(mutation.changed(zipped(ods)))
        case .xlsxPart: return try scratch.write(zipped(mutated(xlsx, &mutation)))
        case .odsPart: return try scratch.write(zipped(mutated(ods, &mutation)))
        case .xlsFile: return try scratch.write(mutation.changed(xls.bytes()))
        case .xlsStream: return try scratch.write(XlsFile.compound(mutation.changed(xls.stream)))
        case .xlsSmall: return try scratch.write(mutation.changed(xls.bytes(padded: false)))
        }
    }

    private static func zipped(_ parts: [(String, [UInt8])]) -> [UInt8] {
        ZipBomb.archive(parts.map { ZipBomb.Part($0.0, $0.1, spaces: 0) })
    }

    /// The parts with one of them damaged; later ones, where the cells are, more often.
    private static func mutated(_ parts: [(String, [UInt8])], _ mutation: inout Mutation) -> [(String, [UInt8])] {
        var parts = parts
        let index = max(mutation.below(parts.count), mutation.below(parts.count))
        parts[index].1 = mutation.changed(parts[index].1)
        return parts
    }

    // MARK: Good workbooks

    private static let xlsx: [(String, [UInt8])] = {
        var parts = XlsxParts(
            (1...12).map { row in
                """
                <row r="\(row)"><c r="A\(row)" t="s"><v>\(row % 3)</v></c><c r="B\(row)" s="1"><v>\(46_000 + row)</v></c>
                <c r="C\(row)"><f>B\(row)*2</f><v>\(row).25</v></c><c t="inlineStr"><is><r><t>x</t></r></is></c><c t="b"><v>1</v></c></row>
                """
            }.joined(),
            shared:
                "<si><t>Анна</t></si><si><r><t xml:space=\"preserve\">Борис </t></r></si><si><t>&lt;&#1071;_x000D_</t></si>",
            styles: [0, 164], formats: [164: "dd.mm.yyyy h:mm"])
        parts.sheets[0].behind = "<mergeCells count=\"1\"><mergeCell ref=\"A1:D2\"/></mergeCells>"
        return parts.parts
    }()

    private static let ods: [(String, [UInt8])] = OdsParts(
        rows: (1...12).map { row in
            """
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Анна<text:s text:c="2"/>\(row)</text:p></table:table-cell>
            <table:covered-table-cell/><table:table-cell office:value-type="float" office:value="\(row).25" table:number-columns-repeated="3"/>
            <table:table-cell office:value-type="date" office:date-value="2026-01-\(row + 10)T10:00:00"/></table:table-row>
            """
        }.joined()
    ).parts

    private static let xls = XlsFile(
        [XlsFile.dimension(rows: 12, columns: 6)]
            + (1...12).flatMap { row in
                [
                    XlsFile.shared(row, 0, row % 3), XlsFile.number(row, 1, 46_000.5, format: 1),
                    XlsFile.many(row, 2, [1, 2]),
                    XlsFile.formula(row, 4, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), XlsFile.formulaText("итог"),
                    XlsFile.label(row, 5, XlsFile.text("abc", isWide: false)),
                ]
            } + [XlsFile.merged([(1...2, 0...3)])],
        globals: [
            XlsFile.format(164, "dd.mm.yyyy"), XlsFile.cellFormat(0), XlsFile.cellFormat(164),
            XlsFile.sharedTexts(["Анна", "Борис", "В"]),
        ])

    private static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1_024
    }
}
