/// A text as a workbook's cell has to spell it.
enum CellText {
    /// The text with what XML cannot carry replaced, and what would be read as an escape escaped.
    ///
    /// In a workbook `_x0041_` stands for the character of that number, so a text that has these very seven characters
    /// gets its first underscore escaped (ECMA-376, type ST_Xstring).
    static func escaped(_ text: String) -> String {
        let needsWork = text.unicodeScalars.contains { $0 == "_" || !isXML($0) }
        guard needsWork else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if !isXML(scalar) {
                result.append("\u{FFFD}")
            } else if scalar == "_", beginsEscape(scalars[index...]) {
                result.append(contentsOf: "_x005F_".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Control characters other than tab, line feed and carriage return are escaped by the library itself.
    private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value != 0 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }

    private static func beginsEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let shape = Array(scalars.prefix(7))
        return shape.count == 7 && shape[1] == "x" && shape[6] == "_"
            && shape[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
