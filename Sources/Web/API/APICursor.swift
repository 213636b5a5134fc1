internal import Credentials
internal import Pages

/// Where a list goes on: handed out as a sealed text, good for the same list alone.
struct APICursor {
    /// How many rows are answered when nobody says so.
    static let usual = 50
    /// The most.
    static let most = 500

    let asked: Asked
    /// The path and the filter of the list.
    private let purpose: String

    init(_ asked: Asked, list: String, filter: [String] = []) {
        self.asked = asked
        purpose = ([list] + filter.map { asked.query[$0] ?? "" }).joined(separator: "\u{0}")
    }

    /// How many rows are asked for.
    var limit: Int { asked.query["limit"].flatMap { Int($0) } ?? Self.usual }

    /// After which row the list goes on; nil at its beginning.
    var position: String? {
        get throws {
            guard let text = asked.query["cursor"] else { return nil }
            guard let position = asked.site.seal.opened(text, for: purpose) else {
                throw Problem.invalid(
                    [
                        BodyFault(
                            pointer: "?cursor",
                            text: Words(
                                ru: "Это не продолжение этого списка.", en: "This is no continuation of this list."))
                    ], code: "bad-query")
            }
            return position
        }
    }

    /// A list with where it goes on.
    func page(_ name: String, _ values: [JSONValue], next: String?) -> JSONValue {
        var members: [String: JSONValue] = [name: .list(values)]
        if let next { members["next"] = .text(asked.site.seal.sealed(next, for: purpose)) }
        return .object(members)
    }
}

extension APIParameter {
    static let limit = APIParameter(
        name: "limit", schema: .whole(1...Int64(APICursor.most)), about: Words(ru: "сколько строк", en: "how many rows")
    )
    static let cursor = APIParameter(
        name: "cursor", schema: .text(1...1_000),
        about: Words(ru: "откуда продолжить: «next» прежнего ответа", en: "where to go on: next of the answer before"))
}
