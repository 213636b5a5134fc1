/// A stretch of memory that nobody writes any more and that lives as long as somebody reads it: allocated here, or lent by
/// a mapped file.
public final class FlatMemory: @unchecked Sendable {
    // Safe to share: the bytes do not change after the initialiser, and `release` is called once, by the last reader.

    /// The bytes.
    public let bytes: UnsafeRawBufferPointer
    private let release: @Sendable (UnsafeRawBufferPointer) -> Void

    /// Takes bytes over; `release` is called with them when the last reader is gone.
    public init(_ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
        self.bytes = bytes
        self.release = release
    }

    deinit { release(bytes) }
}

/// Room for the values of a ``FlatColumn`` that are still to be written, each by one thread; it has to become a column.
struct FlatRoom<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Safe to share: threads write different places, and nobody reads before they are done.

    /// The places, for loops that have made sure of their bounds.
    let values: UnsafeMutableBufferPointer<Value>
    private let capacity: Int

    init(count: Int) {
        // Never empty, so that there is an address to begin at.
        capacity = max(1, count)
        let all = UnsafeMutableBufferPointer<Value>.allocate(capacity: capacity)
        values = UnsafeMutableBufferPointer(rebasing: all[..<count])
    }

    /// The column, once every place is written. To be called once.
    func written() -> FlatColumn<Value> {
        let memory = FlatMemory(
            UnsafeRawBufferPointer(start: values.baseAddress, count: capacity * MemoryLayout<Value>.stride)
        ) { $0.deallocate() }
        return FlatColumn(memory, count: values.count).unsafelyUnwrapped
    }
}

/// Values of one type, one after the other in ``FlatMemory``.
public struct FlatColumn<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Safe to share: what it points to does not change and is kept alive by `memory`.
    private let memory: FlatMemory
    /// The values, for loops that have made sure of their bounds.
    let base: UnsafePointer<Value>
    /// How many there are.
    public let count: Int

    /// The values in a stretch of memory.
    ///
    /// Returns `nil` when they would not lie inside it or not at an address fit for their type, as in a damaged file.
    public init?(_ memory: FlatMemory, at offset: Int = 0, count: Int) {
        let stride = MemoryLayout<Value>.stride
        guard count >= 0, offset >= 0, offset <= memory.bytes.count, count <= (memory.bytes.count - offset) / stride
        else { return nil }
        guard let start = memory.bytes.baseAddress?.advanced(by: offset),
            Int(bitPattern: start).isMultiple(of: MemoryLayout<Value>.alignment)
        else { return nil }
        self.init(memory, start.assumingMemoryBound(to: Value.self), count)
    }

    /// Copies values.
    public init(_ values: some Collection<Value>) {
        self.init(count: values.count) { target in _ = target.initialize(from: values) }
    }

    /// Values written by `fill`, all of them.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<Value>) -> Void) {
        let room = FlatRoom<Value>(count: count)
        fill(room.values)
        self = room.written()
    }

    private init(_ memory: FlatMemory, _ base: UnsafePointer<Value>, _ count: Int) {
        self.memory = memory
        self.base = base
        self.count = count
    }

    /// A value; the position is checked.
    public subscript(position: Int) -> Value {
        precondition(position >= 0 && position < count, "a position outside of the column")
        return base[position]
    }

    /// The values of a stretch, where they lie; it is checked.
    subscript(positions: Range<Int>) -> FlatColumn {
        precondition(positions.lowerBound >= 0 && positions.upperBound <= count, "a stretch outside of the column")
        return FlatColumn(memory, base + positions.lowerBound, positions.count)
    }

    /// The values, to be read as long as the column is there.
    var values: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: base, count: count) }

    /// The values in an array of their own.
    public var array: [Value] { Array(values) }

    /// The bytes, for a file.
    public var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Value>.stride)
    }
}
