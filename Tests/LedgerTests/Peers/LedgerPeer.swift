import Foundation
import Testing

/// A case of another project about what happens to an award after it is computed; `cases.json` keeps what is given and where
/// it was found.
struct LedgerPeer: Sendable, CustomTestStringConvertible {
    /// The case's name in `cases.json`.
    let id: String
    /// What the peer gives.
    let peer: String
    /// What Stimul gives: the same, or another figure on purpose (see `Docs/differences.md`).
    let stimul: String
    /// Has Stimul do it.
    let figures: @Sendable () async throws -> String

    init(_ id: String, _ both: String, _ figures: @escaping @Sendable () async throws -> String) {
        self.init(id, peer: both, stimul: both, figures)
    }

    init(
        _ id: String, peer: String, stimul: String, _ figures: @escaping @Sendable () async throws -> String
    ) {
        (self.id, self.peer, self.stimul, self.figures) = (id, peer, stimul, figures)
    }

    var testDescription: String { "\(id): \(stimul)" }
}

@Suite("Cases of peers about the ledger")
struct LedgerPeerTests {
    static let cases: [LedgerPeer] = LedgerPeer.debts + LedgerPeer.settlements + LedgerPeer.draws

    @Test("the ledger gives what the table says", arguments: cases)
    func figures(_ peer: LedgerPeer) async throws {
        #expect(try await peer.figures() == peer.stimul)
    }

    private struct Kept: Decodable { var id: String }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    @Test("every kept case is checked once")
    func everyCaseOnce() throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent("cases.json"))
        let kept = try JSONDecoder().decode([Kept].self, from: data).map(\.id)
        #expect(kept.sorted() == Self.cases.map(\.id).sorted())
    }

    @Test("a case that comes out differently stands in Docs/differences.md, and no other does")
    func differences() throws {
        let document = Self.folder.appendingPathComponent("../../../Docs/differences.md").standardized
        let text = try String(contentsOf: document, encoding: .utf8)
        let chapter = try #require(text.components(separatedBy: "\n## The ledger\n").dropFirst().first)
        let documented = chapter.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .flatMap { $0.split(separator: "|")[0].split(separator: "`") }
            .map(String.init).filter { $0.contains { $0.isLetter } }
        #expect(documented.sorted() == Self.cases.filter { $0.peer != $0.stimul }.map(\.id).sorted())
    }
}
