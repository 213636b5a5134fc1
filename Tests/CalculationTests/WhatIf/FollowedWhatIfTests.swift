import Calculation
import Company
import Formulas
import Live
import Messages
import Periods
import Testing

/// Rows that are followed move what calculating both sides moves.
@Suite("Rows that are supposed are followed")
struct FollowedWhatIfTests {
    private static func files(_ company: WhatIfCompany) -> [SourceFile] {
        company.files.map { SourceFile(path: $0, bytes: Array($1.utf8)) }
    }

    /// What rows move when one calculation follows them; `nil` when it cannot.
    private static func followed(_ company: WhatIfCompany, _ scenario: Scenario) async throws -> PayComparison? {
        let reading = CompanyReader.reading(files(company))
        let model = try #require(reading.model)
        let small = files(company).filter { !reading.storedFiles.contains($0.path) }
        guard let changes = CompanyReader.changes(scenario, of: model, small: small) else { return nil }
        let live = LiveRun(await LineEngine.computed(model))
        let trial = try live.trial(changes.map { .event($0) }) { run, people in
            (people: people, lines: run.lines(ofPeople: people), total: run.total)
        }
        let then = trial.result
        return PayComparison(
            model, now: live.lines(ofPeople: then.people), then: then.lines,
            total: PayComparison.Sides(now: live.total, then: then.total))
    }

    @Test(
        "a deal more, another one and one that is not there move what two calculations move",
        arguments: [
            WhatIfCompany.scenario(add: ["sale: date=2026-02-20, seller=anna, client=c1, amount=40 000 RUB"]),
            WhatIfCompany.scenario(change: ["sale 3: amount=90 000 RUB, seller=boris"]),
            WhatIfCompany.scenario(cancel: ["sale 4"]),
            WhatIfCompany.scenario(
                add: ["sale x1: date=2026-01-15, seller=boris, client=c1, amount=7 000 RUB"],
                change: ["sale 2: date=2026-02-02"], cancel: ["sale 5"]),
        ])
    func same(scenario: Scenario) async throws {
        var company = OneMoreDealTests.company
        company.files["payment.csv"] = nil
        company.files["sale.csv"] =
            "id,date,seller,client,amount,note\n"
            + (1...9).map { "\($0),2026-0\(1 + $0 % 3)-1\($0),\($0 % 2 == 0 ? "anna" : "boris"),c1,\($0)1000,\n" }
            .joined()
        let both = try await company.comparison(scenario)
        let followed = try #require(await Self.followed(company, scenario))
        #expect(followed.moved == both.moved)
        #expect(!both.moved.isEmpty)
        #expect(followed.total == both.total)
        #expect(followed.byPerson.filter(\.sides.differ) == both.byPerson.filter(\.sides.differ))
    }

    @Test("what has to be read with everything is not followed: another record, a known identifier, a row at fault")
    func notFollowed() async throws {
        var company = OneMoreDealTests.company
        company.files["payment.csv"] = nil
        company.files["sale.csv"] = "id,date,seller,client,amount,note\n1,2026-01-10,anna,c1,1000,\n"
        for row in [
            "client: id=c77, title=New", "sale 1: date=2026-01-05, seller=anna, client=c1, amount=7 RUB",
            "sale: date=2026-01-05, seller=nobody, client=c1, amount=7 RUB",
            "sale: date=2026-01-05, seller=anna, client=c1, amount=7.25 RUB",
        ] {
            #expect(try await Self.followed(company, WhatIfCompany.scenario(add: [row])) == nil, "\(row)")
        }
    }
}
