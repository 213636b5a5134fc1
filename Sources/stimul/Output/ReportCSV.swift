import Calculation
import Company
internal import Messages
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
        var rows = CSVRows()
        for name in Report.leadingColumns + report.columns.map(\.name) { rows.text(name) }
        rows.endRow()
        return rows.bytes
    }

    /// The rows of a block.
    func bytes(_ block: ReportBlock) -> [UInt8] {
        let period = Array(block.period.description.utf8)
        let columns = block.columns.map { Cells($0, minorDigits) }
        // Wider figures than those of 64 bits make room for themselves.
        let longestRow = period.count + longestPerson + 2 + columns.count * (ByteWriter.longestFigure + 1)
        var rows = CSVRows(capacity: block.people.count * longestRow / 4)
        for row in block.people.indices {
            rows.reserve(longestRow)
            rows.cell(period)
            rows.cell(people[Int(block.people[row])])
            for column in columns.indices { columns[column].append(row, to: &rows) }
            rows.endRow()
        }
        return rows.bytes
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

        func append(_ row: Int, to rows: inout CSVRows) {
            if !missing.isEmpty, missing[row] { return rows.empty() }
            if !units.isEmpty { return rows.figure(units[row], places: places, keepsZeros: keepsZeros) }
            if let number = wide[row] { rows.figure(number.description) } else { rows.empty() }
        }
    }
}
