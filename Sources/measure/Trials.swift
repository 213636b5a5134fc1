import Calculation
import Company
import Live
internal import Messages
import Samples

/// Supposes one more event after the other in a company that is followed, and times each trial from the change to the moves; then
/// makes the same changes, and times each with the board that shows it.
struct Trials {
    let model: CompanyModel

    init(_ model: CompanyModel) { self.model = model }

    func run(_ count: Int) async {
        let clock = ContinuousClock()
        var start = clock.now
        let live = await LiveCompany.following(LineEngine.computed(model))
        let setup = (clock.now - start) / .seconds(1)
        var random = SeededGenerator(seed: 7)
        var trials: [Duration] = []
        var applied: [Duration] = []
        var moved = 0
        for _ in 0..<count {
            let row = random.below(model.events[0].rowCount)
            let board = live.board
            let next = await live.read { $0.nextRow(of: 0) }
            let change = LiveChange.event(EventChange(event: 0, row: next, version: model.version(of: 0, row: row)))
            start = clock.now
            guard let moves = try? await live.trial([change], basis: board.basis) else { continue }
            trials.append(clock.now - start)
            moved += moves.moves.count
            start = clock.now
            guard (try? await live.apply([change], basis: board.basis)) != nil else { continue }
            applied.append(clock.now - start)
        }
        print(
            "{\"setup_s\": \(setup), \"trial\": \(Self.times(trials)), \"apply\": \(Self.times(applied)), "
                + "\"moved_awards\": \(Double(moved) / Double(max(1, trials.count)))}")
    }

    private static func times(_ times: [Duration]) -> String {
        let sorted = times.map { $0 / .microseconds(1) }.sorted()
        guard !sorted.isEmpty else { return "null" }
        return "{\"count\": \(sorted.count), \"p50_us\": \(sorted[sorted.count / 2]), "
            + "\"p99_us\": \(sorted[sorted.count * 99 / 100]), \"max_us\": \(sorted[sorted.count - 1])}"
    }
}
