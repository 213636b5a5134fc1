internal import Messages

/// The cells of a row, one after the other in one memory: a company has millions of them.
struct RowCells {
    private var bytes: [UInt8] = []
    /// Where each cell ends.
    private var ends: [Int] = []

    /// Makes the cells of a row.
    init(_ cells: some Sequence<String> = []) {
        for cell in cells {
            bytes += cell.utf8
            endCell()
        }
    }

    /// The same cells with letters and marks composed.
    var composed: RowCells {
        bytes.withUnsafeBufferPointer { Composition.mayChange($0) }
            ? RowCells((0..<count).map { Composition.text(self[$0]) }) : self
    }

    /// How many there are.
    var count: Int { ends.count }

    /// The UTF-8 text of a cell.
    subscript(index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    mutating func reserve(bytes byteCount: Int, cells: Int) {
        bytes.reserveCapacity(byteCount)
        ends.reserveCapacity(cells)
    }

    /// Continues the cell that has not ended.
    mutating func append(_ part: some Collection<UInt8>) { bytes.append(contentsOf: part) }

    mutating func endCell() { ends.append(bytes.count) }
}
