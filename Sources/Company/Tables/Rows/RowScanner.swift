/// Cuts the bytes of a table into rows and cells, by RFC 4180 and what programs make of it in practice:
/// lines may end in LF, CR LF or CR; a quotation mark counts only at the beginning of a cell; spaces around a cell are no
/// part of it; lines with nothing in any cell are no rows.
struct RowScanner {
    /// The longest row there may be, in bytes; a quotation mark that is never closed does not eat more than this.
    static let longestRow = 1 << 20

    /// The next byte to look at.
    var position: Int
    /// The line it is on, from 1.
    var line: Int
    /// How many cells every row must have; `nil` when any number is right.
    let expectedCells: Int?
    /// How many cells the last row had.
    private(set) var cellCount = 0
    /// Behind the furthest byte that was looked at: what follows it may be anything.
    var reach = 0

    let delimiter: UInt8
    private let delimiterPattern: UInt64
    private let lineFeedPattern = ByteWords.pattern(.lineFeed)
    private let carriageReturnPattern = ByteWords.pattern(.carriageReturn)

    /// Makes a scanner that begins at a byte.
    init(delimiter: UInt8, position: Int, line: Int = 1, expectedCells: Int? = nil) {
        self.delimiter = delimiter
        self.position = position
        self.line = line
        self.expectedCells = expectedCells
        delimiterPattern = ByteWords.pattern(delimiter)
    }

    /// Fills a block with the next rows that begin before `end`, up to so many. `slots` says for each cell of a row its place
    /// in the block's rows, or -1.
    mutating func fill(_ block: inout RowBlock, from bytes: Span<UInt8>, slots: [Int], rows: Int, end: Int) {
        block.clear()
        while block.count < min(rows, block.capacity), position < end {
            scanRow(into: &block, from: bytes, slots: slots)
        }
    }

    /// Takes the next row; a row without content leaves the block as it is.
    mutating func scanRow(into block: inout RowBlock, from bytes: Span<UInt8>, slots: [Int]) {
        let row = block.count
        let base = row &* block.width
        let start = position
        let startLine = line
        cellCount = 0
        var hasContent = false
        block.states[row] = .good

        while true {
            skipBlanks(bytes)
            var cell: Cell
            if position < bytes.count, bytes[position] == .quotationMark {
                hasContent = true
                let opening = position
                switch scanQuoted(bytes, &block.aside) {
                case .cell(let quoted): cell = quoted
                case .fault(let kind, let place, let length, let detail):
                    if kind == .openQuotation || detail > 0 {
                        // The quotation is not to be believed: what it swallowed is read again, line by line.
                        position = opening
                        line = startLine + LineFinder.lineBreaks(bytes, from: start, to: opening)
                    }
                    skipLine(bytes)
                    reach = max(reach, position)
                    add(row: row, start: start, line: startLine, to: &block)
                    block.giveUp(row: row, kind, position: place, length: length, detail: detail)
                    return
                }
            } else {
                cell = scanPlain(bytes)
                hasContent = hasContent || cell.length > 0
            }
            if cellCount < slots.count {
                let slot = slots[cellCount]
                if slot >= 0 { block.cells[base &+ slot] = cell }
            }
            cellCount &+= 1
            if position >= bytes.count || bytes[position] != delimiter { break }
            position &+= 1
        }

        let end = position
        skipLineBreak(bytes)
        reach = max(reach, position)
        guard hasContent else { return }
        add(row: row, start: start, line: startLine, to: &block)
        if end - start > Self.longestRow {
            block.giveUp(row: row, .rowTooLong, position: start, length: 1)
        } else if let expectedCells, cellCount != expectedCells {
            let kind = cellCount < expectedCells ? TableFault.Kind.tooFewCells : .tooManyCells
            block.giveUp(row: row, kind, position: start, length: 0, detail: cellCount)
        }
    }

    private func add(row: Int, start: Int, line: Int, to block: inout RowBlock) {
        block.starts[row] = start
        block.lines[row] = Int32(clamping: line)
        block.count = row &+ 1
    }

    /// Takes a cell without quotation marks around it, up to the delimiter or the line's end.
    @inline(__always)
    private mutating func scanPlain(_ bytes: Span<UInt8>) -> Cell {
        let start = position
        position = end(bytes, from: start)
        return Cell(
            start: start, length: Int32(clamping: Blanks.trimmedEnd(bytes, start, position) &- start), aside: -1)
    }

    /// The next delimiter or line break.
    @inline(__always)
    private func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position &+ 8 <= bytes.count {
            let word = ByteWords.word(bytes, at: position)
            let marks =
                ByteWords.zeros(word ^ delimiterPattern) | ByteWords.zeros(word ^ lineFeedPattern)
                | ByteWords.zeros(word ^ carriageReturnPattern)
            if marks != 0 { return position &+ marks.trailingZeroBitCount / 8 }
            position &+= 8
        }
        while position < bytes.count, !isEnd(bytes[position]) { position &+= 1 }
        return position
    }

    @inline(__always)
    func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == .lineFeed || byte == .carriageReturn
    }

    @inline(__always)
    mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte > 0x20 && byte < 0x80 || byte == delimiter { return }
            let length = Blanks.length(bytes, at: position, bytes.count)
            if length == 0 { return }
            position &+= length
        }
    }

    @inline(__always)
    mutating func skipLineBreak(_ bytes: Span<UInt8>) {
        guard position < bytes.count else { return }
        if bytes[position] == .carriageReturn, position &+ 1 < bytes.count, bytes[position &+ 1] == .lineFeed {
            position &+= 1
        }
        position &+= 1
        line &+= 1
    }

    private mutating func skipLine(_ bytes: Span<UInt8>) {
        while position < bytes.count, bytes[position] != .lineFeed, bytes[position] != .carriageReturn {
            position += 1
        }
        skipLineBreak(bytes)
    }
}
