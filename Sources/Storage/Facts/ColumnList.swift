/// The columns of some rows, stored once for all of them: each row refers to them.
final class ColumnList: Sendable {
    let number: Int64
    let names: [String]
    /// The places of the columns in the order of their names' bytes, each with its name as canonical bytes.
    private let order: [(place: Int, name: [UInt8])]

    init(number: Int64, names: [String]) {
        self.number = number
        self.names = names
        let places = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        order = places.map { place in
            var name = CanonicalBytes()
            name.append(.text(names[place]))
            return (place, name.bytes)
        }
    }

    /// A row's content alone: its columns by name, without the empty ones. The same for every order and choice of columns.
    func canonical(_ cells: RowCells) -> [UInt8] {
        var canonical = CanonicalBytes()
        append(cells, to: &canonical)
        return canonical.bytes
    }

    /// Writes a row's content after what was written before.
    func append(_ cells: RowCells, to canonical: inout CanonicalBytes) {
        for (place, name) in order where place < cells.count {
            let cell = cells[place]
            if cell.isEmpty { continue }
            canonical.append(canonical: name)
            canonical.append(utf8: cell)
        }
    }

    /// Where its columns stand among others; `nil` for one that does not.
    func places(in columns: [String]) -> [Int?] { names.map { columns.firstIndex(of: $0) } }
}

extension ColumnList {
    /// The names as they are kept: joined like cells, each with a separator after it, so that no name and an empty name differ.
    static func text(of names: [String]) -> String {
        var buffer: [UInt8] = []
        CellText.join(names, count: names.count + 1, into: &buffer)
        return String(decoding: buffer, as: UTF8.self)
    }

    /// The names of a kept text.
    static func names(of text: String) -> [String] {
        let bytes = Array(text.utf8)
        let cells = bytes.withUnsafeBytes { CellText.split($0) }
        return (0..<cells.count - 1).map { String(decoding: cells[$0], as: UTF8.self) }
    }
}
