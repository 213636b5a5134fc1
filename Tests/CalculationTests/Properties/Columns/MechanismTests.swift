import Company
import Foundation
import Ledger
import Periods
import Quantities
import Testing
import Vesting

@testable import Calculation

/// Whatever a plan may say is paid in columns as it is paid person by person, and waits, is held or is owed alike.
@Suite("Property: every documented mechanism, in columns and person by person")
struct MechanismTests {
    /// `STIMUL_RANDOM_MECHANISMS` says how many, `STIMUL_RANDOM_SEED` from which on; `scripts/test` takes 200.
    static let seeds: [UInt64] = {
        let settings = ProcessInfo.processInfo.environment
        let first = settings["STIMUL_RANDOM_SEED"].flatMap { UInt64($0) } ?? 1
        let count = settings["STIMUL_RANDOM_MECHANISMS"].flatMap { UInt64($0) } ?? 40
        return (0..<count).map { first + $0 }
    }()

    @Test("every line of every plan is the same, with its remarks and reasons", arguments: seeds)
    func lines(seed: UInt64) async throws {
        let business = try await RandomBusiness(seed: seed, isWide: true)
        let plain = Run(business.model, business.plain)
        let columns = Run(business.model, business.lines)
        var differences: [String] = []
        let tasks = plain.tasks(in: business.recorded) + plain.tasks(in: .always).filter { $0.period == .all }
        for task in tasks {
            let expected = plain.lines(task)
            let lines = columns.lines(task)
            guard lines != expected else { continue }
            if lines.count != expected.count {
                differences.append("\(task): \(lines.count) lines, not \(expected.count)")
            }
            for (line, other) in zip(lines, expected) where line != other {
                let plan = business.model.plans[line.plan]
                differences.append(
                    "\(task.period) \(plan.name).\(plan.line(line.component).name) person \(line.participation.person): "
                        + "\(line.amount) \(line.remarks), not \(other.amount) \(other.remarks)")
            }
        }
        #expect(differences.isEmpty, "\(business.report(differences))")
    }

    @Test("what is held, deferred, lost and advanced is the same", arguments: seeds.prefix(seeds.count / 4))
    func standings(seed: UInt64) async throws {
        let business = try await RandomBusiness(seed: seed, isWide: true)
        let months = business.model.calendar.periods(.month, in: business.recorded)
        let period = months[Int(seed % UInt64(months.count))]
        for posted in [period, months[months.count - 1]] {
            let end = posted.range.until
            let known = business.model.known(before: end)
            let plain = VestingCalculator(
                Run(business.model, business.plain), known: Run(known, EventEngine(lazily: known)), end: end)
            let columns = VestingCalculator(
                Run(business.model, business.lines), known: Run(known, await LineEngine.computed(known, threads: 1)),
                end: end)
            let expected = await Self.awards(plain, period)
            let found = await Self.awards(columns, period)
            #expect(found == expected, "seed \(seed), \(period) as it stands at \(end)")
        }
    }

    /// What stands where, in an order; what does not fit is the same refusal for both.
    private static func awards(_ calculator: VestingCalculator, _ period: Period) async -> [String] {
        do {
            let awards = try await calculator.awards(of: period, threads: 1)
            return awards.standings.map { "\($0.key) \($0.value)" }.sorted() + awards.draws.map { "\($0)" }
                + awards.withoutValue.map { "\($0.key) \($0.value)" }.sorted()
        } catch {
            return ["\(error)"]
        }
    }

    @Test("a live run follows changed sales through all of them", arguments: seeds.prefix(max(2, seeds.count / 40)))
    func live(seed: UInt64) async throws {
        let business = try await RandomBusiness(seed: seed, isWide: true)
        let live = LiveRun(business.lines)
        var random = business.random
        var followed = 0
        for step in 1...2 {
            let change = Self.change(live, &random)
            let before = live.lines
            guard let moved = try? live.apply(change) else {
                #expect(live.lines == before, "seed \(seed), step \(step)")
                continue
            }
            followed += 1
            let changed = business.model.changed(by: live.changes)
            let comment: Comment = "seed \(seed), step \(step), \(change)"
            guard LiveRunPropertyTests.isWhole(live, changed, before, moved, comment) else { return }
        }
        #expect(followed > 0)
    }

    /// Another amount, somebody else's, shared or cancelled; the day stays, so the periods stay.
    private static func change(_ live: LiveRun, _ random: inout SplitMix64) -> EventChange {
        let model = live.model
        let row = random.integer(0...(model.events[0].rowCount - 1))
        var version = live.version(0, row: row) ?? model.version(of: 0, row: row)
        let fields = model.eventKinds[0].fields.map(\.name)
        let person = Int64(random.integer(0...5))
        switch random.integer(0...3) {
        case 0: return EventChange(event: 0, row: row, version: nil)
        case 1: fields.firstIndex(of: "seller").map { version.values[$0] = person }
        case 2:
            version.shares = [.init(person: Int32(person), share: 250_000_000), .init(person: 0, share: 750_000_000)]
            if person == 0 { version.shares = [] }
        default: fields.firstIndex(of: "amount").map { version.values[$0] = Int64(random.integer(-300_000...900_000)) }
        }
        return EventChange(event: 0, row: row, version: version)
    }

    @Test("between them the companies hold every mechanism, each in several")
    func everything() async throws {
        var count: [String: Int] = [:]
        for seed in UInt64(1)...200 {
            var random = SplitMix64(seed: seed)
            let more = RandomMechanisms(people: 8, sales: 50, isCivil: random.chance(70), &random)
            for mechanism in more.mechanisms { count[mechanism, default: 0] += 1 }
        }
        #expect(Set(count.keys) == RandomMechanisms.documented)
        #expect(count.values.allSatisfy { $0 >= 3 }, "\(count.filter { $0.value < 3 })")
    }
}
