import Accounts
import Periods
import Quantities
import Testing

@Suite("Radar: calls, orders, sales, money")
struct TradeRadarTests {
    /// Tier A, 14 days. 1 October + 14 is the 15th.
    @Test(
        arguments: [
            ("2026-10-11", []), ("2026-10-12", ["R5 c034 note manager"]), ("2026-10-15", ["R5 c034 note manager"]),
            ("2026-10-16", ["R5 c034 warning manager"]), ("2026-10-29", ["R5 c034 alarm manager+head"]),
        ] as [(String, [String])])
    func `R5: a call due in three days, late, and twice the norm`(on: String, found: [String]) throws {
        #expect(try look(on: day(on)) { $0.calls = try calls(norm: 14, ["2026-10-01"]) } == found)
    }

    /// Nine orders a week apart until 10 April: the limit is max(4 · 7, 35) days.
    @Test(arguments: [("2026-05-15", 35, false), ("2026-05-16", 36, true)])
    func `R6: 36 days of silence of a client that orders weekly`(on: String, gap: Int, isFound: Bool) throws {
        let last = day("2026-04-10")
        #expect(last.days(until: day(on)) == gap)
        let orders = (0..<9).compactMap { last.adding(days: -7 * $0) }
        #expect(look(on: day(on)) { $0.orders = orders } == (isFound ? ["R6 c034 warning manager+head"] : []))
        #expect(look(on: day(on)) { $0.orders = orders.dropLast() } == [])
    }

    /// Own 300 of 1,000 before, all 5,000 of 9,700: .3 ÷ .5155 − 1 = −41.8 %; orders 6 of 15, all 58 of 100: −31.0 %.
    @Test func `R7: revenue and orders fall against all key clients`() throws {
        let market = SalesTrend(revenue: 5_000, before: 9_700, orders: 58, before: 100)
        let own = SalesTrend(revenue: 300, before: 1_000, orders: 6, before: 15)
        let change = try Radar.change(own, against: market)
        #expect(try change.revenue.asPercent == "-41.8 %")
        #expect(try change.orders.asPercent == "-31.0 %")
        #expect(look(market: market) { $0.sales = own } == ["R7 c034 alarm manager+head"])
    }

    @Test func `R7: a fall that all share, or of revenue alone, is none`() {
        let market = SalesTrend(revenue: 300, before: 1_000, orders: 40, before: 100)
        #expect(look(market: market) { $0.sales = SalesTrend(revenue: 3, before: 10, orders: 4, before: 10) } == [])
        #expect(look(market: market) { $0.sales = SalesTrend(revenue: 1, before: 10, orders: 4, before: 10) } == [])
        #expect(look(market: nil) { $0.sales = SalesTrend(revenue: 0, before: 10, orders: 0, before: 10) } == [])
    }

    @Test func `R7: the bound of 25 % is in, and another threshold is another bound`() {
        let market = SalesTrend(revenue: 100, before: 100, orders: 100, before: 100)
        let own = SalesTrend(revenue: 75, before: 100, orders: 75, before: 100)
        var strict = RadarThresholds()
        strict.drop = FixedDecimal(raw: 3_000_000_000_000_000)
        #expect(look(market: market) { $0.sales = own } == ["R7 c034 alarm manager+head"])
        #expect(look(market: market, strict) { $0.sales = own } == [])
    }

