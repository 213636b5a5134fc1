import Calculation
import Company
import Formulas
import Periods
import Quantities

/// The rows of a report as CSV (RFC 4180), put together from bytes: a large company has millions of cells.
struct ReportCSV {
    private let report: Report
    private let people: [[UInt8]]

    init(_ report: Report, _ model: CompanyModel) {
        self.report = report
        people = model.people.ids.map { CSVCell.quoted($0) }
    }

    /// The file's bytes; every row ends with a line feed.
    func bytes(_ rows: [ReportRow]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64 + rows.count * (24 + 12 * report.columns.count))
        let names = Report.leadingColumns + report.columns.map(\.name)
        bytes += names.map { CSVCell.quoted($0) }.joined(separator: [UInt8(ascii: ",")])
        bytes.append(UInt8(ascii: "\n"))
        var period: (period: Period, text: [UInt8])?
        for row in rows {
            // The rows of a period follow each other.
            let text = period.flatMap { $0.period == row.period ? $0.text : nil } ?? Array(row.period.description.utf8)
            period = (row.period, text)
            append(row, text, to: &bytes)
        }
        return bytes
    }

    private func append(_ row: ReportRow, _ period: [UInt8], to bytes: inout [UInt8]) {
        bytes += period
        bytes.append(UInt8(ascii: ","))
        bytes += people[Int(row.person)]
        for cell in row.cells {
            bytes.append(UInt8(ascii: ","))
            switch cell {
            case .figure(let figure): figure.value?.append(to: &bytes)
            case .pay(let pay): pay.value?.appendAmount(to: &bytes)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
