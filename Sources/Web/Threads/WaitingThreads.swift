internal import NIOPosix

/// Threads that may wait for the disk and calculate: handlers run here, so that the threads that serve sockets never stand still.
///
/// Tasks that a handler starts follow it here (SE-0417).
final class WaitingThreads: TaskExecutor {
    private let pool: NIOThreadPool

    /// So many threads, started.
    init(_ count: Int) {
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pool.submit { _ in job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Does work here, and everything that it awaits.
    func running<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
        try await withTaskExecutorPreference(self, operation: work)
    }

    /// The threads end once what waits is done.
    deinit { pool.shutdownGracefully { _ in } }
}
