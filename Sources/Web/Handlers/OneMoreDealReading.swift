internal import Calculation
internal import Company
internal import HTML
internal import Live
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// Asks the company what one more deal of somebody would bring: it is calculated with the deal, and goes back.
struct OneMoreDealReading {
    private let reading: PayReading
    private let company: LiveCompany
    private let board: Board
    private let person: Int32
    private let usual: UsualDeal
    private let period: Period
    private let day: CivilDay
    private let asked: DealAmount

    /// - Returns: `nil` for a person who makes no deals, and while there are no figures.
    init?(_ reading: PayReading, _ period: Period) {
        let day = period.lastDay(until: reading.asked.site.today)
        guard let live = LivePerson(reading), let usual = live.usualDeal(until: day) else { return nil }
        self.reading = reading
        (company, board, person) = (live.company, live.board, live.number)
        self.usual = usual
        self.period = period
        self.day = day
        asked = DealAmount(reading.asked.query["deal"], usual: usual, reading.amounts)
    }

    private var amounts: Amounts { reading.amounts }
    private var language: PageLanguage { reading.language }
    private var kind: EventKind { board.model.eventKinds[usual.kind] }

    /// What it would bring; `nil` while the company is being calculated anew.
    var deal: OneMoreDeal? {
        get async {
            // Deals far larger than any before cannot be followed: the answers end before the first of them.
            guard let answers = await broughtWhileFollowed(points) else { return nil }
            let told = zip(points, answers)
            var deal = OneMoreDeal(
                kind: kind.title[language], entered: asked.entered, amount: text(asked.units),
                gain: amounts.absent(DealWords.waits[language]), note: note)
            deal.error = asked.isRefused ? DealWords.noAmount[language] : nil
            var own: [Move] = []
            switch await brought {
            case .done(let moves):
                own = moves
                deal.gain = amounts.change(own.reduce(Int128(0)) { $0 + $1.difference })
            case .working: deal.waits = DealWords.waits[language]
            case .failed: deal.waits = DealWords.failed[language]
            }
            deal.parts = own.filter { $0.difference != 0 }.map { move in
                let plan = board.model.plans[move.plan]
                return MyPay.Part(
                    plan.line(move.component).title[language], amounts.change(move.difference),
                    note: plan.title[language])
            }
            deal.points = told.map { units, moves in
                OneMoreDeal.Point(amounts.plain(minorUnits(units)), amounts.change(gain(moves)))
            }
            let largest: Int64? = answers.count == points.count ? nil : points.prefix(answers.count).last ?? 0
            let steps = StepAhead(unit: asked.unit, usual: usual.amount, largest: largest)
            if let step = await steps.found(brings: gains) {
                deal.step = OneMoreDeal.Point(amounts.text(minorUnits(step.amount)), amounts.change(step.gain))
                let soFar = await soFar
                if let now = amounts.figure(soFar), let then = amounts.figure(soFar + minorUnits(step.amount)) {
                    deal.progress = (now, then)
                }
            }
            return deal
        }
    }

    /// A quarter of the usual deal, the half, and so on up to five of it and a quarter.
    private var points: [Int64] {
        (1...21).compactMap { quarters in
            let (product, overflow) = usual.amount.multipliedReportingOverflow(by: Int64(quarters))
            return overflow ? nil : max(asked.unit, product / 4 / asked.unit * asked.unit)
        }
    }

    /// What the deal that is asked about moves of his pay: followed, else calculated anew aside, as a deal far larger than any before
    /// and the first one of all in a month.
    private var brought: SupposedDeals.State {
        get async {
            let (usual, day, person, units) = (self.usual, self.day, self.person, asked.units)
            if let followed = await broughtWhileFollowed([units])?.first {
                return .done(followed.moves.filter { $0.person == person })
            }
            let key = SupposedDeals.Key(person: reading.pay.person, period: period.description, amount: units)
            let (company, basis) = (self.company, board.basis)
            let state = try? await reading.asked.site.supposedDeals.settled(key) {
                try await company.movesCalculatedAnew(basis: basis) { [usual.supposed(units, on: day, $0)] }
                    .moves.filter { $0.person == person }
            }
            return state ?? .failed
        }
    }

