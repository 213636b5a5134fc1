/// A name cut into lines that fit.
enum Lines {
    /// The most characters of a name that are looked at: more never fit, and a name may be megabytes long.
    static let longest = 400

    /// At most so many lines of at most this width; what does not fit ends with an ellipsis.
    static func of(_ name: String, width: Double, size: Double, bold: Bool = false, at most: Int = 2) -> [String] {
        let words = shown(name).split(separator: " ")
        var lines: [String] = []
        var line = ""
        for (place, word) in words.enumerated() {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if TextMeasure.width(of: longer, size: size, bold: bold) <= width {
                line = longer
                continue
            }
            if lines.count == most - 1 || line.isEmpty {
                let rest = ([line] + words[place...].map(String.init)).filter { !$0.isEmpty }.joined(separator: " ")
                return lines + [cut(rest, width: width, size: size, bold: bold)]
            }
            lines.append(line)
            line = String(word)
            if TextMeasure.width(of: line, size: size, bold: bold) > width {
                return lines + [cut(words[place...].joined(separator: " "), width: width, size: size, bold: bold)]
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// A text that fits into the width, whole or with an ellipsis at its end; empty when not even that fits.
    static func cut(_ text: String, width: Double, size: Double, bold: Bool = false) -> String {
        if TextMeasure.width(of: text, size: size, bold: bold) <= width { return text }
        var kept = ""
        for character in text {
            let longer = kept + String(character)
            if TextMeasure.width(of: longer + "…", size: size, bold: bold) > width { break }
            kept = longer
        }
        return TextMeasure.width(of: kept + "…", size: size, bold: bold) <= width ? kept + "…" : ""
    }

    /// A name as a line can show it: its beginning, with spaces for breaks and for characters that are not seen.
    static func shown(_ name: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(longest) {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                text.append(scalar == "\u{A0}" ? scalar : " ")
            case .format where scalar.value >= 0x202A: continue
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
