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
        var results = [Result?](repeating: nil, count: count)
        await withTaskGroup(of: (Int, Result).self) { group in
            var next = 0
            while next < min(max(1, threads), count) {
                let number = next
                group.addTask { (number, part(number)) }
                next += 1
            }
            var done = 0
            for await (number, result) in group {
                results[number] = result
                done += 1
                progress(done)
                if next < count {
                    let number = next
                    group.addTask { (number, part(number)) }
                    next += 1
                }
            }
        }
        return results.compactMap { $0 }
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
