import Company
import Formulas
import Foundation
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// Who is asked about alone gets what he gets among all.
@Suite("Property: figures, events and explanations of one person out of his own events")
struct PersonalFigureTests {
    @Test(
        "figures and the events under them are the same for one person and for a few", arguments: RandomBusiness.seeds)
    func figures(seed: UInt64) async throws {
        var business = try await RandomBusiness(seed: seed)
        let personal = PersonalEngine(business.lines)
        let people = business.model.people.count
        var differences: [String] = []
        for _ in 0..<12 {
            let days = business.days()
            let some = (0..<business.random.integer(1...4)).map { _ in Int32(business.random.integer(0...people - 1)) }
            let parts = Set(some).sorted().map {
                GroupPart(person: $0, days: days, countsUndated: business.random.chance(20))
            }
            for aggregate in business.model.aggregates.indices {
                let (one, all) = (
                    personal.figure(aggregate, of: parts, in: days),
                    business.plain.figure(aggregate, of: parts, in: days)
                )
                let name = "\(business.model.aggregates[aggregate].text) of \(some) in \(days)"
                if one != all { differences.append("\(name): \(one), not \(all)") }
                if personal.events(aggregate, of: parts) != business.plain.events(aggregate, of: parts) {
                    differences.append("events under \(name)")
                }
            }
        }
        #expect(differences.isEmpty, "\(business.report(differences))")
    }

    @Test(
        "an explanation is the same, word for word, in companies with every mechanism", arguments: RandomBusiness.seeds)
    func explanations(seed: UInt64) async throws {
        var business = try await RandomBusiness(seed: seed, isWide: true)
        let one = AwardExplainer(business.model, PersonalEngine(business.lines))
        let all = AwardExplainer(business.model, business.plain)
        let person = Int32(business.random.integer(0...business.model.people.count - 1))
        let month = business.random.pick(business.model.calendar.periods(.month, in: business.recorded))
        let everybody = Run(business.model, business.plain)
        let lines = everybody.tasks(in: month.range).flatMap { everybody.lines($0) }.filter {
            $0.participation.person == person
        }
        #expect(one.lines(of: person, in: month.range) == lines, "\(business.rules)")
        #expect(one.awards(of: person, in: month.range) == all.awards(of: person, in: month.range), "\(business.rules)")
    }

    @Test("a sale of somebody else that divides by zero leaves Anna without a value too, as it does among all")
    func divisionByZeroOfOthers() async throws {
        let model = try TestCompany.model([
            "company.yaml": """
            company: {name: Test, currency: RUB}
            events:
              sale: {fields: {date: day, seller: person, amount: money, pieces: number}, credit: sale.seller}
            metrics: {each: {unit: RUB, value: sum(sale.amount / sale.pieces)}}
            """,
            "people.csv": "id,name\nanna,Anna\nboris,Boris\n",
            "sale.csv": """
            id,date,seller,amount,pieces
            1,2026-01-05,anna,100,4
            2,2026-01-06,boris,100,0
            """,
        ])
        let days = try #require(model.calendar.parse("2026-01")).range
        let anna = [GroupPart(person: 0, days: days)]
        let among = EventEngine(model).figure(0, of: anna, in: days)
        let alone = PersonalEngine(await LineEngine.computed(model)).figure(0, of: anna, in: days)
        #expect(among.reason?.code == "division-by-zero")
        #expect(alone == among)
    }
}
