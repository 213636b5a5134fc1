import Calculation
import Company
import Foundation
import Messages
import Periods
import Quantities
import Testing

@testable import Storage
@testable import StoredColumns

@Suite("What is opened from columns is what the files hold")
struct CompanyColumnsTests {
    @Test("the example company: events of every kind, named events, teams, currencies, shares")
    func alfa() async throws {
        try await expectSame(StoredCompany.alfa())
    }

    @Test("random companies", arguments: 1...6 as ClosedRange<UInt64>)
    func random(seed: UInt64) async throws {
        try await expectSame(StoredCompany.random(seed: seed))
    }

    @Test("a company without a single event")
    func empty() async throws {
        let company = try StoredCompany.small()
        try company.write(Array("id,date,seller,amount,money,kind\n".utf8), to: "sale.csv")
        try company.write(Array("sale,person,share\n".utf8), to: "share.csv")
        try await expectSame(company)
    }

    @Test("by hand: 5 % of 1000.00 and of 40 % of 300.00; 1 % of 10 USD at 90 and 5 % of 60 % of 300.00")
    func byHand() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let (model, tables, _) = try await company.open()
        let engine = await LineEngine.computed(model, tables: tables)
        let paid = model.lines(engine).map {
            "\($0.participation.period) \(model.people.id($0.participation.person)) \($0.amount.value?.minorUnits ?? -1)"
        }
        #expect(paid == ["2026-01 anna 5000", "2026-01 boris 900", "2026-02 anna 600", "2026-02 boris 900"])
        #expect(model.events[0].keys[1] == "s2")
        #expect(model.events[0].origin(of: 2)?.line == 4)
        let conversion = try #require(model.events[0].conversions[2]?.conversion(of: 1))
        #expect(conversion.amount == 10 && conversion.rate.rate == 90)
        #expect(model.splits[0].persons == [0, 1])
    }

    @Test("events are loaded column by column, when somebody asks: what was loaded may be changed")
    func known() async throws {
        let company = try StoredCompany.small()
        let read = try company.store()
        let (model, _, _) = try await company.open()
        let day = try #require(CivilDay(year: 2026, month: 1, day: 10))
        #expect(model.known(before: day).writtenOut == read.known(before: day).writtenOut)
        #expect(model.known(before: day).writtenOut != read.writtenOut)
    }

    @Test("columns of events that lines are laid out of are those that were changed, not those of the file")
    func changed() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let (model, _, columns) = try await company.open()
        // Of s1, s2 and s3 the first was known before 10 January: 5 % of 1000.00.
        let known = model.known(before: try #require(CivilDay(year: 2026, month: 1, day: 10)))
        let engine = await LineEngine.computed(known, tables: [], packed: columns.packedEvents)
        #expect(
            known.lines(engine).map(\.amount.value?.minorUnits)
                == known.lines(EventEngine(known)).map(\.amount.value?.minorUnits))
    }

    /// The model, the lines and everything paid are the same from columns as from files.
    private func expectSame(_ company: StoredCompany) async throws {
        let read = try company.store()
        let (model, tables, columns) = try await company.open()
        #expect(model.writtenOut == read.writtenOut)
        #expect(tables.map(\.writtenOut) == LineEngine.tables(of: read).map(\.writtenOut))
        let expected = read.lines(EventEngine(read))
        #expect(model.lines(EventEngine(model)) == expected)
        let engine = await LineEngine.computed(model, tables: tables)
        #expect(engine.tables.map(\.rows.bytes.baseAddress) == tables.map(\.rows.bytes.baseAddress))
        #expect(model.lines(engine) == expected)
        let laidOut = await LineEngine.computed(model, tables: [], packed: columns.packedEvents)
        #expect(laidOut.tables.map(\.writtenOut) == tables.map(\.writtenOut))
        #expect(model.lines(laidOut) == expected && columns.lateDamage == nil)
    }
}
