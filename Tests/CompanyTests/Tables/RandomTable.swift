import Company

/// Tables as programs and people write them, good and bad, for laws that hold for all of them.
struct RandomTable {
    /// The table.
    var bytes: [UInt8] = []
    /// How it is written.
    var format = TableFormat()

    private static let plainCells: [[String]] = [
        ["1", "17", "1000001", "S-1", "0", "identifier-of-17b"],
        ["2026-01-31", "2026-02-28", "2024-02-29", "31.12.2025", "1999-12-31"],
        ["7", "42", "999999", "anna", "boris-k", "S", "Мария", "0", "1048577", "a-text-of-more-than-16-bytes"],
        ["10", "4080.24", "-7.5", "0.01", "1234.00", "-0", "99999.99", "123456789.12"],
        ["4.5%", "0.3", "", "100%", "1"],
        ["yes", "no", "1", "0", "да", "", "TRUE"],
    ]

    private static let oddCells: [[String]] = [
        ["\"quoted\"", " spaced ", "\"two\nlines\"", "\"say \"\"it\"\"\"", "", "Ы", "\u{A0}x\u{202F}"],
        [
            "2026-02-30", "2026-13-01", "", "46053", "31.01.2026 00:00", "2026-01-31T10:00", "\"2026-01-31\"",
            "2026-1-31",
        ],
        ["", "007", "00", "\"a,b\"", "x y", "Р", "\"open", "\"a\"b", "1048576", "12345678"],
        [
            "1 234.50", "+7", ".5", "5.", "1e5", "1,5", "9223372036854775807", "0.000000001", "−3", "12.3456789", "",
            "1.2.3",
        ],
        ["5 %", "\"1%\"", "x", "0.0000000001"],
        ["Да", "maybe", "\"no\"", "нет"],
    ]

    /// Makes a table of so many rows, of which one in `oddity` has something unusual in it.
    init(rows: Int, oddity: Int, _ dice: inout Dice) {
        let cyrillic = Int.random(in: 0..<4, using: &dice) == 0
        format.delimiter = [UInt8(ascii: ","), UInt8(ascii: ";"), 9].randomElement(using: &dice) ?? 44
        format.decimalMark = format.delimiter == 44 || Bool.random(using: &dice) ? 46 : 44
        if cyrillic { format.encoding = .windows1251 }
        let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]].randomElement(using: &dice) ?? ["\n"]
        if !cyrillic, Int.random(in: 0..<4, using: &dice) == 0 { bytes = [0xEF, 0xBB, 0xBF] }
        append(["id", "date", "seller", "amount", "share", "paid", "note"], "\n")
        for row in 0..<rows {
            let isOdd = Int.random(in: 0..<oddity, using: &dice) == 0
            var cells = Self.plainCells.map { $0.randomElement(using: &dice) ?? "" } + ["n\(row)"]
            if Bool.random(using: &dice) { cells[0] = String(row) }
            if isOdd { spoil(&cells, &dice) }
            let isLast = row == rows - 1 && Bool.random(using: &dice)
            append(cells, isLast ? "" : ends.randomElement(using: &dice) ?? "\n")
            if isOdd, Int.random(in: 0..<4, using: &dice) == 0 {
                append([["", " ", ",,,"].randomElement(using: &dice) ?? ""], "\n")
            }
        }
    }

    /// A table that is not random.
    init(text: String) { bytes = Array(text.utf8) }

    private func spoil(_ cells: inout [String], _ dice: inout Dice) {
        for _ in 0...Int.random(in: 0...2, using: &dice) {
            let cell = Int.random(in: 0..<6, using: &dice)
            cells[cell] = Self.oddCells[cell].randomElement(using: &dice) ?? ""
        }
        switch Int.random(in: 0..<12, using: &dice) {
        case 0: cells.removeLast()
        case 1: cells.append("more")
        case 2: cells[2] = String(repeating: "long ", count: Int.random(in: 1...400, using: &dice))
        default: break
        }
    }

    private mutating func append(_ cells: [String], _ end: String) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(format.delimiter) }
            let isNumber = cell.contains(".") && cell.contains(where: \.isNumber) && !cell.contains(":")
            let text = format.decimalMark == 44 && isNumber && index > 2 ? cell.replacing(".", with: ",") : cell
            bytes += encoded(text)
        }
        bytes += Array(end.utf8)
    }

    /// The text in the table's encoding; what Windows-1251 lacks here is left out.
    private func encoded(_ text: String) -> [UInt8] {
        if format.encoding == .utf8 { return Array(text.utf8) }
        return text.unicodeScalars.compactMap { scalar -> UInt8? in
            switch scalar.value {
            case 0..<0x80, 0xA0: UInt8(scalar.value)
            case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
            default: nil
            }
        }
    }
}
