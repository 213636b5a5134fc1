internal import Dispatch

/// Work that falls into parts which do not depend on each other.
enum Parallel {
    /// The results of all parts in their order, computed on as many threads as are asked for.
    ///
    /// - Parameter progress: Called with how many parts are done, whenever one is.
    static func map<Result: Sendable>(
        _ count: Int, threads: Int, progress: @Sendable (Int) -> Void = { _ in },
        _ part: @escaping @Sendable (Int) -> Result
    ) async -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        await forEach(count, threads: threads, progress: progress, part) { results.append($0) }
        return results
    }

    /// Hands on the results of all parts in their order, each as soon as it and all before it are there.
    ///
    /// - Parameter take: Called by one thread at a time; what it throws ends the work.
    static func forEach<Result: Sendable, Failure: Error>(
        _ count: Int, threads: Int, progress: @Sendable (Int) -> Void = { _ in },
        _ part: @escaping @Sendable (Int) -> Result, _ take: (Result) throws(Failure) -> Void
    ) async throws(Failure) {
        let failure = await withTaskGroup(of: (Int, Result).self, returning: Failure?.self) { group in
            var next = 0
            while next < min(max(1, threads), count) {
                let number = next
                group.addTask { (number, part(number)) }
                next += 1
            }
            var waiting: [Int: Result] = [:]
            var (done, taken) = (0, 0)
            for await (number, result) in group {
                if next < count {
                    let number = next
                    group.addTask { (number, part(number)) }
                    next += 1
                }
                waiting[number] = result
                done += 1
                progress(done)
                while let result = waiting.removeValue(forKey: taken) {
                    do throws(Failure) { try take(result) } catch {
                        group.cancelAll()
                        return error
                    }
                    taken += 1
                }
            }
            return nil
        }
        if let failure { throw failure }
    }

    /// Fewer positions than this are not worth a thread.
    private static let divided = 1 << 16

    /// Divides positions into a part for each thread, and returns when all parts are done.
    static func divide(_ count: Int, threads: Int, _ part: @Sendable (Range<Int>) -> Void) {
        let threads = max(1, min(threads, count / divided))
        if threads == 1 { return part(0..<count) }
        DispatchQueue.concurrentPerform(iterations: threads) { number in
            part(count * number / threads..<count * (number + 1) / threads)
        }
    }
}
