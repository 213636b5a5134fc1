import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

/// After every changed assignment, event or value, in any order, a live run holds what a calculation of everything gives.
@Suite("Property: a live run follows assignments among events and values")
struct LiveAssignmentPropertyTests {
    /// What the shared company does not have: totals, caps and funds over longer periods, personal fields of earlier periods,
    /// tiers by a personal field, contests in and between units, heads of heads, shares of time.
    private static let yaml = """
        company: {name: Assignments, currency: RUB}
        positions: {seller: {title: Seller}, head: {title: Head}}
        units: {all: {title: All}, north: {title: N, parent: all}, south: {title: S, parent: all}, west: {title: W, parent: south}}
        records: {product: {fields: {group: text}}, assignment: {fields: {target_bonus: money}}}
        events:
          sale:
            fields: {date: day, seller: person, client: client, product: product, amount: money, cost: money?, kind: text?}
            credit: split(share, sale.seller)
        splits: {share: {of: sale}}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}
          deals: {unit: pieces, value: count(sale)}
          score: {unit: percent, value: "clamp(round_half_even(sales / target(sales), 4), 0%, 150%)"}
          below: {unit: RUB, value: rollup(sales) - sales}
          whole: {unit: percent, value: person.share}
        plans:
          seller:
            for: {position: seller}
            period: month
            target: person.target_bonus
            components:
              fee: {commission: sales, each: event, tiers: {marginal: {0%: 1%, 100%: 2%}, target: person.target_bonus * 10}}
              score: {bonus: 'person.target_bonus * otherwise(score, 0%)', when: sales > 0 RUB}
              before: {bonus: '1% * otherwise(previous(person.target_bonus), 7 RUB) + 1 RUB * whole'}
              yearly: {commission: sales, tiers: {marginal: {0%: 1%, 50%: 3%}, target: target(sales), over: year}}
              steps: {milestones: {10 000 RUB: 100 RUB, 30 000 RUB: 300 RUB}, of: sales, over: quarter}
              held: {commission: sales, rate: 1%, cap: {amount: 900 RUB, per: quarter}}
              carried: {pool: '1 000 RUB + unit(previous(sales)) * 1%', weights: score, group: unit, nobody: carry}
              asked: {pool: unit(sales) * 1%, weights: sales, group: unit, nobody: cancel, when: sales > 5 000 RUB}
              plain: {pool: unit(sales) * 1%, weights: 'person.target_bonus', group: unit, nobody: cancel}
              all: {pool: 5 000 RUB, weights: deals, nobody: cancel}
              race: {contest: [600 RUB, 300 RUB], by: 'sales + previous(unit(sales))', group: unit}
              teams: {contest: [777 RUB, 222 RUB], by: sales, between: units, divided: deals}
              mates: {bonus: '0.1% * unit(sales) + 0.1% * otherwise(unit(previous(sales)), 0 RUB)'}
          head:
            for: {position: head, unit: south}
            period: month
            components:
              overlay: {commission: below, rate: 0.1%}
              late: {commission: 'otherwise(previous(below), 0 RUB) + ytd(below)', rate: 0.1%}
              goal: {bonus: '0.1% * otherwise(rollup(target(sales)), 0 RUB)'}
          chief:
            for: {position: head}
            period: quarter
            components:
              overlay: {commission: rollup(sales), rate: 0.1%}
          long:
            for: {position: seller}
            period: quarter
            ramp: [50%, 75%]
            components: {reached: {bonus: '10 000 RUB * (sales / target(sales))'}}
        """

    private static func company(_ random: inout SplitMix64, _ isOther: Bool) throws -> TestCompany {
        guard isOther else { return try LiveRunPropertyTests.company(&random) }
        var files = RandomCompany(&random, events: 250).files
        files["company.yaml"] = yaml
        files["spot.csv"] = nil
        files["sale.csv"]? += "first,2026-01-01,p2,c1,g1,1.00,,\nlast,2026-06-30,p2,c1,g1,1.00,,\n"
        return try TestCompany(files: files)
    }

    // MARK: Random changes

