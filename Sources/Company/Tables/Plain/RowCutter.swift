/// Rows that follow each other, as they are if each has the right number of cells: whether it has shows when all of its cells are read.
struct CutRows {
    /// The first byte of the first row.
    let base: UnsafePointer<UInt8>
    /// How many bytes of text there are from it on; behind the last row it has ``RowCutter/slack`` bytes more.
    let length: Int
    /// Where the cells end, row after row, counted from the first byte; the end in front of the first is -1.
    let ends: UnsafePointer<Int32>
    /// How many ends a row has: one for each cell, and one more where lines end in CR LF.
    let stride: Int
    /// How many cells a row has.
    let cells: Int
    let delimiter: UInt8
    /// What follows the last cell of a row.
    let lineEnd: UInt8
    /// How many rows there are.
    var count = 0

    /// The text from the first row on.
    var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: length) }

    /// Where a cell begins. The first one of a row that is not there begins behind the last row.
    @inline(__always)
    func start(_ row: Int, _ cell: Int) -> Int { Int(ends[row &* stride &+ cell &- 1]) &+ 1 }

    /// Goes down a column, as long as cells are in their place and are read: which row, where the cell begins, how many
    /// bytes it has.
    ///
    /// - Returns: The first row whose cell was not.
    @inline(__always)
    func readCells(_ cell: Int, _ read: (_ row: Int, _ start: Int, _ length: Int) -> Bool) -> Int {
        let behind = cell == cells &- 1 ? lineEnd : delimiter
        var before = ends + (cell &- 1)
        for row in 0..<count {
            let start = Int(before[0]) &+ 1
            let end = Int(before[1])
            if base[end] != behind || !read(row, start, end &- start) { return row }
            before += stride
        }
        return count
    }
}

/// Finds where the cells of rows end, 64 bytes at a time.
///
/// A quotation is cut like anything else, which does no harm: rows are taken from the first on, and the row in which
/// it begins is refused by whoever reads its cell.
final class RowCutter {
    /// How many bytes of the text must follow a row.
    static let slack = 64
    /// How far rows are looked for, in bytes; many times what usual ones need.
    private static let reach = 1 << 24
    /// How many rows are cut at once at most: few, so that the nearest memory holds their text while column after column
    /// is read.
    let most: Int

    private typealias Bytes = SIMD16<UInt8>

    private let cells: Int
    private let delimiter: UInt8
    /// How many ends the rows had of late.
    private var stride: Int
    private let memory: UnsafeMutablePointer<Int32>

    /// Makes ready to cut rows of so many cells.
    init(cells: Int, delimiter: UInt8) {
        self.cells = cells
        self.delimiter = delimiter
        stride = cells
        most = max(1, min(64, 2048 / cells))
        memory = .allocate(capacity: 1 + most * (cells + 1) + 2 * 64)
        memory[0] = -1
    }

    deinit { memory.deallocate() }

    /// Cuts rows that begin before `end`: those up to the first that has nothing in it, or is longer than a row may be, or ends
    /// its line as the first does not.
    func cut(_ base: UnsafePointer<UInt8>, _ length: Int, to end: Int, limit: Int) -> CutRows {
        let ends = memory + 1
        let limit = min(limit, most)
        let found = findEnds(base, length, wanted: limit &* stride)
        let hasPairs = found > cells && base[Int(ends[cells &- 1])] == .carriageReturn
        stride = hasPairs ? cells &+ 1 : cells
        var rows = CutRows(
            base: base, length: length, ends: ends, stride: stride, cells: cells, delimiter: delimiter,
            lineEnd: hasPairs ? .carriageReturn : .lineFeed)
        var start = 0
        var last = cells &- 1
        while rows.count < limit, start < end, (rows.count &+ 1) &* stride <= found {
            let bytes = Int(ends[last]) &- start
            // Only delimiters: a line with nothing in it is no row.
            if bytes < cells || bytes > RowScanner.longestRow { break }
            if hasPairs, base[start &+ bytes &+ 1] != .lineFeed { break }
            rows.count &+= 1
            last &+= stride
            start = rows.start(rows.count, 0)
        }
        return rows
    }

    /// Finds ends of cells, at least so many if there are, and gives their number.
    private func findEnds(_ base: UnsafePointer<UInt8>, _ count: Int, wanted: Int) -> Int {
        let ends = memory + 1
        let last = min(count &- 64 &- Self.slack, Self.reach)
        let delimiters = Bytes(repeating: delimiter)
        var position = 0
        var found = 0
        while position <= last, found < wanted {
            let bytes = UnsafeRawPointer(base + position)
            var marks =
                Self.marks(bytes, delimiters) | Self.marks(bytes + 16, delimiters) &<< 16
                | Self.marks(bytes + 32, delimiters) &<< 32 | Self.marks(bytes + 48, delimiters) &<< 48
            let next = found &+ marks.nonzeroBitCount
            let offset = Int32(truncatingIfNeeded: position)
            // Some more are written than there are: to stop at each number would cost more.
            repeat {
                for step in 0..<12 {
                    ends[found &+ step] = offset &+ Int32(truncatingIfNeeded: (marks | 1 &<< 63).trailingZeroBitCount)
                    marks &= marks &- 1
                }
                found &+= 12
            } while marks != 0
            found = next
            position &+= 64
        }
        return found
    }

    /// The places of delimiters and line breaks among 16 bytes, the first byte's bit lowest.
    @inline(__always)
    private static func marks(_ bytes: UnsafeRawPointer, _ delimiters: Bytes) -> UInt64 {
        let text = bytes.loadUnaligned(as: Bytes.self)
        let isDelimiter = text .== delimiters
        let isLineFeed = text .== Bytes(repeating: 10)
        let isCarriageReturn = text .== Bytes(repeating: 13)
        let isEnd = isDelimiter .| isLineFeed .| isCarriageReturn
        let bits = Bytes(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
        let halves = unsafeBitCast(unsafeBitCast(isEnd, to: Bytes.self) & bits, to: SIMD2<UInt64>.self)
        // Each byte has a bit of its own; the highest byte of the product adds them up.
        let sums = (halves[0] &* 0x0101_0101_0101_0101, halves[1] &* 0x0101_0101_0101_0101)
        return sums.0 &>> 56 | (sums.1 &>> 56) &<< 8
    }
}
