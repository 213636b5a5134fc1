import Quantities
import Testing

@Suite("Cases of peers, all of them")
struct PeerCoverageTests {
    private func checks() throws -> [PeerCheck] {
        try PeerPlanTests.checks() + PeerPlanTests.refused + PeerRunTests.checks() + PeerSplitTests.checks
            + PeerScaleTests.checks
    }

    @Test("every case is checked, and in one table only")
    func everyCaseOnce() throws {
        let known = try PeerFiles.cases().map(\.id)
        let checks = try checks()
        #expect(Set(known).count == known.count)
        #expect(Set(known).subtracting(checks.map(\.id)) == [], "checked nowhere")
        #expect(Set(checks.map(\.id)).subtracting(known) == [], "checked but not among the cases")
        let sources = Dictionary(grouping: checks, by: \.id).mapValues { Set($0.map(\.source)) }
        #expect(sources.filter { $0.value.count > 1 } == [:], "checked twice")
    }

    @Test("where a case expects one number, its table has that number")
    func figures() throws {
        let checks = Dictionary(grouping: try checks(), by: \.id)
        for peer in try PeerFiles.cases() {
            guard let number = peer.number, let found = checks[peer.id] else { continue }
            let figures = found.flatMap(\.peer)
            // A plan's test that differs has the peer's figure in its name only.
            if figures.isEmpty, found.contains(where: \.differs) { continue }
            #expect(figures.contains(number), "\(peer.id): \(number) is not among \(figures)")
        }
    }

    @Test("a case that comes out differently stands in Docs/differences.md, and no other does")
    func differences() throws {
        let documented = try PeerFiles.differences()
        let differing = Set(try checks().filter(\.differs).map(\.id))
        #expect(Set(documented).count == documented.count, "listed twice")
        #expect(differing.subtracting(documented) == [], "not documented")
        #expect(Set(documented).subtracting(differing) == [], "documented, but no test gives another figure")
    }
}
