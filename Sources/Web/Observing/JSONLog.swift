internal import Credentials
internal import Foundation
internal import Logging

/// Lines of JSON on standard error, one for each event: nothing that comes from a request can make a second line.
struct JSONLog: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members: [String: JSONValue] = [
            "at": .text(Instant(seconds: Int64(Date.now.timeIntervalSince1970)).description),
            "level": .text(event.level.rawValue),
            "event": .text(event.message.description),
        ]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            members[key.hasPrefix("hb.") ? "request" : key] = .text(value.description)
        }
        FileHandle.standardError.write(Data(JSONValue.object(members).bytes))
    }
}
