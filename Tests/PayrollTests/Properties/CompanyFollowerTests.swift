import Calculation
import Company
import Foundation
import Periods
import Samples
import Storage
import Testing

@testable import Payroll

/// Whatever rows come, a company that is followed row by row has the lines of one that is read anew.
@Suite("A company followed row by row")
struct CompanyFollowerTests {
    typealias Rows = FollowedColumnsTests.Rows

    /// A company that is followed, and how it was followed.
    private final class Followed {
        let company: PayCompany
        private(set) var live: LiveRun
        private(set) var follower: CompanyFollower
        /// How many changes were followed, and how often the company was read anew.
        private(set) var counts = (followed: 0, anew: 0)
        private(set) var causes: [RowCause] = []

        init(_ company: PayCompany) async throws {
            self.company = company
            (live, follower) = try await Self.read(company)
        }

        private static func read(_ company: PayCompany) async throws -> (LiveRun, CompanyFollower) {
            let cycle = company.cycle
            let head = try company.workspace.read { try $0.factHead }
            let asked = try await cycle.asked(upTo: head)
            return (
                LiveRun(await asked.everybody(threads: 1)),
                CompanyFollower(asked.model, text: cycle.text, head: head)
            )
        }

        /// Follows what has come, or reads the company anew.
        func next() async throws {
            var isFollowed = true
            switch try follower.next(company.cycle) {
            case .nothing: break
            case .anew: isFollowed = false
            case .steps(let steps):
                for (change, cause) in steps.flatMap(\.changes) where isFollowed {
                    do { try live.apply(change) } catch { isFollowed = false }
                    causes.append(cause)
                    counts.followed += 1
                }
            }
            if isFollowed { return }
            counts.anew += 1
            (live, follower) = try await Self.read(company)
        }

        /// The lines of the first quarter, by names, as followed and as the company read anew has them.
        func lines() async throws -> (followed: [String], anew: [String]) {
            let from = try #require(CivilDay(parsing: "2026-01-01"))
            let range = DayRange(from: from, clampingUntil: try #require(CivilDay(parsing: "2026-04-01")))
            let model = try await company.cycle.askedNow().model
            let people = Set(0..<Int32(model.people.count))
            let anew = Run.reference(model, in: range, people: people).map { "\(RunLine($0, model))" }
            let followed = live.lines.filter { line in
                let own = line.participation.period.range
                return range.from < own.until && own.until <= range.until
            }.map { "\(RunLine($0, live.model))" }
            return (followed.sorted(), anew.sorted())
        }
    }

    @Test("any imports in any order: every line is that of the company read anew", arguments: 0..<8)
    func anyImports(seed: Int) async throws {
        var rows = Rows(random: SeededGenerator(seed: UInt64(500 + seed)))
        let followed = try await Followed(try FollowedColumnsTests.company(&rows))
        for _ in 0..<16 {
            let step = rows.random.below(14)
            let tables =
                step == 13
                ? Self.assignments(&rows)
                : FollowedColumnsTests.with(headers: FollowedColumnsTests.tables(step, &rows))
            try followed.company.learn(tables, complete: step == FollowedColumnsTests.complete)
            try await followed.next()
            let lines = try await followed.lines()
            #expect(lines.followed == lines.anew, "after \(tables)")
        }
        // Most of what comes is followed: new people, roles, texts and decimals are not.
        #expect(followed.counts.followed > 5 && followed.counts.anew < 16)
    }

    /// Somebody's assignment ends on another day than it did.
    private static func assignments(_ rows: inout Rows) -> [String: String] {
        let day = "2026-0\(rows.random.within(1...4))-\(rows.random.within(10...28))"
        return [
            "assignments.csv":
                "person,position,unit,from,until\np\(rows.random.within(1...4)),seller,sales,2025-01-01,\(day)\n"
        ]
    }

    @Test("each change names the row that it comes from, and rows of one import are told in their order")
    func causes() async throws {
        var rows = Rows(random: SeededGenerator(seed: 600))
        let followed = try await Followed(try FollowedColumnsTests.company(&rows))
        let sale = try #require(rows.sales.last)
        func learn(_ tables: [String: String], complete: Bool = false) async throws {
            try followed.company.learn(FollowedColumnsTests.with(headers: tables), complete: complete)
            try await followed.next()
        }
        try await learn(["sale.csv": "z1,2026-02-11,p3,c1,500,sale,\na1,2026-02-12,p3,c1,700,sale,\n"])
        try await learn(["sale.csv": "z1,2026-02-11,p3,c1,600,sale,\n"])
        try await learn(["targets.csv": "sold,p2,2026-02,800\n"])
        try await learn(["targets.csv": "sold,p2,2026-02,900\n"])
        try await learn(["entered.csv": "mark,p2,2026-01,4,p4\n"])
        try await learn(["sale_share.csv": "\(sale),p1,40%\n\(sale),p2,60%\n"])
        #expect(
            followed.causes == [
                RowCause(kind: "sale", key: "z1", deed: .came), RowCause(kind: "sale", key: "a1", deed: .came),
                RowCause(kind: "sale", key: "z1", deed: .changed),
                RowCause(kind: "targets", key: "sold\u{1F}p2\u{1F}2026-02", deed: .came),
                RowCause(kind: "targets", key: "sold\u{1F}p2\u{1F}2026-02", deed: .changed),
                RowCause(kind: "entered", key: "mark\u{1F}p2\u{1F}2026-01", deed: .came),
                RowCause(kind: "sale", key: sale, deed: .changed),
            ])
        #expect(followed.counts.anew == 0)
    }

    @Test("a text that the company has not had, and a new person, are read anew")
    func anew() async throws {
        var rows = Rows(random: SeededGenerator(seed: 700))
        let followed = try await Followed(try FollowedColumnsTests.company(&rows))
        for tables in [
            ["sale.csv": "n1,2026-02-11,p3,c1,500,never seen,\n"], ["people.csv": "p9,Nina\n"],
        ] {
            let before = followed.counts.anew
            try followed.company.learn(FollowedColumnsTests.with(headers: tables))
            try await followed.next()
            #expect(followed.counts.anew == before + 1)
            let lines = try await followed.lines()
            #expect(lines.followed == lines.anew)
        }
    }
}
