import Company
import Ledger
import Quantities
import Testing

/// Russian labour code, art. 135: a disciplinary sanction cuts only the bonus of its period, by at most 20 % of the month's pay.
@Suite("The most a bonus may be cut for a disciplinary sanction")
struct DisciplineCutTests {
    @Test(
        "base pay 90 000.00; the cut asked for is the whole bonus",
        arguments: [
            // 20 % of 90 000 is 18 000; of 90 000 + 60 000 it is 30 000.
            (60_000_00, LedgerRules.DisciplineBase.basePay, 18_000_00), (60_000_00, .wholePay, 30_000_00),
            // 20 % of 90 000 + 25 000 is 23 000, which leaves 2 000 of the bonus.
            (25_000_00, .basePay, 18_000_00), (25_000_00, .wholePay, 23_000_00),
            // Never more than the bonus itself, and nothing where there is none.
            (10_000_00, .basePay, 10_000_00), (0, .wholePay, 0), (-5_000_00, .wholePay, 0),
        ] as [(Int64, LedgerRules.DisciplineBase, Int64)])
    func limit(bonus: Int64, base: LedgerRules.DisciplineBase, cut: Int64) throws {
        #expect(try DisciplineCut.allowed(.max, basePay: 90_000_00, bonus: bonus, base) == cut)
    }

    @Test(
        "less may be asked for; nothing is added",
        arguments: [(5_000_00, 5_000_00), (0, 0), (-1, 0), (Int64.min, 0)] as [(Int64, Int64)])
    func requested(_ requested: Int64, allowed: Int64) throws {
        #expect(try DisciplineCut.allowed(requested, basePay: 90_000_00, bonus: 60_000_00, .basePay) == allowed)
    }

    @Test("20 % of 0.09 is 0.018: a limit is not exceeded by rounding")
    func wholeKopecks() throws {
        #expect(try DisciplineCut.allowed(100, basePay: 9, bonus: 100, .basePay) == 1)
    }
}
