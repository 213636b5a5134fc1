import ArgumentParser
import Foundation
internal import Messages
import Reports

/// In which form a command shows what is recorded.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json

    /// The form that it asks for.
    var form: OutputForm {
        switch self {
        case .table: .table
        case .csv: .csv
        case .json: .json
        }
    }
}

/// Records as JSON: amounts are exact decimal texts, keys in order.
enum RecordJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return VisibleText.json(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}

/// Records as CSV: a header and rows, quoted where they must be, and safe to open in a spreadsheet.
enum RecordCSV {
    static func text(_ header: [String], _ table: [[Cell]]) -> String {
        var rows = CSVRows()
        for name in header { rows.text(name) }
        rows.endRow()
        for row in table {
            for cell in row {
                switch cell {
                case .text(let text): rows.text(text)
                case .figure(let figure): rows.figure(figure)
                }
            }
            rows.endRow()
        }
        return rows.lines
    }

    /// A cell: a figure keeps its minus, a text that looks like a formula does not stay one.
    enum Cell: ExpressibleByStringInterpolation {
        case text(String)
        case figure(String)

        init(stringLiteral value: String) { self = .text(value) }
    }
}
