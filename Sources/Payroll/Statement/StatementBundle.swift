public import Foundation
internal import Messages
public import Storage

/// Everything that one person's pay for one period follows from, in one signed file that can be checked anywhere.
///
/// The file is JSON with sorted keys. The signature covers the same JSON on one line, without the two fields of the signature itself.
public struct StatementBundle: Codable, Sendable, Equatable {
    /// The version of this form.
    public var form = Self.currentForm
    /// The person's identifier.
    public var person: String
    /// The pay period.
    public var period: String
    /// The run it was taken from.
    public var run: String
    /// The company's text: rules, metrics, plans.
    public var text: [File]
    /// The rows the figures rest on. Where a figure depends on others (a pool, a contest, a unit) theirs are among them.
    public var tables: [Table]
    /// What was calculated.
    public var results: [Result]
    /// What the period moved between the person's accounts: for information, since it also follows from earlier periods.
    public var settlement: Settlement
    /// The public half of the key it is signed with, in hexadecimal.
    public var key: String?
    /// The Ed25519 signature, in hexadecimal.
    public var signature: String?

    /// The form that this version writes and reads.
    public static let currentForm = 1

    /// A file of the company's text.
    public struct File: Codable, Sendable, Equatable {
        /// Its path in the company folder.
        public var path: String
        /// Its content.
        public var content: String
    }

    /// Rows of one table.
    public struct Table: Codable, Sendable, Equatable {
        /// What they are.
        public var kind: String
        /// The field names.
        public var columns: [String]
        /// The cells of the rows.
        public var rows: [[String]]
    }

    /// What a component paid.
    public struct Result: Codable, Sendable, Equatable {
        /// The plan.
        public var plan: String
        /// The component.
        public var component: String
        /// The plan's period.
        public var period: String
        /// The first day that counts.
        public var from: String
        /// The first day that does not.
        public var until: String
        /// The amount with a decimal point; `nil` when there is none.
        public var amount: String?
        /// Why there is no amount; empty when there is one.
        public var reason: String
    }

    /// The entries of the period, summed.
    public struct Settlement: Codable, Sendable, Equatable {
        /// Whether they stand in the ledger; otherwise the run proposes them.
        public var isPosted: Bool
        /// The sums, by cause and accounts.
        public var movements: [Movement]
    }

    /// The entries with one cause between two accounts.
    public struct Movement: Codable, Sendable, Equatable {
        /// Why they were made, as ``Ledger/LedgerEntry/Cause`` names it.
        public var cause: String
        /// Where the amount was.
        public var from: String
        /// Where it is now.
        public var to: String
        /// The amount with a decimal point.
        public var amount: String
    }
}

extension StatementBundle {
    /// The file's content. The same statement is the same bytes; what a terminal would obey stands in it as escapes.
    public func json() throws -> Data {
        Data(VisibleText.json(String(decoding: try plainJSON(), as: UTF8.self)).utf8)
    }

    private func plainJSON() throws -> Data {
        try encoded([.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]) + Data("\n".utf8)
    }

    /// Reads a file as ``json()`` writes it.
    ///
    /// - Throws: ``StatementProblem`` unless every byte is as it was written: what a reader would skip cannot be changed either.
    public static func read(_ data: Data) throws(StatementProblem) -> StatementBundle {
        let decoder = JSONDecoder()
        guard let version = try? decoder.decode(Version.self, from: data) else { throw .notAStatement }
        guard version.form == currentForm else { throw .otherForm(version.form) }
        guard let bundle = try? decoder.decode(StatementBundle.self, from: data) else { throw .notAStatement }
        // Earlier statements have such characters as they are.
        guard let written = try? bundle.json(), let earlier = try? bundle.plainJSON(),
            [written, earlier].contains(data)
        else { throw .notAsWritten }
        try bundle.checkShape()
        return bundle
    }

    private struct Version: Decodable {
        let form: Int
    }

    /// What is signed.
    private func signedBytes() throws -> [UInt8] {
        var unsigned = self
        unsigned.key = nil
        unsigned.signature = nil
        return [UInt8](try unsigned.encoded([.sortedKeys, .withoutEscapingSlashes]))
    }

    private func encoded(_ formatting: JSONEncoder.OutputFormatting) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return try encoder.encode(self)
    }

    /// The same, signed.
    public func signed(with key: SigningKey) throws -> StatementBundle {
        var signed = self
        signed.key = key.publicKey.hex
        signed.signature = key.sign(try signedBytes()).hex
        return signed
    }

    /// Refuses a statement that was changed since it was signed.
    ///
    /// - Parameter expected: The key it must be signed with, when that is known; otherwise the one it names itself.
    func checkSignature(by expected: [UInt8]?) throws(StatementProblem) {
        guard let signature = signature.flatMap(Self.bytes), let key = key.flatMap(Self.bytes),
            let bytes = try? signedBytes()
        else { throw .notSigned }
        if let expected, expected != key { throw .otherKey(key.hex) }
        guard SigningKey.verify(signature, of: bytes, by: key) else { throw .changed }
    }

    /// Bytes in the one way in which they are written: small letters would otherwise be as good as capitals.
    private static func bytes(_ hex: String) -> [UInt8]? {
        [UInt8](hex: hex).flatMap { $0.hex == hex ? $0 : nil }
    }
}
