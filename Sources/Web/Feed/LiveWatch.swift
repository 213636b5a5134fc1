internal import Identity
internal import Payroll
internal import ServiceLifecycle
internal import Storage

/// Looks four times a second whether other processes have written rows or moved a period on, and whether sessions have ended; on a
/// thread of its own, so that it waits behind nobody.
struct LiveWatch: Service {
    let site: Site

    /// Between two looks, in milliseconds.
    static let pause = 250
    /// Looks between two readings of the company's text.
    private static let looksByText = 4
    /// Looks between two signs of life on a connection: 15 seconds.
    private static let looksByBeat = 60

    func run() async throws {
        let thread = WaitingThreads(1)
        await cancelWhenGracefulShutdown {
            var looks = 0
            var pay: Int64?
            while !Task.isCancelled {
                let count = looks
                let known = pay
                // What cannot be read now is looked at again in a moment.
                pay = (try? await thread.running { try site.look(count % Self.looksByText == 0, after: known) }) ?? pay
                if looks % Self.looksByBeat == 0 { site.feed.beat() }
                looks += 1
                try? await Task.sleep(for: .milliseconds(Self.pause))
            }
        }
        site.feed.stop()
    }
}

extension Site {
    /// Looks what has happened.
    ///
    /// - Parameters:
    ///   - readsText: Whether the company's text is read too.
    ///   - known: The last record that moved a period on, as it was found before.
    /// - Returns: That record as it is found now.
    func look(_ readsText: Bool, after known: Int64?) throws -> Int64 {
        let cycle = try company.cycle(reading: readsText)
        try live.look(cycle)
        let (pay, head) = try company.workspace.read { (try $0.payHead, try $0.factHead) }
        if let known, pay > known { feed.tell(nil, head: head) { _, people, _ in people } }
        let listening = Set(feed.streams.map(\.session))
        if !listening.isEmpty { feed.keep(try accounts.open(listening)) }
        return pay
    }
}
