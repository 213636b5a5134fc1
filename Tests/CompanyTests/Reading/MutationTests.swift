import Company
import Formulas
import Foundation
import Messages
import Testing

/// Every byte of the example company changed by chance; what comes out is a model or faults with their places.
@Suite("The example company with bytes changed by chance")
struct MutationTests {
    /// The YAML files and small tables whole and the others' first lines, so that one reading takes milliseconds; of tables
    /// whose rows name rows of others only the header, because those are not among the first.
    private static let alfa: [SourceFile] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Examples/alfa").standardizedFileURL
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }.sorted().compactMap { name in
            guard let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) else {
                return nil
            }
            let isWhole = [
                "people.csv", "units.csv", "positions.csv", "clients.csv", "products.csv", "goals.csv",
                "exchange_rates.csv",
            ].contains(name)
            let namesOthers = rowsOnRows.contains(name)
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let kept = name.hasSuffix(".csv") && !isWhole ? lines.prefix(namesOthers ? 1 : 8) : lines[...]
            return SourceFile(path: name, bytes: Array(kept.joined(separator: [UInt8(ascii: "\n")])))
        }
    }()

    /// Tables whose rows rest on rows of other tables: of sales, and those of key account work.
    private static let rowsOnRows: Set<String> = [
        "sale_share.csv", "payment.csv", "return.csv",
        "account.csv", "account_plan.csv", "answer.csv", "attendance.csv", "claim_cause.csv", "commitment.csv",
        "consensus.csv", "consent.csv", "contact.csv", "fact.csv", "fact_source.csv", "factor_score.csv",
        "incentive.csv", "incentive_paid.csv", "meeting.csv", "plan_action.csv", "plan_goal.csv",
        "plan_look.csv", "proof.csv", "relation.csv", "review.csv", "risk.csv", "rival.csv", "rival_score.csv",
        "round.csv", "rung.csv", "score.csv", "suggestion.csv", "touch.csv", "training.csv",
        "training_place.csv", "wallet.csv",
    ]

    @Test("unchanged, it has no error")
    func unchanged() {
        #expect(Self.alfa.count > 15)
        let errors = CompanyReader.read(Self.alfa).diagnostics.filter { $0.severity == .error }
        #expect(errors.map { $0.rendered(in: .en) } == [])
    }

    @Test("changed, it is read or refused with places, and every message can be shown", arguments: 0..<12)
    func mutated(seed: UInt64) {
        var dice = Chance(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        for _ in 0..<25 {
            var files = Self.alfa
            for _ in 0...dice.below(3) { mutate(&files[dice.below(files.count)].bytes, &dice) }
            let (model, diagnostics) = CompanyReader.read(files)
            let errors = diagnostics.filter { $0.severity == .error }
            #expect((model == nil) == !errors.isEmpty)
            for diagnostic in diagnostics {
                #expect(diagnostic.place != nil || diagnostic.code == "no-company", "\(diagnostic)")
                for language in Language.allCases { #expect(!diagnostic.rendered(in: language).isEmpty) }
            }
        }
    }

    /// What means something in YAML or in a table.
    private static let marks = Array("{}[],:;\"'#&*|>-\t\n\r 0".utf8)

    private func mutate(_ bytes: inout [UInt8], _ dice: inout Chance) {
        guard !bytes.isEmpty else { return }
        let position = dice.below(bytes.count)
        switch dice.below(6) {
        case 0: bytes[position] = UInt8(truncatingIfNeeded: dice.next())
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(Self.marks[dice.below(Self.marks.count)], at: position)
        case 3: bytes.removeSubrange(position..<min(bytes.count, position + dice.below(40)))
        case 4: bytes.insert(contentsOf: bytes[position..<min(bytes.count, position + 60)], at: position)
        default: bytes.swapAt(position, dice.below(bytes.count))
        }
    }
}

/// A small generator whose numbers are the same on every machine (xorshift).
private struct Chance {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
