import Synchronization

@testable import Credentials

extension Randomness {
    /// Bytes that follow from a number (SplitMix64), the same in every run.
    static func known(_ seed: UInt64) -> Randomness {
        let row = KnownRow(seed)
        return Randomness { count in row.bytes(count) }
    }
}

/// A row of bytes that goes on from call to call.
final class KnownRow: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) { state = Mutex(seed) }

    func bytes(_ count: Int) -> [UInt8] { state.withLock { state in (0..<count).map { _ in Self.next(&state) } } }

    private static func next(_ state: inout UInt64) -> UInt8 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: mixed ^ mixed >> 31)
    }
}

func password(_ text: String) throws(PasswordFault) -> PasswordText { try PasswordText(Secret(text)) }
