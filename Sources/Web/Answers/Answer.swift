internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Storage

/// What a handler answers.
struct Answer: Sendable {
    var status: Int
    var type: String
    var bytes: [UInt8]
    var headers: [(name: String, value: String)] = []
    var cookies: [Cookie] = []
    /// What is written as it happens, in place of the bytes.
    var feed: (@Sendable () throws -> FeedStream)?
    /// What is kept of the body for a repetition of the request; all of it where nothing is said. A secret is shown once.
    var kept: [UInt8]?

    /// A page.
    static func page(_ bytes: [UInt8], status: Int = 200) -> Answer {
        Answer(status: status, type: "text/html; charset=utf-8", bytes: bytes)
    }

    /// Another page is to be asked for.
    static func redirect(_ address: Address) -> Answer {
        Answer(
            status: 303, type: "text/plain; charset=utf-8", bytes: [], headers: [("Location", address.text)])
    }

    /// A value for programs, with the tag by which they know whether it has changed.
    static func json(_ value: JSONValue, status: Int = 200, type: String = "application/json") -> Answer {
        Answer(status: status, type: "\(type); charset=utf-8", bytes: value.bytes)
    }

    /// A value with members that are secrets: shown this once, and not kept.
    static func json(_ value: JSONValue, secret: [String: JSONValue], status: Int) -> Answer {
        var answer = json(.object((value.members ?? [:]).merging(secret) { first, _ in first }), status: status)
        answer.kept = value.bytes
        return answer
    }

    /// A file to be saved.
    static func file(_ bytes: [UInt8], type: String, name: String) -> Answer {
        Answer(
            status: 200, type: type, bytes: bytes,
            headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
    }

    /// Text.
    static func text(_ text: String, status: Int = 200, type: String = "text/plain; charset=utf-8") -> Answer {
        Answer(status: status, type: type, bytes: Array(text.utf8))
    }

    /// The same with a cookie.
    func with(_ cookie: Cookie) -> Answer {
        var answer = self
        answer.cookies.append(cookie)
        return answer
    }

    /// The same with a header.
    func with(_ name: String, _ value: String) -> Answer {
        var answer = self
        answer.headers.append((name, value))
        return answer
    }
}

extension Answer {
    /// As the server sends it.
    var response: Response {
        var fields = HTTPFields()
        fields[.contentType] = type
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        var response = Response(
            status: .init(code: status), headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        for cookie in cookies { response.setCookie(cookie) }
        return response
    }
}

/// The tag of a version (RFC 9110, 8.8.3).
enum EntityTag {
    /// A strong tag of some bytes.
    static func of(_ bytes: [UInt8]) -> String { "\"\(SHA256Digest.of(bytes).hex.prefix(32))\"" }

    /// Whether a version may be written over: it is the one that was read (`If-Match`), or there is none and none was expected
    /// (`If-None-Match: *`). Both are compared strongly (RFC 9110, 13.1.1).
    static func isVersion(_ tag: String?, _ match: String?, _ noneMatch: String?) -> Bool {
        if let match {
            guard let tag, match.utf8.count <= 4_096 else { return false }
            let tags = match.split(separator: ",").map {
                String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            guard tags.contains(where: { $0 == "*" || $0 == tag }) else { return false }
        }
        return noneMatch == nil || tag == nil
    }

    /// Whether a version is among those that the asker has: a list, `*`, weak tags as strong ones (13.1.2 compares weakly).
    static func isKnown(_ tag: String, by header: String?) -> Bool {
        guard let header, header.utf8.count <= 4_096 else { return false }
        return header.split(separator: ",").contains { part in
            let text = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            let own = String(text)
            return own == "*" || own == tag || own == "W/" + tag
        }
    }
}
