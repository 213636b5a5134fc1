internal import Company
internal import Ledger
internal import Messages
internal import Periods
internal import Quantities
internal import Storage

/// Puts an approval sheet together from a run and what was posted before it.
struct ApprovalSheetMaker {
    let reviewed: PayCycle.Reviewed
    let model: CompanyModel
    let snapshot: ReadTransaction

    private var run: StoredRun { reviewed.run }
    private var names: AwardNames { AwardNames(model) }

    func sheet() throws -> ApprovalSheet {
        let life = try snapshot.life(of: run.period)
        let people = try people(life)
        let earlier = try earlier()
        let previous = earlier.last
        let before = previous?.amounts ?? [:]
        let known = Set(people.map(\.id))
        return ApprovalSheet(
            company: model.name, period: run.period, currency: model.currency, run: run.id, rules: run.model,
            data: run.dataDigest, state: life.state, approvers: life.approvers.map(names.person), people: people,
            plans: plans, units: units(people), previous: previous?.period, before: before,
            gone: before.keys.filter { !known.contains($0) }.sorted().map { ($0, names.person($0)) },
            signs: try signs(people, earlier), seal: try snapshot.seal(of: run.period))
    }

    // MARK: Who gets what

    /// What is posted of the period, with what the run proposes beyond it.
    private func people(_ life: PeriodLife) throws -> [ApprovalSheet.Person] {
        let posted = try snapshot.entries(period: run.period).map(\.entry)
        let proposed = life.postedRun == run.id ? [] : run.entries
        var entries = Dictionary(grouping: posted + proposed, by: \.obligation.person)
        for line in run.lines where entries[line.person] == nil { entries[line.person] = [] }
        return try entries.map { person, own in
            ApprovalSheet.Person(
                id: person, name: names.person(person), unit: unit(of: person), pay: try PayBreakdown(own))
        }.sorted { ($0.name.ru, $0.id) < ($1.name.ru, $1.id) }
    }

    /// The unit that a person was in last in the period.
    private func unit(of person: String) -> LocalizedText? {
        guard let number = model.people.number(of: person), let range = model.calendar.parse(run.period)?.range,
            let last = model.organisation.assignments(of: number, in: range).max(by: { $0.days.from < $1.days.from }),
            last.assignment.unit >= 0
        else { return nil }
        return model.units.title(last.assignment.unit)
    }

    private var plans: [ApprovalSheet.Sum] {
        Dictionary(grouping: run.lines, by: \.plan).sorted { $0.key < $1.key }.map { plan, lines in
            ApprovalSheet.Sum(
                title: names.titles(plan, "").plan, people: Set(lines.map(\.person)).count,
                amount: lines.reduce(0) { $0 + Int128($1.amount ?? 0) })
        }
    }

    private func units(_ people: [ApprovalSheet.Person]) -> [ApprovalSheet.Sum] {
        let none = LocalizedText(en: "without a unit", ru: "без подразделения")
        return Dictionary(grouping: people) { $0.unit ?? none }.map { unit, people in
            ApprovalSheet.Sum(
                title: unit, people: people.count, amount: people.reduce(0) { $0 + Int128($1.pay.payable) })
        }.sorted { ($0.title.ru, $0.title.en) < ($1.title.ru, $1.title.en) }
    }

    // MARK: What was before

    private typealias Earlier = (period: String, amounts: [String: Int64])

    /// What was payable to whom in the posted periods before this one, from the first to the last.
    private func earlier() throws -> [Earlier] {
        guard let own = model.calendar.parse(run.period) else { return [] }
        let byPeriod = Dictionary(grouping: try snapshot.payableByPerson(), by: \.period)
        return byPeriod.compactMap { label, rows -> (Period, [String: Int64])? in
            guard let period = model.calendar.parse(label), period < own, label != run.period else { return nil }
            return (period, Dictionary(rows.map { ($0.person, $0.amount) }) { first, _ in first })
        }.sorted { $0.0 < $1.0 }.map { ($0.description, $1) }
    }

    // MARK: What to look at

    private func signs(
        _ people: [ApprovalSheet.Person], _ earlier: [Earlier]
    ) throws -> [(sign: ApprovalSheet.Sign, count: Int)] {
        let last = earlier.last?.amounts ?? [:]
        let now = Set(people.filter { $0.pay.payable != 0 }.map(\.id))
        let disputes = try snapshot.openDisputes(run.period).count
        // As on the page of outliers.
        let awards = try UnusualAwards(of: run, snapshot)
        return ApprovalSheet.Sign.allCases.map { sign -> (sign: ApprovalSheet.Sign, count: Int) in
            let count =
                switch sign {
                case .withoutValue: run.lines.count { $0.amount == nil }
                case .finding: run.notes.count
                case .unusual: awards.unusual.count
                case .firstPay: awards.firsts.count
                case .noPay: last.count { $0.value != 0 && !now.contains($0.key) }
                case .belowZero: people.count { $0.pay.payable < 0 }
                case .corrected: people.count { $0.pay.corrections != 0 }
                case .byHand: people.count { $0.pay.adjustments != 0 }
                case .openDispute: disputes
                }
            return (sign, count)
        }.filter { $0.count > 0 }
    }
}
