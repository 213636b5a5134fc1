import Accounts
import Periods
import Testing

@testable import PersonalFacts

/// Notes end by themselves, to the day.
@Suite("Terms of personal facts")
struct PersonalTermTests {
    @Test(
        "a note ends after 365 days, 90 days after its contact has left, or with its consent, whichever is first",
        arguments: [
            // day, until when the contact is there, until when the consent holds, whether it is still there
            ("2027-11-29", nil, nil, true), ("2027-11-30", nil, nil, false),
            ("2027-04-29", "2027-01-30", nil, true), ("2027-04-30", "2027-01-30", nil, false),
            ("2027-02-28", nil, "2027-03-01", true), ("2027-03-01", nil, "2027-03-01", false),
        ] as [(String, String?, String?, Bool)])
    func ends(_ day: String, _ left: String?, _ consent: String?, _ isThere: Bool) throws {
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        let today = World.contacts(on: "2026-11-30")
        try facts.consent(until: consent, in: today)
        try facts.note("Collects stamps", of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today)
        let then = World.contacts(on: day, olgaUntil: left)
        // Hidden by its day even where nobody has come to erase it.
        #expect(try facts.notes(of: "k1", readBy: "anna", then).isEmpty == !isThere)
        let certificates = try facts.expire(by: "stimul", then)
        #expect(certificates.flatMap(\.items).contains { $0.kind == .note } == !isThere)
        #expect(certificates.allSatisfy { $0.reason == .expired && $0.actor == "stimul" })
        #expect(try world.files(holding: "Collects stamps").isEmpty == !isThere)
        // Once erased there is nothing left to erase.
        #expect(try facts.expire(by: "stimul", then) == [])
    }

    @Test("where the rows cannot be read, the year runs all the same, and a consent among them is not taken for ended")
    func unknown() throws {
        let rows = [
            [
                "id": "s1", "contact": "k1", "purpose": "courtesy", "given_on": "2026-03-01", "how": "letter",
                "proof": "letter 3", "author": "anna",
            ]
        ]
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        let today = World.contacts(on: "2026-11-30", entered: rows)
        try facts.note("Collects stamps", of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today)
        #expect(try facts.expire(by: "stimul", ContactsOfDay(unknownOn: day("2027-11-29"))) == [])
        #expect(try facts.expire(by: "stimul", ContactsOfDay(unknownOn: day("2027-11-30"))).count == 1)
    }

    @Test("of somebody who has been gone for 90 days nothing is noted any more")
    func gone() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        try facts.consent(in: World.contacts(on: "2026-11-30"))
        let after = World.contacts(on: "2027-05-01", olgaUntil: "2027-01-30")
        #expect(
            refusal {
                try facts.note("Likes tea", of: "k1", for: .courtesy, visibleTo: .author, by: "anna", after)
            } == "left")
    }
}
