/// Texts as YAML writes them between braces and brackets.
enum YAMLText {
    private static let words: Set<String> = [
        "yes", "no", "true", "false", "null", "on", "off", "y", "n", "none", "row", "drop", "serial",
    ]

    /// The text as it stands, or in quotation marks where it would be read as something else.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter || $0 == "_" } ?? false
            && text.unicodeScalars.allSatisfy {
                $0 == " " || $0 == "_" || $0 == "-" || $0 == "." || $0 == "/"
                    || $0.properties.isAlphabetic || $0.isASCIIDigit
            } && text.last != " " && !words.contains(text.lowercased())
        return isPlain ? text : quoted(text)
    }

    /// The text in quotation marks.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{A0}": result += "\\_"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.isBlank && scalar != " ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
