/// Places of cells as spreadsheets spell them: `B12`, `A1:D2`.
enum CellReference {
    /// The column of `B12`, from 0; `nil` when there are no letters, the largest number for too many of them.
    @inline(__always)
    static func column(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in bytes {
            let letter = byte | 0x20
            guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { break }
            column = column * 26 + Int(letter - UInt8(ascii: "a")) + 1
            if column > 1 << 20 { return 1 << 20 }
        }
        return column == 0 ? nil : column - 1
    }

    /// The rows from 1 and the columns from 0 of `A1:D2`.
    static func range(_ text: String) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false).map { corner($0) }
        guard corners.count == 2, let first = corners[0], let last = corners[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        return (first.row...last.row, first.column...last.column)
    }

    private static func corner(_ text: Substring) -> (row: Int, column: Int)? {
        let plain = text.filter { $0 != "$" }
        let letters = plain.prefix { $0.isLetter && $0.isASCII }
        guard let row = Int(plain.dropFirst(letters.count)), row >= 1, row <= 1 << 30 else { return nil }
        guard let column = Array(letters.utf8).withUnsafeBufferPointer({ Self.column($0) }) else { return nil }
        return (row, column)
    }
}
