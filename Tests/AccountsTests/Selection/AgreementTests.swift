import Accounts
import Statistics
import Testing

private func rounded(_ value: Double, _ places: Int = 4) -> Double {
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    return (value * factor).rounded() / factor
}

@Suite("Selection: how far departments agree (Kendall's W)")
struct AgreementTests {
    @Test func `four departments agree to .8543, by chance 75 times in a million`() throws {
        let agreement = try SixAccounts.closed().agreement(on: .attractiveness)
        #expect(rounded(agreement.coefficient) == 0.8543)
        #expect(rounded(agreement.p, 6) == 0.000075)
        #expect(agreement.way == .exact)
        #expect(agreement.departments == SixAccounts.departments)
        #expect(try SixAccounts.closed().agreement(on: "quality").coefficient == agreement.coefficient)
    }

    @Test func `after the session, supply giving A an 8, they agree to .8949`() throws {
        var round = try SixAccounts.closed()
        try round.hold(try SixAccounts.minutes("m1", about: "A", supply: 6, to: 8))
        for department in SixAccounts.departments { try round.sign("m1", for: department) }
        #expect(try rounded(round.agreement(on: .attractiveness).coefficient) == 0.8949)
    }

    @Test func `finance being absent, the three others agree to .8590`() throws {
        var scores: [[Int?]] = SixAccounts.scores
        scores[3][2] = nil
        let agreement = try SixAccounts.closed(scores).agreement(on: .attractiveness)
        #expect(rounded(agreement.coefficient) == 0.8590)
        #expect(agreement.absent == ["finance"])
        #expect(agreement.departments == ["marketing", "supply", "sales"])
    }

    @Test func `a department that gives all 7 stays and is named; it lowers W`() throws {
        var scores: [[Int?]] = SixAccounts.scores
        scores[3] = [7, 7, 7, 7, 7, 7]
        let agreement = try SixAccounts.closed(scores).agreement(on: .attractiveness)
        #expect(agreement.undecided == ["finance"])
        #expect(agreement.departments.count == 4)
        #expect(agreement.coefficient < 0.8543)
    }

    @Test func `where all departments give all the same, W has no value`() throws {
        let round = try SixAccounts.closed(Array(repeating: [7, 7, 7, 7, 7, 7], count: 4))
        #expect(throws: NoFigure.statistic(.noVariation)) { try round.agreement(on: .attractiveness) }
        #expect(!round.agrees)
    }

    @Test func `one complete department of four is not enough`() throws {
        let round = try SixAccounts.closed([[9, 7, 8, 4, 5, 3], [6], [9], [7]])
        #expect(throws: NoFigure.statistic(.tooFew(count: 1, needed: 2))) { try round.agreement(on: .attractiveness) }
    }

    @Test func `two candidates are too few to put into order`() throws {
        var round = Round(
            id: "r", model: try SixAccounts.model(), candidates: ["A", "B"], closes: day("2026-03-20"))
        try round.open(on: day("2026-03-02"))
        #expect(throws: NoFigure.statistic(.tooFew(count: 2, needed: 3))) { try round.agreement(on: .strength) }
    }
}
