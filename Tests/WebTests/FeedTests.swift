import Credentials
import Foundation
import HTTPTypes
import Identity
import Payroll
import Testing

@testable import Web

/// What listeners are told: that something has changed and whose it is, never how much, and only to whom it concerns.
@Suite("The feed")
struct FeedTests {
    private func feed() -> Feed { Feed(now: Instant(seconds: 1_000)) }

    private func reader(_ person: String, _ role: Role = .employee) -> Reader {
        Reader(
            user: UserID(person), person: person, rights: Role.employee.rights.joined(with: role.rights),
            isBrowser: true)
    }

    private func listening(_ feed: Feed, _ person: String, after last: String? = nil) throws -> FeedStream {
        try feed.open(reader(person), session: person, after: last) { people, _ in people.intersection([person]) }
    }

    private func tell(_ feed: Feed, _ people: Set<String>, head: Int64 = 7) {
        feed.tell(["2026-02": people], head: head) { reader, people, _ in people.intersection([reader.person]) }
    }

    @Test("whose pay has moved is told, and nobody else; a message holds names and no figure")
    func told() throws {
        let feed = feed()
        let (anna, boris) = (try listening(feed, "anna"), try listening(feed, "boris"))
        _ = (anna.take(), boris.take())
        tell(feed, ["anna", "vera"])
        #expect(
            anna.take().text == """
                event: pay
                id: 7-1000001
                data: {"people":["anna"],"periods":["2026-02"]}


                """)
        #expect(boris.take().text.isEmpty)
    }

    @Test("whoever comes back is told what he has missed; after a longer absence he is told to ask anew")
    func catchingUp() throws {
        let feed = feed()
        let last = feed.id
        tell(feed, ["anna"])
        tell(feed, ["boris"])
        tell(feed, ["anna"])
        let back = try listening(feed, "anna", after: last)
        // What was before the first message is not kept, so nothing can be told from it.
        #expect(back.take().text.contains("event: reload"))
        feed.close(back)
        let later = try listening(feed, "anna", after: "7-1000001")
        let text = later.take().text
        #expect(text.contains("id: 7-1000003") && !text.contains("boris") && !text.contains("event: reload"))
        feed.close(later)
        let exact = try listening(feed, "anna", after: "7-1000003")
        #expect(!exact.take().text.contains("event: pay"))
        feed.close(exact)
        #expect(try listening(feed, "anna", after: "7-999").take().text.contains("event: reload"))
    }

    @Test("of a reader who does not read the newest sixteen messages are kept; then he asks for everything")
    func slow() throws {
        let feed = feed()
        let anna = try listening(feed, "anna")
        _ = anna.take()
        for _ in 0..<FeedStream.most { tell(feed, ["anna"]) }
        #expect(anna.take().text.components(separatedBy: "event: pay").count == FeedStream.most + 1)
        for _ in 0..<(FeedStream.most + 1) { tell(feed, ["anna"]) }
        #expect(anna.take().text.components(separatedBy: "\n\n").count == 2)
    }

    @Test("a third stream of one person is refused until one of the two is closed")
    func limits() throws {
        let feed = feed()
        let first = try listening(feed, "anna")
        _ = try listening(feed, "anna")
        #expect(throws: Problem.self) { try listening(feed, "anna") }
        _ = try listening(feed, "boris")
        feed.close(first)
        _ = try listening(feed, "anna")
    }

    @Test("two thousand listen at once and no more")
    func all() throws {
        let feed = feed()
        for number in 0..<Feed.most { _ = try listening(feed, "p\(number)") }
        #expect(throws: Problem.self) { try listening(feed, "late") }
    }

    @Test("a session that has ended ends its stream; others go on")
    func ended() throws {
        let feed = feed()
        let (anna, boris) = (try listening(feed, "anna"), try listening(feed, "boris"))
        feed.keep(["boris"])
        let said = anna.take()
        #expect(said.text.contains("event: ended") && said.isLast)
        #expect(!boris.take().isLast)
    }

    @Test("a server that stops tells everybody, and takes nobody more")
    func stops() throws {
        let feed = feed()
        let anna = try listening(feed, "anna")
        feed.stop()
        let said = anna.take()
        #expect(said.text.contains("event: restart") && said.isLast)
        #expect(throws: Problem.self) { try listening(feed, "boris") }
    }

    @Test("a head hears of his people in the period and of himself; a seller of himself; finance of all")
    func sight() async throws {
        let office = try await Office.shared()
        let sight = FeedSight(company: try office.server.site.company.cycle().reference())
        let people: Set = ["anna", "boris", "gleb", "vera"]
        #expect(sight.seen(by: reader("vera", .head), of: people, in: "2026-02") == ["anna", "boris", "vera"])
        #expect(sight.seen(by: reader("vera", .head), of: people, in: "2025-12") == ["anna", "gleb", "vera"])
        #expect(sight.seen(by: reader("boris"), of: people, in: "2026-02") == ["boris"])
        #expect(sight.seen(by: reader("dina", .finance), of: people, in: "2026-02") == people)
    }

    @Test("the address is for whoever listens and is signed in")
    func address() async throws {
        let office = try await Office.shared()
        #expect(try await office.ask(.get, "/feed", headers: ["Accept": "text/event-stream"]).status == 303)
        #expect(try await office.ask(.get, "/feed", as: "anna").status == 406)
    }

    @Test("of some sessions those are found that are signed in still; asking keeps none open")
    func sessions() async throws {
        let office = try await Office().prepared()
        let anna = try await office.session(of: "anna")
        let known: Set = [anna.session.handle, "nobody's"]
        #expect(try office.accounts.open(known) == [anna.session.handle])
        // Half an hour idle but a second: signing in has moved the clock on by 30 seconds already.
        office.pass(1_769)
        #expect(try office.accounts.open(known) == [anna.session.handle])
        office.pass(2)
        #expect(try office.accounts.open(known).isEmpty)
        let vera = try await office.session(of: "vera")
        try office.accounts.signOut(vera.token.shown)
        #expect(try office.accounts.open([vera.session.handle]).isEmpty)
    }
}