    @Test func `R8: 50.6, 37.1, 29.2 % of the wallet, or a second supplier`() throws {
        let falling = [try decimal("0.506"), try decimal("0.371"), try decimal("0.292")]
        #expect(look { $0.wallet = falling } == ["R8 c034 warning manager+head"])
        #expect(look { $0.wallet = Array(falling.suffix(2)) } == [])
        #expect(look { $0.wallet = [falling[0], falling[2], falling[1]] } == [])
        #expect(
            look { $0.risks = [Risk("r1", .secondSupplier, seen: day("2026-10-14"), owner: "sokolova")] }
                == ["R8 c034 warning manager+head"])
    }

    /// 14 days are not more than 14.
    @Test(
        arguments: [
            ("2026-10-01", []), ("2026-09-30", ["R9 c034 warning manager+finance"]),
            ("2026-09-14", ["R9 c034 alarm manager+finance+head"]),
        ] as [(String, [String])])
    func `R9: money 14, 15 and 31 days overdue`(since: String, found: [String]) {
        #expect(look { $0.overdueSince = day(since) } == found)
    }

    @Test func `R10: claims of 155 days, and closed without root cause`() {
        #expect(look { $0.claims = [Claim("Q1", opened: day("2026-05-13"))] } == ["R10 Q1 alarm manager+head"])
        // 61 days, and 60.
        #expect(look { $0.claims = [Claim("Q1", opened: day("2026-08-15"))] } == ["R10 Q1 alarm manager+head"])
        #expect(look { $0.claims = [Claim("Q1", opened: day("2026-08-16"))] } == ["R10 Q1 warning manager"])
        #expect(look { $0.claims = [Claim("Q1", opened: day("2026-09-23"))] } == ["R10 Q1 warning manager"])
        #expect(look { $0.claims = [Claim("Q1", opened: day("2026-09-24"))] } == [])
        let closed = day("2026-10-02")
        #expect(
            look { $0.claims = [Claim("Q1", opened: day("2026-10-01"), closed: closed)] } == ["R10 Q1 warning manager"])
        #expect(look { $0.claims = [Claim("Q1", opened: closed, closed: closed, rootCause: "pallets")] } == [])
    }

    @Test func `R11: one cause three times in 180 days, today being one of them`() {
        func claims(first: String) -> [Claim] {
            [first, "2026-07-01", "2026-10-01"].enumerated().map {
                Claim(Key("Q\($0)"), opened: day($1), closed: day($1), rootCause: "pallets")
            }
        }
        // 19 April is 179 days before.
        #expect(look { $0.claims = claims(first: "2026-04-19") } == ["R11 c034 pallets warning causeOwnersHead"])
        #expect(look { $0.claims = claims(first: "2026-04-18") } == [])
    }

    @Test func `R25: a risk that nobody owns for 14 days`() {
        #expect(look { $0.risks = [Risk("law", .law, seen: day("2026-10-01"))] } == ["R25 law warning head"])
        #expect(look { $0.risks = [Risk("law", .law, seen: day("2026-10-02"))] } == [])
    }

    @Test func `R26: 20.4 % of a unit, or more than a third of a book`() throws {
        let kazan = try AccountConcentration(["c059": 204, "a": 199, "b": 199, "c": 199, "d": 199])
        let radar = Radar(russia)
        #expect(
            radar.concentration(in: "Kazan", isBook: false, kazan, on: today).map(line) == "R26 Kazan warning director")
        #expect(radar.concentration(in: "safina", isBook: true, kazan, on: today) == nil)
        let third = try AccountConcentration(["a": 1, "b": 1, "c": 1])
        #expect(radar.concentration(in: "safina", isBook: true, third, on: today) == nil)
    }

    @Test func `R27: 88 % of the ceiling warns, 110 % alarms, and so do two quarters without effect`() {
        func incentive(services: Int, gains: [FixedDecimal] = [1, 1]) -> [String] {
            look {
                $0.incentive = (
                    Incentive(
                        foodBought: 12_400_000, premium: 372_000, services: FixedDecimal(services), isTrader: true),
                    gains
                )
            }
        }
        #expect(incentive(services: 310_000) == ["R27 c034 alarm manager+finance"])
        #expect(incentive(services: 174_000) == ["R27 c034 warning manager+finance"])
        #expect(incentive(services: 0) == [])
        #expect(incentive(services: 0, gains: [5, 0, -1]) == ["R27 c034 warning manager+finance"])
    }

    @Test func `R29: a rival ahead in the client's eyes, or closer by .05`() throws {
        let (ahead, level, behind) = (try decimal("1.08"), try decimal("1.03"), try decimal("0.98"))
        #expect(look { $0.relativeInTheirEyes = [behind] } == ["R29 c034 warning manager+marketing"])
        #expect(look { $0.relativeInTheirEyes = [ahead, level] } == ["R29 c034 warning manager+marketing"])
        #expect(look { $0.relativeInTheirEyes = [level, ahead] } == [])
    }

    /// Known on Monday the 12th at 18:00, told on Tuesday or Wednesday.
    @Test(
        arguments: [("2026-10-13 18:00", []), ("2026-10-14 09:00", ["R30 t1 warning manager"])] as [(String, [String])])
    func `R30: bad news told after more than a working day`(told: String, found: [String]) throws {
        #expect(
            try look {
                $0.touches = [
                    Touch(
                        "t1", at: try moment(told), client: "c034", contact: "k1", person: "sokolova",
                        message: .problem,
                        knownOn: try moment("2026-10-12 18:00"))
                ]
            } == found)
    }
}
