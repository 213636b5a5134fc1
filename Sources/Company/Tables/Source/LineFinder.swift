import Formulas
internal import Messages

/// Finds the line that a byte of a file stands in, for people who look it up in an editor.
enum LineFinder {
    /// How many characters of a line are shown when nothing further right is meant.
    private static let shownCharacters = 300
    /// Beyond this column the text of the line is no help any more.
    private static let furthestColumn = 4000

    /// The place of some bytes. `line` is the number of the line that `position` stands in.
    static func place(
        in file: String, _ bytes: [UInt8], line: Int, position: Int, length: Int,
        decoding: ([UInt8]) -> String = { String(decoding: $0, as: UTF8.self) }
    ) -> Place {
        let start = lineStart(bytes, position)
        guard position - start < RowScanner.longestRow else { return Place(file: file, line: line) }
        let column = decoding(Array(bytes[start..<position])).count + 1
        let end = lineEnd(bytes, position, furthest: length)
        let width = decoding(Array(bytes[position..<end])).count
        let shown = max(shownCharacters, column + width + 40)
        // A character has up to four bytes; what lies behind that many is not needed.
        let textEnd = lineEnd(bytes, position, furthest: 4 * shown)
        let text = column > furthestColumn ? nil : visible(decoding(Array(bytes[start..<textEnd])), shown)
        return Place(file: file, line: line, column: column, length: width, lineText: text)
    }

    /// The place of some bytes of a file that is not in memory, given by their offset in it.
    static func place(
        in file: SourceFile, line: Int, offset: Int, length: Int, encoding: TableFormat.Encoding = .utf8
    ) -> Place {
        let (text, first) = surroundings(of: offset, length, in: file.content)
        return place(in: file.path, text, line: line, position: offset - first, length: length) { bytes in
            encoding == .utf8 ? String(decoding: bytes, as: UTF8.self) : Windows1251.text(bytes)
        }
    }

    /// The place of a whole line of a file that is not in memory.
    static func wholeLine(
        in file: SourceFile, line: Int, offset: Int, encoding: TableFormat.Encoding
    ) -> Place {
        var place = place(in: file, line: line, offset: offset, length: 1, encoding: encoding)
        place.column = 0
        place.length = 1
        return place
    }

    /// What of a file must be known to say where an offset is: the line it is in, or as much of that as matters.
    private static func surroundings(
        of offset: Int, _ length: Int, in content: any ByteSource
    ) -> (bytes: [UInt8], first: Int) {
        // Most lines are short. Beyond the longest row nothing is said of a line.
        var (before, after) = (4096, length + 4096)
        while true {
            let range = (max(0, offset - before)..<min(content.count, offset + after))
            let bytes = content.excerpt(range)
            let position = offset - range.lowerBound
            let isBegun = range.lowerBound == 0 || lineStart(bytes, position) > 0
            let isEnded = range.upperBound == content.count || lineEnd(bytes, position, furthest: after) < bytes.count
            let isFar = before > RowScanner.longestRow
            if isFar || isBegun && isEnded { return (bytes, range.lowerBound) }
            (before, after) = (RowScanner.longestRow + 64, length + 8 * RowScanner.longestRow)
        }
    }

    /// The place of a whole line that begins at a byte.
    static func wholeLine(in file: String, _ bytes: [UInt8], line: Int, start: Int) -> Place {
        var place = place(in: file, bytes, line: line, position: start, length: 1)
        place.column = 0
        place.length = 1
        return place
    }

    /// How many lines begin inside a range of bytes.
    static func lineBreaks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var count = 0
        for position in start..<max(start, end) {
            let byte = bytes[position]
            if byte == .lineFeed {
                count += 1
            } else if byte == .carriageReturn, position + 1 >= bytes.count || bytes[position + 1] != .lineFeed {
                count += 1
            }
        }
        return count
    }

    /// How many lines begin in front of an offset of a file.
    static func lineBreaks(in content: any ByteSource, to offset: Int) -> Int {
        var count = 0
        var begin = 0
        content.forEachBlock { block in
            let end = min(block.count, offset - begin)
            count += lineBreaks(block.span, from: 0, to: end)
            begin += block.count
            // A pair of CR and LF that two blocks share is one line break.
            if end == block.count, block.last == .carriageReturn, begin < offset,
                content.excerpt(begin..<begin + 1).first == .lineFeed
            {
                count -= 1
            }
            return begin < offset
        }
        return count
    }

    private static func lineStart(_ bytes: [UInt8], _ position: Int) -> Int {
        let limit = max(0, position - RowScanner.longestRow)
        var start = position
        while start > limit, bytes[start - 1] != .lineFeed, bytes[start - 1] != .carriageReturn { start -= 1 }
        // The mark that opens a file is no character of its first line.
        if start == 0, bytes.starts(with: TableHead.byteOrderMark), position >= 3 { start = 3 }
        return start
    }

    private static func lineEnd(_ bytes: [UInt8], _ position: Int, furthest: Int) -> Int {
        let limit = min(bytes.count, position + furthest)
        var end = position
        while end < limit, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
        return end
    }

    /// The beginning of a text with nothing in it that would move a terminal's cursor.
    static func visible(_ text: String, _ count: Int) -> String { VisibleText.line(String(text.prefix(count))) }
}
