import Foundation
import Importing
import Messages
import Testing

/// Tables as exporters write them: each is read right by the line that is proposed, or refused with what to say.
struct HabitTests {
    @Test("a habit of exporters is read, or refused with the line to paste", arguments: Habit.all)
    func habit(_ habit: Habit) throws {
        let table = try Kinds.table(habit.text)
        let proposal = try #require(
            MappingProposal(table, kinds: Kinds.all, known: Kinds.people, named: habit.file), "\(habit.name)")
        for part in habit.line {
            #expect(proposal.yaml.contains(part), "\(proposal.yaml)\n\(proposal.questions.map(\.text.en))")
        }
        var rules = proposal.rules
        if let refusal = habit.refusal {
            do {
                _ = try rules.applied(to: table, as: proposal.kind, known: Kinds.people, named: habit.file)
                Issue.record("\(habit.name) was read by \(proposal.yaml)")
            } catch {
                #expect(error.text.en.contains(refusal), "\(error.text.en)")
                #expect(error.faults.allSatisfy { !$0.message.ru.isEmpty && !$0.remedy.ru.isEmpty })
            }
        }
        if let said = habit.said { said(&rules) }
        guard habit.refusal == nil || habit.said != nil else { return }
        let clean: CleanTable
        do {
            clean = try rules.applied(to: table, as: proposal.kind, known: Kinds.people, named: habit.file)
        } catch {
            Issue.record("\(habit.name): \(error.text.en)\n\(rules.yaml(for: habit.file))")
            return
        }
        #expect(try Self.rows(clean, habit.fields) == habit.rows, "\(rules.yaml(for: habit.file))")
        #expect(clean.sourceRows.count == habit.rows.count)
    }

    /// The values of some fields, row by row; the clean table is read back by the same cutter.
    private static func rows(_ clean: CleanTable, _ fields: [String]) throws -> [String] {
        let table = try RawTable(text: PlainTable(clean.csv + Array("".utf8)))
        let places = fields.isEmpty ? Array(clean.fields.indices) : fields.compactMap(clean.fields.firstIndex(of:))
        #expect(fields.isEmpty || places.count == fields.count, "\(clean.fields)")
        return table.rows.dropFirst().map { row in
            places.map { place in
                if case .text(let text) = row[place] { text } else { "" }
            }.joined(separator: "|")
        }
    }

    @Test("the documentation lists every habit")
    func documented() throws {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath()
        let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
        let text = try String(contentsOf: root.appending(path: "Docs/importing.md"), encoding: .utf8)
        for habit in Habit.all { #expect(text.contains("| \(habit.name) |"), "\(habit.name)") }
    }

    @Test("there are at least forty habits, and each has a name of its own")
    func count() {
        #expect(Habit.all.count >= 40)
        #expect(Set(Habit.all.map(\.name)).count == Habit.all.count)
    }
}
