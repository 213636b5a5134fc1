import Calculation
import Company
import Foundation
internal import Messages
import Periods
import Samples

/// Measures what only shows inside a process: how long single changes of a running calculation take, a table that nobody keeps, and
/// the book of key accounts of a large company.
@main
struct Measure {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.first == "trials", arguments.count == 3, let count = Int(arguments[2]) {
            return await Trials(try read(arguments[1])).run(count)
        }
        if arguments.first == "accounts", let books = AccountBooks(arguments.dropFirst()) { return books.run() }
        if arguments.first == "read", let scan = Scan(arguments.dropFirst()) { return try scan.run() }
        guard arguments.count >= 3, arguments[0] == "changes", let count = Int(arguments[2]) else {
            FileHandle.standardError.write(
                Data(
                    """
                    usage: measure changes <company folder> <number of changes> [report] [verify]
                           measure trials <company folder> <number of trials>
                           measure accounts <clients> <touches>
                           measure read <table.csv> <threads> <column:type> …

                    """.utf8))
            exit(64)
        }
        let model = try read(arguments[1])
        let report = model.reports.first { arguments.dropFirst(3).contains($0.name) }
        await Changes(model, report).run(count, verifying: arguments.contains("verify"))
    }

    private static func read(_ folder: String) throws -> CompanyModel {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let files = try names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }.map { name in
            SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
        }
        let (model, diagnostics) = CompanyReader.read(files)
        guard let model else {
            for diagnostic in diagnostics {
                FileHandle.standardError.write(Data((diagnostic.rendered(in: .en) + "\n").utf8))
            }
            exit(1)
        }
        return model
    }
}

/// Changes the amount of one event after the other, as the incremental peer does, and times each change with everything
/// that depends on it.
struct Changes {
    let model: CompanyModel
    let report: Report?

    init(_ model: CompanyModel, _ report: Report?) {
        self.model = model
        self.report = report
    }

    func run(_ count: Int, verifying: Bool) async {
        let clock = ContinuousClock()
        var start = clock.now
        let live = LiveRun(await LineEngine.computed(model), report: report)
        let setup = clock.now - start
        guard let amount = model.eventKinds[0].fields.firstIndex(where: { $0.type == .money }) else { return }
        var random = SeededGenerator(seed: 7)
        var times: [Duration] = []
        var moved = 0
        for _ in 0..<count {
            let row = random.below(model.events[0].rowCount)
            let units = Int64(100 + random.below(1_000_000))
            start = clock.now
            guard var version = live.version(0, row: row) else { continue }
            version.values[amount] = units
            guard let awards = try? live.apply(EventChange(event: 0, row: row, version: version)) else {
                print("a change could not be followed: row \(row)")
                continue
            }
            times.append(clock.now - start)
            moved += awards.reduce(0) { $0 + $1.people.count }
        }
        let sorted = times.map { Double($0.components.attoseconds) / 1e12 + Double($0.components.seconds) * 1e6 }
            .sorted()
        guard !sorted.isEmpty else { return }
        var line = "{\"engine\": \"stimul\", \"changes\": \(sorted.count), \"setup_s\": \(seconds(setup))"
        line += ", \"mean_us\": \(sorted.reduce(0, +) / Double(sorted.count)), \"p50_us\": \(sorted[sorted.count / 2])"
        line += ", \"p99_us\": \(sorted[sorted.count * 99 / 100]), \"max_us\": \(sorted[sorted.count - 1])"
        line += ", \"moved_awards\": \(Double(moved) / Double(count))"
        if verifying { line += ", \"mismatches\": \(await mismatches(live))" }
        print(line + "}")
    }

    /// How many lines differ from those of a calculation of everything.
    private func mismatches(_ live: LiveRun) async -> Int {
        let changed = model.changed(by: live.changes)
        let run = Run(changed, await LineEngine.computed(changed))
        let full = run.tasks(in: .always).flatMap { run.lines($0) }
        let lines = live.lines
        return zip(full, lines).count { $0 != $1 } + abs(full.count - lines.count)
    }

    private func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
