/// The columns of some rows, stored once for all of them.
struct ColumnList {
    let number: Int64
    let names: [String]
    /// The places of the columns in the order of their names' bytes.
    let order: [Int]

    init(number: Int64, names: [String]) {
        self.number = number
        self.names = names
        order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    }

    /// A row's content alone: its columns by name, without the empty ones. The same for every order and choice of columns.
    func canonical(_ cells: [[UInt8]]) -> [UInt8] {
        var canonical = CanonicalBytes()
        for index in order where index < cells.count && !cells[index].isEmpty {
            canonical.append(.text(names[index]))
            canonical.append(utf8: cells[index])
        }
        return canonical.bytes
    }
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
        return bytes.withUnsafeBytes { CellText.split($0) }.dropLast().map { String(decoding: $0, as: UTF8.self) }
    }
}
