import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@testable import Calculation

/// What a plan pays is said by the run over single events; in columns it has to pay the same, for the same reasons.
@Suite("Property: pay in columns and line by line")
struct ColumnPayTests {
    @Test(
        "every line of every plan is the same, in the same order, with its remarks and reasons",
        arguments: RandomBusiness.seeds)
    func lines(seed: UInt64) async throws {
        let business = try await RandomBusiness(seed: seed)
        let plain = Run(business.model, business.plain)
        let columns = Run(business.model, business.lines)
        var differences: [String] = []
        var alone: [AwardLine] = []
        for task in plain.tasks(in: business.recorded) {
            let expected = plain.lines(task)
            let lines = columns.lines(task)
            alone += lines
            guard lines != expected else { continue }
            if lines.count != expected.count {
                differences.append("\(task): \(lines.count) lines, not \(expected.count)")
            }
            for (line, other) in zip(lines, expected) where line != other {
                let component = business.model.plans[line.plan].components[line.component]
                differences.append(
                    "\(task.period) \(component.name) \(component.kind.rule) person \(line.participation.person): "
                        + "\(line.amount) \(line.remarks), not \(other.amount) \(other.remarks)")
            }
        }
        #expect(differences.isEmpty, "\(business.report(differences))")
        for threads in [1, 2, 5] {
            let tasks = columns.tasks(in: business.recorded)
            #expect(await columns.lines(tasks, threads: threads) == alone, "seed \(seed), \(threads) threads")
        }
    }

    @Test(
        "one thread, two or five keep the same figures and the same awards", arguments: RandomBusiness.seeds.prefix(4))
    func threads(seed: UInt64) async throws {
        let first = try await RandomBusiness(seed: seed, threads: 1)
        let expected = Run(first.model, first.lines).tasks(in: first.recorded).flatMap {
            Run(first.model, first.lines).lines($0)
        }
        for threads in [2, 5] {
            let other = try await RandomBusiness(seed: seed, threads: threads)
            let run = Run(other.model, other.lines)
            #expect(run.tasks(in: other.recorded).flatMap { run.lines($0) } == expected, "seed \(seed)")
        }
    }

    @Test("the rows of a report are the same", arguments: RandomBusiness.seeds)
    func reports(seed: UInt64) async throws {
        let business = try await RandomBusiness(seed: seed)
        let report = try #require(business.model.reports.first)
        let rows = ReportRows(report, Run(business.model, business.plain))
        let blocks = ReportBlocks(report, business.lines)
        let tasks = rows.tasks(in: business.recorded)
        #expect(blocks.tasks(in: business.recorded) == tasks)
        let expected = await rows.rows(tasks, threads: 2).map { row in
            ["\(row.period)", "\(row.person)"]
                + row.cells.map { cell in
                    switch cell {
                    case .figure(let figure): figure.value.text
                    case .pay(let pay): pay.value.map { "\($0.minorUnits)" } ?? "-"
                    }
                }
        }
        let digits = business.model.currency.minorDigits
        for threads in [1, 2, 5] {
            var found: [[String]] = []
            await blocks.forEach(tasks, threads: threads, { $0.texts(digits) }, { found += $0 })
            let differences = zip(found, expected).filter { $0 != $1 }.map { "\($0), not \($1)" }
            #expect(differences.isEmpty, "\(business.report(differences))")
            #expect(found.count == expected.count)
        }
    }
}

extension ReportBlock {
    /// The rows with their cells as text.
    fileprivate func texts(_ digits: Int) -> [[String]] {
        people.indices.map { row in ["\(period)", "\(people[row])"] + columns.map { $0.text(row) } }
    }
}

extension ReportBlock.Column {
    fileprivate func text(_ row: Int) -> String {
        switch self {
        case .figures(let units, let scale, let missing):
            (missing?[row] ?? false) ? "-" : FixedDecimal.scaled(Int128(units[row]), places: scale).description
        case .wide(let values): values[row].text
        case .pay(let units, let missing): (missing?[row] ?? false) ? "-" : "\(units[row])"
        }
    }
}

extension Component.Kind {
    /// The kind without what it is made of, for a message.
    fileprivate var rule: String { String("\(self)".prefix(160)) }
}
