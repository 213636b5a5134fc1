import Accounts
import Periods
import Quantities
import Testing

let today = day("2026-10-15")

/// Four people at c034 with power 10, 8, 5 and 3 in four functions.
func fourContacts(power: [Int] = [10, 8, 5, 3]) throws -> [Contact] {
    let functions: [Key<ClientFunction>] = ["owner", "category", "logistics", "finance"]
    return try zip(power, functions).enumerated().map { number, pair in
        Contact(Key("k\(number + 1)"), client: "c034", function: pair.1, power: try Power(pair.0))
    }
}

/// Relations of k1, k2 … as assessed on 1 July 2026, 106 days ago; nil is not assessed.
private func relations(_ levels: [Int?], on text: String = "2026-07-01") throws -> [Relation] {
    try levels.enumerated().compactMap { number, level in
        try level.map { Relation(Key("k\(number + 1)"), on: day(text), level: try RelationLevel($0), by: "sokolova") }
    }
}

private func influence(_ levels: [Int?], power: [Int] = [10, 8, 5, 3]) throws -> Influence {
    try Influence(of: "c034", contacts: fourContacts(power: power), relations: relations(levels), on: today)
}

func touch(_ id: Int, _ contact: Key<Contact>?, on text: String, client: Key<Client> = "c034") throws -> Touch {
    Touch(Key("t\(id)"), at: try moment("\(text) 11:40"), client: client, contact: contact, person: "sokolova")
}

@Suite("Contacts: influence on those who decide")
struct InfluenceTests {
    @Test func `power 10 8 5 3 and relation 4 1 5 3 are 82 of 130, the second being the lever`() throws {
        let influence = try influence([4, 1, 5, 3])
        #expect(try influence.value.asPercent == "63.1 %")
        #expect(influence.lever == "k2")
        #expect(influence.leverSize == 32)
        #expect(influence.unknown == 0)
    }

    @Test func `a relation nobody assessed counts 0 and is shown`() throws {
        let influence = try influence([4, nil, 5, 3])
        #expect(try influence.value.asPercent == "56.9 %")
        #expect(try influence.unknown.asPercent == "30.8 %")
        #expect(influence.leverSize == 40)
    }

    @Test(arguments: [("2026-04-18", 180, true), ("2026-04-17", 181, false), ("2026-10-16", -1, false)])
    func `an assessment is believed for 180 days, the last included`(text: String, age: Int, isKnown: Bool) throws {
        let relation = try #require(try relations([4], on: text).first)
        #expect(relation.day.days(until: today) == age)
        #expect(relation.isKnown(on: today) == isKnown)
    }

    @Test func `the newest assessment is the one that holds`() throws {
        let both = try relations([1, 1, 1, 1], on: "2026-05-04") + relations([5, 5, 5, 5], on: "2026-09-01")
        #expect(try Influence(of: "c034", contacts: fourContacts(), relations: both, on: today).value == 1)
        #expect(
            try Influence(of: "c034", contacts: fourContacts(), relations: both, on: day("2026-08-31")).value
                == decimal("0.2"))
    }

    @Test func `without power there is no influence; a contact of power 0 changes nothing`() throws {
        #expect(throws: NoFigure.self) { try influence([5, 5, 5, 5], power: [0, 0, 0, 0]) }
        #expect(try influence([4, 1, 5, nil], power: [10, 8, 5, 0]).unknown == 0)
        #expect(try influence([3], power: [7]).value == decimal("0.6"))
    }

    @Test func `of two equal levers the more powerful comes first`() throws {
        #expect(try influence([1, 0, 5, 5]).lever == "k1")
    }

    @Test func `a jump by two needs two touches`() throws {
        let before = Relation("k2", on: day("2026-07-01"), level: try RelationLevel(1), by: "sokolova")
        func later(_ level: Int, _ evidence: Set<Key<Touch>>) throws -> String? {
            let relation = Relation(
                "k2", on: today, level: try RelationLevel(level), by: "sokolova", evidence: evidence)
            return refusal { try relation.requireEvidence(after: before) }
        }
        #expect(try later(2, []) == nil)
        #expect(try later(3, ["t1"]) == "relation-jumps")
        #expect(try later(3, ["t1", "t2"]) == nil)
    }

    @Test func `relation 6 and power 11 cannot be written down`() {
        #expect(refusal { _ = try RelationLevel(6) } == "outside-scale")
        #expect(refusal { _ = try Power(11) } == "outside-scale")
    }
}

@Suite("Contacts: coverage")
struct CoverageTests {
    /// Touched 12, 75, 20 and 41 days ago.
    private func touches() throws -> [Touch] {
        try [("k1", "2026-10-03"), ("k2", "2026-08-01"), ("k3", "2026-09-25"), ("k4", "2026-09-04")].enumerated().map {
            try touch($0, Key($1.0), on: $1.1)
        }
    }

    @Test func `power 15 of 26 touched in 30 days is 57.7 %, two functions of five met`() throws {
        let coverage = Coverage(
            of: "c034", contacts: try fourContacts(), touches: try touches(), norm: 30,
            functions: ["purchasing", "category", "logistics", "finance", "owner"], on: today)
        #expect((coverage.covered, coverage.power) == (15, 26))
        #expect(try coverage.share().asPercent == "57.7 %")
        #expect(coverage.met == ["owner", "logistics"])
        #expect(coverage.required.count == 5)
    }

    @Test func `a touch with another client's namesake does not count, nor one with a contact who has left`() throws {
        let gone = Contact(
            "k1", client: "c034", function: "owner", power: try Power(10),
            days: DayRange(from: .earliest, clampingUntil: day("2026-10-10")))
        let coverage = Coverage(
            of: "c034", contacts: [gone] + Array(try fourContacts().dropFirst()),
            touches: [try touch(1, "k1", on: "2026-10-03"), try touch(2, "k2", on: "2026-10-03", client: "c035")],
            norm: 30, functions: [], on: today)
        #expect((coverage.covered, coverage.power) == (0, 16))
    }

    @Test(arguments: [("2026-09-15", 10), ("2026-09-14", 0)])
    func `a touch 30 days ago is within a norm of 30`(seen: String, covered: Int) throws {
        let coverage = Coverage(
            of: "c034", contacts: try fourContacts(), touches: [try touch(1, "k1", on: seen)], norm: 30,
            functions: [], on: today)
        #expect(coverage.covered == covered)
    }

    @Test func `without contacts there is no coverage`() {
        let none = Coverage(of: "c034", contacts: [], touches: [], norm: 30, functions: [], on: today)
        #expect(throws: NoFigure.self) { try none.share() }
    }

    @Test func `11 of 17 touches with one person are 64.7 %`() throws {
        let touches =
            try (1...11).map { try touch($0, "k1", on: "2026-10-01") }
            + (12...17).map { try touch($0, $0 < 15 ? "k2" : "k3", on: "2026-07-18") }
            + [try touch(18, "k4", on: "2026-07-17"), try touch(19, nil, on: "2026-10-01")]
        let thread = try #require(OneThread(touches, with: "c034", on: today))
        #expect((thread.contact, thread.count, thread.all) == ("k1", 11, 17))
        #expect(try thread.share().asPercent == "64.7 %")
        #expect(OneThread([], with: "c034", on: today) == nil)
    }
}
