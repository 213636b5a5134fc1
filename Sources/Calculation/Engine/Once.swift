internal import Synchronization

/// A value that is worked out when it is first asked for, once, whoever asks.
final class Once<Value: Sendable>: Sendable {
    private let known = Mutex<Value?>(nil)
    private let work: @Sendable () -> Value

    init(_ work: @escaping @Sendable () -> Value) {
        self.work = work
    }

    /// The value; whoever asks while it is being worked out waits for it.
    var value: Value {
        known.withLock { known in
            if let known { return known }
            let value = work()
            known = value
            return value
        }
    }
}
