/// The first row of a table, cut into cells.
struct FirstRow {
    /// One cell: its text and where that begins in the file.
    struct Name: Hashable {
        var text: String
        var position: Int
        var length: Int
    }

    /// The cells.
    var names: [Name]
    /// The line where the row begins.
    var line: Int
    /// Where the row begins, and where what follows it begins.
    var bytes: Range<Int>
    /// The line where what follows begins.
    var nextLine: Int

    /// Finds the first row that has content; `nil` when there is none. Throws what is wrong with it.
    init?(_ bytes: [UInt8], from start: Int, delimiter: UInt8) throws(TableFault) {
        let text = bytes.span
        // The first look only counts the cells.
        var counter = RowBlock(width: 0)
        var scanner = RowScanner(delimiter: delimiter, position: start)
        while counter.count == 0, scanner.position < text.count {
            scanner.scanRow(into: &counter, from: text, slots: [])
        }
        guard counter.count == 1 else { return nil }
        if let fault = counter.faults.first { throw fault }

        let width = scanner.cellCount
        var block = RowBlock(width: width)
        var reader = RowScanner(delimiter: delimiter, position: counter.starts[0], line: Int(counter.lines[0]))
        reader.scanRow(into: &block, from: text, slots: Array(0..<width))
        names = block.cells.prefix(width).map { cell in
            let source = cell.aside < 0 ? bytes : block.aside
            let end = cell.textStart + Int(cell.length)
            return Name(
                text: String(decoding: source[cell.textStart..<end], as: UTF8.self), position: cell.start,
                length: Int(cell.length))
        }
        line = Int(counter.lines[0])
        self.bytes = counter.starts[0]..<reader.position
        nextLine = reader.line
    }
}
