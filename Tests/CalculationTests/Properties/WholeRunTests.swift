import Calculation
import Company
import Formulas
import Messages
import Periods
import Quantities
import Testing

@Suite("Property: a whole run")
struct WholeRunTests {
    private static let seeds: [UInt64] = [41, 42, 43, 44, 45, 46]

    /// Award lines as rows of text, with their remarks and reasons in both languages.
    private func text(_ lines: [AwardLine], _ company: TestCompany) -> [String] {
        lines.map { line in
            let plan = company.model.plans[line.plan]
            let words = [
                line.participation.period.description, line.participation.days.description,
                company.model.people.id(line.participation.person), plan.name, plan.line(line.component).name,
                line.amount.value?.amount.text(places: 2) ?? "", line.amount.reason?.text.en ?? "",
                line.amount.reason?.text.ru ?? "",
            ]
            return (words + line.remarks.flatMap { [$0.text.en, $0.text.ru] }).joined(separator: ";")
        }
    }

    @Test("the order of the rows of every table changes no line", arguments: seeds)
    func order(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let files = RandomCompany(&random)
        let company = try TestCompany(files: files.files)
        let lines = text(try company.lines("2026"), company)
        #expect(lines.count > 300)
        let other = try TestCompany(files: files.shuffled(&random).files)
        #expect(text(try other.lines("2026"), other).sorted() == lines.sorted(), "seed \(seed)")
    }

    @Test("running again, and on one, two or eight threads, gives the same bytes", arguments: seeds)
    func again(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let files = RandomCompany(&random)
        let company = try TestCompany(files: files.files)
        let tasks = company.run.tasks(in: try company.range("2026"))
        let once = text(await company.run.lines(tasks, threads: 1), company)
        for threads in [1, 2, 8] {
            #expect(text(await company.run.lines(tasks, threads: threads), company) == once, "seed \(seed)")
        }
        let read = try TestCompany(files: files.files)
        #expect(text(await read.run.lines(tasks, threads: 2), read) == once, "seed \(seed)")
    }

    @Test("every award is whole kopecks, and no person is above the plan's cap", arguments: seeds)
    func cap(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let company = try TestCompany(files: RandomCompany(&random).files)
        for (_, lines) in Dictionary(
            grouping: try company.lines("2026"),
            by: { [Int($0.participation.person), $0.plan, $0.participation.period.number] })
        {
            let total = lines.compactMap(\.amount.value?.minorUnits).reduce(0, +)
            #expect(total <= 200_000_00 || lines[0].plan != 0, "seed \(seed)")
        }
    }

    @Test("the parts of a pool sum to its fund, and prizes to the prizes", arguments: seeds)
    func pools(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var files = RandomCompany(&random).files
        // Without the plan's cap, which would take from the parts; one fund for the whole plan.
        files["company.yaml"] = files["company.yaml"]?
            .replacing("    cap: 200 000 RUB\n", with: "")
            .replacing(
                "pool: unit(sales) * 1%, weights: sales, nobody: carry",
                with: "pool: 7 777.77 RUB, weights: sales, group: plan, nobody: cancel")
        let company = try TestCompany(files: files)
        for month in 1...6 {
            var sums: [String: Int64] = [:]
            for line in try company.lines("2026-0\(month)") {
                let name = company.model.plans[line.plan].line(line.component).name
                sums[name, default: 0] += line.amount.value?.minorUnits ?? 0
            }
            #expect(sums["pool"] == 777_777, "seed \(seed), month \(month)")
            #expect(sums["race"] == 1_000_000, "seed \(seed), month \(month)")
        }
    }
}
