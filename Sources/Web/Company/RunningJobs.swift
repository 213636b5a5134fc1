internal import Synchronization

/// Jobs that go on now, by number: whoever began one may stop it until what came of it is being kept.
final class RunningJobs: Sendable {
    private enum State {
        case working(Task<Void, Never>?)
        case keeping
        case stopped
    }

    private let states = Mutex<[Int64: State]>([:])

    /// A job begins.
    func begin(_ number: Int64) { states.withLock { $0[number] = .working(nil) } }

    /// What carries it out.
    func note(_ task: Task<Void, Never>, of number: Int64) {
        states.withLock { states in
            switch states[number] {
            case .working: states[number] = .working(task)
            // It was stopped before it was known what carries it out.
            case .stopped: task.cancel()
            case .keeping, nil: break
            }
        }
    }

    /// Whether what came of a job may be kept; from then on it is too late to stop it.
    func mayKeep(_ number: Int64) -> Bool {
        states.withLock { states in
            guard case .working = states[number] else { return false }
            states[number] = .keeping
            return true
        }
    }

    /// Stops a job; false when it is over, or too late.
    func stop(_ number: Int64) -> Bool {
        states.withLock { states in
            guard case .working(let task) = states[number] else { return false }
            task?.cancel()
            states[number] = .stopped
            return true
        }
    }

    /// A job is over.
    func end(_ number: Int64) { states.withLock { $0[number] = nil } }
}
