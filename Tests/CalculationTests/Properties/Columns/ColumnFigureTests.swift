import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// What a figure is, is said by ``EventEngine``; the engine over lines has to give the same, whoever asks and for whichever days.
@Suite("Property: figures in columns and row by row")
struct ColumnFigureTests {
    @Test("a figure of a subject on any days is the same", arguments: RandomBusiness.seeds)
    func figures(seed: UInt64) async throws {
        var business = try await RandomBusiness(seed: seed)
        let evaluator = MeasureEvaluator(business.model, business.plain)
        var differences: [String] = []
        for _ in 0..<60 {
            let days = business.days()
            let person = Int32(business.random.integer(0...(business.model.people.count - 1)))
            let subject = business.random.pick([
                Subject.person(person), .person(person), .rollup(person), .unit(Int32(business.random.integer(0...4))),
            ])
            let parts = evaluator.parts(of: subject, in: days)
            for (number, aggregate) in business.model.aggregates.enumerated() {
                let expected = business.plain.figure(number, of: parts, in: days)
                let figure = business.lines.figure(number, of: parts, in: days)
                if figure != expected {
                    differences.append("\(aggregate.text) of \(subject) \(days): \(figure), not \(expected)")
                }
            }
        }
        #expect(differences.isEmpty, "\(business.report(differences))")
    }

    @Test(
        "a figure of everybody at once is that of each; what has no column is asked for one by one",
        arguments: RandomBusiness.seeds)
    func blocks(seed: UInt64) async throws {
        var business = try await RandomBusiness(seed: seed)
        let people = (0..<Int32(business.model.people.count)).map { $0 }
        var differences: [String] = []
        for _ in 0..<30 {
            let days = business.days()
            let context = PeopleContext(people: people, context: EvaluationContext(.company, days: days, period: .all))
            for (number, aggregate) in business.model.aggregates.enumerated() {
                guard let block = business.lines.figures(number, context) else { continue }
                for (row, person) in people.enumerated() {
                    let expected = business.plain.figure(number, of: [GroupPart(person: person, days: days)], in: days)
                        .value
                    let figure = block.isMissing(row) ? nil : block[row]
                    if figure != expected {
                        differences.append(
                            "\(aggregate.text) of \(person) \(days): \(figure.text), not \(expected.text)")
                    }
                }
            }
        }
        #expect(differences.isEmpty, "\(business.report(differences))")
    }

    @Test("most figures have a column, so that the comparison compares something")
    func places() async throws {
        let business = try await RandomBusiness(seed: 1)
        let kept = business.lines.layout.places.count { $0 != nil }
        #expect(kept * 2 > business.model.aggregates.count)
        #expect(kept < business.model.aggregates.count)
    }
}

extension FixedDecimal? {
    /// The number as text; `-` for none.
    var text: String { self?.description ?? "-" }
}
