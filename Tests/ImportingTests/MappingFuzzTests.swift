import Foundation
import Importing
import Messages
import Testing

/// Damaged tables and answers that fit nothing: the dialogue always ends with questions, faults or a table, in bounded time; an entry
/// is written whole or not at all.
struct MappingFuzzTests {
    private static let answers = [
        ("kind", "sale"), ("kind", "targets"), ("header", "1"), ("header", "3"), ("header", "1-2"), ("header", "none"),
        ("decimal", ","), ("decimal.amount", "."), ("dates", "m/d/y"), ("dates.date", "serial"), ("time", "drop"),
        ("zone", "+03:00"), ("year", "2026"), ("empty", "—"), ("empty", ""), ("id", "row"), ("id", "date,amount"),
        ("id", ","), ("column.amount", "2"), ("column.amount", "-"), ("column.date", "Дата"), ("column.seller", "1"),
        ("constant.currency", "RUB"), ("constant.date", "2026-01-01"), ("owners.seller", "/"), ("owners.seller", "one"),
        ("name.Котов", "boris"), ("name.", "x"), ("delimiter", ";"), ("encoding", "koi8-r"),
        ("column.amount", "999999"),
    ]

    @Test("a damaged table with any answers gives questions, faults or a table")
    func damaged() throws {
        let clock = ContinuousClock()
        var ends = [0, 0, 0]
        for seed in Fuzz.seeds {
            var mutation = Mutation(seed: seed &* 31 &+ 7)
            let habit = Habit.all[mutation.below(Habit.all.count)]
            let bytes = mutation.below(3) == 0 ? Array(habit.text.utf8) : mutation.changed(Array(habit.text.utf8))
            let start = clock.now
            switch try Self.end(bytes, habit, &mutation) {
            case true?: ends[0] += 1
            case false?: ends[1] += 1
            case nil: ends[2] += 1
            }
            let seconds = (clock.now - start) / .seconds(1)
            #expect(seconds < 10, "\(seed) took \(seconds) s")
        }
        // Damage that is never or always noticed would test nothing.
        #expect(
            !Fuzz.isTelling || ends.allSatisfy { $0 > Fuzz.count / 20 },
            "read, asked or refused, not cut or wrong answers: \(ends)")
    }

    /// Whether the table is read; `nil` when it cannot be cut into rows or an answer is none.
    private static func end(_ bytes: [UInt8], _ habit: Habit, _ mutation: inout Mutation) throws -> Bool? {
        do {
            var said = MappingAnswers()
            for _ in 0..<mutation.below(4) {
                let (key, value) = answers[mutation.below(answers.count)]
                try said.take(key, value)
            }
            let table = try RawTable(text: PlainTable(bytes, declared: said.encoding, delimiter: said.delimiter))
            let dialogue = try MappingDialogue(
                table, kinds: Kinds.all, known: Kinds.people, named: habit.file, said: said)
            #expect(dialogue.open.allSatisfy { !$0.text.ru.isEmpty && $0.isAnswerable })
            guard let clean = dialogue.clean, let proposal = dialogue.proposal, let rules = dialogue.rules else {
                #expect(!dialogue.open.isEmpty || !dialogue.faults.isEmpty)
                return false
            }
            let preview = MappingPreview(clean, proposal, of: table)
            #expect(preview.rows.count == min(20, clean.sourceRows.count))
            #expect(preview.rows.allSatisfy { $0.count == clean.fields.count })
            #expect(HeaderMemory([(habit.file, rules)]).match(text: bytes).map { $0.entry == habit.file } ?? true)
            return dialogue.isReady
        } catch let fault as MappingAnswerFault {
            #expect(!fault.text.ru.isEmpty)
            return nil
        } catch is TextFault { return nil } catch is RawTableFault { return nil }
    }

    private static let yaml =
        "# company\ncompany: {name: A, currency: RUB}\ntables:\n  a.csv: {reads: sale, columns: {amount: \"S, r\"}}  # x\n  'b.csv':\n    reads: sale\n\n# plans\nplans: {x: {period: month}}\n"

    @Test("an entry written into a damaged file is there, and is the only change")
    func entries() throws {
        var written = 0
        for seed in Fuzz.seeds {
            var mutation = Mutation(seed: seed &* 17 &+ 3)
            let bytes = mutation.changed(Array(Self.yaml.utf8))
            let name = ["a.csv", "b.csv", "c.csv"][mutation.below(3)]
            var text = TablesText(bytes)
            guard (try? text.set(["\(name):", "  reads: sale"], inOneLine: "\(name): {reads: sale}", for: name)) != nil
            else { continue }
            written += 1
            // What stands before and behind is untouched.
            let before = zip(bytes, text.bytes).prefix { $0 == $1 }.count
            let behind = zip(bytes.reversed(), text.bytes.reversed()).prefix { $0 == $1 }.count
            #expect(before + behind + 400 >= min(bytes.count, text.bytes.count), "\(seed)")
            var again = text
            try again.set(["\(name):", "  reads: sale"], inOneLine: "\(name): {reads: sale}", for: name)
            #expect(again.bytes == text.bytes, "\(seed)")
        }
        #expect(!Fuzz.isTelling || written > Fuzz.count / 2)
    }
}

/// How much is tried: STIMUL_FUZZ says how many files of each kind, 400 by default; STIMUL_FUZZ_SEED the first seed.
enum Fuzz {
    private static let variables = ProcessInfo.processInfo.environment

    static let count = variables["STIMUL_FUZZ"].flatMap { Int($0) } ?? 400
    /// Whether so many files are tried that shares of them say something: of a few none may happen to be noticed.
    static let isTelling = count >= 400
    static let seeds: Range<UInt64> = {
        let first = variables["STIMUL_FUZZ_SEED"].flatMap { UInt64($0) } ?? 0
        return first..<first + UInt64(count)
    }()
}
