import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@Suite("Property: figures of groups")
struct GroupFigureTests {
    private func value(_ company: TestCompany, _ metric: String, _ subject: Subject, _ days: DayRange, _ period: Period)
        throws -> FixedDecimal?
    {
        let number = try #require(company.model.metric(named: metric))
        let context = EvaluationContext(subject, days: days, period: period)
        return MeasureEvaluator(company.model, company.engine).metric(number, in: context).value
    }

    @Test(
        "what adds up is over a unit the sum over its people, each for his days there; a ratio is the ratio of the sums",
        arguments: [51, 52, 53, 54, 55] as [UInt64])
    func units(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let company = try TestCompany(files: RandomCompany(&random).files)
        for label in ["2026-01", "2026-02", "2026-03", "2026-Q1", "2026-Q2", "2026"] {
            let period = try company.period(label)
            for unit in ["north", "south", "west", "all"] {
                let subject = try company.subject(unit)
                for metric in ["sales", "cost", "deals"] {
                    let whole = try value(company, metric, subject, period.range, period)
                    #expect(try sum(metric, unit, period, company) == whole, "seed \(seed), \(metric) \(unit) \(label)")
                }
                let sales = try #require(try value(company, "sales", subject, period.range, period))
                let cost = try #require(try value(company, "cost", subject, period.range, period))
                let margin = try value(company, "margin", subject, period.range, period)
                let expected = sales.isZero ? nil : try sales.subtracting(cost).divided(by: sales)
                #expect(margin == expected, "seed \(seed), \(unit) \(label)")
            }
        }
    }

    /// The sum over assignments: in these companies nobody has two on one day.
    private func sum(_ metric: String, _ unit: String, _ period: Period, _ company: TestCompany) throws -> FixedDecimal
    {
        var sum = FixedDecimal.zero
        for assignment in company.model.organisation.assignments {
            let held = company.model.units.id(assignment.unit)
            guard held == unit || unit == "all", let days = assignment.validity.intersection(period.range),
                let part = try value(company, metric, .person(assignment.person), days, period)
            else { continue }
            sum = try sum.adding(part)
        }
        return sum
    }

    @Test("months add up to their quarter and quarters to the year", arguments: [61, 62, 63] as [UInt64])
    func time(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let company = try TestCompany(files: RandomCompany(&random).files)
        for person in RandomCompany.people {
            let subject = try company.subject(person)
            for (whole, parts) in [
                ("2026-Q1", ["2026-01", "2026-02", "2026-03"]), ("2026-Q2", ["2026-04", "2026-05", "2026-06"]),
                ("2026", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
            ] {
                let period = try company.period(whole)
                var sum = FixedDecimal.zero
                for part in parts {
                    let period = try company.period(part)
                    sum = try sum.adding(try #require(try value(company, "sales", subject, period.range, period)))
                }
                #expect(
                    try value(company, "sales", subject, period.range, period) == sum,
                    "seed \(seed), \(person) \(whole)")
            }
        }
    }
}