    private static func day(_ random: inout SplitMix64) -> CivilDay {
        let first = CivilDay(year: 2026, month: random.integer(1...6), day: 1) ?? .earliest
        return random.chance(50) ? first : first.adding(days: random.integer(1...27)) ?? first
    }

    private static func anyManager(_ random: inout SplitMix64) -> Int32? {
        random.chance(15) ? nil : Int32(random.integer(0...11))
    }

    /// An assignment with something else from a day on, or on all its days.
    private static func other(_ version: AssignmentVersion, _ random: inout SplitMix64) -> AssignmentVersion {
        var other = version
        switch random.integer(0...5) {
        case 0: other.position = Int32(random.integer(0...1))
        case 1: other.manager = anyManager(&random)
        case 2: other.unit = Int32(random.integer(0...3))
        case 3: other.share = random.pick([.one, FixedDecimal(raw: FixedDecimal.one.raw / 2)])
        case 4:
            other.values[other.values.count - 1] = .number(random.decimal(0...9_999_999, places: random.integer(0...3)))
        default: other.validity = DayRange(from: day(&random), clampingUntil: other.validity.until)
        }
        return other
    }

    /// Ended, begun anew, cancelled, changed, split in two or given to somebody else.
    private static func changes(_ live: LiveRun, _ random: inout SplitMix64) -> [AssignmentChange] {
        let next = live.nextAssignment
        let number = random.integer(0...(next - 1))
        guard let version = live.version(ofAssignment: number) else {
            return [AssignmentChange(number, live.model.version(ofAssignment: number))]
        }
        var changed = version
        let middle = day(&random)
        switch random.integer(0...9) {
        case 0:
            changed.validity = DayRange(from: version.validity.from, clampingUntil: middle)
            return [AssignmentChange(number, changed)]
        case 1:
            changed.person = Int32(random.integer(0...11))
            changed.validity = DayRange(from: middle, clampingUntil: version.validity.until)
            return [AssignmentChange(next, changed)]
        case 2: return [AssignmentChange(number, nil)]
        case 3...5: return [AssignmentChange(number, other(version, &random))]
        case 6:
            changed.person = Int32(random.integer(0...11))
            return [AssignmentChange(number, changed)]
        default:
            var second = other(version, &random)
            second.validity = DayRange(from: middle, clampingUntil: version.validity.until)
            changed.validity = DayRange(from: version.validity.from, clampingUntil: middle)
            return [AssignmentChange(number, changed), AssignmentChange(next, second)]
        }
    }

    @Test(
        "after each of thirty changes, all lines are those of a calculation of everything", arguments: 1...8,
        [false, true])
    func follows(seed: Int, isOther: Bool) async throws {
        var random = SplitMix64(seed: UInt64(2_000 + seed))
        let company = try Self.company(&random, isOther)
        let live = LiveRun(await LineEngine.computed(company.model, threads: 1))
        var rows = company.model.events[0].rowCount - 2
        var followed = 0
        for step in 1...30 {
            let before = live.lines
            let moved: [LiveRun.MovedAwards]
            let what: String
            if random.chance(60) {
                let changes = Self.changes(live, &random)
                guard let own = try? live.apply(changes) else {
                    // What does not fit has changed nothing.
                    #expect(live.lines == before, "seed \(seed), step \(step)")
                    continue
                }
                (moved, what) = (own, "\(changes)")
                followed += 1
            } else if random.chance(60) {
                let change = LiveRunPropertyTests.change(live, &rows, &random)
                guard let own = try? live.apply(change) else { continue }
                (moved, what) = (own, "\(change)")
            } else {
                let change = RecordedChange(
                    .targets, metric: 0, subject: .person(Int32(random.integer(0...11))),
                    period: company.model.calendar.parse("2026-0\(random.integer(1...6))") ?? .all,
                    value: FixedDecimal(random.integer(1...60_000)))
                (moved, what) = (try live.apply(change), "\(change)")
            }
            let changed = company.model.changed(by: live.changes).changed(by: live.recordedChanges)
                .changed(by: live.assignmentChanges)
            guard
                LiveRunPropertyTests.isWhole(
                    live, changed, before, moved, "seed \(seed), other \(isOther), step \(step), \(what)")
            else { return }
        }
        #expect(followed > 4)
    }
}
