public import Quantities

/// An amount as people write it: `57 400,00`, `57,400.00`, `−1 200.5`, with or without the name of the currency behind it.
public enum WrittenAmount {
    /// The amount; `nil` for what is no amount, and for what could be two: `1,234` is read as neither of its meanings where the
    /// language does not decide.
    ///
    /// - Parameter commaIsDecimal: Whether a comma alone stands before the decimals, as in Russian.
    public static func value(of text: String, commaIsDecimal: Bool) -> FixedDecimal? {
        var digits = ""
        var separators: [Character] = []
        var isNegative = false
        for character in number(in: text) {
            switch character {
            case "0"..."9": digits.append(character)
            case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’": continue
            case "-", "−", "–":
                if !digits.isEmpty || isNegative { return nil }
                isNegative = true
            case "+": if !digits.isEmpty { return nil }
            case ",", ".":
                separators.append(character)
                digits.append(character)
            default: return nil
            }
        }
        guard digits.contains(where: \.isNumber), let plain = plain(digits, separators, commaIsDecimal) else {
            return nil
        }
        return try? FixedDecimal(parsing: (isNegative ? "-" : "") + plain)
    }

    /// The same in minor units; `nil` also for parts of a minor unit.
    public static func minorUnits(of text: String, in currency: Currency, commaIsDecimal: Bool) -> Int64? {
        guard let value = value(of: text, commaIsDecimal: commaIsDecimal) else { return nil }
        let power = (0..<currency.minorDigits).reduce(1) { power, _ in power * 10 }
        guard let units = try? value.multiplied(by: FixedDecimal(power)), let whole = try? units.rounded(toPlaces: 0),
            whole == units
        else { return nil }
        return Int64(exactly: whole.raw / FixedDecimal.one.raw)
    }

    /// The text without what names a currency around it.
    private static func number(in text: String) -> Substring {
        let isWord: (Character) -> Bool = { $0.isLetter || $0.isWhitespace || $0.isCurrencySymbol }
        let start = text.drop(while: isWord)
        var end = start
        while let last = end.last, isWord(last) || (last == "." && end.dropLast().last?.isLetter == true) {
            end = end.dropLast()
        }
        return end
    }

    /// Digits with a point before the decimals alone.
    private static func plain(_ digits: String, _ separators: [Character], _ commaIsDecimal: Bool) -> String? {
        let kinds = Set(separators)
        guard let last = separators.last else { return digits }
        let isDecimal: Bool
        if kinds.count == 2 {
            // 1.234,50 and 1,234.50: the last one stands before the decimals, and only once.
            guard separators.count(where: { $0 == last }) == 1 else { return nil }
            isDecimal = true
        } else if separators.count > 1 {
            isDecimal = false
        } else if last == "." {
            isDecimal = true
        } else {
            isDecimal = commaIsDecimal || decimals(digits, last) != 3
        }
        let parts = digits.split(whereSeparator: { $0 == "," || $0 == "." }, omittingEmpty: false)
        let groups = isDecimal ? parts.dropLast() : parts[...]
        // Groups are of three digits, but for the first.
        guard groups.count < 2 || groups.dropFirst().allSatisfy({ $0.count == 3 }), !(groups.first ?? "").isEmpty,
            (groups.first?.count ?? 0) <= 3 || groups.count == 1
        else { return nil }
        let whole = groups.joined()
        guard isDecimal, let fraction = parts.last else { return whole }
        return fraction.isEmpty ? nil : whole + "." + fraction
    }

    private static func decimals(_ digits: String, _ separator: Character) -> Int {
        digits.lastIndex(of: separator).map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    }
}

extension String {
    fileprivate func split(whereSeparator isSeparator: (Character) -> Bool, omittingEmpty: Bool) -> [Substring] {
        split(omittingEmptySubsequences: omittingEmpty, whereSeparator: isSeparator)
    }
}
