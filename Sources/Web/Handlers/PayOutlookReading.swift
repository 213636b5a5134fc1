internal import Calculation
internal import Company
internal import HTML
internal import Live
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities

/// Asks the company what a period will pay somebody if it goes on like this.
struct PayOutlookReading {
    private let reading: PayReading
    private let company: LiveCompany
    private let board: Board
    private let person: Int32
    private let usual: UsualDeal
    private let period: Period

    /// - Returns: `nil` for a person who makes no deals, and while there are no figures.
    init?(_ reading: PayReading, _ period: Period) {
        guard let live = LivePerson(reading), let usual = live.usualDeal(until: reading.asked.site.today) else {
            return nil
        }
        self.reading = reading
        (company, board, person) = (live.company, live.board, live.number)
        self.usual = usual
        self.period = period
    }

    /// What a page says of it; nil of a period that is not that of today, and where the company cannot tell.
    var text: PayOutlookText? {
        get async {
            do {
                let earned = earned
                let key = Outlooks.Key(person: reading.pay.person, period: period.description, earned: earned)
                let site = reading.asked.site
                guard
                    let forecast = try await site.outlooks.forecast(key, at: site.clock(), { try await forecast })
                else { return nil }
                let amounts = reading.amounts
                return .forecast(
                    amounts.money(earned + forecast.middle), low: amounts.money(earned + forecast.low),
                    high: amounts.money(earned + forecast.high))
            } catch PayForecast.Reason.tooEarly(let day) {
                return .tooEarly(day.text(in: reading.language.ofTexts))
            } catch PayForecast.Reason.tooFew {
                return .tooFew
            } catch {
                return nil
            }
        }
    }

    private var earned: Int128 {
        board.lines(of: person, endingIn: period.range).reduce(Int128(0)) {
            $0 + Int128($1.amount.value?.minorUnits ?? 0)
        }
    }

    private var forecast: PayForecast? {
        get async throws {
            let outlook = try PayOutlook(
                of: person, usual, in: board.model, period, today: reading.asked.site.today,
                after: await company.read { $0.changes })
            let moves = try await company.trials(basis: board.basis) { outlook.supposed($0) }
            return outlook.forecast(of: person, moves)
        }
    }
}
