import AccountRows
import Accounts
import Company
import Foundation
import Messages
import Periods
import Testing

/// The radar over the example company: every rule has its case on 15 October 2026, and no rule cries wolf.
struct AlfaRadarTests {
    static let model: CompanyModel? = {
        let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Examples/alfa").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map {
                SourceFile(path: name, bytes: [UInt8]($0))
            }
        }
        return CompanyReader.read(files).model
    }()

    static let book = model?.accountBook

    private func findings(_ day: String) throws -> [PlacedFinding] {
        try #require(Self.book).findings(on: try #require(CivilDay(parsing: day)))
    }

    @Test(
        "Every rule has its case",
        arguments: [
            ("R1", "p0077"), ("R2", "p0078"), ("R3", "p0072"), ("R3", "p0081"), ("R3", "p0082"), ("R4", "p0079"),
            ("R5", "c028"), ("R5", "c059"), ("R5", "c088"), ("R7", "c030"), ("R7", "c095"), ("R7", "c099"),
            ("R8", "c034"), ("R9", "c034"), ("R9", "c062"), ("R9", "c093"), ("R10", "Q097"), ("R10", "Q010"),
            ("R11", "c098 погрузка"), ("R12", "k0640"), ("R13", "c092"), ("R14", "c060"), ("R15", "k0912"),
            ("R16", "k0331"), ("R17", "e038"), ("R18", "e033"), ("R19", "обзор 096"), ("R20", "f007"),
            ("R21", "kazan"), ("R22", "D032-26"), ("R23", "a0131"), ("R24", "c059 approved contract"),
            ("R24", "c034 preferred wallet"), ("R25", "h002"), ("R26", "kazan"), ("R26", "safina"),
            ("R27", "c093"), ("R27", "c099"), ("R28", "c031"), ("R29", "c034"), ("R30", "t0644"), ("R31", "galeev"),
            ("R32", "l003"), ("R33", "c089"), ("R34", "s004"), ("R35", "2026-S1"), ("R36", "p0083"), ("R37", "d004"),
        ])
    func planted(_ rule: String, _ subject: String) throws {
        let found = try findings("2026-10-15").filter { $0.finding.rule.name == rule }.map(\.finding.key.subject)
        #expect(found.contains(subject), "\(rule): \(found)")
    }

    @Test("Silence is heard on 16 May alone: 36 days without an order at a client who buys each week")
    func silence() throws {
        let found = try findings("2026-05-16").filter { $0.finding.rule == .silence }
        #expect(found.map(\.finding.key.subject) == ["c027"])
        #expect(found.first?.finding.evidence.first?.text.en.contains("36 days ago; usually 7") ?? false)
        #expect(try findings("2026-10-15").allSatisfy { $0.finding.rule != .silence })
    }

    @Test("All rules are there once the day in May is added")
    func complete() throws {
        let rules = Set(try (findings("2026-10-15") + findings("2026-05-16")).map(\.finding.rule))
        #expect(Set(RadarRule.allCases).subtracting(rules).map(\.name).sorted() == [])
    }

    @Test("Findings name their rows, with file and line, and whom they are for")
    func places() throws {
        let promise = try #require(
            try findings("2026-10-15").first { $0.finding.key == Finding.Key(.promiseOverdue, "p0081") })
        #expect(promise.places.first??.address.hasPrefix("commitment.csv:") ?? false)
        #expect(
            promise.people.map { "\($0.part.rawValue) \($0.person)" } == [
                "owner lebedeva", "head tikhonov", "director orlova",
            ])
        // A share of a unit is the director's, whoever the client's manager is.
        let kazan = try #require(
            try findings("2026-10-15").first { $0.finding.key == Finding.Key(.concentration, "kazan") })
        #expect(kazan.people.map(\.person) == ["orlova"])
    }

    /// Client-weeks of the year, by rule, in which it warned: sales hold no decline that is meant.
    @Test("No rule fires for most clients, and a fall of sales is seen in at most 5 % of client-weeks")
    func falseAlarms() throws {
        let book = try #require(Self.book)
        let first = try #require(CivilDay(parsing: "2026-02-02"))
        var fired: [RadarRule: Int] = [:]
        var clientWeeks = 0
        for week in 0..<46 {
            let day = try #require(first.adding(days: 7 * week))
            clientWeeks += book.lookedAfter(on: day).count
            let pressing = book.findings(on: day).filter { $0.finding.severity >= .warning }
            for (rule, found) in Dictionary(grouping: pressing, by: \.finding.rule) {
                fired[rule, default: 0] += Set(found.compactMap(\.finding.client)).count
            }
        }
        #expect(clientWeeks == 46 * 28)
        let falls = fired[.salesFall] ?? 0
        #expect(falls > 0 && falls * 20 <= clientWeeks, "\(falls) of \(clientWeeks)")
        for (rule, count) in fired {
            #expect(count * 4 <= clientWeeks, "\(rule.name): \(count) of \(clientWeeks)")
        }
    }

    @Test("The week of Sokolova: three things first, each at another client, and whom to call")
    func week() throws {
        let day = try #require(CivilDay(parsing: "2026-10-15"))
        let book = try #require(Self.book)
        let week = try #require(book.week(of: "sokolova", on: day))
        #expect(week.clients == ["c027", "c028", "c029", "c030", "c031", "c032", "c033", "c034"])
        #expect(week.first.count == 3)
        #expect(Set(week.first.compactMap(\.finding.client)).count == 3)
        #expect(week.calls.first?.client == "c028")
        #expect(week.owed.contains { $0.id == "p0077" })
        #expect(week.pay.norm.days > 0 && week.pay.norm.inNorm <= week.pay.norm.days)
        // Whoever calls nobody any more does not stand better at the quarter's end.
        let (now, end) = (try week.pay.norm.share(), try week.pay.normAtEnd.share())
        #expect(end <= now)
    }

    @Test("The ladder of the planted account: approved is held, preferred lapsed with wallet and factors")
    func ladder() throws {
        let book = try #require(Self.book)
        let (before, after) = (
            try #require(CivilDay(parsing: "2026-09-30")), try #require(CivilDay(parsing: "2026-10-15"))
        )
        let emerald = try #require(book.records["c034"])
        let standing = try #require(book.standingOnLadder(emerald, on: after))
        #expect(standing.held == 1)
        #expect(standing.lacking.map(\.text).contains("wallet") && standing.lacking.map(\.text).contains("factors"))
        #expect(try #require(book.standingOnLadder(emerald, on: before)).held >= 1)
        #expect(try book.influence(emerald, on: after).lever == "k0341")
    }
}
