import Foundation

/// Times the phases of a command, one after the other.
struct Stopwatch {
    private struct Phase {
        let name: String
        let seconds: Double
        let cpuSeconds: Double
        let peakMegabytes: Int
    }

    private var phases: [Phase] = []
    private var started = ContinuousClock.now
    private var usedBefore = Self.cpuSeconds

    /// Ends a phase that began when the one before it ended.
    mutating func finish(_ name: String) {
        let (now, used) = (ContinuousClock.now, Self.cpuSeconds)
        phases.append(
            Phase(
                name: name, seconds: (now - started) / .seconds(1), cpuSeconds: used - usedBefore,
                peakMegabytes: Self.peakMegabytes))
        (started, usedBefore) = (now, used)
    }

    /// One row for each phase with columns apart by tabs, made for scripts.
    ///
    /// The peak is that of the process up to the phase's end: memory given back in between still counts.
    func report(events: Int, lines: Int) -> String {
        let rows = phases.map { phase in
            let numbers = [phase.seconds, phase.cpuSeconds].map { String(format: "%.4f", $0) }
            return ([phase.name] + numbers + ["\(phase.peakMegabytes)"]).joined(separator: "\t")
        }
        return (["phase\tseconds\tCPU seconds\tpeak MB"] + rows + ["events\t\(events)", "lines\t\(lines)"])
            .joined(separator: "\n")
    }

    private static var cpuSeconds: Double {
        let usage = usage
        return [usage.ru_utime, usage.ru_stime].reduce(0) { sum, time in
            sum + Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
        }
    }

    private static var peakMegabytes: Int {
        #if os(macOS)
        usage.ru_maxrss >> 20
        #else
        usage.ru_maxrss >> 10
        #endif
    }

    private static var usage: rusage {
        var usage = rusage()
        #if os(macOS)
        getrusage(RUSAGE_SELF, &usage)
        #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #endif
        return usage
    }
}
