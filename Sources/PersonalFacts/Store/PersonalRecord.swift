internal import Foundation
internal import Storage

/// What the audit chain keeps of personal facts: never their text.
struct PersonalRecord: Codable {
    var contact: String
    var purpose: String
    var author: String
    var madeOn: String
    /// HMAC-SHA-256 of the text under the key that lies beside it; nil for a consent.
    var digest: String?

    static let room = "personal"

    /// What the steps of the room are about.
    enum Kind: String {
        case note, consent, look, withdrawal

        /// Kinds whose rows are erased.
        static let erasable: [Kind] = [.note, .consent]

        func name(_ key: String) -> ObjectName {
            ObjectName(room: PersonalRecord.room, kind: rawValue, key: key)
        }
    }

    var text: String {
        get throws { try Self.written(self) }
    }

    static func written(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    init(contact: String, purpose: String, author: String, madeOn: String, digest: String? = nil) {
        (self.contact, self.purpose, self.author, self.madeOn, self.digest) = (
            contact, purpose, author, madeOn, digest
        )
    }

    /// What was kept; nil where the content is none, which no writing here makes.
    init?(_ object: KeptObject) {
        guard let text = object.content,
            let record = try? JSONDecoder().decode(PersonalRecord.self, from: Data(text.utf8))
        else { return nil }
        self = record
    }
}
