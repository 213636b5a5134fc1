internal import Messages
internal import Quantities

/// A message as JSON: `{"arguments":[{"amount":"1200","currency":"RUB","name":"taken"}],"code":"cut-by-cap","en":…,"ru":…}`.
struct MessageForm: Decodable {
    var code: String
    var arguments: [Argument]
    var en: String
    var ru: String

    var message: CodedMessage {
        CodedMessage(code, arguments.compactMap(\.argument), LocalizedText(en: EnglishText(en), ru: RussianText(ru)))
    }

    /// An argument; which field is there tells its type. Decimals are exact texts.
    struct Argument: Decodable {
        var name: String
        var amount: String?
        var currency: String?
        var figure: String?
        var unit: String?
        var count: Int?
        var text: String?
        var ru: String?

        /// `nil` when a later version wrote a type that this one does not know; the message says it all the same.
        var argument: MessageArgument? {
            if let amount, let currency, let value = try? FixedDecimal(parsing: amount) {
                return MessageArgument(name, .money(value, Currency(code: currency)))
            }
            if let figure, let unit, let value = try? FixedDecimal(parsing: figure) {
                return MessageArgument(name, .figure(value, unit: unit))
            }
            if let count { return MessageArgument(name, .count(count)) }
            guard let text else { return nil }
            return MessageArgument(
                name, ru.map { .text(LocalizedText(en: EnglishText(text), ru: RussianText($0))) } ?? .name(text))
        }
    }
}

/// Writes JSON with keys in the order in which they are given and nothing between them, so that the same message is the same
/// bytes everywhere.
enum MessageJSON {
    /// A message with its keys in order.
    static func text(of message: CodedMessage) -> String {
        object([
            ("arguments", array(message.arguments.map(text))), ("code", string(message.code)),
            ("en", string(message.text.en)), ("ru", string(message.text.ru)),
        ])
    }

    static func object(_ fields: [(name: String, value: String)]) -> String {
        "{" + fields.map { "\(string($0.name)):\($0.value)" }.joined(separator: ",") + "}"
    }

    static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

    private static func text(of argument: MessageArgument) -> String {
        let name = ("name", string(argument.name))
        return switch argument.value {
        case .money(let amount, let currency):
            object([("amount", string(amount.description)), ("currency", string(currency.code)), name])
        case .figure(let figure, let unit):
            object([("figure", string(figure.description)), name, ("unit", string(unit))])
        case .count(let count): object([("count", String(count)), name])
        case .name(let text): object([name, ("text", string(text))])
        case .text(let text): object([name, ("ru", string(text.ru)), ("text", string(text.en))])
        }
    }

    /// A text between quotation marks; controls, quotation marks and backslashes are written as JSON asks for.
    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result.unicodeScalars += ["\\", scalar]
            case ..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