    private func brought(_ units: [Int64]) async -> [Moves]? {
        let (usual, day) = (self.usual, self.day)
        return try? await company.trials(basis: board.basis) { run in units.map { [usual.supposed($0, on: day, run)] } }
    }

    /// The same up to the first amount that cannot be followed.
    private func broughtWhileFollowed(_ units: [Int64]) async -> [Moves]? {
        let (usual, day) = (self.usual, self.day)
        return try? await company.trialsWhileFollowed(basis: board.basis) { run in
            units.map { [usual.supposed($0, on: day, run)] }
        }
    }

    private func gains(_ units: [Int64]) async -> [Int128]? { await brought(units)?.map(gain) }

    private func gain(_ moves: Moves) -> Int128 {
        moves.moves.lazy.filter { $0.person == person }.reduce(Int128(0)) { $0 + $1.difference }
    }

    /// What his deals of the period come to, in minor units.
    private var soFar: Int128 {
        get async {
            let changes = await company.read { $0.changes }
            let deals = usual.deals(of: person, in: board.model, period.range, after: changes)
            return minorUnits(deals.reduce(Int64(0)) { $0 &+ $1.amount })
        }
    }

    private func text(_ units: Int64) -> String { amounts.text(minorUnits(units)) }

    /// Units of the deal's column in minor units of the currency.
    private func minorUnits(_ units: Int64) -> Int128 {
        var (value, places) = (Int128(units), usual.places)
        while places < amounts.currency.minorDigits {
            value *= 10
            places += 1
        }
        while places > amounts.currency.minorDigits {
            value /= 10
            places -= 1
        }
        return value
    }

    private var note: String {
        let id = board.model.events[usual.kind].keys[usual.row]
        return DealWords.note(day.text(in: language.ofTexts), "\(kind.title[language]) \(id)")[language]
    }
}

extension Period {
    /// The day on which a deal of the period is supposed: today, as far as that is in it.
    func lastDay(until today: CivilDay) -> CivilDay {
        let last = range.until.adding(days: -1) ?? range.from
        return min(max(today, range.from), last)
    }
}

/// The amount that is asked about: what was entered, or the usual one.
struct DealAmount {
    /// In units of the deal's column.
    let units: Int64
    /// As it stands in its field.
    let entered: String
    /// Whether what was entered is no amount.
    let isRefused: Bool
    /// A whole unit of the currency, in units of the column.
    let unit: Int64

    /// - Parameter text: What was entered; nil when nothing was asked.
    init(_ text: String?, usual: UsualDeal, _ amounts: Amounts) {
        unit = (0..<min(usual.places, 16)).reduce(Int64(1)) { product, _ in product * 10 }
        if let text, let units = Self.units(of: text, places: usual.places, amounts.language) {
            (self.units, entered, isRefused) = (units, text, false)
            return
        }
        units = usual.amount
        entered =
            text
            ?? HTML.FigureText.text(Figure(units: Int128(usual.amount), places: usual.places), in: amounts.language)
        isRefused = text != nil
    }

    /// The units of an amount as people write it: groups by spaces, or in English by commas; the decimal mark of the language or a point.
    static func units(of text: String, places: Int, _ language: PageLanguage) -> Int64? {
        var digits = ""
        var decimals: Int?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9":
                digits.unicodeScalars.append(scalar)
                decimals = decimals.map { $0 + 1 }
            case " ", "\u{A0}", "\u{202F}": continue
            case "," where language == .en: continue
            case ".", ",":
                guard decimals == nil else { return nil }
                decimals = 0
            default: return nil
            }
        }
        // Zeros at the end of the decimals say nothing.
        while let count = decimals, count > places, digits.last == "0" {
            digits.removeLast()
            decimals = count - 1
        }
        let missing = places - (decimals ?? 0)
        guard missing >= 0, digits.utf8.count <= 15, let number = Int64(digits), number > 0 else { return nil }
        let (units, overflow) = (0..<missing).reduce((number, false)) { result, _ in
            let (product, over) = result.0.multipliedReportingOverflow(by: 10)
            return (product, result.1 || over)
        }
        return overflow || units > 1_000_000_000_000_000_000 ? nil : units
    }
}

extension HTML.FigureText {
    /// A figure that may be beyond any.
    fileprivate static func text(_ figure: Figure?, in language: PageLanguage) -> String {
        figure.map { text($0, in: language) } ?? ""
    }
}
