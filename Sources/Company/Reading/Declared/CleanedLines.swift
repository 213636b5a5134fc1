internal import Formulas
internal import Messages

/// Which row of the file each line of a cleaned table comes from.
struct CleanedLines: Sendable {
    private let bytes: [UInt8]
    /// For each row behind the header, its row in the file.
    private let rows: [Int]
    /// The line where each row begins; `nil` when each has one, from the second on.
    private let starts: [Int]?

    /// Goes over a table whose cells may hold line breaks between quotation marks.
    init(_ bytes: [UInt8], rows: [Int]) {
        self.bytes = bytes
        self.rows = rows
        let breaks = bytes.reduce(0) { $0 + ($1 == .lineFeed ? 1 : 0) }
        starts = breaks == rows.count + 1 ? nil : Self.starts(bytes)
    }

    private static func starts(_ bytes: [UInt8]) -> [Int] {
        var starts: [Int] = []
        var line = 1
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == .lineFeed else { continue }
            line += 1
            if !isQuoted { starts.append(line) }
        }
        return starts
    }

    /// The row of the file that a line of the table comes from; 0 for the names of the columns.
    func row(ofLine line: Int) -> Int {
        let place: Int
        if let starts {
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] <= line { low = middle + 1 } else { high = middle }
            }
            place = low - 1
        } else {
            place = line - 2
        }
        return rows.indices.contains(place) ? rows[place] : 0
    }

    /// The field whose cell a place in the table means; `nil` when it means a whole row.
    func cell(at place: Place) -> String? {
        guard place.column > 0, let names = cells(ofLine: 1), let cells = cells(ofLine: place.line) else { return nil }
        let text = String(decoding: cells.text.prefix(1_200), as: UTF8.self)
        let position = text.prefix(place.column - 1).utf8.count
        guard let number = cells.row.names.lastIndex(where: { $0.position <= position }),
            names.row.names.indices.contains(number)
        else { return nil }
        return names.row.names[number].text
    }

    private func cells(ofLine line: Int) -> (text: [UInt8], row: FirstRow)? {
        guard let text = SourceFile(path: "", bytes: bytes).lineBytes(line),
            let row = try? FirstRow(text, from: 0, delimiter: .comma)
        else { return nil }
        return (text, row)
    }
}

extension ColumnTable {
    /// Counts the lines of a cleaned table as the rows of its file.
    mutating func takeRows(of lines: CleanedLines) {
        for row in lineNumbers.indices { lineNumbers[row] = Int32(lines.row(ofLine: Int(lineNumbers[row]))) }
        for (name, column) in columns {
            guard case .code(var codes) = column else { continue }
            for place in codes.firstLine.indices where codes.firstLine[place] > 0 {
                codes.firstLine[place] = Int32(lines.row(ofLine: Int(codes.firstLine[place])))
            }
            columns[name] = .code(codes)
        }
    }
}
