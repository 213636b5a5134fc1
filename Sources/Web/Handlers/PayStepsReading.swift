internal import Calculation
internal import Company
internal import HTML
internal import Live
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// How far each component of somebody's pay has come that has steps or a target, and what the next step of it brings: the company that
/// is followed is asked with a deal of just so much, and goes back.
struct PayStepsReading {
    private let reading: PayReading
    private let live: LivePerson
    private let period: Period
    private let usual: UsualDeal?

    /// The most components that are drawn.
    private static let most = 12

    /// - Returns: `nil` while there are no figures.
    init?(_ reading: PayReading, _ period: Period) {
        guard let live = LivePerson(reading) else { return nil }
        self.reading = reading
        self.live = live
        self.period = period
        usual = live.usualDeal(until: period.lastDay(until: reading.asked.site.today))
    }

    /// A component of a plan in a period of that.
    private struct Place: Hashable {
        let plan: Int
        let period: Period
    }

    private var model: CompanyModel { live.board.model }
    private var language: PageLanguage { reading.language }
    private var words: FormulaWords { FormulaWords(model: model, language: language) }

    /// The components, in the order of the page.
    var steps: [MyPay.Step] {
        get async {
            var steps: [MyPay.Step] = []
            for place in places {
                let number = live.number
                let standings = await live.company.read { run in
                    StandingReader(run).standings(of: place.plan, in: place.period, people: [number])[number] ?? []
                }
                for standing in standings where steps.count < Self.most {
                    if let step = await step(standing, place) { steps.append(step) }
                }
            }
            return steps
        }
    }

    /// The plans that pay him for the period, each with its own period.
    private var places: [Place] {
        var seen: Set<Place> = []
        return live.board.lines(of: live.number, endingIn: period.range).compactMap { line in
            let place = Place(plan: line.plan, period: line.participation.period)
            return seen.insert(place).inserted ? place : nil
        }
    }

    private func step(_ standing: Standing, _ place: Place) async -> MyPay.Step? {
        if standing.bounds.isEmpty, standing.target == nil, !standing.isShare { return nil }
        let title = model.plans[place.plan].components[standing.component].title[language]
        let name = "\(place.plan)/\(standing.component)/\(place.period)"
        guard let chart = StandingChart(standing: standing, title: title, language: language).figure(name) else {
            return nil
        }
        return MyPay.Step(title, await sentence(standing, place), chart)
    }

    private func sentence(_ standing: Standing, _ place: Place) async -> String {
        guard let next = standing.next, let left = try? next.subtracting(standing.reached) else {
            return TeamCompareWords.steps(standing.step, standing.bounds.count)[language]
        }
        let gain = await gain(of: left, next, standing, place)
        let volume = volume(left, standing) ?? (left, standing.unit)
        return PayWords.step(
            said(volume.value, volume.unit), said(next, standing.unit), gain.map { reading.amounts.changeText($0) })[
                language]
    }

    /// Money as the page writes it, anything else with its unit.
    private func said(_ value: FixedDecimal, _ unit: MetricUnit) -> String {
        guard unit.unit == .money(model.currency), !unit.isPercent,
            let whole = try? value.rounded(toPlaces: model.currency.minorDigits)
        else { return words.figure(value, unit) }
        let power = (0..<(16 - model.currency.minorDigits)).reduce(Int128(1)) { power, _ in power * 10 }
        return reading.amounts.text(whole.raw / power)
    }

    /// What is left as a volume of the deals' own: of a share of a target as much of it.
    private func volume(_ left: FixedDecimal, _ standing: Standing) -> (value: FixedDecimal, unit: MetricUnit)? {
        if !standing.isShare { return (left, standing.unit) }
        guard let target = standing.target, let volume = try? left.multiplied(by: target) else { return nil }
        return (volume, MetricUnit(.money(model.currency)))
    }

    /// What the component pays more with one deal of what is left; nil where a deal of that is not what it is measured by.
    private func gain(
        of left: FixedDecimal, _ next: FixedDecimal, _ standing: Standing, _ place: Place
    ) async -> Int128? {
        guard let usual, let volume = volume(left, standing), volume.unit.unit == .money(model.currency),
            let units = Self.units(of: volume.value, places: usual.places)
        else { return nil }
        let day = period.lastDay(until: reading.asked.site.today)
        let change = await live.company.read { usual.supposed(units, on: day, $0) }
        let number = live.number
        let trial = try? await live.company.trial([change], basis: live.board.basis) { run, _ in
            StandingReader(run).standings(of: place.plan, in: place.period, people: [number])[number] ?? []
        }
        guard let trial, let then = trial.result.first(where: { $0.component == standing.component }),
            then.reached >= next
        else { return nil }
        let own = trial.moves.moves.filter {
            $0.person == number && $0.plan == place.plan && $0.component == standing.component
                && $0.period == place.period
        }
        return own.reduce(Int128(0)) { $0 + $1.difference }
    }

    /// Units of the deals' column, rounded up to a whole unit of the currency: the step is reached with them.
    private static func units(of value: FixedDecimal, places: Int) -> Int64? {
        guard value > .zero, (0...16).contains(places) else { return nil }
        let one = FixedDecimal.one.raw
        let whole = (value.raw + one - 1) / one
        let power = (0..<places).reduce(Int128(1)) { power, _ in power * 10 }
        return Int64(exactly: whole * power)
    }
}
