import Foundation
import Testing

/// A document of the project with the commands it shows: `$ stimul …`, and below each what it prints.
struct CommandDocument {
    /// A command and what stands below it.
    struct Step {
        let words: [String]
        let shown: String
    }

    /// The fenced blocks, with what they say they are.
    private let blocks: [(name: String, text: String)]

    /// Reads a document by its path in the package.
    init(_ path: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
        let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        blocks = stride(from: 1, to: parts.count, by: 2).map { index in
            let lines = parts[index].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(lines[0]), String(lines.last ?? ""))
        }
    }

    /// The first block that says it is of a kind.
    func text(of name: String) throws -> String { try #require(blocks.first { $0.name == name }).text }

    /// The commands of the blocks that say nothing, in their order.
    var steps: [Step] { blocks.filter { $0.name == "" }.flatMap { Self.steps($0.text) } }

    /// The commands of a block, each with the lines below it.
    private static func steps(_ block: String) -> [Step] {
        block.components(separatedBy: "$ stimul ").dropFirst().map { part in
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return Step(words: words(String(lines[0])), shown: String(lines.last ?? ""))
        }
    }

    /// Words apart by spaces; what stands between apostrophes is one word.
    private static func words(_ line: String) -> [String] {
        line.components(separatedBy: "'").enumerated().flatMap { index, part in
            index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
    }
}
