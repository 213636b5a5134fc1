/// Tells the rows of the table from totals, repeated headers, notes and the names of groups, in two passes over the rows.
struct RowSorter {
    private(set) var body: [Int] = []
    private(set) var leftOut: [TableShape.LeftOut] = []
    private let table: RawTable
    private let head: HeaderNames
    private let first: Int
    /// How many cells a row usually has.
    private let typical: Int
    private var sums: ColumnSums

    init(_ table: RawTable, _ head: HeaderNames, from first: Int) {
        self.table = table
        self.head = head
        self.first = min(first, table.rows.count)
        let rows = table.rows[self.first...]
        var counts: [Int: Int] = [:]
        for row in rows { counts[row.cells.count, default: 0] += 1 }
        var seen = 0
        var median = 0
        for (cells, count) in counts.sorted(by: { $0.key < $1.key }) where seen * 2 <= rows.count {
            seen += count
            median = cells
        }
        typical = median
        sums = ColumnSums(rows)
    }

    mutating func sort() {
        let end = endOfNotes()
        for place in first..<table.rows.count {
            let row = table.rows[place]
            if let reason = place >= end ? reasonAtEnd(row) : reason(row, place, isLast: place + 1 == end) {
                leftOut.append(TableShape.LeftOut(row: row.number, reason: reason))
                if reason == .total { sums.startAgain() }
            } else {
                body.append(place)
                sums.add(row)
            }
        }
    }

    /// The place behind the last row that is no note.
    private func endOfNotes() -> Int {
        var end = table.rows.count
        while end > first + 1, isNote(table.rows[end - 1]) { end -= 1 }
        // Notes are few; a table whose rows all look like notes has none.
        return table.rows.count - end <= 12 ? end : table.rows.count
    }

    private func isNote(_ row: SheetRow) -> Bool {
        guard typical >= 3, row.cells.count * 2 <= typical, !TotalWords.begins(row) else { return false }
        // A signature has a line to sign on, or names whose it is; several other texts may be a row with gaps.
        let texts = row.cells.map(\.value.plainText)
        let isSigned = texts.contains { $0.contains("___") } || texts[0].hasSuffix(":")
        guard row.cells.count == 1 || isSigned else { return false }
        return row.cells.allSatisfy { cell in
            if case .text(let text) = cell.value { NumberSpelling(PlainSpelling.trimmed(text)) == nil } else { false }
        }
    }

    private func reasonAtEnd(_ row: SheetRow) -> TableShape.Reason? { TotalWords.begins(row) ? .total : .note }

    private func reason(_ row: SheetRow, _ place: Int, isLast: Bool) -> TableShape.Reason? {
        if repeatsHeader(row) { return .repeatedHeader }
        if place == first, head.columns.contains(where: { !$0.title.isEmpty }), numbersColumns(row) {
            return .columnNumbers
        }
        // A client may be called Total, but not in the last row.
        if isTotal(row) || isLast && TotalWords.isAlone(row) { return .total }
        let isHeading = typical >= 3 && row.cells.count == 1 && isNote(row)
        return isHeading ? .heading : nil
    }

    private func repeatsHeader(_ row: SheetRow) -> Bool {
        guard let first = row.cells.first,
            head.last[first.column] == PlainSpelling.folded(first.value.plainText)
                || row.cells.count > 1
                    && head.last[row.cells[1].column] == PlainSpelling.folded(row.cells[1].value.plainText)
        else { return false }
        guard !head.last.isEmpty, row.cells.count >= min(2, head.last.count) else { return false }
        let same = row.cells.count { head.last[$0.column] == PlainSpelling.folded($0.value.plainText) }
        return same * 5 >= row.cells.count * 4 && same * 5 >= head.last.count * 4
    }

    private func numbersColumns(_ row: SheetRow) -> Bool {
        guard row.cells.count >= 2, table.rows.indices.contains(first + 1),
            row.cells.enumerated().allSatisfy({ $0.element.value.plainText == String($0.offset + 1) })
        else { return false }
        // Where only numbers follow it may be a row like them.
        let next = table.rows[first + 1]
        return row.cells.contains { cell in
            if case .text(let text) = next[cell.column] {
                NumberSpelling(PlainSpelling.trimmed(text))?.canonical(.point) == nil && !next[cell.column].isBlank
            } else {
                next[cell.column].isDay
            }
        }
    }

