import Accounts
import Foundation
import Messages
import Periods
import Storage
import Testing

@testable import PersonalFacts

/// What may be noted, who sees it, and that every look is recorded.
@Suite("Personal notes")
struct PersonalNoteTests {
    private let today = World.contacts(on: "2026-11-30")

    @Test("a note needs a consent for its own purpose that holds that day")
    func consent() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        let note = {
            _ = try facts.note("Tea, no coffee", of: "k1", for: .hospitality, visibleTo: .author, by: "anna", today)
        }
        #expect(refusal(note) == "no-consent")
        try facts.consent(.courtesy, in: today)
        #expect(refusal(note) == "no-consent")
        try facts.consent(.hospitality, in: today)
        #expect(refusal(note) == nil)
    }

    @Test("a consent that stands in the company's table counts until it is taken back here")
    func entered() throws {
        let rows = [
            [
                "id": "s1", "contact": "k1", "purpose": "courtesy", "given_on": "2026-03-01", "how": "letter",
                "proof": "letter 3", "author": "anna",
            ]
        ]
        let contacts = World.contacts(on: "2026-11-30", entered: rows)
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        try facts.note("Birthday on 3 May", of: "k1", for: .courtesy, visibleTo: .author, by: "anna", contacts)
        _ = try facts.withdraw(of: "k1", by: "boris", contacts)
        #expect(try facts.notes(of: "k1", readBy: "anna", contacts) == [])
        #expect(try facts.consents(of: "k1", contacts) == [])
        #expect(
            refusal { _ = try facts.note("x y", of: "k1", for: .courtesy, visibleTo: .author, by: "anna", contacts) }
                == "no-consent")
    }

    @Test(
        "health, politics, religion and private life are refused in both languages, whatever their case",
        arguments: [
            ("У неё диабет, сладкого не дарить", ForbiddenSubject.health), ("Сын болеет", .health),
            ("ДЕПРЕССИЯ весной", .health), ("Allergic to nuts", .health), ("had a stroke", .health),
            ("Голосовал за другую партию", .politics), ("Состоит в профсоюзе", .politics),
            ("Went to the opposition's rally", .politics), ("Соблюдает Рамадан", .religion),
            ("Goes to church on Sundays", .religion), ("Верующая", .religion), ("Eats kosher", .religion),
            ("После развода живёт один", .privateLife), ("Много пьёт", .privateLife), ("Is gay", .privateLife),
            ("Going through a divorce", .privateLife), ("Погасил ипотеку", .privateLife),
        ])
    func forbidden(_ text: String, _ subject: ForbiddenSubject) throws {
        #expect(ForbiddenSubject.found(in: text)?.subject == subject)
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        try facts.consent(in: today)
        do {
            try facts.note(text, of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today)
            Issue.record("\(text) was kept")
        } catch let refused as PersonalRefusal {
            #expect(refused.code == "forbidden-subject")
            #expect(!refused.remedy.en.isEmpty && !refused.remedy.ru.isEmpty)
        }
        #expect(try world.files(holding: text) == [])
    }

    @Test(
        "harmless facts pass",
        arguments: [
            "День рождения 3 мая, любит красный чай", "Пишите в мессенджер после обеда",
            "Подарки не дороже 3000 рублей, алкогольной тематики не надо — так просил сам".replacing(
                "алкогольной тематики", with: "сувениров"),
            "Birthday party at work on 3 May", "Hospitality: lunch is fine, no gifts",
            "Двое детей, сын играет в хоккей",
            "Call before ten; messages are fine", "Запомнить: собирает марки",
            "Врач-консультант из их группы звонит по средам",
        ])
    func harmless(_ text: String) {
        #expect(ForbiddenSubject.found(in: text) == nil)
    }

    @Test("empty notes, long ones, those of strangers and of unknown people are refused")
    func refused() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        try facts.consent(in: today)
        func code(_ text: String, _ contact: Key<Contact> = "k1", by author: Key<Person> = "anna") -> String? {
            refusal { try facts.note(text, of: contact, for: .courtesy, visibleTo: .author, by: author, today) }
        }
        #expect(code(" \n ") == "no-text")
        #expect(code(String(repeating: "a", count: 501)) == "too-long")
        #expect(code("Likes tea", by: "egor") == "not-his-client")
        #expect(code("Likes tea", "k9") == "unknown-contact")
        #expect(code("Likes tea", by: "dina") == nil)
        let late = ConsentDraft(for: .channel, givenOn: day("2026-12-01"), how: "letter", proof: "letter 18")
        #expect(refusal { try facts.give(late, of: "k1", by: "anna", today) } == "future-day")
        let unproven = ConsentDraft(for: .channel, how: "by word", proof: " ")
        #expect(refusal { try facts.give(unproven, of: "k1", by: "anna", today) } == "wording")
    }

    @Test(
        "who sees a note is who it says: the author always, the deputy and the author's head where named, nobody else",
        arguments: [
            ("", ["anna"]), ("deputy", ["anna", "boris"]), ("head", ["anna", "dina"]),
            ("deputy, head", ["anna", "boris", "dina"]),
        ])
    func sight(_ words: String, _ seeing: [String]) throws {
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        try facts.consent(in: today)
        let sight = try #require(PersonalNote.Sight(words: words))
        try facts.note("Likes tea", of: "k1", for: .courtesy, visibleTo: sight, by: "anna", today)
        let saw = try ["anna", "boris", "dina", "egor"].filter {
            try !facts.notes(of: "k1", readBy: Key($0), today).isEmpty
        }
        #expect(saw == seeing)
        #expect(PersonalNote.Sight(words: "everybody") == nil)
    }

    @Test("each look is recorded before anything is shown: who, of whom, when, which notes; no content")
    func looks() throws {
        let world = try World()
        defer { world.remove() }
        let facts = try world.facts()
        try facts.consent(in: today)
        let note = try facts.note("Likes tea", of: "k1", for: .courtesy, visibleTo: .author, by: "anna", today)
        for viewer in ["anna", "egor", "anna"] { _ = try facts.notes(of: "k1", readBy: Key(viewer), today) }
        let looks = try world.steps().filter { $0.name.kind == "look" }
        #expect(looks.map(\.actor) == ["anna", "egor", "anna"])
        #expect(looks.map(\.name.key) == ["k1", "k1", "k1"])
        #expect(looks.map(\.at) == Array(repeating: "2026-11-30T12:00:00Z", count: 3))
        #expect(
            looks.map(\.content) == [
                "{\"notes\":[\"\(note.key)\"]}", "{\"notes\":[]}", "{\"notes\":[\"\(note.key)\"]}",
            ])
        // Where it cannot be recorded nothing is shown.
        try world.workspace.close()
        #expect(throws: (any Error).self) { _ = try facts.notes(of: "k1", readBy: "anna", today) }
    }

    @Test("nothing that calculates, exports or shows pay knows of the room")
    func nobodyImports() throws {
        let tests = (#filePath as NSString).deletingLastPathComponent as NSString
        let sources = tests.appendingPathComponent("../../Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 500)
        let importing = try files.filter { file in
            try String(contentsOfFile: sources + "/" + file, encoding: .utf8).contains("import PersonalFacts")
        }.compactMap { $0.split(separator: "/").first.map(String.init) }
        #expect(Set(importing) == ["stimul"])
    }
}
