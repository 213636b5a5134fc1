import Foundation
import Importing
import Messages
import Testing

/// The whole way from bytes to a clean table with tables damaged by seeds: always a clean table or a typed refusal, in bounded
/// time. STIMUL_FUZZ says how many are tried; 400 by default.
struct TableFuzzTests {
    private static let count = Fuzz.count

    @Test("a damaged table is read into rows that know where they come from, or is refused")
    func damaged() throws {
        let clock = ContinuousClock()
        var clean = 0
        var refused = 0
        for seed in Fuzz.seeds {
            let habit = Habit.all[Int(seed) % Habit.all.count]
            let bytes = Self.changed(habit.text, seed)
            let start = clock.now
            do {
                if try Self.read(bytes, habit, seed) { clean += 1 } else { refused += 1 }
            } catch is TextFault { refused += 1 } catch is RawTableFault { refused += 1 } catch let refusal
                as TableRefusal
            {
                #expect(!refusal.faults.isEmpty && !refusal.text.ru.isEmpty)
                refused += 1
            } catch {
                Issue.record("\(seed): \(error)")
            }
            let seconds = (clock.now - start) / .seconds(1)
            #expect(seconds < 10, "\(seed) took \(seconds) s")
        }
        // Damage that is never or always noticed would test nothing.
        #expect(
            !Fuzz.isTelling || clean > Self.count / 10 && refused > Self.count / 10,
            "\(clean) clean, \(refused) refused")
    }

    /// Every fourth file is damaged like any bytes, the others as people damage tables.
    private static func changed(_ text: String, _ seed: UInt64) -> [UInt8] {
        var mutation = Mutation(seed: seed)
        if seed % 4 == 0 { return mutation.changed(Array(text.utf8)) }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0...mutation.below(2) {
            let place = mutation.below(lines.count)
            switch mutation.below(5) {
            case 0: lines.insert(lines[mutation.below(lines.count)], at: place)
            case 1 where lines.count > 2: lines.remove(at: place)
            case 2: lines.swapAt(place, mutation.below(lines.count))
            default:
                let piece = pieces[mutation.below(pieces.count)]
                let letters = Array(lines[place])
                let middle = mutation.below(letters.count + 1)
                lines[place] = String(letters[..<middle]) + piece + String(letters[middle...])
            }
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private static let pieces = [
        ";", ",", "\"", "\n", "\t", " ", "\u{A0}", "-", "—", "%", "$", "€", "(", ")", "1", "0", "9,9", "1.234", "Итого",
        "Total",
        "31/02/2026", "46053", "T10:00:00Z", "99999999999999999999999999999999", "\u{301}", "🙂", "\u{202E}", "\0",
        "E+5",
        ":", "12:99", "янв", "2026",
    ]

    /// Whether the bytes became a clean table.
    private static func read(_ bytes: [UInt8], _ habit: Habit, _ seed: UInt64) throws -> Bool {
        let table = try RawTable(text: PlainTable(bytes))
        guard let proposal = MappingProposal(table, kinds: Kinds.all, known: Kinds.people, named: habit.file) else {
            return false
        }
        var rules = proposal.rules
        if let said = habit.said { said(&rules) }
        let clean = try rules.applied(to: table, as: proposal.kind, known: Kinds.people, named: habit.file)
        let numbers = Set(table.rows.map(\.number))
        #expect(clean.sourceRows.allSatisfy(numbers.contains), "\(seed)")
        #expect(zip(clean.sourceRows, clean.sourceRows.dropFirst()).allSatisfy { $0 <= $1 }, "\(seed)")
        let again = try RawTable(text: PlainTable(clean.csv, declared: .utf8))
        #expect(again.rows.count == clean.sourceRows.count + 1 || clean.fields.count == 1, "\(seed)")
        return true
    }

    @Test("a clean table is read into itself", arguments: Habit.all.filter { $0.refusal == nil })
    func fixedPoint(_ habit: Habit) throws {
        let table = try Kinds.table(habit.text)
        let proposal = try #require(
            MappingProposal(table, kinds: Kinds.all, known: Kinds.people, named: habit.file))
        var rules = proposal.rules
        if let said = habit.said { said(&rules) }
        let clean = try rules.applied(to: table, as: proposal.kind, known: Kinds.people)
        var plain = TableRules()
        plain.decimal = .point
        let again = try plain.applied(to: RawTable(text: PlainTable(clean.csv)), as: proposal.kind)
        #expect(String(decoding: again.csv, as: UTF8.self) == String(decoding: clean.csv, as: UTF8.self))
    }

    @Test("twice the rows take about twice the time")
    func linear() throws {
        func seconds(_ rows: Int) throws -> Double {
            let text =
                "id;date;seller;amount\n"
                + (1...rows).map { "\($0);05.01.2026;\($0 % 2 == 0 ? "Анна Орлова" : "Борис Котов");1 234,5\n" }
                .joined()
            let table = try Kinds.table(text)
            return try ContinuousClock().measure {
                let proposal = try #require(
                    MappingProposal(table, kinds: Kinds.all, known: Kinds.people, named: "sale.csv"))
                let clean = try proposal.rules.applied(to: table, as: proposal.kind, known: Kinds.people)
                #expect(clean.sourceRows.count == rows)
            } / .seconds(1)
        }
        let small = try seconds(2_000)
        let large = try seconds(8_000)
        // Four times the rows; a square would be sixteen times.
        #expect(large < small * 9 + 0.5, "\(small) s and \(large) s")
    }
}