    private func isTotal(_ row: SheetRow) -> Bool {
        let hasWord = TotalWords.begins(row)
        if hasWord { return row.cells.count < max(typical, 2) || sums.match(row) }
        guard row.cells.count < typical else { return false }
        let hasText = row.cells.contains { cell in
            if case .text(let text) = cell.value { NumberSpelling(PlainSpelling.trimmed(text)) == nil } else { false }
        }
        return !hasText && sums.match(row)
    }
}

/// Words with which a total begins.
enum TotalWords {
    private static let words: Set<String> = [
        "итого", "всего", "итог", "total", "totals", "subtotal", "sum", "summe", "gesamt", "sous-total",
    ]
    private static let pairs: Set<String> = [
        "grand total", "общий итог", "sub total", "промежуточный итог", "всего по", "итого по", "total for",
        "общая сумма",
    ]

    /// Whether the first cell of a row is such a word and nothing else.
    static func isAlone(_ row: SheetRow) -> Bool {
        guard let cell = row.cells.first, case .text(let text) = cell.value, text.utf8.count < 200 else { return false }
        let key = PlainSpelling.key(text)
        return words.contains(key) || pairs.contains(key)
    }

    /// Whether the first text of a row says that it is a total: `Итого`, `Итого по Анне:`, `Grand total`, `Анна Итог`.
    static func begins(_ row: SheetRow) -> Bool {
        for cell in row.cells.prefix(3) {
            guard case .text(let text) = cell.value, text.utf8.count < 200 else { continue }
            let parts = PlainSpelling.folded(text).split { $0 == " " || $0 == ":" || $0 == "," }
            guard let first = parts.first else { continue }
            if pairs.contains(parts.prefix(2).joined(separator: " ")) { return true }
            if words.contains(String(first)) { return true }
            // Excel's own subtotals: "Анна Итог", "Anna Total".
            return parts.count > 1 && ["итог", "total"].contains(parts[parts.count - 1])
        }
        return false
    }
}

/// Sums of every column since the first row and since the last total, to see whether a row repeats them.
struct ColumnSums {
    private var rows = 0
    private var rowsOfPart = 0
    private var all: [Int: Double] = [:]
    private var part: [Int: Double] = [:]
    private let marks: [Int: DecimalMark]

    /// Learns which columns have numbers, and their decimal marks, from the first thousand rows.
    init(_ rows: ArraySlice<SheetRow>) {
        var points: [Int: Int] = [:]
        for row in rows.prefix(1_000) {
            for cell in row.cells {
                switch cell.value {
                case .number: points[cell.column, default: 0] += 0
                case .text(let text):
                    guard let number = NumberSpelling(PlainSpelling.trimmed(text)) else { continue }
                    let point = number.canonical(.point)
                    let comma = number.canonical(.comma)
                    guard point != nil || comma != nil else { continue }
                    points[cell.column, default: 0] += point == nil ? -1 : comma == nil ? 1 : 0
                default: continue
                }
            }
        }
        marks = points.mapValues { $0 < 0 ? .comma : .point }
    }

    mutating func add(_ row: SheetRow) {
        rows += 1
        rowsOfPart += 1
        for cell in row.cells {
            guard let value = value(cell) else { continue }
            all[cell.column, default: 0] += value
            part[cell.column, default: 0] += value
        }
    }

    mutating func startAgain() {
        rowsOfPart = 0
        part = [:]
    }

    /// Whether a number of the row is the sum of what stands above it; half a hundredth is a matter of rounding.
    ///
    /// A single row is its own sum, and proves nothing.
    func match(_ row: SheetRow) -> Bool {
        row.cells.contains { cell in
            guard let value = value(cell), value != 0 else { return false }
            let sums = [rows > 1 ? all[cell.column] : nil, rowsOfPart > 1 ? part[cell.column] : nil]
            return sums.contains { sum in
                sum.map { abs($0 - value) <= max(0.005, abs(value) * 1e-12) } ?? false
            }
        }
    }

    private func value(_ cell: SheetCell) -> Double? {
        guard let mark = marks[cell.column] else { return nil }
        switch cell.value {
        case .number(let number): return Double(number)
        case .text(let text):
            return NumberSpelling(PlainSpelling.trimmed(text))?.canonical(mark).flatMap {
                Double($0.last == "%" ? String($0.dropLast()) : $0)
            }
        default: return nil
        }
    }
}
