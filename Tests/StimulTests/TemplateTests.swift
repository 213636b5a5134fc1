import Foundation
import Testing

/// Each company that `stimul new` makes checks, tests and runs, in both languages and in small and large money.
///
/// By hand, in dollars; in roubles every amount is a hundred times as large:
///
///     distributor   Anna, January: 8 500 paid × 2 % = 170; sales 16 000 of 15 000 = 106.67 % × 60 %, margin 3 500 / 16 000 = 21.875 % of 20 %
///                   = 109.375 % × 40 %; together 107.75 %: 400 × 119.375 % = 477.50
///     saas          Anna: 90 000 × 8 % + 15 000 × 12 % = 9 000. Boris is new: 57 000 of 45 000 (half of the quota counts):
///                   45 000 × 8 % + 12 000 × 12 % = 5 040. The head: 162 000 × 2 % = 3 240
///     key-accounts  Anna: 63 000 of 60 000 = 105 % × 40 %, 88 of 80 = 110 % × 30 %, all paid in time: 100 of 90, at most 110 % × 30 %;
///                   together 42 + 33 + 33 = 108 %: 1 200 × 120 % = 1 440
///     retail        Anna: 5 100 × 3 % = 153, 577 items on 251 receipts = 2.3: 50, the shop took 9 500 of 9 000: 80
///     agency        Anna, January: 5 500: 5 000 × 5 % + 500 × 8 % = 290
@Suite("Every template makes a whole company")
struct TemplateTests {
    /// A template, and what Anna gets for what in the first period, in dollars.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let language: String
        let period: String
        let pay: [String]
        var testDescription: String { "\(name), \(language)" }
    }

    private static let cases = ["en", "ru"].flatMap { language in
        [
            Case(
                name: "distributor", language: language, period: "2026-01",
                pay: ["commission,170", "bonus,477.5"]),
            Case(name: "saas", language: language, period: "2026-Q1", pay: ["commission,9000"]),
            Case(name: "key-accounts", language: language, period: "2026-Q1", pay: ["portfolio,1440"]),
            Case(
                name: "retail", language: language, period: "2026-01", pay: ["commission,153", "receipt,50", "shop,80"]),
            Case(name: "agency", language: language, period: "2026-01", pay: ["commission,290"]),
        ]
    }

    @Test(
        "it checks without a word, its plans pass their tests, and it pays what the hand calculates", arguments: cases)
    func whole(_ example: Case) throws {
        for (country, scale) in [("us", 1.0), ("ru", 100)] {
            for paid in ["month", "quarter"] {
                let stimul = try Command(withStarter: false)
                defer { stimul.remove() }
                let made = try stimul.run(
                    "new acme --template \(example.name) --country \(country) --paid \(paid) --lang \(example.language)"
                )
                #expect(made.code == 0 && made.errors == "", "\(made.errors)")
                let check = try stimul.run("check acme --lang \(example.language)")
                #expect(check.code == 0 && check.errors == "")
                #expect(check.output.split(separator: "\n").count == 1, "\(check.output)")
                let test = try stimul.run("test acme")
                #expect(test.code == 0, "\(test.errors)")
                let run = try stimul.run("run acme --period \(example.period) --person anna --format csv")
                #expect(run.code == 0 && run.errors == "", "\(run.errors)")
                let pay = run.output.split(separator: "\n").dropFirst().map { row in
                    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                    return (component: String(cells[5]), amount: Double(cells[6]) ?? -1)
                }
                let wanted = example.pay.map { $0.split(separator: ",") }
                #expect(pay.map(\.component) == wanted.map { String($0[0]) }, "\(run.output)")
                #expect(pay.map(\.amount) == wanted.map { (Double($0[1]) ?? -1) * scale }, "\(run.output)")
            }
        }
    }

    @Test("what comes next is said, and does what it says", arguments: cases)
    func next(_ example: Case) throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let made = try stimul.run("new acme --template \(example.name) --country ru --lang \(example.language)")
        let commands = try #require(made.output.split(separator: ":", maxSplits: 1).last).split(separator: ";").map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }.filter { $0.contains("stimul ") }
        #expect(commands.count == 3)
        for command in commands {
            let words = try #require(command.components(separatedBy: "stimul ").last)
            let result = try stimul.run(words)
            #expect(result.code == 0 && !result.output.isEmpty, "\(words): \(result.errors)")
        }
    }

    @Test("names and comments are those of the language", arguments: ["en", "ru"])
    func language(_ language: String) throws {
        for name in ["distributor", "saas", "key-accounts", "retail", "agency"] {
            let stimul = try Command(withStarter: false)
            defer { stimul.remove() }
            _ = try stimul.run("new acme --template \(name) --country us --lang \(language)")
            let folder = stimul.folder.appendingPathComponent("acme")
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                #expect(!text.contains { "‹›{{<<NAME".prefix(2).contains($0) } && !text.contains("CUR "), "\(file)")
                let isRussian = text.unicodeScalars.contains { (0x410...0x44F).contains($0.value) }
                if file == "people.csv" { #expect(isRussian == (language == "ru")) }
            }
        }
    }

    @Test(
        "an answer that is none says what may be answered",
        arguments: [
            ("--template shop", "there is no template 'shop'"),
            ("--country xx", "there is no country 'xx' here; there is ru"),
            ("--currency rubles", "there is no currency 'rubles'"), ("--paid weekly", "'weekly' is no period of pay"),
        ])
    func wrong(option: String, message: String) throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let made = try stimul.run("new acme \(option)")
        #expect(made.code == 64 && made.errors.contains(message), "\(made.errors)")
        #expect(!FileManager.default.fileExists(atPath: stimul.folder.appendingPathComponent("acme").path))
    }
}
