import Messages
import Payroll
import Samples
import Storage
import Testing

@Suite("whatever changes, the causes sum to the difference of what was stored")
struct DifferencePropertyTests {
    @Test("of random histories", arguments: UInt64(0)..<12)
    func sums(seed: UInt64) async throws {
        var dice = SeededGenerator(seed: seed)
        let company = try TestCompany()
        var files = Self.random(&dice)
        let first = try await company.calculate(files)
        for _ in 0..<Int.random(in: 0...2, using: &dice) {
            try company.adjust(
                ["anna", "boris"].randomElement(using: &dice) ?? "anna", .random(in: -900_00...900_00, using: &dice))
        }
        files = Self.random(&dice)
        let second = try await company.calculate(files)
        let limit = Int.random(in: 0...4, using: &dice)
        let difference = try await company.cycle().difference(from: first, to: second, rowLimit: limit)

        var changes: [String: Int128] = [:]
        for effect in difference.causes {
            for (person, amount) in effect.byPerson { changes[person, default: 0] += amount }
        }
        let expected = try Self.stored(second, company).merging(
            Self.stored(first, company).mapValues { -$0 }, uniquingKeysWith: +)
        #expect(changes.filter { $0.value != 0 } == expected.filter { $0.value != 0 })
        #expect(difference.byPerson == expected.filter { $0.value != 0 })
    }

    /// What a run stores for each person: its lines and the adjustments it includes.
    private static func stored(_ id: String, _ company: TestCompany) throws -> [String: Int128] {
        try company.workspace.read { snapshot in
            let run = try snapshot.run(id)
            var sums: [String: Int128] = [:]
            for line in run.lines { sums[line.person, default: 0] += Int128(line.amount ?? 0) }
            for number in run.adjustments {
                guard let adjustment = try snapshot.adjustment(number) else { continue }
                sums[adjustment.person, default: 0] += Int128(adjustment.amount)
            }
            return sums
        }
    }

    private static func random(_ dice: inout SeededGenerator) -> CompanyFiles {
        var files = CompanyFiles()
        let number = { (range: ClosedRange<Int>, dice: inout SeededGenerator) in Int.random(in: range, using: &dice) }
        files = files.replacing("rate: 10%", with: "rate: \(number(1...20, &dice)).\(number(0...99, &dice))%")
        files = files.replacing(
            "USD,2026-01-01,80", with: "USD,2026-01-01,\(number(50...150, &dice)).\(number(0...99, &dice))")
        files = files.replacing("sales,anna,2026-01,100000", with: "sales,anna,2026-01,\(number(1...200_000, &dice))")
        if Bool.random(using: &dice) {
            files = files.replacing(
                "boris,seller,north,2025-01-01,,",
                with: "boris,seller,north,2025-01-01,2026-01-\(number(11...31, &dice)),")
        }
        for id in 4..<number(5...12, &dice) {
            let person = ["anna", "boris"].randomElement(using: &dice) ?? "anna"
            let currency = ["RUB", "USD"].randomElement(using: &dice) ?? "RUB"
            files = files.adding(
                "\(id),2026-01-\(number(10...31, &dice)),\(person),lion,\(number(-5_000...50_000, &dice)).\(number(10...99, &dice)),\(currency)",
                to: "sale.csv")
        }
        return files
    }
}
