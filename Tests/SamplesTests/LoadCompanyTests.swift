import Samples
import Testing

@Suite("Load company")
struct LoadCompanyTests {
    private let files = Self.files(seed: 42)

    @Test("is the same for the same seed and another for another")
    func seeds() {
        #expect(Self.files(seed: 42) == files)
        #expect(Self.files(seed: 43) != files)
    }

    @Test("has the sizes asked for")
    func sizes() {
        #expect(rows("sale.csv").count == 5000)
        #expect(rows("people.csv").count == 100)
        #expect(rows("targets.csv").count == 300)
        #expect(rows("products.csv").count == 7)
    }

    @Test("has a few returns and a tenth of the sales shared")
    func shape() {
        let returns = rows("sale.csv").filter { $0[5].hasPrefix("-") }
        #expect((100...200).contains(returns.count))
        #expect(returns.allSatisfy { $0[8] == "return" })
        let shares = rows("sale_share.csv")
        #expect((800...1200).contains(shares.count))
        var totals: [String: Int] = [:]
        for share in shares { totals[share[0], default: 0] += Int(share[2].filter { $0.isNumber }) ?? 0 }
        #expect(totals.values.allSatisfy { $0 == 10_000 })
    }

    @Test("has everybody but the directors report to somebody")
    func managers() {
        let people = Set(rows("people.csv").map { $0[0] })
        let assignments = rows("assignments.csv")
        #expect(assignments.allSatisfy { $0[1] == "director" ? $0[3].isEmpty : people.contains($0[3]) })
    }

    private static func files(seed: UInt64) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        LoadCompany(sales: 5000, people: 100, months: 3, groups: 7, seed: seed).write { path, chunk in
            files[path, default: []] += chunk
        }
        return files
    }

    private func rows(_ path: String) -> [[String]] {
        String(decoding: files[path] ?? [], as: UTF8.self).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
