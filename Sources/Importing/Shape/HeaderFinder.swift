/// Finds the row with the names of the columns among the first thirty.
struct HeaderFinder {
    private let table: RawTable
    private static let candidates = 30
    private static let below = 20

    init(_ table: RawTable) { self.table = table }

    /// The places of the rows with these numbers; `nil` when none of them holds anything.
    func indices(_ numbers: ClosedRange<Int>) -> ClosedRange<Int>? {
        let places = table.rows.indices.prefix(1_000).filter { numbers.contains(table.rows[$0].number) }
        guard let first = places.first, let last = places.last else { return nil }
        return first...last
    }

    /// The places of the header's rows; `nil` when no row looks like one.
    func find() -> ClosedRange<Int>? {
        var best: (place: Int, score: Double)?
        for place in table.rows.indices.prefix(Self.candidates) {
            guard let score = score(place), score > (best?.score ?? 0) + 1e-9 else { continue }
            best = (place, score)
        }
        guard let place = best?.place else { return nil }
        if place > 0, isTwoRows(place - 1) { return place - 1...place }
        return isTwoRows(place) ? place...place + 1 : place...place
    }

    /// How much a row looks like names of the columns below it: the share of texts, how many of the columns have one, whether
    /// values of another kind stand below, and whether the texts are known as names of columns.
    private func score(_ place: Int) -> Double? {
        let row = table.rows[place]
        let filled = row.cells.count
        let labels = row.cells.count { Self.isLabel($0.value, in: row) }
        let next = table.rows[(place + 1)...].prefix(Self.below)
        let fills = next.map(\.cells.count).sorted()
        let typical = fills.isEmpty ? filled : fills[fills.count / 2]
        guard filled >= min(2, table.width), Double(filled) >= 0.6 * Double(typical), labels * 5 >= filled * 4 else {
            return nil
        }
        let known = row.cells.count { HeaderWords.isKnown($0.value.plainText) }
        let contrasts = row.cells.count { cell in
            Self.isLabel(cell.value, in: row) && next.prefix(5).contains { Self.isValue($0[cell.column]) }
        }
        let differs = next.isEmpty || contrasts > 0 || known > 0 || place == 0
        guard differs else { return nil }
        return Double(labels) / Double(filled) * min(1, Double(filled) / Double(max(1, typical)))
            + (contrasts > 0 ? 0.5 : 0) + Double(known) / Double(filled)
    }

    /// Whether a row and the next are one header: the upper names groups, the lower what they consist of.
    private func isTwoRows(_ place: Int) -> Bool {
        guard place + 2 < table.rows.count else { return false }
        let upper = table.rows[place]
        let lower = table.rows[place + 1]
        guard lower.number == upper.number + 1, upper.cells.count >= 2 || lower.cells.count >= 2,
            upper.cells.allSatisfy({ Self.isLabel($0.value, in: upper) }),
            lower.cells.allSatisfy({ Self.isLabel($0.value, in: lower) })
        else { return false }
        var groups = 0
        var whole = 0
        var previous = ""
        for column in 0..<table.width {
            let above = upper[column].plainText
            let under = lower[column].plainText
            let continues = above.isEmpty ? !previous.isEmpty : above == previous
            if !under.isEmpty, continues, under != above { groups += 1 }
            if !above.isEmpty, under.isEmpty || under == above { whole += 1 }
            if !above.isEmpty { previous = above }
        }
        guard groups > 0, whole > 0 else { return false }
        let next = table.rows[(place + 2)...].prefix(5)
        return lower.cells.contains { cell in next.contains { Self.isValue($0[cell.column]) } }
    }

    /// Whether a cell can be the name of a column: a short text that is no number and no day. Years, and months that are kept as
    /// days, can where there are several.
    private static func isLabel(_ cell: Cell, in row: SheetRow) -> Bool {
        switch cell {
        case .text(let text):
            let text = PlainSpelling.trimmed(text)
            guard text.utf8.count <= 400 else { return false }
            if PeriodSpelling(text) != nil { return true }
            if NumberSpelling(text) != nil { return isYear(text) && row.cells.count { isYear($0.value.plainText) } > 1 }
            return DaySpelling(text) == nil
        case .number(let number): return isYear(number) && row.cells.count { isYear($0.value.plainText) } > 1
        case .day(let day): return "\(day)".hasSuffix("-01") && row.cells.count { isDay($0.value) } > 1
        default: return false
        }
    }

    private static func isDay(_ cell: Cell) -> Bool { if case .day = cell { true } else { false } }
    private static func isYear(_ text: String) -> Bool { text.utf8.count == 4 && MonthNames.year(text) != nil }

    /// Whether a cell is a number, a day, or yes or no.
    private static func isValue(_ cell: Cell) -> Bool {
        switch cell {
        case .number, .day, .moment, .time, .boolean: true
        case .text(let text):
            NumberSpelling(PlainSpelling.trimmed(text)) != nil || DaySpelling(PlainSpelling.trimmed(text)) != nil
        case .empty, .error: false
        }
    }
}
