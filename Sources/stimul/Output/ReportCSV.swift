import Calculation
import Company
import Formulas
import Periods
import Quantities
import Reports

/// The rows of a report as CSV (RFC 4180), put together from bytes: a large company has millions of cells.
struct ReportCSV: Sendable {
    private let report: Report
    private let people: [[UInt8]]
    private let minorDigits: Int

    init(_ report: Report, _ model: CompanyModel) {
        self.report = report
        people = model.people.ids.map { CSVCell.quoted($0) }
        minorDigits = model.currency.minorDigits
    }

    /// The names of the columns, as the first row.
    var head: [UInt8] {
        let names = Report.leadingColumns + report.columns.map(\.name)
        return names.map { CSVCell.quoted($0) }.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "\n")]
    }

    /// The rows of a block; every row ends with a line feed.
    func bytes(_ block: ReportBlock) -> [UInt8] {
        let period = Array(block.period.description.utf8)
        let longest = people.lazy.map(\.count).max() ?? 0
        var writer = ByteWriter(capacity: 1 << 16)
        for row in block.people.indices {
            // The longest figure of 64 bits has a sign, a point and 20 digits; wider ones make room for themselves.
            writer.reserve(period.count + longest + 2 + block.columns.count * 24)
            writer.append(period)
            writer.append(UInt8(ascii: ","))
            writer.append(people[Int(block.people[row])])
            for column in block.columns {
                writer.append(UInt8(ascii: ","))
                append(column, row, to: &writer)
            }
            writer.append(UInt8(ascii: "\n"))
        }
        return writer.bytes
    }

    private func append(_ column: ReportBlock.Column, _ row: Int, to writer: inout ByteWriter) {
        switch column {
        case .figures(let units, let scale, let missing):
            if missing?[row] == true { return }
            writer.append(units[row], places: scale, keepsZeros: false)
        case .pay(let units, let missing):
            if missing?[row] == true { return }
            writer.append(units[row], places: minorDigits, keepsZeros: true)
        case .wide(let numbers):
            guard let number = numbers[row] else { return }
            writer.append(Array(number.description.utf8))
        }
    }
}

/// Bytes that are added at the end, in memory of its own that grows by doubling.
struct ByteWriter: ~Copyable {
    private var memory: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    init(capacity: Int) {
        memory = .allocate(capacity: max(64, capacity))
    }

    deinit { memory.deallocate() }

    /// What was written.
    var bytes: [UInt8] { Array(memory[..<count]) }

    /// Makes room for so many bytes more.
    mutating func reserve(_ more: Int) {
        guard count + more > memory.count else { return }
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(memory.count * 2, count + more))
        _ = larger.update(fromContentsOf: memory[..<count])
        memory.deallocate()
        memory = larger
    }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        memory[count] = byte
        count += 1
    }

    mutating func append(_ text: [UInt8]) {
        reserve(text.count)
        for byte in text {
            memory[count] = byte
            count += 1
        }
    }

    /// Adds units of 10^-places as a plain decimal.
    ///
    /// - Parameter keepsZeros: Whether all places are written, as in amounts of money, or only those that are needed.
    mutating func append(_ units: Int64, places: Int, keepsZeros: Bool) {
        reserve(24)
        var left = units.magnitude
        var places = places
        if !keepsZeros {
            if left == 0 { places = 0 }
            while places > 0, left % 10 == 0 {
                left /= 10
                places -= 1
            }
        }
        if units < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var written = 0
        // Digits come out last first, so they are turned round at the end.
        repeat {
            if written == places, places > 0 {
                memory[count] = UInt8(ascii: ".")
                count += 1
            }
            memory[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
            left /= 10
            count += 1
            written += 1
        } while left > 0 || written <= places
        var (low, high) = (start, count - 1)
        while low < high {
            memory.swapAt(low, high)
            low += 1
            high -= 1
        }
    }
}
