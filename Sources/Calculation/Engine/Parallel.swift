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
        let parts = parts(of: count, threads: threads)
        each(parts.count) { part(parts[$0]) }
    }

    /// Positions in as many parts as threads are worth it.
    static func parts(of count: Int, threads: Int) -> [Range<Int>] {
        let threads = max(1, min(threads, count / divided))
        return (0..<threads).map { count * $0 / threads..<count * ($0 + 1) / threads }
    }

    /// Does so many parts, each on a thread of its own, and returns when all are done.
    static func each(_ count: Int, _ part: @Sendable (Int) -> Void) {
        if count == 1 { return part(0) }
        DispatchQueue.concurrentPerform(iterations: count) { part($0) }
    }
}
