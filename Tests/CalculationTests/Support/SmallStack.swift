import Foundation

/// What a closure gives on a thread whose stack has half a megabyte, as those that answer requests have.
func onSmallStack<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) throws -> Value? {
    let done = DispatchSemaphore(value: 0)
    let box = SmallStackResult<Value>()
    let thread = Thread {
        box.result = Result { try body() }
        done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
    return try box.result?.get()
}

/// Written by one thread before the other reads it.
private final class SmallStackResult<Value>: @unchecked Sendable {
    var result: Result<Value, any Error>?
}
