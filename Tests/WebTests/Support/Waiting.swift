import Dispatch

/// Lets a thread stand, as in a long calculation, until it is told to go on.
final class Waiting: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() { semaphore.wait() }

    func end() { semaphore.signal() }
}
