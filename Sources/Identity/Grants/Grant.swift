internal import Foundation
public import Payroll
public import Periods
internal import Storage

/// A role of somebody for some days, kept in the workspace under the audit chain.
public struct Grant: Hashable, Sendable {
    /// How far it has come.
    public enum State: String, Sendable, Hashable, Codable {
        /// Somebody gave it, and somebody else has to agree.
        case proposed
        /// It holds on its days.
        case given
        /// It was refused before it held.
        case refused
    }

    /// What it is called.
    public let key: String
    /// Whose.
    public let user: UserID
    /// Who he is in the company: what the audit reads when the user is long erased.
    public let person: String
    /// Which role.
    public let role: Role
    /// On which days; the last one is not among them.
    public let days: DayRange
    /// How far it has come.
    public let state: State
    /// Who gave it.
    public let giver: String
    /// Who else agreed, where one had to.
    public let second: String?
    /// Its version, 1 at first.
    public let version: Int64
}

extension Role {
    /// Whether giving it takes two administrators: those who approve and pay, and those who give such roles, else one
    /// administrator made himself a second one.
    public var takesTwo: Bool {
        switch self {
        case .finance, .executive, .administrator: true
        case .employee, .head, .analyst, .auditor: false
        }
    }
}

extension Grant {
    /// What a version of it is written as.
    struct Content: Codable {
        var user: String
        var person: String
        var role: String
        var from: String
        var until: String
        var state: State
        var giver: String
        var second: String?

        var text: String {
            get throws {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                return String(decoding: try encoder.encode(self), as: UTF8.self)
            }
        }
    }

    static let room = "access"
    static let kind = "grant"

    static func name(_ key: String) -> ObjectName { ObjectName(room: room, kind: kind, key: key) }

    /// A grant as it was kept; nil where the content is none, which no writing here makes.
    init?(_ object: KeptObject) {
        guard let text = object.content,
            let content = try? JSONDecoder().decode(Content.self, from: Data(text.utf8)),
            let role = Role(rawValue: content.role), let from = CivilDay(parsing: content.from),
            let until = CivilDay(parsing: content.until), let days = DayRange(from: from, until: until)
        else { return nil }
        self.init(
            key: object.name.key, user: UserID(content.user), person: content.person, role: role, days: days,
            state: content.state, giver: content.giver, second: content.second, version: object.version)
    }

    var content: Content {
        Content(
            user: user.text, person: person, role: role.rawValue, from: days.from.description,
            until: days.until.description, state: state, giver: giver, second: second)
    }
}
