internal import Company
public import Foundation
public import Storage

/// Everything that one person's pay for one period follows from, in one signed file that can be checked anywhere.
///
/// It is JSON with sorted keys. The signature covers the same JSON without the two fields of the signature itself.
public struct StatementBundle: Codable, Sendable, Equatable {
    /// The version of this form.
    public var form = 1
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
    /// The public half of the key it is signed with, in hexadecimal.
    public var key: String?
    /// The Ed25519 signature, in hexadecimal.
    public var signature: String?

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
        /// The rows: the key, then the cells.
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
}

extension StatementBundle {
    /// The file's content.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// What is signed.
    private func signedBytes() throws -> [UInt8] {
        var unsigned = self
        unsigned.key = nil
        unsigned.signature = nil
        return [UInt8](try unsigned.json())
    }

    /// The same, signed.
    public func signed(with key: SigningKey) throws -> StatementBundle {
        var signed = self
        signed.key = key.publicKey.hex
        signed.signature = key.sign(try signedBytes()).hex
        return signed
    }

    /// Whether nothing was changed since it was signed.
    ///
    /// - Parameter expected: The key it must be signed with, when that is known; otherwise the one it names itself.
    public func isSigned(by expected: [UInt8]? = nil) throws -> Bool {
        guard let signature = signature.flatMap({ [UInt8](hex: $0) }), let key = key.flatMap({ [UInt8](hex: $0) })
        else {
            return false
        }
        if let expected, expected != key { return false }
        return SigningKey.verify(signature, of: try signedBytes(), by: key)
    }
}

extension StatementBundle {
    /// The text as files.
    var files: [SourceFile] { text.map { SourceFile(path: $0.path, bytes: [UInt8]($0.content.utf8)) } }

    /// The rows as tables.
    var plainTables: [PlainTable] {
        tables.map { table in
            PlainTable(
                kind: table.kind, columns: table.columns,
                rows: table.rows.compactMap { row in
                    row.first.map { PlainRow(key: $0, cells: Array(row.dropFirst())) }
                })
        }
    }
}
