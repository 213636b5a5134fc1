import Calculation
import Company
import Formulas
import Messages
import Quantities
import Testing

@Suite("Property: contests")
struct ContestPropertyTests {
    private static let seeds: [UInt64] = [201, 202, 203, 204, 205]

    /// What a component of the random company pays in a month, in kopecks, by person.
    private func paid(_ component: String, _ month: Int, _ company: TestCompany) throws -> [String: Int64] {
        var paid: [String: Int64] = [:]
        for line in try company.lines("2026-0\(month)")
        where company.model.plans[line.plan].line(line.component).name == component {
            paid[company.model.people.id(line.participation.person), default: 0] += try #require(
                line.amount.value?.minorUnits)
        }
        return paid
    }

    private func files(_ random: inout SplitMix64) -> RandomCompany {
        var company = RandomCompany(&random)
        company.files["company.yaml"] = company.files["company.yaml"]?.replacing("    cap: 200 000 RUB\n", with: "")
        return company
    }

    @Test("the parts of a pot sum to it, and the members' parts to their units' prizes", arguments: seeds)
    func sums(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let company = try TestCompany(files: files(&random).files)
        for month in 1...6 {
            #expect(try paid("pot", month, company).values.reduce(0, +) == 555_555, "seed \(seed), month \(month)")
            #expect(try paid("teams", month, company).values.reduce(0, +) == 999_999, "seed \(seed), month \(month)")
        }
    }

    @Test("no prize depends on the order of the people", arguments: seeds)
    func order(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let files = files(&random)
        let company = try TestCompany(files: files.files)
        let other = try TestCompany(files: files.shuffled(&random).files)
        for component in ["race", "pot", "ladder", "own", "teams", "spot"] {
            for month in 1...6 {
                #expect(try paid(component, month, company) == paid(component, month, other), "seed \(seed)")
            }
        }
    }

    @Test("only the order of the scores decides a ranking: tripled and raised scores win the same", arguments: seeds)
    func ranking(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let scores = (0..<random.integer(2...30)).map { ("p\($0)", random.decimal(-20...20, places: 1)) }
        let prizes: [Int64] = [60_000_01, 30_000_00, 10_000_03]
        let won = try Ranking.prizes(prizes, for: scores)
        let raised = try scores.map { ($0.0, try $0.1.multiplied(by: 3).adding(1000)) }
        #expect(try Ranking.prizes(prizes, for: raised) == won, "seed \(seed)")
        let shuffled = scores.shuffled(using: &random)
        let again = Dictionary(
            uniqueKeysWithValues: zip(shuffled.map(\.0), try Ranking.prizes(prizes, for: shuffled)))
        #expect(scores.map { again[$0.0] } == won, "seed \(seed)")
        #expect(won.reduce(0, +) == prizes.prefix(scores.count).reduce(0, +), "seed \(seed)")
    }

    @Test("rewards paid never exceed the budget, and one not paid was more than what was left", arguments: seeds)
    func spot(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let company = try TestCompany(files: files(&random).files)
        var notPaid = 0
        for month in 1...6 {
            #expect(try paid("spot", month, company).values.reduce(0, +) <= 300_000, "seed \(seed), month \(month)")
            notPaid += try company.lines("2026-0\(month)").flatMap(\.remarks).filter { $0.code == "over-budget" }.count
        }
        #expect(notPaid > 0, "seed \(seed)")
    }
}
