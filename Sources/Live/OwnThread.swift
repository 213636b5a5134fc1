internal import Dispatch

/// Runs what an actor does one after the other, beside the threads that serve everybody: a long calculation keeps none of them.
final class OwnThread: SerialExecutor {
    private let queue: DispatchQueue

    init(_ name: String) { queue = DispatchQueue(label: name) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    /// What is made on the thread.
    func making<Made>(_ make: @escaping @Sendable () -> sending Made) async -> sending Made {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: make()) }
        }
    }
}
