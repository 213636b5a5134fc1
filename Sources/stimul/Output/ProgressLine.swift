import Foundation
internal import Messages
import Synchronization

/// The one line of a terminal that says what the program is busy with, once that takes longer than a moment.
///
/// It stands on standard error, is written anew every half second, and is gone before anything else is written.
final class ProgressLine: Sendable {
    static let shared = ProgressLine()

    private struct State {
        var phase = ""
        var isShown = false
        /// Whether somebody is being waited for.
        var waits = false
        var begun: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    /// How long nothing is said.
    private static let patience = Duration.milliseconds(1500)

    /// Begins to say that work is going on, unless nobody looks.
    func begin(_ phase: String) {
        guard Screen.showsErrors, ProcessInfo.processInfo.environment["TERM"] != "dumb" else { return }
        state.withLock { $0.phase = phase }
        let isFirst = state.withLock { state in
            defer { state.begun = .now }
            return state.begun == nil
        }
        guard isFirst else { return }
        Thread.detachNewThread {
            while true {
                Thread.sleep(forTimeInterval: 0.5)
                self.tick()
            }
        }
    }

    /// Says what the program is busy with now.
    func enter(_ phase: String) {
        state.withLock { $0.phase = phase }
    }

    /// Writes something else: the line is gone before, and nothing is written between.
    func interrupt<Result>(_ write: () throws -> Result) rethrows -> Result {
        try state.withLock { state in
            if state.isShown {
                FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
                state.isShown = false
            }
            return try write()
        }
    }

    /// Waits for somebody: nothing is said meanwhile, and the time begins anew behind it.
    func waiting<Result>(_ wait: () -> Result) -> Result {
        interrupt {}
        state.withLock { $0.waits = true }
        defer {
            state.withLock { state in
                state.waits = false
                if state.begun != nil { state.begun = .now }
            }
        }
        return wait()
    }

    private func tick() {
        state.withLock { state in
            guard let begun = state.begun, !state.waits else { return }
            let time = ContinuousClock.now - begun
            guard time >= Self.patience else { return }
            FileHandle.standardError.write(Data("\r\u{1B}[K\(state.phase) · \(time.components.seconds) s".utf8))
            state.isShown = true
        }
    }
}
