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

    @Test("has events on working days of 2026 only")
    func workingDays() throws {
        let off = [
            (1, 1...9), (2, 23...23), (3, 9...9), (5, 1...1), (5, 11...11), (6, 12...12), (11, 4...4), (12, 31...31),
        ]
        let holidays = off.flatMap { month, days in
            days.compactMap { CivilDay(year: 2026, month: month, day: $0) }
        }
        let calendar = WorkingCalendar(weekend: [.saturday, .sunday], holidays: Set(holidays))
        for name in ["sale", "payment", "return", "call", "lead", "claim", "client_status"] {
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
        for (name, column) in [("sale", 2), ("payment", 4), ("return", 2), ("call", 2), ("lead", 2), ("claim", 3)] {
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

    @Test("never takes more from a client than the sale less what came back")
    func receivables() {
        let paid = rows("payment.csv").compactMap { Int($0[5].filter { $0 != "." }) }
        #expect(paid.allSatisfy { $0 > 0 })
        #expect(Set(rows("clients.csv").map { $0[1] }).count == rows("clients.csv").count)
    }

    /// The rows of a table after its heading; no cell of these tables has a comma in it.
    private func rows(_ path: String) -> [[String]] {
        guard let file = files.first(where: { $0.path == path }) else { return [] }
        return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
