import Foundation
import Testing

@Suite("Docs/payroll.md shows what the program prints")
struct PayrollDocumentTests {
    @Test("every command of the document, one after the other, prints what stands below it")
    func document() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let blocks = try Self.blocks()
        try stimul.write(try #require(blocks.first { $0.name == "csv" }).text, to: "late/sale.csv")
        let steps = blocks.filter { $0.name == "" }.flatMap { Self.steps($0.text) }
        #expect(steps.count > 20)
        for step in steps {
            let result = try stimul.run(words: step.words)
            // Which of the two streams is seen first is the terminal's affair.
            let printed = Command.Result(output: result.output + result.errors, errors: "", code: 0).withoutRun.output
            let shown = Command.Result(output: step.shown, errors: "", code: 0).withoutRun.output
            #expect(
                printed.split(separator: "\n").sorted() == shown.split(separator: "\n").sorted(),
                "\(step.words.joined(separator: " "))\n\(printed)")
        }
    }

    /// The fenced blocks of the document, with what they say they are.
    private static func blocks() throws -> [(name: String, text: String)] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let text = try String(contentsOf: root.appendingPathComponent("Docs/payroll.md"), encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        return stride(from: 1, to: parts.count, by: 2).map { index in
            let lines = parts[index].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(lines[0]), String(lines.last ?? ""))
        }
    }

    /// The commands of a block, each with the lines below it.
    private static func steps(_ block: String) -> [(words: [String], shown: String)] {
        block.components(separatedBy: "$ stimul ").dropFirst().map { part in
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (words(String(lines[0])), String(lines.last ?? ""))
        }
    }

    /// Words apart by spaces; what stands between apostrophes is one word.
    private static func words(_ line: String) -> [String] {
        line.components(separatedBy: "'").enumerated().flatMap { index, part in
            index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
    }
}
