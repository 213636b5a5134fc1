import Calculation
import Company
import Periods
import Testing

@testable import Live

/// What a period brings if it goes on like this, against examples worked out by hand.
@Suite("If it goes on like this")
struct PaceForecastTests {
    /// Months of 20 working days with a deal of so much on the days at 5, 10, 15 and 20.
    private func past(_ totals: [Double]) -> [PaceForecast.Past] {
        totals.map { total in
            PaceForecast.Past(
                days: 20, deals: [0.25, 0.5, 0.75, 1].map { PaceForecast.Deal(place: $0, amount: total / 4) })
        }
    }

    @Test("even months of 400: after a quarter with its 100 the month brings 400, and its pace is that of the past")
    func even() throws {
        let forecast = try #require(PaceForecast(soFar: 100, gone: 0.25, days: 20, past: past([400, 400, 400, 400])))
        #expect((forecast.prior, forecast.grain, forecast.share) == (400, 100, 0.25))
        #expect(forecast.variance == 0.02)
        // λ = (50 + 100/100) / (50 + 0.25·400/100) = 1; 100 + 0.75·400·1.
        #expect(abs(forecast.expected - 400) < 1e-9)
    }

    @Test("a slow beginning is believed the less the more alike earlier months were: of 400 then 294.12")
    func slow() throws {
        let forecast = try #require(PaceForecast(soFar: 0, gone: 0.25, days: 20, past: past([400, 400, 400, 400])))
        // λ = 50 / 51; 0.75·400·50/51 = 294.117…
        #expect(abs(forecast.expected - 294.1176470588) < 1e-6)
        let wild = try #require(PaceForecast(soFar: 0, gone: 0.25, days: 20, past: past([100, 700, 100, 700])))
        #expect(wild.variance > 0.2)
        #expect(wild.expected < forecast.expected)
    }

    @Test("fewer than two earlier periods with deals say nothing, nor do amounts below zero")
    func tooFew() {
        #expect(PaceForecast(soFar: 0, gone: 0.5, days: 20, past: past([400])) == nil)
        #expect(PaceForecast(soFar: 0, gone: 0.5, days: 20, past: []) == nil)
        #expect(PaceForecast(soFar: 0, gone: 0.5, days: 20, past: past([400, -400])) == nil)
    }

    @Test("draws are the same for a seed, and their middle is what is expected")
    func draws() throws {
        let forecast = try #require(PaceForecast(soFar: 100, gone: 0.25, days: 20, past: past([400, 300, 500, 400])))
        #expect(forecast.draws(5, seed: 42) == forecast.draws(5, seed: 42))
        #expect(forecast.draws(5, seed: 42) != forecast.draws(5, seed: 43))
        let many = forecast.draws(20_000, seed: 7)
        let mean = many.reduce(0, +) / Double(many.count)
        #expect(abs(mean - forecast.remaining) < forecast.remaining * 0.02)
        #expect(many.allSatisfy { $0 >= 0 })
    }

    /// Anna sells 1 000 in January and 3 000 in March for 5 %; on the tenth of March nothing but these is known.
    @Test("the company prices what may come: five percent of it, and nothing that lies after the day is looked at")
    func priced() async throws {
        var files = SmallCompany.files
        files["sale.csv"] =
            "id,date,seller,amount\n"
            + ["2026-01-10", "2026-01-20", "2026-02-10", "2026-02-20", "2026-03-02", "2026-03-30"].enumerated().map {
                "\($0 + 1),\($1),anna,1000\n"
            }.joined()
        let model = try SmallCompany.model(files)
        let live = await LiveCompany.following(.computed(model, threads: 1))
        let today = try #require(CivilDay(parsing: "2026-03-10"))
        let march = try #require(model.calendar.parse("2026-03"))
        let usual = try #require(UsualDeal(of: 0, in: model, until: today))
        #expect(usual.amount == 1_000)
        let outlook = try PayOutlook(of: 0, usual, in: model, march, today: today)
        let moves = try await live.trials(basis: 0) { outlook.supposed($0) }
        let forecast = try #require(outlook.forecast(of: 0, moves))
        #expect(forecast.sales.soFar == 1_000)
        #expect(forecast.low <= forecast.middle && forecast.middle <= forecast.high)
        // Five percent of about what the days left usually bring, in kopecks.
        #expect(forecast.middle > 0 && forecast.high < Int128(forecast.sales.prior * 3 * 5))
        #expect(live.board.version == 0)
        let early = try #require(CivilDay(parsing: "2026-03-03"))
        #expect(throws: PayForecast.Reason.tooEarly(try #require(CivilDay(parsing: "2026-03-04")))) {
            try PayOutlook(of: 0, usual, in: model, march, today: early)
        }
        let over = try #require(CivilDay(parsing: "2026-04-03"))
        #expect(throws: PayForecast.Reason.notNow) { try PayOutlook(of: 0, usual, in: model, march, today: over) }
    }
}
