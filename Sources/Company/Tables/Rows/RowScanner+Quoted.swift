extension RowScanner {
    /// A quoted cell, or why it is none.
    enum Quoted {
        case cell(Cell)
        /// Where the caret goes, over how many bytes, and the line where the quotation ends if that is another one.
        case fault(TableFault.Kind, position: Int, length: Int, detail: Int)
    }

    /// Takes a cell that begins with a quotation mark; inside it delimiters and line breaks are text, and two quotation
    /// marks are one.
    mutating func scanQuoted(_ bytes: Span<UInt8>, _ aside: inout [UInt8]) -> Quoted {
        let opening = position
        let openingLine = line
        let limit = min(bytes.count, opening + Self.longestRow)
        var doubled = false
        var closing = opening + 1
        while true {
            guard closing < limit else {
                reach = max(reach, limit)
                return .fault(.openQuotation, position: opening, length: 1, detail: 0)
            }
            let byte = bytes[closing]
            if byte == .quotationMark {
                guard closing + 1 < bytes.count, bytes[closing + 1] == .quotationMark else { break }
                doubled = true
                closing += 1
            } else if byte == .lineFeed || byte == .carriageReturn && !isLineFeed(bytes, closing + 1) {
                line += 1
            }
            closing += 1
        }
        position = closing + 1
        skipBlanks(bytes)
        if position < bytes.count, !isEnd(bytes[position]) {
            let multiline = line != openingLine
            reach = max(reach, position)
            return .fault(
                .textAfterQuotation, position: multiline ? opening : position, length: 1, detail: multiline ? line : 0)
        }
        return .cell(doubled ? unescaped(bytes, opening + 1, closing, &aside) : trimmed(bytes, opening + 1, closing))
    }

    private func isLineFeed(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
        position < bytes.count && bytes[position] == .lineFeed
    }

    private func trimmed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Cell {
        let first = Blanks.trimmedStart(bytes, start, end)
        return Cell(start: first, length: Int32(clamping: Blanks.trimmedEnd(bytes, first, end) - first), aside: -1)
    }

    /// The text with single quotation marks, put aside; its place in the file stays the first byte of the raw text.
    private func unescaped(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ aside: inout [UInt8]) -> Cell {
        let whole = trimmed(bytes, start, end)
        let place = aside.count
        var position = whole.start
        while position < whole.start + Int(whole.length) {
            aside.append(bytes[position])
            position += bytes[position] == .quotationMark ? 2 : 1
        }
        return Cell(
            start: whole.start, length: Int32(clamping: aside.count - place), aside: Int32(clamping: place))
    }
}
