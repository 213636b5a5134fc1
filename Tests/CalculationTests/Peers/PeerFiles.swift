import Company
import Formulas
import Foundation
import Messages
import Quantities
import Testing

/// A case of another project, as `cases.json` keeps it.
struct PeerCase: Decodable {
    var id: String
    /// What the peer gives, when that is a single number; `nil` when it takes words to say.
    var number: FixedDecimal?

    private enum Key: CodingKey {
        case id, expect
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(String.self, forKey: .id)
        if let integer = try? container.decode(Int.self, forKey: .expect) {
            number = FixedDecimal(integer)
        } else {
            let text = try container.decode(String.self, forKey: .expect)
            number = try? FixedDecimal(parsing: text.hasPrefix(".") ? "0" + text : text)
        }
    }
}

/// That a test asserts something about a case.
struct PeerCheck: Hashable {
    var id: String
    /// Stimul gives another figure than the peer, on purpose.
    var differs: Bool
    /// The table that holds the figures.
    var source: String
    /// What the table says the peer gives, where it says so in numbers.
    var peer: [FixedDecimal] = []
}

/// The files beside the tests.
enum PeerFiles {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    static func cases() throws -> [PeerCase] {
        let data = try Data(contentsOf: folder.appendingPathComponent("cases.json"))
        return try JSONDecoder().decode([PeerCase].self, from: data)
    }

    /// The ids in the first column of the table of differences; those of the ledger are held to its own tests.
    static func differences() throws -> [String] {
        let document = folder.appendingPathComponent("../../../Docs/differences.md").standardized
        let text = try String(contentsOf: document, encoding: .utf8)
        return text.components(separatedBy: "\n## The ledger\n")[0].split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
            .flatMap { $0.split(separator: "|")[0].split(separator: "`") }
            .map(String.init).filter { $0.contains { $0.isLetter } }
    }

    /// The lines of a text file.
    static func lines(_ path: String) throws -> [String] {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8).split(separator: "\n")
            .map(String.init)
    }

    /// A company of one file, or of a folder in which `expected.csv` is no table of the company.
    static func company(_ path: String) throws -> CompanyModel {
        let url = folder.appendingPathComponent(path)
        if path.hasSuffix(".yaml") {
            return try company([SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: url)))])
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0 != "expected.csv" }
        return try company(
            names.map { name in
                let bytes = [UInt8](try Data(contentsOf: url.appendingPathComponent(name)))
                return SourceFile(path: name, bytes: bytes)
            })
    }

    static func company(_ files: [SourceFile]) throws -> CompanyModel {
        let (model, diagnostics) = CompanyReader.read(files)
        let faults = diagnostics.filter { $0.severity == .error }.map { "\($0.code): \($0.message.en)" }
        return try #require(model, "\(faults)")
    }
}
