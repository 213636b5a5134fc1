import Company
import Formulas
import Foundation
import Messages
import Periods
import Quantities

@testable import Calculation

/// A random company with both ways of computing it: row by row, and in columns.
struct RandomBusiness {
    let seed: UInt64
    let model: CompanyModel
    let plain: EventEngine
    let lines: LineEngine
    let rules: String
    /// Which documented mechanisms are in it, of those that ``RandomMechanisms`` draws.
    let mechanisms: Set<String>
    var random: SplitMix64

    /// The companies that are compared; `STIMUL_RANDOM_COMPANIES` says how many, `STIMUL_RANDOM_SEED` from which on.
    static let seeds: [UInt64] = {
        let settings = ProcessInfo.processInfo.environment
        let first = settings["STIMUL_RANDOM_SEED"].flatMap { UInt64($0) } ?? 1
        let count = settings["STIMUL_RANDOM_COMPANIES"].flatMap { UInt64($0) } ?? 12
        return (0..<count).map { first + $0 }
    }()

    /// - Parameter isWide: Whether the company has the plans and tables of ``RandomMechanisms`` as well.
    init(seed: UInt64, threads: Int = 2, isWide: Bool = false) async throws {
        self.seed = seed
        var random = SplitMix64(seed: seed &* 7919)
        let isCivil = random.chance(70)
        let people = random.integer(6...14)
        let sales = random.integer(20...260)
        let tables = RandomTables(
            people: people, sales: sales, isCivil: isCivil, isHuge: random.chance(15), &random)
        var files = tables.files
        files["company.yaml"] = RandomRules(isCivil: isCivil, &random).yaml
        if isWide {
            let more = RandomMechanisms(people: people, sales: sales, isCivil: isCivil, &random)
            files["more.yaml"] = more.yaml
            files.merge(more.files) { _, added in added }
            mechanisms = more.mechanisms
        } else {
            mechanisms = []
        }
        rules = ["company.yaml", "more.yaml"].compactMap { files[$0] }.joined(separator: "\n")
        model = try TestCompany.model(files)
        plain = .reference(model)
        lines = await LineEngine.computed(model, threads: threads)
        self.random = random
    }

    /// Ranges of days: whole months, runs of them, parts, without a beginning, without an end, everything.
    mutating func days() -> DayRange {
        let months = model.calendar.periods(.month, in: recorded)
        let (first, second) = (random.pick(months).range, random.pick(months).range)
        let run = DayRange(from: min(first.from, second.from), clampingUntil: max(first.until, second.until))
        switch random.integer(0...6) {
        case 0, 1: return first
        case 2: return run
        case 3: return DayRange(from: .earliest, clampingUntil: run.until)
        case 4: return DayRange(from: run.from, clampingUntil: .latest)
        case 5: return .always
        default:
            let start = run.from.adding(days: random.integer(-40...20)) ?? run.from
            return DayRange(from: start, clampingUntil: start.adding(days: random.integer(0...70)) ?? start)
        }
    }

    /// A period in which formulas are evaluated.
    mutating func period() -> Period {
        random.pick(model.calendar.periods(random.pick([.month, .month, .month, .quarter, .half]), in: recorded))
    }

    /// Two years, the first and the last month of which have no sales.
    var recorded: DayRange { DayRange(from: CivilDay(number: 20_089), clampingUntil: CivilDay(number: 20_089 + 600)) }

    /// The first few of what differs, with the seed that brings it about again.
    func report(_ differences: [String]) -> String {
        (["seed \(seed): \(differences.count) differences"] + differences.prefix(4)).joined(separator: "\n")
    }
}

extension TestCompany {
    /// A company out of files, or what is wrong with them.
    static func model(_ files: [String: String]) throws -> CompanyModel {
        let (model, diagnostics) = CompanyReader.read(files.map { SourceFile(path: $0, bytes: Array($1.utf8)) })
        guard let model else {
            throw NotRead(
                description: diagnostics.filter { $0.severity == .error }.map { $0.rendered(in: .en) }
                    .joined(separator: "\n"))
        }
        return model
    }
}
