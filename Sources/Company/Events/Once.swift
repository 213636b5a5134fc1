internal import Synchronization

/// A value that is worked out when it is first asked for, once, whoever asks.
public final class Once<Value: Sendable>: Sendable {
    private let known = Mutex<Value?>(nil)
    private let work: @Sendable () -> Value

    /// Takes the work; nothing is done yet.
    public init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
    }

    /// The value; whoever asks while it is being worked out waits for it.
    public var value: Value {
        known.withLock { known in
            if let known { return known }
            let value = work()
            known = value
            return value
        }
    }
}
