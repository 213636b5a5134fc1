internal import Messages

/// A table for the screen: columns padded to their widest cell; on a terminal no line is longer than the terminal is wide.
struct TextTable {
    private let amountColumns: Set<Int>
    private var rows: [[String]]

    /// Between two columns.
    private static let gap = "  "
    /// Narrower than this no column of text becomes: its words would be torn apart.
    private static let narrowest = 14
    /// The same for names and cells that stand below each other.
    private static let narrowestBlock = 8

    /// Makes a table.
    ///
    /// - Parameter amountColumns: The columns that are aligned to the right, and whose cells are never broken.
    init(_ header: [String], amountColumns: Set<Int>) {
        self.init(rows: [header], amountColumns: amountColumns)
    }

    /// Makes a table of rows that bring their header with them.
    init(rows: [[String]], amountColumns: Set<Int>) {
        self.rows = rows.map { $0.map(VisibleText.line) }
        self.amountColumns = amountColumns
    }

    mutating func add(_ row: [String]) { rows.append(row.map(VisibleText.line)) }

    /// The table as wide as standard output, or as it is when that is no terminal.
    var text: String { text(width: Screen.width) }

    /// The table in lines of at most so many characters: wide cells go on in further lines, and where even that does not do,
    /// each row becomes a block of its own.
    ///
    /// - Parameter width: The number of characters; `nil` when lines may have any length.
    func text(width: Int?) -> String {
        guard let width else { return laid(naturalWidths) }
        return fitted(to: width).map(laid) ?? stacked(width)
    }

    private var count: Int { rows.map(\.count).max() ?? 0 }

    private var naturalWidths: [Int] {
        (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    }

    // MARK: Fitting

    /// The widths of the columns in a line of so many characters; `nil` when they do not fit.
    private func fitted(to width: Int) -> [Int]? {
        let available = width - Self.gap.count * max(0, count - 1)
        let least = (0..<count).map(leastWidth)
        guard least.reduce(0, +) <= available else { return nil }
        var widths = naturalWidths.map { min($0, available) }
        // The widest column gives way first.
        while widths.reduce(0, +) > available {
            guard let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
            else { return nil }
            widths[widest] -= 1
        }
        return widths
    }

    private func leastWidth(_ column: Int) -> Int {
        let header = rows.first.flatMap { column < $0.count ? $0[column] : nil } ?? ""
        let cells = rows.dropFirst().map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        if amountColumns.contains(column) {
            return max(cells, header.split(separator: " ").map(\.count).max() ?? 0)
        }
        return min(max(cells, header.count), Self.narrowest)
    }

    private func laid(_ widths: [Int]) -> String {
        rows.map { row in
            let cells = row.indices.map { TextLines.broken(row[$0], at: widths[$0]) }
            return (0..<(cells.map(\.count).max() ?? 1)).map { line(cells, $0, widths) }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func line(_ cells: [[Substring]], _ number: Int, _ widths: [Int]) -> String {
        var line = ""
        for (column, parts) in cells.enumerated() {
            let part = number < parts.count ? parts[number] : ""
            let padding = String(repeating: " ", count: widths[column] - part.count)
            line += (amountColumns.contains(column) ? padding + part : part + padding) + Self.gap
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    // MARK: Stacking

    /// Each row as a block of lines `name  cell`; what is empty is left out.
    private func stacked(_ width: Int) -> String {
        guard let header = rows.first else { return "" }
        let names = min(header.map(\.count).max() ?? 0, max(Self.narrowestBlock, width / 3))
        return rows.dropFirst().map { row in
            zip(header, row).filter { !$1.isEmpty }.map { name, cell in
                let room = max(Self.narrowestBlock, width - names - Self.gap.count)
                return line(
                    [TextLines.broken(name, at: names), TextLines.broken(cell, at: room)], [names, room])
            }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func line(_ cells: [[Substring]], _ widths: [Int]) -> String {
        let isLeft = TextTable(rows: [], amountColumns: [])
        return (0..<(cells.map(\.count).max() ?? 1)).map { isLeft.line(cells, $0, widths) }.joined(separator: "\n")
    }
}

/// Texts broken into lines.
enum TextLines {
    /// The lines of a text, each of at most so many characters: broken between words, and inside a word that is longer.
    static func broken(_ text: String, at width: Int) -> [Substring] {
        guard text.count > width, width > 0 else { return [text[...]] }
        var lines: [Substring] = []
        var rest = text[...]
        while rest.count > width {
            let window = rest.prefix(width + 1)
            let space = window.lastIndex(of: " ").flatMap { $0 > rest.startIndex ? $0 : nil }
            let end = space ?? rest.index(rest.startIndex, offsetBy: width)
            lines.append(rest[..<end])
            rest = rest[end...].drop { $0 == " " }
        }
        return rest.isEmpty ? lines : lines + [rest]
    }
}
