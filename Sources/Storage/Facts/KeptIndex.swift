internal import CSodium

/// What is kept of a set of rows, found by key without asking the database row by row.
///
/// Keys and contents are told apart by 128 bits of SipHash under a key that is drawn for this index alone.
struct KeptIndex {
    /// The latest version of a row.
    struct Kept {
        var number: Int64
        var version: Int64
        /// Its columns; 0 when the row is cancelled.
        var list: Int64
        fileprivate var content: Hash
    }

    fileprivate struct Hash: Hashable {
        var low: UInt64
        var high: UInt64
    }

    private let secret: [UInt8]
    private var slots: [Int32]
    private var keys: [Hash] = []
    private var kept: [Kept] = []

    /// Reads a set.
    init(of set: Int64, _ connection: Connection) throws(StorageFailure) {
        var secret = [UInt8](repeating: 0, count: 16)
        randombytes_buf(&secret, secret.count)
        self.secret = secret
        slots = [Int32](repeating: -1, count: 1 << 10)
        let rows = try connection.freshStatement(
            "SELECT number, key, version, column_list, cells FROM facts NOT INDEXED WHERE fact_set = ? ORDER BY number")
        try rows.bind([.integer(set)])
        while try rows.step() {
            let key = rows.withBytes(1) { hash($0) }
            let list = rows.optionalInteger(3) ?? 0
            let content = list == 0 ? Hash(low: 0, high: 0) : rows.withBytes(4) { hash($0) }
            put(key, Kept(number: rows.integer(0), version: rows.integer(2), list: list, content: content))
        }
    }

    /// How many rows are kept that are not cancelled.
    var liveCount: Int { kept.count { $0.list != 0 } }

    /// The latest version of a row; `nil` when there is none.
    func latest(_ key: [UInt8]) -> Kept? { key.withUnsafeBytes { find(hash($0)) }.map { kept[$0] } }

    /// Whether a version has these cells.
    func holds(_ kept: Kept, _ cells: [UInt8]) -> Bool { cells.withUnsafeBytes { hash($0) } == kept.content }

    private func hash(_ bytes: UnsafeRawBufferPointer) -> Hash {
        var words: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &words) { digest in
            guard let start = digest.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
            _ = crypto_shorthash_siphashx24(
                start, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count), secret)
        }
        return Hash(low: words.0, high: words.1)
    }

    private func find(_ key: Hash) -> Int? {
        var slot = Int(truncatingIfNeeded: key.low) & (slots.count - 1)
        while slots[slot] >= 0 {
            if keys[Int(slots[slot])] == key { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private mutating func put(_ key: Hash, _ version: Kept) {
        if let known = find(key) {
            if version.version > kept[known].version { kept[known] = version }
            return
        }
        if keys.count * 2 >= slots.count { grow() }
        enter(key, as: keys.count)
        keys.append(key)
        kept.append(version)
    }

    private mutating func enter(_ key: Hash, as place: Int) {
        var slot = Int(truncatingIfNeeded: key.low) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(truncatingIfNeeded: place)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for (place, key) in keys.enumerated() { enter(key, as: place) }
    }
}
