import AccountRows
import Accounts
import Periods
import Testing

/// What is asked about one person is what the whole radar says of him, found without looking at others.
struct AccountPersonTests {
    @Test(
        "findings for a person are those of the whole radar that concern him",
        arguments: ["2026-05-16", "2026-10-15", "2026-11-30"])
    func findings(_ text: String) throws {
        let book = try #require(AlfaRadarTests.book)
        let day = try #require(CivilDay(parsing: text))
        let all = book.findings(on: day)
        for person in book.source.people {
            let own = book.findings(for: person, on: day).map(\.finding.key)
            #expect(own == all.filter { $0.concerns(person) }.map(\.finding.key), "\(person)")
        }
    }

    @Test("findings of a client are those of the whole radar that are about it")
    func clients() throws {
        let book = try #require(AlfaRadarTests.book)
        let day = try #require(CivilDay(parsing: "2026-10-15"))
        let all = Dictionary(grouping: book.findings(on: day)) { $0.finding.client }
        for client in book.records.keys {
            #expect(
                book.findings(of: client, on: day).map(\.finding.key) == (all[client] ?? []).map(\.finding.key),
                "\(client)")
        }
    }

    @Test("a client is seen by those who have a role with it and by the line above them")
    func team() throws {
        let book = try #require(AlfaRadarTests.book)
        let day = try #require(CivilDay(parsing: "2026-10-15"))
        #expect(book.isInTeam("sokolova", of: "c034", on: day))
        #expect(book.isInTeam("belov", of: "c034", on: day) && book.isInTeam("orlova", of: "c034", on: day))
        #expect(!book.isInTeam("galeev", of: "c034", on: day) && !book.isInTeam("gromov", of: "c034", on: day))
        #expect(
            book.line(of: "belov", on: day).contains("sokolova")
                && !book.line(of: "sokolova", on: day).contains("belov"))
    }

    @Test("a sheet names those who decide and are not invited")
    func sheet() throws {
        let book = try #require(AlfaRadarTests.book)
        let day = try #require(CivilDay(parsing: "2026-10-15"))
        let sheet = try #require(book.sheet(ofMeeting: "e038", on: day))
        let invited = Set(sheet.guests.map(\.contact))
        #expect(sheet.surprises.allSatisfy { $0.contact.power.value >= 8 && !invited.contains($0.contact.id) })
        #expect(sheet.state == .planned && !sheet.meeting.sheetFaults.isEmpty)
        #expect(book.sheet(ofMeeting: "e999", on: day) == nil)
    }
}
