import Accounts
import Messages
import Periods
import Quantities
import Testing

private let fourthQuarter = DayRange(from: day("2026-10-01"), clampingUntil: day("2027-01-01"))

private func rate(_ promises: [Promise], on text: String = "2026-12-31") -> KeptRate {
    KeptRate(promises, dueIn: fourthQuarter, on: day(text), russia)
}

@Suite("Promises: how many were kept")
struct KeptRateTests {
    /// 14 in time (eight of weight 2, six of 1), 2 late, 1 broken, 1 open: weights 22 of 29.
    private func eighteen() throws -> [Promise] {
        var promises: [Promise] = []
        for number in 1...14 {
            promises.append(try promise(Key("k\(number)"), weight: number <= 8 ? 2 : 1).kept(on: "2026-10-20"))
        }
        promises.append(try promise("late1", weight: 2).kept(on: "2026-10-21"))
        promises.append(try promise("late2", weight: 2).kept(on: "2026-11-03"))
        promises.append(try promise("broken", weight: 2))
        promises.append(try promise("open", due: "2026-12-31", weight: 1))
        return promises
    }

    @Test func `14 of 18 are 77.8 %, by weight 22 of 29 are 75.9 %`() throws {
        let rate = rate(try eighteen())
        #expect(rate.due.count == 18)
        #expect(try rate.byCount().asPercent == "77.8 %")
        #expect((rate.inTime.weight, rate.due.weight) == (22, 29))
        #expect(try rate.byWeight().asPercent == "75.9 %")
        #expect([rate.late.count, rate.broken.count, rate.open.count] == [2, 1, 1])
        #expect(try rate.paid() == rate.byWeight())
    }

    @Test func `void and moved ones are not due, and shown`() throws {
        var released = try promise("v")
        try released.release(evidence: "mail", on: day("2026-10-08"))
        var moved = try promise("m")
        try moved.renegotiate(
            into: try promise("n", due: "2027-01-20", replaces: "m"), consent: "t1", on: day("2026-10-08"), russia)
        let rate = rate(try eighteen() + [released, moved])
        #expect(rate.due.count == 18)
        #expect([rate.void.count, rate.moved.count] == [1, 1])
    }

    @Test func `0 due have no rate, 4 due none that is paid`() throws {
        #expect(throws: NoFigure.self) { try rate([]).byWeight() }
        let four = rate(try Array(eighteen().prefix(4)))
        #expect(try four.byWeight() == 1)
        do {
            _ = try four.paid()
            Issue.record("four were paid for")
        } catch {
            #expect(error.text.ru == "обещания со сроком в периоде: 4, нужно не меньше 5")
        }
    }

    @Test func `done is not kept: until somebody confirms it is open, and a later confirmation counts from its day`()
        throws
    {
        let confirmedLater = try promise("p").kept(on: "2026-10-19", confirmed: "2027-01-15")
        #expect(rate([confirmedLater]).open.count == 1)
        #expect(try rate([confirmedLater]).byWeight() == 0)
        #expect(try rate([confirmedLater], on: "2027-01-15").byWeight() == 1)
    }

    @Test func `kept but written down late is due and not counted as kept`() throws {
        let rate = rate([try promise("p", recorded: "2026-10-15", origin: "2026-10-06").kept(on: "2026-10-19")])
        #expect(rate.notCounting.count == 1)
        #expect(try rate.byWeight() == 0)
    }

    @Test func `a task imported twice counts once`() throws {
        let one = try promise("p").kept(on: "2026-10-19")
        #expect(rate([one, one]).due.count == 1)
    }

    @Test func `what was broken before the owner left stays his; what is kept after goes to the successor`() throws {
        var broken = try promise("b", due: "2026-10-20")
        try broken.handOver(to: "belov", on: day("2026-10-21"))
        #expect(broken.creditedTo == "sokolova")
        #expect(broken.owner(on: day("2026-10-21")) == "belov")
        var kept = try promise("k", due: "2026-10-28")
        try kept.handOver(to: "belov", on: day("2026-10-21"))
        #expect(try kept.kept(on: "2026-10-27").creditedTo == "belov")
    }
}

@Suite("Promises: the quarter's sample")
struct PromiseSampleTests {
    @Test(arguments: [(0, 0), (1, 1), (2, 2), (20, 2), (21, 3), (34, 4)])
    func `a tenth of the kept ones, at least two`(kept: Int, drawn: Int) {
        #expect(PromiseSample.size(of: kept) == drawn)
        #expect(PromiseSample.size(of: kept, doubled: true) == min(kept, 2 * max(2, drawn)))
    }

    @Test func `the seed decides, not the order of the list`() {
        let kept = (1...40).map { Key<Promise>("p\($0)") }
        let drawn = PromiseSample.draw(from: kept, seed: 2026)
        #expect(drawn.count == 4)
        #expect(PromiseSample.draw(from: kept.reversed(), seed: 2026) == drawn)
        #expect(PromiseSample.draw(from: kept, seed: 2027) != drawn)
    }
}
