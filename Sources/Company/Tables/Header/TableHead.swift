import Formulas
internal import Messages

/// The beginning of a table's file: its first row, and enough text behind it to show the line it stands in.
struct TableHead {
    /// The three bytes by which some programs mark UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// How much is looked at first, and how much must be known behind the first row.
    private static let least = 1 << 16
    /// No row is longer than a quarter of this; so a first row that is not found in it is not found at all.
    private static let most = 4 * RowScanner.longestRow

    /// The beginning of the file in UTF-8.
    let text: [UInt8]
    /// Where the text begins, behind a byte order mark.
    let start: Int
    /// The first row that has content, or what is wrong with it; `nil` when there is no such row.
    let firstRow: Result<FirstRow?, TableFault>
    private let window: SourceWindow
    private let encoding: TableFormat.Encoding

    /// Reads the beginning of a file.
    init(_ file: SourceFile, _ format: TableFormat) throws(ByteSourceFailure) {
        encoding = format.encoding
        window = SourceWindow(file.content, format.encoding)
        try window.load(0..<Self.least)
        while true {
            let text = Array(window.text)
            let start = format.encoding == .utf8 && text.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
            let row = Result { () throws(TableFault) in
                try FirstRow(text, from: start, delimiter: format.delimiter)
            }
            if window.isAtEnd || Self.isEnough(text.count, row) {
                (self.text, self.start, firstRow) = (text, start, row)
                return
            }
            try window.extend()
        }
    }

    private static func isEnough(_ count: Int, _ row: Result<FirstRow?, TableFault>) -> Bool {
        switch row {
        case .success(let row?): row.bytes.upperBound + least <= count || count >= most
        case .success(nil): false
        case .failure: count >= most
        }
    }

    /// The offset in the file of a byte of the text.
    func offset(of position: Int) -> Int { window.offset(of: position) }

    /// What the bytes in front of the rows are.
    func check(to offset: Int) -> SourceCheck {
        var check = SourceCheck(encoding)
        let bytes = window.bytes(0..<offset)
        check.take(SourceCheck.finding(in: bytes, at: 0, encoding), bytes, at: 0)
        return check
    }
}
