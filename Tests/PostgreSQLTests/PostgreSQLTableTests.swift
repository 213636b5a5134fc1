import Foundation
import Messages
import PostgreSQL
import TestPrograms
import Testing

/// What comes out of a real server, and what is refused there.
@Suite(
    .enabled(if: Server.programs != nil, Comment(rawValue: Server.absence)), .serialized,
    .server(
        """
        create table sale (id int primary key, sold_on date, at timestamptz, seller text, amount numeric(12,2), paid boolean);
        insert into sale values
          (1, '2026-01-05', '2026-01-05 10:00+00', 'anna', 1234.50, true),
          (2, '2026-01-31', null, 'ООО "Луч", Тверь', -0.10, false),
          (3, '2026-02-01', null, E'two\\nlines', 5, null);
        create role reader login; grant select on sale to reader;
        """))
struct PostgreSQLTableTests {
    private static func table(
        _ text: String, after: String? = nil, seconds: Int = 20, limits: PostgreSQLLimits = .standard
    ) throws -> String {
        let address = PostgreSQLQuery.Address.connection(try #require(WithServer.server).address("reader"))
        let query = PostgreSQLQuery(text, at: address, after: after, seconds: seconds)
        return String(decoding: try PostgreSQLTable(query, limits: limits).bytes, as: UTF8.self)
    }

    @Test("days, numbers, yes and no, nothing, and texts with commas, quotation marks and line breaks")
    func cells() throws {
        #expect(
            try Self.table("select id, sold_on as date, seller, amount, paid from sale order by id") == """
                id,date,seller,amount,paid
                1,2026-01-05,anna,1234.50,yes
                2,2026-01-31,"ООО ""Луч"", Тверь",-0.10,no
                3,2026-02-01,"two
                lines",5.00,

                """)
    }

    @Test("an answer without rows has the names of its columns")
    func empty() throws {
        #expect(try Self.table("select id, amount from sale where id > 9") == "id,amount\n")
    }

    @Test("$1 is the last value that is known, and NULL before there is one")
    func incremental() throws {
        let text = "select id from sale where ($1::int is null or id > $1::int) order by id"
        #expect(try Self.table(text) == "id\n1\n2\n3\n")
        #expect(try Self.table(text, after: "2") == "id\n3\n")
        // It is a value and never a part of the statement.
        #expect(throws: PostgreSQLFailure.self) { try Self.table(text, after: "2; drop table sale") }
        #expect(try Self.table("select count(*) from sale") == "count\n3\n")
    }

    @Test(
        "nothing is changed there, whatever the query says, and whoever asks",
        arguments: [
            ("delete from sale returning id", "25006"), ("create table x (id int)", "25006"),
            ("select nextval('s')", "42P01"), ("select 1; delete from sale", "42601"),
            ("select * from pg_sleep(0), nothing", "42P01"),
        ])
    func readOnly(text: String, code: String) throws {
        let owner = PostgreSQLQuery.Address.connection(try #require(WithServer.server).address())
        do {
            _ = try PostgreSQLTable(PostgreSQLQuery(text, at: owner, seconds: 20))
            Issue.record("\(text) was carried out")
        } catch {
            guard case .refused(let found, _) = error else { throw error }
            #expect(found == code)
            #expect(!error.message.ru.isEmpty && !error.remedy.ru.isEmpty)
        }
        #expect(try Self.table("select count(*) from sale") == "count\n3\n")
    }

    @Test("a query that leaves its transaction is told apart by giving no rows", arguments: ["commit", "rollback", ""])
    func noRows(text: String) throws {
        #expect(throws: PostgreSQLFailure.noRows) { try Self.table(text) }
    }

    @Test("a query may not take longer than it is given")
    func time() throws {
        let clock = ContinuousClock()
        let start = clock.now
        #expect(throws: PostgreSQLFailure.tooLong(seconds: 1)) { try Self.table("select pg_sleep(60)", seconds: 1) }
        #expect(clock.now - start < .seconds(15))
    }

    @Test("an answer that is too large ends early")
    func size() throws {
        var limits = PostgreSQLLimits()
        limits.rows = 1_000
        let clock = ContinuousClock()
        let start = clock.now
        #expect(throws: PostgreSQLFailure.tooLarge(limits)) {
            try Self.table("select generate_series(1, 2000000000) as id", limits: limits)
        }
        #expect(clock.now - start < .seconds(15))
    }

    @Test("two columns of one name are refused by name")
    func doubled() throws {
        #expect(throws: PostgreSQLFailure.doubledColumn("id")) { try Self.table("select id, id from sale") }
    }

    @Test("a server that is not there, a service that nobody has written down")
    func noConnection() throws {
        for address in [
            PostgreSQLQuery.Address.connection("host=/nonexistent dbname=x"), .service("nobody-has-it"),
        ] {
            do {
                _ = try PostgreSQLTable(PostgreSQLQuery("select 1", at: address))
                Issue.record("a connection came about")
            } catch {
                guard case .noConnection(let words) = error else { throw error }
                #expect(!words.isEmpty)
            }
        }
    }
}
