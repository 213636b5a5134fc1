internal import CSodium

/// The digest of a set of rows: the same however they came to be, and kept up by adding a row or taking one away.
///
/// LtHash: each row is spread over 1,024 numbers of 16 bits, and these are added up, number by number (M. Bellare, D. Micciancio,
/// "A New Paradigm for Collision-Free Hashing", 1997; K. Lewi, W. Kim, I. Maykov, S. Weis, "Securing Update Propagation with
/// Homomorphic Hashing", 2019, with this size). A row's numbers are the ChaCha20 stream (nonce 0) under the key BLAKE2b-256 of its
/// canonical bytes, each two bytes the lower one first.
struct RowSetDigest: Sendable {
    /// How many numbers the state has.
    static let lanes = 1024

    private var sums: [UInt16]
    private var spread = [UInt16](repeating: 0, count: Self.lanes)

    /// The library looks at the processor once, and takes the fast form of the stream from then on.
    private static let isReady = sodium_init() >= 0

    /// The digest of no rows.
    init() {
        _ = Self.isReady
        sums = [UInt16](repeating: 0, count: Self.lanes)
    }

    /// A state as it was kept; `nil` when it has another length.
    init?(state: [UInt8]) {
        guard Self.isReady, state.count == 2 * Self.lanes else { return nil }
        sums = (0..<Self.lanes).map { UInt16(state[2 * $0]) | UInt16(state[2 * $0 + 1]) << 8 }
    }

    /// The state as it is kept.
    var state: [UInt8] { sums.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] } }

    /// The digest for people and runs; its beginning tells it from the digest that rows had before.
    var text: String { "set:" + SHA256Digest.of(state).hex }

    /// Adds a row.
    mutating func add(_ row: [UInt8]) {
        fill(row)
        for lane in 0..<Self.lanes { sums[lane] &+= spread[lane] }
    }

    /// Takes a row away.
    mutating func remove(_ row: [UInt8]) {
        fill(row)
        for lane in 0..<Self.lanes { sums[lane] &-= spread[lane] }
    }

    /// Adds everything that another set holds.
    mutating func add(_ other: RowSetDigest) {
        for lane in 0..<Self.lanes { sums[lane] &+= other.sums[lane] }
    }

    private mutating func fill(_ row: [UInt8]) {
        var key = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&key, key.count, row, UInt64(row.count), nil, 0)
        let nonce = [UInt8](repeating: 0, count: 8)
        _ = spread.withUnsafeMutableBytes { bytes in
            bytes.baseAddress.map {
                crypto_stream_chacha20($0.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count), nonce, key)
            }
        }
        #if _endian(big)
        for lane in 0..<Self.lanes { spread[lane] = spread[lane].byteSwapped }
        #endif
    }
}
