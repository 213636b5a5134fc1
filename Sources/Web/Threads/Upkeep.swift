internal import Identity
internal import ServiceLifecycle

/// What is done beside requests: what has run out is removed now and then, and whoever watches is told when the server is about to end.
struct Upkeep: Service {
    let site: Site

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // What cannot be removed now is removed the next time; nobody waits for it.
                _ = try? await site.writing.running { try site.accounts.tidy() }
                _ = try? await site.writing.running { site.uploads.tidy() }
                _ = try? await site.writing.running { try site.store.tidy(site.clock()) }
                try? await Task.sleep(for: .seconds(600))
            }
        }
        site.isStopping = true
    }
}
