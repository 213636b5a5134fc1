import Foundation
import Periods
import Samples
import Testing

@Suite("Example company Alfa")
struct AlfaCompanyTests {
    private let files = AlfaCompany.files()

    @Test("is the same for the same seed and another for another")
    func seeds() {
        #expect(AlfaCompany.files() == files)
        #expect(AlfaCompany.files(seed: 2027) != files)
    }

    @Test("is what lies in Examples/alfa")
    func committed() throws {
        let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Examples/alfa").standardized
        for file in files {
            let committed = try Data(contentsOf: root.appendingPathComponent(file.path))
            #expect(committed == Data(file.bytes), "run: swift run generate alfa Examples/alfa")
        }
        #expect(files.map(\.bytes.count).reduce(0, +) < 1_200_000)
    }

    @Test("names metrics that the folder defines, and the holidays the company lists")
    func agreesWithText() throws {
        let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Examples/alfa").standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        let lines = try names.flatMap {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8).split(separator: "\n")
        }
        let metrics = Set((rows("targets.csv") + rows("entered.csv")).map { $0[0] })
        #expect(metrics.allSatisfy { lines.contains("  \($0):") })
        let holidays = lines.filter { $0.hasPrefix("    - 2026-") }.map { String($0.dropFirst(6)) }
        #expect(holidays == Self.holidays.map(\.description))
    }

    private static let holidays: [CivilDay] = {
        let days = [(2, 23), (3, 9), (5, 1), (5, 11), (6, 12), (11, 4), (12, 31)]
        return ((1...9).map { (1, $0) } + days).compactMap { CivilDay(year: 2026, month: $0.0, day: $0.1) }
    }()

    @Test("has events on working days of 2026 only")
    func workingDays() throws {
        let calendar = WorkingCalendar(weekend: [.saturday, .sunday], holidays: Set(Self.holidays))
        for name in ["sale", "payment", "return", "call", "lead", "claim", "client_status", "export_sale"] {
            let texts = rows("\(name).csv").map { $0[1] }
            #expect(!texts.isEmpty)
            let wrong = Set(texts).filter { text in
                guard let day = CivilDay(parsing: text) else { return true }
                return day.year != 2026 || !calendar.isWorking(day)
            }
            #expect(wrong.isEmpty, "\(name): \(wrong)")
        }
    }

    @Test("shares every split sale to exactly 100 %")
    func shares() {
        var totals: [String: Int] = [:]
        for row in rows("sale_share.csv") { totals[row[0], default: 0] += Int(row[2].dropLast()) ?? 0 }
        #expect(!totals.isEmpty)
        #expect(totals.values.allSatisfy { $0 == 100 })
        #expect(Set(totals.keys).isSubset(of: Set(rows("sale.csv").map { $0[0] })))
    }

    @Test("has sellers only while they are employed")
    func employed() {
        let work = rows("assignments.csv")
        for (name, column) in [
            ("sale", 2), ("payment", 4), ("return", 2), ("call", 2), ("lead", 2), ("claim", 3), ("export_sale", 2),
        ] {
            let strangers = rows("\(name).csv").filter { row in
                !work.contains { $0[0] == row[column] && $0[4] <= row[1] && ($0[5].isEmpty || row[1] < $0[5]) }
            }
            #expect(strangers.isEmpty, "\(name)")
        }
    }

    @Test("has a month without sales, and one in which more came back than was sold")
    func oddities() {
        let july = rows("sale.csv").filter { $0[2] == "semenova" && $0[1].hasPrefix("2026-07") }
        #expect(july.isEmpty)
        func total(_ file: String) -> Int {
            rows(file).filter { $0[2] == "egorov" && $0[1].hasPrefix("2026-11") }
                .compactMap { Int($0[5].filter { $0 != "." }) }.reduce(0, +)
        }
        #expect(total("return.csv") > total("sale.csv"))
    }

    @Test("never takes more from a client than the sale")
    func payments() {
        func kopecks(_ text: String) -> Int { Int(text.filter { $0 != "." }) ?? 0 }
        var paid: [String: Int] = [:]
        for row in rows("payment.csv") {
            #expect(kopecks(row[5]) > 0)
            paid[row[2], default: 0] += kopecks(row[5])
        }
        #expect(rows("sale.csv").allSatisfy { paid[$0[0], default: 0] <= kopecks($0[5]) })
    }

    @Test("gives every client a name of its own")
    func names() {
        let clients = rows("clients.csv")
        #expect(Set(clients.map { $0[1] }).count == clients.count)
    }

    /// The rows of a table after its heading; no cell of these tables has a comma in it.
    private func rows(_ path: String) -> [[String]] {
        guard let file = files.first(where: { $0.path == path }) else { return [] }
        return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
