import Testing

@testable import Payroll
@testable import Storage

/// Whom the second approval calculates again.
struct RunSampleTests {
    private func run(_ people: Int, id: String = "r1") -> StoredRun {
        StoredRun(
            id: id, period: "2026-01", model: "m", dataHead: 1, dataDigest: "d", ledgerHead: 0,
            lines: (0..<people).map { number in
                RunLine(
                    person: "p\(number)", plan: "seller", component: "commission", period: "2026-01",
                    from: "2026-01-01", until: "2026-02-01", amount: 100)
            })
    }

    @Test("everybody when they are few, ten when they are many")
    func size() {
        #expect(RunSample.people(of: run(0)).isEmpty)
        #expect(RunSample.people(of: run(3)) == ["p0", "p1", "p2"])
        #expect(RunSample.people(of: run(500)).count == 10)
    }

    @Test("the same run is looked at in the same people, another one in others")
    func chosen() {
        #expect(RunSample.people(of: run(500)) == RunSample.people(of: run(500)))
        #expect(RunSample.people(of: run(500)) != RunSample.people(of: run(500, id: "r2")))
    }
}
