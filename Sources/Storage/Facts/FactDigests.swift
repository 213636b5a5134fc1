internal import Company
internal import Dispatch
internal import Synchronization

/// Digests the rows that an import appends while they are written: for the audit record, and for the digest of all rows.
///
/// A thread of its own works through what the import hands over, in pieces of some thousand rows.
final class FactDigests: Sendable {
    /// A version of a row as it is digested.
    struct Version {
        var number: Int64
        var set: FactSet
        var version: Int64
        /// Its columns; `nil` when it cancels the row.
        var list: ColumnList?
    }

    /// Rows that wait to be digested: key, cells and place of each one after the other.
    private struct Piece: Sendable {
        var bytes: [UInt8] = []
        var rows: [Row] = []
    }

    private struct Row: Sendable {
        let number: Int64
        let version: Int64
        let set: Int
        let list: Int64?
        let key: Int
        let cells: Int
        let place: Int
        /// Whether the row is not appended but was there before, and is counted no more.
        let leaves: Bool
    }

    private struct State {
        var content: SHA256Stream?
        var rows: RowSetDigest
        var canonical = CanonicalBytes()
        var row = CanonicalBytes()
        var sets: [FactSet] = []
        var lists: [Int64: ColumnList] = [:]
    }

    private let record: Int64
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "stimul.fact-digests")
    private let room = DispatchSemaphore(value: 4)
    private let piece = Mutex(Piece())
    private static let pieceSize = 1 << 20

    /// - Parameters:
    ///   - record: The number of the audit record that is being made.
    ///   - rows: The digest of all rows before the import.
    init(record: Int64, _ rows: RowSetDigest) {
        self.record = record
        state = Mutex(State(content: nil, rows: rows))
    }

    /// Begins the digest for the audit record: what stands before the rows in it has been digested.
    func begin(_ content: SHA256Stream) { state.withLock { $0.content = content } }

    /// Makes a set known; gives the number under which rows name it here.
    func number(of set: FactSet) -> Int {
        state.withLock { state in
            state.sets.append(set)
            return state.sets.count - 1
        }
    }

    /// Makes columns known.
    func learn(_ list: ColumnList) { state.withLock { $0.lists[list.number] = list } }

    /// Takes a version that is appended, or with `leaves` one that was there and is counted no more.
    func take(
        _ number: Int64, version: Int64, set: Int, list: Int64?, key: [UInt8], cells: [UInt8], place: [UInt8],
        leaves: Bool = false
    ) {
        let full: Piece? = piece.withLock { piece in
            piece.bytes += key
            piece.bytes += cells
            piece.bytes += place
            piece.rows.append(
                Row(
                    number: number, version: version, set: set, list: list, key: key.count, cells: cells.count,
                    place: place.count, leaves: leaves))
            guard piece.bytes.count >= Self.pieceSize else { return nil }
            defer { piece = Piece() }
            return piece
        }
        if let full { hand(over: full) }
    }

    private func hand(over piece: Piece) {
        room.wait()
        queue.async { [self] in
            digest(piece)
            room.signal()
        }
    }

    /// Waits until everything is digested.
    ///
    /// - Returns: The digest for the audit record so far, when it was begun; and that of all rows.
    func finish() -> (content: SHA256Stream?, rows: RowSetDigest) {
        let rest = piece.withLock { piece in
            defer { piece = Piece() }
            return piece
        }
        if !rest.rows.isEmpty { hand(over: rest) }
        return queue.sync { state.withLock { ($0.content, $0.rows) } }
    }

    private func digest(_ piece: Piece) {
        state.withLock { state in
            var place = 0
            for row in piece.rows {
                let (key, cells, end) = (
                    place + row.key, place + row.key + row.cells, place + row.key + row.cells + row.place
                )
                let keyBytes = piece.bytes[place..<key]
                let cellBytes = piece.bytes[key..<cells]
                if !row.leaves { digestAppended(row, keyBytes, cellBytes, piece.bytes[cells..<end], &state) }
                if let number = row.list, let list = state.lists[number] {
                    let set = state.sets[row.set]
                    let content = cellBytes.withUnsafeBytes { CellText.split($0) }
                    state.row.removeAll()
                    state.row.append(rowOf: set, key: keyBytes, content, list)
                    if row.leaves { state.rows.remove(state.row.bytes) } else { state.rows.add(state.row.bytes) }
                }
                place = end
            }
        }
    }

    /// The row as the audit record covers it: the table's name, then every column.
    private func digestAppended(
        _ row: Row, _ key: ArraySlice<UInt8>, _ cells: ArraySlice<UInt8>, _ place: ArraySlice<UInt8>,
        _ state: inout State
    ) {
        guard state.content != nil else { return }
        state.canonical.removeAll()
        state.canonical.append(.text("facts"))
        state.canonical.append(.integer(row.number))
        state.canonical.append(.integer(record))
        state.canonical.append(.integer(state.sets[row.set].number))
        state.canonical.append(utf8: key)
        state.canonical.append(.integer(row.version))
        if let list = row.list {
            state.canonical.append(.integer(list))
            state.canonical.append(utf8: cells)
        } else {
            state.canonical.append(.null)
            state.canonical.append(.null)
        }
        state.canonical.append(utf8: place)
        state.content?.update(state.canonical.bytes)
    }
}

extension CanonicalBytes {
    /// A row as the digest of all rows counts it: its kind, source, key, and content without empty cells.
    mutating func append(
        rowOf set: FactSet, key: some Collection<UInt8>, _ cells: RowCells, _ list: ColumnList
    ) {
        append(.text(set.kind))
        append(.text(set.source))
        append(utf8: key)
        var content = CanonicalBytes()
        list.append(cells, to: &content)
        append(utf8: content.bytes)
    }
}
