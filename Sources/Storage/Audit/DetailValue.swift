internal import Foundation

/// A value in the detail of an audit record.
enum DetailValue: Encodable {
    case text(String)
    case number(Int64)
    case numbers([String: Int])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .numbers(let numbers): try container.encode(numbers)
        }
    }

    /// Values as JSON; the names are sorted, so that the same values are the same text everywhere.
    static func json(_ detail: [String: DetailValue]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and integers can always be encoded.
        return (try? encoder.encode(detail)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
