import Foundation
import Testing

@Suite("What was decided stays explainable")
struct DecidedTests {
    /// The starter's January is closed with 12 600.00 for Boris: 3 % of sale 3, 420 000. Then sale 3 is changed to 520 000.
    private func company() throws -> Command {
        let stimul = try Command()
        try stimul.payJanuary()
        try stimul.replace(
            "3,2026-01-28,boris,Ромашка,420000", with: "3,2026-01-28,boris,Ромашка,520000", in: "acme/sale.csv")
        return stimul
    }

    /// The lines of an output, with single spaces between words.
    private func lines(of output: String) -> [String] {
        output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }

    @Test("a folder whose tables all went into its workspace is explained out of the workspace")
    func explainedFromWorkspace() throws {
        let stimul = try company()
        defer { stimul.remove() }
        let before = try stimul.run("explain acme boris --period 2026-01 --component commission").output
        let folder = stimul.folder.appendingPathComponent("acme")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".csv") {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
        let after = try stimul.run("explain acme boris --period 2026-01 --component commission")
        #expect(after.code == 0)
        // The sale that was changed later was never imported.
        #expect(before.contains("Commission: 15 600.00 RUB"))
        #expect(after.output.contains("Commission: 12 600.00 RUB"))
        #expect(after.output.contains("sale 3, 2026-01-28"))
    }

    @Test("explain says that the folder is not what was decided, and explains the run with its own rows")
    func explained() throws {
        let stimul = try company()
        defer { stimul.remove() }
        let folder = try stimul.run("explain acme boris --period 2026-01").withoutRun
        #expect(folder.code == 0)
        #expect(
            folder.output.contains(
                "Commission differs from run <identifier>, which is closed: 15 600.00 RUB instead of 12 600.00 RUB\n"))
        #expect(folder.output.contains("2026-01: paid 12 600.00 RUB (run <identifier>, closed)\n"))

        let row = try #require(try stimul.run("history acme --by egor --format csv").output.split(separator: "\n").last)
        let run = String(row.split(separator: ",", omittingEmptySubsequences: false)[6])
        let decided = try stimul.run(words: ["explain", "acme", "boris", "--run", run])
        #expect(decided.code == 0)
        #expect(decided.output.contains("· Commission: 12 600.00 RUB"))
        #expect(!decided.output.contains("15 600.00"))
        #expect(!decided.output.contains("differs"))

        let summary = try stimul.run("explain acme boris --period 2026-01 --summary --lang ru").withoutRun.plainSpaces
        #expect(
            summary.output.contains(
                "Комиссия расходится с расчётом <identifier> (закрыт): 15 600,00 RUB вместо 12 600,00 RUB\n"))
        #expect(!summary.output.contains("├─"))
    }

    @Test("a correction is shown award by award with the event that caused it, alone and among all causes")
    func corrected() throws {
        let stimul = try company()
        defer { stimul.remove() }
        #expect(try stimul.run("import acme --by dina").code == 0)
        #expect(try stimul.run("calculate acme --period 2026-02 --by dina").code == 0)
        // 3 % of 520 000 is 15 600: 3 000 more than was posted.
        let review = try stimul.run("review acme --period 2026-02 --show --person boris")
        #expect(review.code == 0)
        let shown = lines(of: review.output)
        #expect(shown.contains("seller · commission · 2026-01 12 600.00 RUB 15 600.00 RUB +3 000.00 RUB"))
        #expect(shown.contains("sale 3: amount 420000 → 520000 +3 000.00 RUB"))

        let difference = try stimul.run("diff acme --period 2026-02").withoutRun.output
        #expect(difference.hasPrefix("2026-02: what was posted before → <identifier>\n"))
        let causes = lines(of: difference)
        // Vera has 1 % of the 100 000, so 4 000.00 in all.
        #expect(causes.contains("1. events +4 000.00 RUB"))
        #expect(causes.contains("2. the period itself +189 600.00 RUB"))
        #expect(causes.last == "total +193 600.00 RUB")
    }

    @Test("a page to read in both languages, and figures that verify shows")
    func statement() throws {
        let stimul = try company()
        defer { stimul.remove() }
        let page = try stimul.run("statement acme boris --period 2026-01 --text").withoutRun
        #expect(page.code == 0)
        for line in [
            "Statement of pay, 2026-01", "Борис Котов (boris)", "run <identifier>, closed", "approved by dina, egor",
            "paid 12 600.00 RUB",
        ] { #expect(lines(of: page.output).contains(line), "\(line)") }
        let russian = try stimul.run("statement acme boris --period 2026-01 --text --lang ru").output
        #expect(russian.hasPrefix("Расчётный листок, 2026-01\n"))
        #expect(try stimul.run("statement acme nobody --period 2026-01 --text").code == 1)

        #expect(try stimul.run("statement acme boris --period 2026-01 --output boris.json").code == 0)
        let shown = try stimul.run("verify boris.json --show").output
        #expect(shown.contains("12600.00"))
        #expect(!(try stimul.run("verify boris.json").output.contains("seller  commission")))
    }
}
