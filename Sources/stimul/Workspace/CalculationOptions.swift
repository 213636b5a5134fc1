import ArgumentParser
import Calculation
import Company
internal import Messages

/// How many threads a command uses.
struct ThreadOption: ParsableArguments {
    @Option(
        name: .customLong("threads"),
        help: .said(
            en: "How many threads calculate; the result does not depend on it.",
            ru: "Сколько потоков считают; результат от этого не зависит."))
    var count: Int = 2

    /// Refuses a number of threads that cannot calculate anything.
    func check(_ options: CommonOptions) throws {
        guard count < 1 else { return }
        throw options.wrong(
            LocalizedText(en: "'--threads' must be at least 1", ru: "«--threads» должно быть не меньше 1"))
    }
}

/// Whether a command says how long it took.
struct TimingOption: ParsableArguments {
    @Flag(
        name: .customLong("timings"),
        help: .said(
            en: """
                Print to standard error how long each phase took and how much memory the process has needed by its end. Names \
                what leaves the fast path, and why.
                """,
            ru: """
                Вывести в поток ошибок, сколько занял каждый шаг и сколько памяти понадобилось к его концу. Называет, что считается \
                медленным путём и почему.
                """))
    var isOn = false

    /// Prints the phases of a calculation when that is asked for.
    ///
    /// - Parameter engine: What computed the figures; `nil` where it was not one for all of them.
    func show(
        _ stopwatch: Stopwatch, _ model: CompanyModel, _ engine: LineEngine?, lines: Int, on console: Console
    ) {
        guard isOn else { return }
        let events = model.events.reduce(0) { $0 + $1.rowCount }
        let slow = (engine?.slowFigures ?? []) + (engine?.slowFormulas ?? [])
        let phases = stopwatch.report(events: events, lines: lines)
        console.error(
            LocalizedText { language in
                let lines = slow.map { "slow\t\($0.name[language])\t\($0.why[language])" }
                return ([phases] + lines).joined(separator: "\n")
            })
    }
}
