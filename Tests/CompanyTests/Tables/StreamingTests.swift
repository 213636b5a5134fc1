import Formulas
import Messages
import Synchronization
import Testing

@testable import Company

/// Bytes of which nobody can hold more than was asked for at once; notes how much that was.
private final class CountedBytes: ByteSource {
    let bytes: [UInt8]
    let failsFrom: Int
    private let asked = Mutex((largest: 0, total: 0))

    init(_ bytes: [UInt8], failsFrom: Int = .max) {
        self.bytes = bytes
        self.failsFrom = failsFrom
    }

    var count: Int { bytes.count }
    var largest: Int { asked.withLock { $0.largest } }
    var total: Int { asked.withLock { $0.total } }

    func read(into memory: UnsafeMutableRawBufferPointer, at offset: Int) throws(ByteSourceFailure) {
        if offset + memory.count > failsFrom { throw ByteSourceFailure(LocalizedText(en: "torn", ru: "порван")) }
        asked.withLock { $0 = (max($0.largest, memory.count), $0.total + memory.count) }
        bytes[offset..<offset + memory.count].withUnsafeBytes { memory.copyMemory(from: $0) }
    }
}

/// A header, a row, and then one line of sevens without an end.
private struct EndlessLine: ByteSource {
    private let begin = Array("id,date,seller,amount,rate,new\n1,2026-01-31,a,1,,\n2,2026-01-31,a,".utf8)

    var count: Int { 1 << 34 }

    func read(into memory: UnsafeMutableRawBufferPointer, at offset: Int) {
        memory.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "7"))
        if offset < begin.count { memory.copyBytes(from: begin[offset...].prefix(memory.count)) }
    }
}

@Suite("A table is read block by block, and nobody sees it")
struct StreamingTests {
    private func read(
        _ bytes: [UInt8], _ division: Division, format: TableFormat = TableFormat(), limit: Int = 20,
        schema: TableSchema = saleSchema
    ) -> TableReading {
        TableReader.read(
            SourceFile(path: "sale.csv", content: CountedBytes(bytes)), schema: schema, format: format,
            faultLimit: limit, division: division)
    }

    /// Reads in blocks of many sizes, on one thread and on several, as in one block.
    private func expectSameInBlocks(
        _ bytes: [UInt8], format: TableFormat = TableFormat(), limit: Int = 20, sizes: [Int] = [1, 7, 64, 333, 5000],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let whole = TableReader.read(
            SourceFile(path: "sale.csv", bytes: bytes), schema: saleSchema, format: format, faultLimit: limit,
            division: .closely)
        for size in sizes {
            for threads in [1, 2, 5] {
                let divided = read(bytes, Division(threads: threads, blockBytes: size), format: format, limit: limit)
                expectSame(divided, whole, "blocks of \(size), \(threads) threads", sourceLocation: sourceLocation)
            }
        }
    }

    private func rows(_ numbers: ClosedRange<Int>, _ row: (Int) -> String) -> [UInt8] {
        Array((saleHeader + numbers.map(row).joined(separator: "\n") + "\n").utf8)
    }

    // MARK: The same in blocks of any size

    @Test("random tables, good and bad", arguments: [2, 10, 60])
    func randomTables(oddity: Int) {
        var dice = Dice(seed: UInt64(oddity) + 900)
        for _ in 0..<6 {
            let table = RandomTable(rows: Int.random(in: 0...120, using: &dice), oddity: oddity, &dice)
            expectSameInBlocks(table.bytes, format: table.format, limit: Int.random(in: -1...40, using: &dice))
        }
    }

    @Test("line ends of every kind", arguments: ["\n", "\r\n", "\r", "\n\n\r\n"])
    func lineEnds(end: String) {
        let lines = (1...40).map { $0 == 31 ? "31,2026-01-31,a,x,," : "\($0),2026-01-31,a\($0 % 3),\($0).5,5%,yes" }
        let text = "\u{FEFF}" + saleHeader.dropLast() + end + lines.joined(separator: end)
        expectSameInBlocks(Array(text.utf8))
        expectSameInBlocks(Array((text + end).utf8))
    }

    @Test("cells that go over many lines and blocks")
    func longQuotations() {
        let note = (1...30).map { "\($0),2026-01-31,\"\"x\"\",1" }.joined(separator: "\n")
        expectSameInBlocks(rows(1...9) { "\($0),2026-01-31,\"\(note)\",\($0),," })
    }

