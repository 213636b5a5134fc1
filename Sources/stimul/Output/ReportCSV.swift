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
    private let longestPerson: Int
    private let minorDigits: Int

    init(_ report: Report, _ model: CompanyModel) {
        self.report = report
        people = model.people.ids.map { CSVCell.quoted($0) }
        longestPerson = people.lazy.map(\.count).max() ?? 0
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
        let columns = block.columns.map { Cells($0, minorDigits) }
        // Wider figures than those of 64 bits make room for themselves.
        let longestRow = period.count + longestPerson + 2 + columns.count * (ByteWriter.longestFigure + 1)
        var writer = ByteWriter(capacity: block.people.count * longestRow / 4)
        for row in block.people.indices {
            writer.reserve(longestRow)
            writer.append(period)
            writer.append(UInt8(ascii: ","))
            writer.append(people[Int(block.people[row])])
            for column in columns.indices {
                writer.append(UInt8(ascii: ","))
                columns[column].append(row, to: &writer)
            }
            writer.append(UInt8(ascii: "\n"))
        }
        return writer.bytes
    }

    /// The cells of a column as they are written.
    private struct Cells {
        private let units: [Int64]
        private let places: Int
        private let keepsZeros: Bool
        private let missing: [Bool]
        private let wide: [FixedDecimal?]

        init(_ column: ReportBlock.Column, _ minorDigits: Int) {
            switch column {
            case .figures(let units, let scale, let missing):
                self.init(units: units, places: scale, keepsZeros: false, missing: missing ?? [])
            case .pay(let units, let missing):
                self.init(units: units, places: minorDigits, keepsZeros: true, missing: missing ?? [])
            case .wide(let numbers): self.init(wide: numbers)
            }
        }

        private init(
            units: [Int64] = [], places: Int = 0, keepsZeros: Bool = false, missing: [Bool] = [],
            wide: [FixedDecimal?] = []
        ) {
            self.units = units
            self.places = places
            self.keepsZeros = keepsZeros
            self.missing = missing
            self.wide = wide
        }

        func append(_ row: Int, to writer: inout ByteWriter) {
            if !missing.isEmpty, missing[row] { return }
            if !units.isEmpty { return writer.append(units[row], places: places, keepsZeros: keepsZeros) }
            if let number = wide[row] { writer.append(Array(number.description.utf8)) }
        }
    }
}
