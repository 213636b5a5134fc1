import Quantities
import Testing

@Suite("Property: lines computed one by one")
struct LineSumTests {
    private static let people = ["anna", "boris", "vera"]

    @Test("a person's figure is the sum of his rounded lines, in whole kopecks", arguments: [31, 32, 33] as [UInt64])
    func rounded(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var sales = "id,date,group,amount\n"
        var parts = "sale,person,share\n"
        var expected: [String: Int] = [:]
        let rates = ["a": 25, "b": 35, "c": 0]  // in tenths of a percent; nothing is said of c
        for number in 1...300 {
            let kopecks = random.integer(-99_999...99_999)
            let group = random.pick(["a", "b", "c"])
            sales += "\(number),2026-01-\(random.integer(10...28)),\(group),\(kopecks.roubles)\n"
            let first = random.integer(1...99)
            for (person, share) in zip(Self.people.shuffled(using: &random), [first, 100 - first]) {
                parts += "\(number),\(person),\(share)%\n"
                let credit = Self.halfEven(kopecks * share, 100)
                expected[person, default: 0] += Self.halfEven(credit * (rates[group] ?? 0), 1000)
            }
        }
        let company = try TestCompany(
            staff: Self.people.joined(separator: " "),
            """
            events:
              sale:
                fields: {date: day, group: text, amount: money}
                credit: split(share)
                computed:
                  credit: round_half_even(sale.amount * share, 2)
                  fee: round_half_even(sale.credit * rate(fees), 2)
            splits: {share: {of: sale}}
            rate_tables: {fees: {by: {group: sale.group}, rate: percent}}
            metrics: {fees_earned: {unit: RUB, value: sum(sale.fee)}}
            """,
            ["sale.csv": sales, "share.csv": parts, "fees.csv": "group,rate\na,2.5%\nb,3.5%\n"])
        for person in Self.people {
            let kopecks = Int64(expected[person] ?? 0)
            let roubles = try FixedDecimal(minorUnits: kopecks, places: 2).text(places: 2, group: " ")
            #expect(try company.figure("fees_earned", of: person, "2026-01") == "\(roubles) RUB", "seed \(seed)")
        }
    }

    /// A quotient of whole numbers to the nearest, a half to the even one.
    private static func halfEven(_ dividend: Int, _ divisor: Int) -> Int {
        let size = abs(dividend)
        let twice = 2 * (size % divisor)
        let isUp = twice > divisor || (twice == divisor && (size / divisor) % 2 == 1)
        let rounded = size / divisor + (isUp ? 1 : 0)
        return dividend < 0 ? -rounded : rounded
    }
}