    @Test("quotations that are never closed, or closed where nobody expects it")
    func badQuotations() {
        expectSameInBlocks(rows(1...60) { "\($0),2026-01-31,\($0 == 20 ? "\"open" : "a"),1,," })
        expectSameInBlocks(rows(1...60) { "\($0),2026-01-31,\($0 % 9 == 0 ? "\"a\nb\"c" : "a"),1,," })
    }

    @Test("a row longer than any that may be")
    func longestRow() {
        let long = String(repeating: "x", count: RowScanner.longestRow + 10)
        let bytes = rows(1...9) { "\($0),2026-01-31,\($0 == 4 ? long : "a"),1,," }
        expectSameInBlocks(bytes, sizes: [700, 1 << 20])
        let reading = read(bytes, Division(threads: 2, blockBytes: 700))
        #expect(reading.codes == ["row-too-long"])
        #expect(reading.diagnostics[0].place?.line == 5)
        #expect(reading.table.rowCount == 8)
    }

    @Test("numbers with more and more decimal places")
    func scales() throws {
        let bytes = rows(1...90) { "\($0),2026-01-31,a,\($0 < 40 ? "1" : $0 < 70 ? "1.25" : "-0.5"),," }
        expectSameInBlocks(bytes)
        guard case .decimal(let amounts)? = read(bytes, Division(threads: 3, blockBytes: 100)).table.columns["amount"]
        else { throw UnexpectedColumn() }
        #expect(amounts.scale == 2)
        #expect([amounts.values[0], amounts.values[50], amounts.values[89]] == [100, 125, -50])
    }

    @Test("numbers that fit no common scale")
    func tooLargeTogether() {
        expectSameInBlocks(
            rows(1...60) { "\($0),2026-01-31,a,\($0 == 3 ? "9000000000000000000" : $0 == 50 ? "0.5" : "1"),," })
    }

    private struct UnexpectedColumn: Error {}

    @Test("short rows behind long ones, more than anybody would have expected")
    func unevenRows() {
        let long = String(repeating: "long ", count: 40)
        let bytes = rows(1...6000) { $0 < 500 ? "\(long)\($0),2026-01-31,a,1,," : "\($0),2026-01-31,b,1,," }
        let reading = read(bytes, Division(threads: 2, blockBytes: 4000))
        #expect(reading.table.rowCount == 6000)
        #expect(reading.table.columns["id"]?.texts.last == "6000")
        expectSame(reading, read(bytes, .none), "in one block")
    }

    @Test("short identifiers before long ones")
    func unevenKeys() {
        let long = String(repeating: "k", count: 300)
        let bytes = rows(1...4000) { "\($0 < 3000 ? "" : long)\($0),2026-01-31,a,1,," }
        let reading = read(bytes, Division(threads: 2, blockBytes: 4000))
        #expect(reading.table.columns["id"]?.texts.last == long + "4000")
        #expect(reading.table.rowCount == 4000)
    }

    // MARK: What is wrong with bytes

    @Test("a byte that is no text is told with its line and column, however far down it is")
    func invalidBytes() {
        var bytes = rows(1...3000) { "\($0),2026-01-31,Анна,1,," }
        let position = bytes.count - 13
        bytes[position] = 0xFF
        let reading = read(bytes, Division(threads: 2, blockBytes: 900))
        #expect(reading.codes == ["wrong-encoding"])
        #expect(reading.diagnostics[0].place?.line == 3001)
        #expect(reading.table.rowCount == 0)
        expectSameInBlocks(bytes, sizes: [900, 100_000])
        bytes[100] = 0
        expectSameInBlocks(bytes, sizes: [900])
        #expect(
            read(bytes, Division(threads: 2, blockBytes: 900)).diagnostics[0].message.en.contains("byte 101 is zero"))
    }

    @Test("bytes that are no text are the better reason than columns that are not there")
    func invalidBytesBehindWrongHeader() {
        let text = "nothing,known\n" + String(repeating: "a,b\n", count: 40_000)
        #expect(read(Array(text.utf8), Division()).codes.contains("missing-column"))
        #expect(read(Array(text.utf8) + [0], Division()).codes == ["not-text"])
    }

    @Test("in windows-1251 as well, where one byte does not exist")
    func windows() {
        var format = TableFormat()
        format.encoding = .windows1251
        var bytes = rows(1...500) { "\($0),2026-01-31,?,1,," }
        bytes = bytes.map { $0 == UInt8(ascii: "?") ? 0xDF : $0 }
        #expect(read(bytes, Division(threads: 2, blockBytes: 300), format: format).table.rowCount == 500)
        bytes[bytes.count - 20] = UInt8(ascii: "y")
        expectSameInBlocks(bytes, format: format, sizes: [300, 4000])
        bytes[bytes.count - 6] = 0x98
        expectSameInBlocks(bytes, format: format, sizes: [300, 4000])
        #expect(read(bytes, Division(threads: 2, blockBytes: 300), format: format).codes == ["wrong-encoding"])
    }

    // MARK: Memory

    @Test("no more of a file is asked for than a block and the beginning of the next", arguments: [300, 3000, 30_000])
    func boundedMemory(count: Int) {
        let bytes = rows(1...count) { "\(1_000_000 + $0),2026-01-31,seller-\($0 % 7),\($0).25,5%,yes" }
        let source = CountedBytes(bytes)
        let found = TableReader.scan(
            SourceFile(path: "sale.csv", content: source), schema: saleSchema,
            division: Division(threads: 2, blockBytes: 8192)
        ) { _ in }
        #expect(found.isEmpty)
        // The beginning of the file is looked at first, 64 KB of it.
        #expect(source.largest <= max(65_536, 8192 + 4096))
        #expect(source.total <= bytes.count * 3 / 2 + 3 * 65_536)
    }

    @Test("a block takes no more memory for a larger file", arguments: [2000, 20_000])
    func boundedWindow(count: Int) throws {
        let bytes = rows(1...count) { "\(1_000_000 + $0),2026-01-31,seller-\($0 % 7),\($0).25,5%,yes" }
        let window = SourceWindow(CountedBytes(bytes), .utf8)
        let pieces = Pieces(from: 0, to: bytes.count, size: 8192)
        var covered = 0
        for number in 0..<pieces.count {
            guard let piece = try pieces.load(number, in: window) else { continue }
            #expect(piece.lowerBound == covered)
            covered = piece.upperBound
            #expect(window.capacity <= 2 * (8192 + 4096))
        }
        #expect(covered == bytes.count)
    }

    @Test("rows are handed over piece by piece, each once")
    func scan() {
        let bytes = rows(1...5000) { "\($0),2026-01-31,a,\($0)\($0 == 7 ? "x" : ""),," }
        let sum = Mutex((rows: 0, amount: Int64(0)))
        let found = TableReader.scan(
            SourceFile(path: "sale.csv", content: CountedBytes(bytes)), schema: saleSchema,
            division: Division(threads: 3, blockBytes: 1000)
        ) { piece in
            guard case .decimal(let amounts)? = piece.columns["amount"] else { return }
            let total = amounts.values.reduce(0, +)
            sum.withLock { $0 = ($0.rows + piece.rowCount, $0.amount + total) }
        }
        #expect(found.map(\.code) == ["not-a-number"])
        #expect(found[0].place?.line == 8)
        #expect(sum.withLock { $0.rows } == 4999)
        // 1 + 2 + … + 5000, without the 7 that is no number.
        #expect(sum.withLock { $0.amount } == 12_502_500 - 7)
    }

    @Test("numbers that fit no common scale are an error of a scan too", arguments: [1, 3])
    func scanOfNumbersTooLargeTogether(threads: Int) {
        let bytes = rows(1...600) {
            "\($0),2026-01-31,a,\($0 == 3 ? "9000000000000000000" : $0 == 500 ? "0.5" : "1"),,"
        }
        let found = TableReader.scan(
            SourceFile(path: "sale.csv", content: CountedBytes(bytes)), schema: saleSchema,
            division: Division(threads: threads, blockBytes: 500)
        ) { _ in }
        #expect(found.map(\.code) == ["too-large"])
        #expect(found[0].place?.line == 501)
    }

    @Test("a file that cannot be read to its end is an error, not a shorter table", arguments: [1, 2])
    func tornFile(threads: Int) {
        let bytes = rows(1...9000) { "\($0),2026-01-31,a,1,," }
        let source = CountedBytes(bytes, failsFrom: 150_000)
        let reading = TableReader.read(
            SourceFile(path: "sale.csv", content: source), schema: saleSchema,
            division: Division(threads: threads, blockBytes: 5000))
        #expect(reading.codes == ["unreadable-file"])
        #expect(reading.diagnostics[0].message.en.contains("torn"))
        #expect(reading.table.rowCount == 0)
    }

    @Test("a line of sixteen gigabytes is no row, and is not held in memory", arguments: [1, 2])
    func endlessLine(threads: Int) {
        let reading = TableReader.read(
            SourceFile(path: "sale.csv", content: EndlessLine()), schema: saleSchema,
            division: Division(threads: threads, blockBytes: 1 << 20))
        #expect(reading.codes == ["unreadable-file"])
        #expect(reading.diagnostics[0].message.en == "the file cannot be read to its end: a line has more than 64 MB")
        #expect(reading.diagnostics[0].message.ru == "файл не читается до конца: в одной строке больше 64 МБ")
        #expect(reading.diagnostics[0].remedy?.en == "check that the file is a table and that its lines are ended")
    }
}
