import Company
import Formulas
import Foundation
import Messages
import Testing

/// `Docs/company.md` is read by people; what it says is held to the program here.
@Suite("The reference of the company folder")
struct ReferenceTests {
    private static let page = try? String(
        contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Docs/company.md"), encoding: .utf8)

    private func page() throws -> String { try #require(Self.page) }

    @Test("shows how every function is called", arguments: Function.allCases)
    func functions(_ function: Function) throws {
        #expect(try page().contains("`\(function.rawValue)("), "\(function.rawValue)")
    }

    @Test(
        "names every field type",
        arguments: ["day", "money", "number", "percent", "pieces", "days", "minutes", "text", "flag"])
    func types(_ type: String) throws {
        #expect(try page().contains("`\(type)`"), "\(type)")
        #expect(FieldType(named: type) != .record(type))
    }

    @Test(
        "names every meaning of tiers, every policy, goal, group and counting of days",
        arguments: TierTable.Mode.allCases.map(\.rawValue) + MissingValuePolicy.allCases.map(\.rawValue)
            + SalesGoal.allCases.map(\.rawValue) + AwardGroup.allCases.map(\.rawValue))
    func words(_ word: String) throws {
        #expect(try page().contains(word))
    }

    @Test("says how every kind of award is written", arguments: AwardKey.allCases)
    func kinds(_ key: AwardKey) throws {
        #expect(try page().contains("| `\(key.rawValue): "), "\(key.rawValue)")
    }

    @Test(
        "its sections are read: company, records, events, splits, parameters, metrics, tables and plans in one company")
    func sample() throws {
        let blocks = try page().components(separatedBy: "```yaml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        #expect(blocks.count >= 5)
        for (number, block) in blocks.enumerated() {
            let file = SourceFile(path: "block\(number).yaml", bytes: Array(block.utf8))
            let codes = CompanyReader.read([file]).diagnostics.map(\.code)
            #expect(!codes.contains("yaml"), "block \(number) is not YAML: \(block)")
            #expect(!codes.contains("unknown-key"), "block \(number) has a key that nothing reads: \(block)")
        }
    }
}
