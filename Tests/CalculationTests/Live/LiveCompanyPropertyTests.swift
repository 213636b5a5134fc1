import Calculation
import Company
import Formulas
import Live
import Messages
import Periods
import Quantities
import Testing

/// Laws of the company now, over random changes of events, targets, entered values and assignments.
@Suite("Property: boards follow every change, and trials leave no trace")
struct LiveCompanyPropertyTests {
    /// The changes of one step: one or two events, a target, an entered value, or an assignment that moves.
    private static func changes(
        _ live: LiveRun, _ rows: inout Int, _ random: inout SplitMix64
    ) -> [LiveChange] {
        switch random.integer(0...9) {
        case 0...5: return [.event(LiveRunPropertyTests.change(live, &rows, &random))]
        case 6: return [.recorded(recorded(.targets, "sales", live.model, &random))]
        case 7: return [.recorded(recorded(.entered, "grade", live.model, &random))]
        default: return [.assignments([assignment(live, &random)])]
        }
    }

    private static func recorded(
        _ table: RecordedTable, _ metric: String, _ model: CompanyModel, _ random: inout SplitMix64
    ) -> RecordedChange {
        RecordedChange(
            table, metric: model.metrics.firstIndex { $0.name == metric } ?? 0,
            subject: .person(Int32(random.integer(0...11))),
            period: model.calendar.parse("2026-0\(random.integer(1...6))") ?? .all,
            value: random.chance(20) ? nil : FixedDecimal(random.integer(1...60_000)))
    }

    private static func assignment(_ live: LiveRun, _ random: inout SplitMix64) -> AssignmentChange {
        let number = random.integer(0...(live.nextAssignment - 1))
        guard var version = live.version(ofAssignment: number) else {
            return AssignmentChange(number, live.model.version(ofAssignment: number))
        }
        switch random.integer(0...2) {
        case 0: version.position = Int32(random.integer(0...1))
        case 1: version.unit = Int32(random.integer(0...3))
        default: return AssignmentChange(number, nil)
        }
        return AssignmentChange(number, version)
    }

    /// A run beside the company, so that changes can be chosen by what is there.
    private struct Pair {
        let live: LiveCompany
        let beside: LiveRun

        init(_ model: CompanyModel) async {
            live = await LiveCompany.following(LineEngine.computed(model, threads: 1))
            beside = LiveRun(await LineEngine.computed(model, threads: 1))
        }
    }

    /// What everybody is paid, in minor units.
    private static func paid(_ lines: [AwardLine]) -> Int128 {
        lines.reduce(0) { $0 + Int128($1.amount.value?.minorUnits ?? 0) }
    }

    @Test(
        "a board is what a calculation of the changed company gives, and moves add up to what two boards differ by",
        arguments: 1...6)
    func follows(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(7_000 + seed))
        let company = try LiveRunPropertyTests.company(&random)
        let pair = await Pair(company.model)
        var rows = company.model.events[0].rowCount - 2
        var followed = 0
        let readers = Self.readers(of: pair.live)
        for step in 1...15 {
            let changes = Self.changes(pair.beside, &rows, &random)
            let before = pair.live.board
            // What cannot be followed is tried by nobody here: rows would have other numbers.
            guard (try? changes.forEach { try pair.beside.apply($0) }) != nil else { continue }
            let moves = try await pair.live.apply(changes, basis: before.basis, head: Int64(step))
            followed += 1
            let after = pair.live.board
            let changed = pair.beside.changedCompany
            let run = Run(changed, EventEngine(changed))
            let full = run.tasks(in: .always).flatMap { run.lines($0) }
            #expect(after.lines == full, "seed \(seed), step \(step), \(changes)")
            #expect(moves.difference == Self.paid(full) - Self.paid(before.lines), "seed \(seed), step \(step)")
            #expect(after.version == before.version + 1 && after.head == Int64(step))
            if after.lines != full { break }
        }
        readers.forEach { $0.cancel() }
        // Each reader saw whole boards only.
        for reader in readers { #expect(await reader.value) }
        #expect(followed > 8)
    }

    /// Tasks that read boards all the while; each says whether every board it saw stayed as it was.
    private static func readers(of live: LiveCompany) -> [Task<Bool, Never>] {
        (0..<3).map { number in
            Task.detached {
                var isWhole = true
                var last: UInt64 = 0
                while !Task.isCancelled {
                    let board = live.board
                    let first = board.lines(of: Int32(number))
                    await Task.yield()
                    isWhole = isWhole && first == board.lines(of: Int32(number)) && board.version >= last
                    last = board.version
                }
                return isWhole
            }
        }
    }

    @Test(
        "after a trial every line and the board are what they were; the trial says what applying says",
        arguments: 1...6)
    func trials(seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(8_000 + seed))
        let company = try LiveRunPropertyTests.company(&random)
        let pair = await Pair(company.model)
        var rows = company.model.events[0].rowCount - 2
        var tried = 0
        for step in 1...15 {
            let changes = Self.changes(pair.beside, &rows, &random)
            let before = pair.live.board
            guard let said = try? await pair.live.trial(changes, basis: before.basis) else { continue }
            tried += 1
            #expect(pair.live.board.version == before.version)
            #expect(await pair.live.read { $0.lines } == before.lines, "seed \(seed), step \(step), \(changes)")
            // Every other time the change is made, so that later trials begin elsewhere.
            if step % 2 == 0 { continue }
            let moves = try await pair.live.apply(changes, basis: before.basis)
            changes.forEach { _ = try? pair.beside.apply($0) }
            #expect(Set(moves.moves) == Set(said.moves), "seed \(seed), step \(step), \(changes)")
        }
        #expect(tried > 8)
        let lines = await pair.live.read { $0.lines }
        #expect(lines == pair.beside.lines)
    }
}
