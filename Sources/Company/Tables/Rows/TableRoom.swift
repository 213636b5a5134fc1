/// How much memory a table's columns may need, judged by its first rows.
extension TableHead {
    /// Room for the rows of a file, more than there probably are.
    func room(for columns: Int, fileSize: Int) -> ColumnMemory.Room {
        let lines = 2 + text.reduce(0) { $0 + ($1 == .lineFeed || $1 == .carriageReturn ? 1 : 0) }
        let known = offset(of: text.count)
        guard known < fileSize else {
            return ColumnMemory.Room(rows: lines, keyBytes: [Int](repeating: text.count, count: columns))
        }
        let rows = Int(Double(lines) * 1.2 * (Double(fileSize) / Double(max(1, known)))) + 1024
        return ColumnMemory.Room(
            rows: rows, keyBytes: [Int](repeating: rows * min(48, text.count / lines + 1), count: columns))
    }
}

extension ColumnMemory.Room {
    /// Whether the rows joined so far found room.
    func holds(_ joint: JointTable) -> Bool {
        joint.rows <= rows && zip(joint.keyBytes, keyBytes).allSatisfy { $0 <= $1 }
    }

    /// Whether the cells of a piece find room in a column.
    func holds(_ place: JointTable.Place, _ count: Int, _ cells: ColumnData, _ column: Int) -> Bool {
        guard place.row + count <= rows else { return false }
        guard case .key(let keys) = cells else { return true }
        return place.keyBytes[column] + keys.bytes.count <= keyBytes[column]
    }

    /// More room, if the rows not yet read are like those that were.
    func enlarged(for joint: JointTable, fileSize: Int) -> ColumnMemory.Room {
        let ratio = max(1, Double(fileSize) / Double(max(1, joint.end))) * 1.2
        func enlarged(_ room: Int, _ used: Int) -> Int {
            used <= room && Int(Double(used) * ratio) <= room ? room : max(2 * room, Int(Double(used) * ratio)) + 1024
        }
        return ColumnMemory.Room(
            rows: enlarged(rows, joint.rows), keyBytes: zip(keyBytes, joint.keyBytes).map { enlarged($0, $1) })
    }
}
