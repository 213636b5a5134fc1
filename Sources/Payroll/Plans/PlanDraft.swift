internal import Company
internal import Foundation
internal import Messages
internal import Storage

/// A text of the company that somebody is writing: a file of its folder as it shall be once it is approved.
///
/// Drafts are objects in the workspace: each saving is a version under the audit chain, with who and when.
public struct PlanDraft: Sendable, Hashable {
    /// The path of the file inside the company folder.
    public let file: String
    /// What it shall hold.
    public let text: String
    /// The digest of what the file held when the draft was begun: it is approved only while the file still holds that.
    public let base: String
    /// Who saved it last.
    public let author: String
    /// When, as ISO 8601 in UTC.
    public let at: String
    /// Its version, 1 at first; of an earlier draft of the file it goes on.
    public let version: Int64
}

/// A text that was approved and put into the company folder.
public struct ApprovedText: Sendable, Hashable {
    /// The path of the file inside the company folder.
    public let file: String
    /// The digest of the file before.
    public let before: String
    /// The digest of the file since.
    public let after: String
    /// The digest of the company's whole text since.
    public let model: String
    /// Who wrote it.
    public let author: String
    /// Who approved it.
    public let approver: String
    /// When, as ISO 8601 in UTC.
    public let at: String
}

/// That a payee has read how he is paid.
public struct PlanAcknowledgement: Sendable, Hashable {
    /// The plan's name.
    public let plan: String
    /// The payee's identifier.
    public let person: String
    /// The digest of what he has read, as ``PlanRules/digest`` gives it.
    public let digest: String
    /// When, as ISO 8601 in UTC.
    public let at: String
}

/// The objects that plans are kept as.
enum PlanObjects {
    static let room = "plans"

    static func draft(_ file: String) -> ObjectName { ObjectName(room: room, kind: "draft", key: file) }
    static func approval(_ file: String) -> ObjectName { ObjectName(room: room, kind: "approval", key: file) }
    static func acknowledgement(_ plan: String, _ person: String) -> ObjectName {
        ObjectName(room: room, kind: "acknowledgement", key: plan + "\n" + person)
    }

    struct Draft: Codable {
        var base: String
        var text: String
    }

    struct Approval: Codable {
        var after: String
        var author: String
        var before: String
        var model: String
    }

    struct Acknowledgement: Codable {
        var digest: String
        var person: String
        var plan: String
    }

    static func text(_ content: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(content), as: UTF8.self)
    }

    /// What an object holds; nil where it is none of these, which no writing here makes.
    static func content<Content: Decodable>(_ type: Content.Type, of object: KeptObject) -> Content? {
        object.content.flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}

extension PlanDraft {
    init?(_ object: KeptObject) {
        guard let content = PlanObjects.content(PlanObjects.Draft.self, of: object) else { return nil }
        self.init(
            file: object.name.key, text: content.text, base: content.base, author: object.actor, at: object.at,
            version: object.version)
    }
}

extension ApprovedText {
    init?(_ object: KeptObject) {
        guard let content = PlanObjects.content(PlanObjects.Approval.self, of: object) else { return nil }
        self.init(
            file: object.name.key, before: content.before, after: content.after, model: content.model,
            author: content.author, approver: object.actor, at: object.at)
    }
}

extension PlanAcknowledgement {
    init?(_ object: KeptObject) {
        guard let content = PlanObjects.content(PlanObjects.Acknowledgement.self, of: object) else { return nil }
        self.init(plan: content.plan, person: content.person, digest: content.digest, at: object.at)
    }
}
