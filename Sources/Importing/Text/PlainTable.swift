/// A table of text as UTF-8, with the byte that stands between its cells.
///
/// It says how the table is written and no more: the cells are read by who knows what they mean.
public struct PlainTable: Hashable, Sendable {
    /// The encoding that the bytes had.
    public let encoding: TextEncoding
    /// The text in UTF-8, without a mark at its beginning and with an empty line for one of `sep=;`.
    public let bytes: [UInt8]
    /// The byte between cells: `;`, tab, `|` or `,`; `nil` when the table has a single column.
    public let delimiter: UInt8?

    /// Takes the bytes of a table.
    ///
    /// - Parameters:
    ///   - declared: the encoding, where somebody has said it; it is told from the bytes otherwise.
    ///   - said: the byte between cells, where somebody has said it.
    public init(_ bytes: [UInt8], declared: TextEncoding? = nil, delimiter said: UInt8? = nil) throws(TextFault) {
        guard let encoding = declared ?? TextEncoding.detected(in: bytes) else { throw .unknownEncoding }
        self.encoding = encoding
        var text = try encoding.utf8(bytes)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        if let told = Self.separatorLine(text) {
            delimiter = said ?? told.delimiter
            // The line stays as an empty one, so that those below it keep their numbers.
            text.removeFirst(told.length)
        } else {
            delimiter = said ?? Delimiter.detected(in: text.prefix(1 << 16))
        }
        self.bytes = text
    }

    /// The first line `sep=;`, which Excel takes for itself.
    private static func separatorLine(_ text: [UInt8]) -> (delimiter: UInt8, length: Int)? {
        guard text.count >= 6, Array(text[..<4]).elementsEqual("sep=".utf8), text[4] < 0x80, text[4] != 0x0A else {
            return nil
        }
        if text[5] == 0x0A { return (text[4], 5) }
        return text.count >= 7 && text[5] == 0x0D && text[6] == 0x0A ? (text[4], 5) : nil
    }
}

/// What stands between the cells of a row.
enum Delimiter {
    /// In doubt the earlier is meant: a comma stands in numbers and sentences too.
    private static let marks = [UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"), UInt8(ascii: ",")]
    private static let rows = 50

    /// The mark that stands equally often in the most rows, quoted cells left out.
    static func detected(in text: ArraySlice<UInt8>) -> UInt8? {
        let counts = counts(text)
        let scores = marks.indices.map { mark -> Int in
            var rowsByCount: [Int: Int] = [:]
            for row in counts where row[mark] > 0 { rowsByCount[row[mark], default: 0] += 1 }
            return rowsByCount.values.max() ?? 0
        }
        guard let best = scores.max(), best > 0 else { return nil }
        return scores.firstIndex(of: best).map { marks[$0] }
    }

    /// For each of the first rows, how often each mark stands outside quotation marks.
    private static func counts(_ text: ArraySlice<UInt8>) -> [[Int]] {
        var rows = [[Int](repeating: 0, count: marks.count)]
        var isQuoted = false
        for byte in text {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A {
                if rows.count == Self.rows { break }
                rows.append([Int](repeating: 0, count: marks.count))
            } else if let mark = marks.firstIndex(of: byte) {
                rows[rows.count - 1][mark] += 1
            }
        }
        return rows
    }
}
