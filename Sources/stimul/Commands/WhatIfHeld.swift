import Calculation
import Company
import Ledger
internal import Messages
import Periods
import Quantities
internal import Vesting

/// How much of what a company as it is supposed to be pays is held or deferred at first.
struct WhatIfHeld {
    /// The company as it is supposed to be.
    let model: CompanyModel
    /// The range that was asked for. Where it has no end, an award is looked at at the end of its own period.
    let range: DayRange
    let threads: Int

    /// The most people whose lines are calculated one by one; the lines of more are calculated together.
    private static let few = 20

    /// By award, in minor units; none where nothing waits.
    func held(_ awards: [PayComparison.Award]) async throws(QuantityError) -> [PayComparison.Key: Int128] {
        var byEnd: [CivilDay: Set<PayComparison.Key>] = [:]
        for award in awards where award.sides.then?.minorUnits ?? 0 > 0 && hasPayout(award.key) {
            let end = range.until == .latest ? award.key.period.range.until : range.until
            if end != .latest { byEnd[end, default: []].insert(award.key) }
        }
        var held: [PayComparison.Key: Int128] = [:]
        for (end, keys) in byEnd { held.merge(try await self.held(keys, at: end)) { first, _ in first } }
        return held
    }

    private func hasPayout(_ key: PayComparison.Key) -> Bool {
        model.plans.contains { plan in
            plan.name == key.plan && plan.components.contains { $0.name == key.component && $0.payout != nil }
        }
    }

    private func held(
        _ keys: Set<PayComparison.Key>, at end: CivilDay
    ) async throws(QuantityError) -> [PayComparison.Key: Int128] {
        let people = Set(keys.compactMap { model.people.number(of: $0.person) })
        // What ends before the asked range matters only where something is taken back.
        let from = range.until == .latest ? end.adding(days: -1) ?? end : range.from
        let lines = await lines(of: people, in: DayRange(from: from, clampingUntil: end))
        let known = VestingCalculator.asksWhatIsKnown(model) ? model.known(before: end) : model
        let calculator = VestingCalculator(
            Run(model, EventEngine(model)), known: Run(known, EventEngine(known)), end: end)
        let standings = try calculator.standings(of: lines) {
            Run.reference(model, in: .always, people: people).filter { $0.participation.period.range.until <= from }
        }
        var held: [PayComparison.Key: Int128] = [:]
        for key in keys {
            let obligation = Obligation(
                person: key.person,
                .award(plan: key.plan, component: key.component, period: key.period.description))
            guard let standing = standings[obligation] else { continue }
            let waiting = Int128(standing.held) + Int128(standing.deferred)
            if waiting != 0 { held[key] = waiting }
        }
        return held
    }

    private func lines(of people: Set<Int32>, in range: DayRange) async -> [AwardLine] {
        if people.count <= Self.few { return Run.reference(model, in: range, people: people) }
        let run = Run(model, await LineEngine.computed(model, threads: threads))
        return await run.lines(run.tasks(in: range), threads: threads).filter {
            people.contains($0.participation.person)
        }
    }
}
