internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Finds the row of a rate table that holds for an event.
///
/// The cells of the table are numbered once. Events with the same cells get one number, for which the rows that fit are
/// looked for once; an event then costs a look at its number and its day.
struct RateChooser {
    private let table: RateTable
    /// The number of each text that stands in a dimension's column, from 1; 0 is any other.
    private let cellNumbers: [[String: Int32]]
    /// The rows by their cells, 0 where a cell is empty.
    private let rowsByCells: [[Int32]: [Int]]
    /// Which cells are filled in some row; what holds before another comes first.
    private let patterns: [[Bool]]

    init(_ table: RateTable) {
        self.table = table
        var numbers = table.dimensions.map { _ in [String: Int32]() }
        var rows: [[Int32]: [Int]] = [:]
        var patterns: Set<[Bool]> = []
        for (index, row) in table.rows.enumerated() {
            let cells = row.cells.enumerated().map { dimension, cell -> Int32 in
                guard let cell else { return 0 }
                if let known = numbers[dimension][cell] { return known }
                let number = Int32(truncatingIfNeeded: numbers[dimension].count + 1)
                numbers[dimension][cell] = number
                return number
            }
            rows[cells, default: []].append(index)
            patterns.insert(row.cells.map { $0 != nil })
        }
        cellNumbers = numbers
        rowsByCells = rows
        self.patterns = patterns.sorted(by: Self.holdsBefore)
    }

    /// More filled cells hold before fewer; of as many, those in earlier dimensions.
    private static func holdsBefore(_ left: [Bool], _ right: [Bool]) -> Bool {
        let counts = (left.count { $0 }, right.count { $0 })
        if counts.0 != counts.1 { return counts.0 > counts.1 }
        return zip(left, right).first { $0 != $1 }?.0 ?? false
    }

    /// The row for each event; -1 where none fits.
    ///
    /// - Parameter days: The day of each event.
    func rows(_ program: RowFormulas, days: [Int32]) throws(QuantityError) -> [Int32] {
        var numbers = [Int32](repeating: 0, count: days.count)
        var combinations: [[Int32]] = [[]]
        for (dimension, known) in zip(table.dimensions, cellNumbers) {
            let (codes, dictionary) = try program.codes(
                Checked(.reference(.field(dimension.field)), .text, TextSpan(0, 0)))
            let cells = dictionary.map { known[$0] ?? 0 }
            var pairs = PairNumbers(combinations.count, known.count + 1)
            for row in numbers.indices {
                let cell = codes[row] < 0 ? 0 : cells[Int(codes[row])]
                numbers[row] = pairs.number(of: numbers[row], cell)
            }
            combinations = pairs.pairs.map { combinations[Int($0.left)] + [$0.right] }
        }
        let choices = combinations.map { choice($0) }
        for row in numbers.indices { numbers[row] = choices[Int(numbers[row])].row(on: days[row]) }
        return numbers
    }

    /// What holds when for the events with certain cells.
    private func choice(_ cells: [Int32]) -> DatedChoice {
        let fitting = patterns.flatMap { pattern -> [Int] in
            let wanted = zip(pattern, cells).map { isFilled, cell in isFilled ? cell : 0 }
            return zip(pattern, wanted).contains { $0 && $1 == 0 } ? [] : rowsByCells[wanted] ?? []
        }
        return DatedChoice(fitting.map { (row: Int32($0), days: table.rows[$0].days) })
    }
}

/// Numbers pairs of numbers in the order in which they are first met.
private struct PairNumbers {
    private(set) var pairs: [(left: Int32, right: Int32)] = []
    private let width: Int
    /// By `left × width + right`; empty when there would be too many.
    private var dense: [Int32] = []
    private var sparse: [Int: Int32] = [:]

    init(_ height: Int, _ width: Int) {
        self.width = width
        let (size, overflow) = height.multipliedReportingOverflow(by: width)
        if !overflow, size <= 1 << 20 { dense = [Int32](repeating: -1, count: size) }
    }

    mutating func number(of left: Int32, _ right: Int32) -> Int32 {
        let slot = Int(left) * width + Int(right)
        if !dense.isEmpty, dense[slot] >= 0 { return dense[slot] }
        if dense.isEmpty, let known = sparse[slot] { return known }
        let number = Int32(truncatingIfNeeded: pairs.count)
        pairs.append((left, right))
        if dense.isEmpty { sparse[slot] = number } else { dense[slot] = number }
        return number
    }
}

/// Which of several rows holds on which day: of those that hold on a day, the first.
private struct DatedChoice {
    /// The days on which the choice changes, rising.
    private var starts: [Int32] = []
    /// The row from each of them on.
    private var rows: [Int32] = []
    /// The row for an event without a day: one that holds always.
    private let undated: Int32

    init(_ fitting: [(row: Int32, days: DayRange)]) {
        undated = fitting.first { $0.days == .always }?.row ?? -1
        // A row without a first day holds from before all days.
        let ranges = fitting.map { row, days in
            (row, from: days.from == .earliest ? Int32.min : days.from.number, until: days.until)
        }
        let changes = ranges.flatMap { [$0.from, $0.until.number] }
        for day in Set(changes + [Int32.min]).sorted() {
            let row = ranges.first { $0.from <= day && ($0.until == .latest || day < $0.until.number) }?.0 ?? -1
            if row == rows.last { continue }
            starts.append(day)
            rows.append(row)
        }
    }

    func row(on day: Int32) -> Int32 {
        if day == EventColumn.emptyDay { return undated }
        let low = (1..<starts.count).partitioningIndex { starts[$0] > day }
        return rows[low - 1]
    }
}
