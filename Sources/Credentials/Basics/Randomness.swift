internal import CSodium

/// Where secrets come from: the system's own randomness, and in tests a row of bytes that is known.
public struct Randomness: Sendable {
    private let draw: @Sendable (Int) -> [UInt8]

    /// Bytes from somewhere; whoever makes one vouches that nobody can guess them.
    public init(_ draw: @escaping @Sendable (Int) -> [UInt8]) { self.draw = draw }

    /// So many bytes.
    public func bytes(_ count: Int) -> [UInt8] { draw(count) }

    /// The randomness of the kernel, through libsodium, which ends the program when there is none.
    public static let system = Randomness { count in
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
