internal import Periods
internal import Quantities

/// Cuts a formula into words.
///
/// It never stops at a fault: an unknown character is reported and skipped.
struct Lexer {
    private let characters: [Character]
    private var index = 0
    private(set) var tokens: [Token] = []
    private(set) var faults: [FormulaFault] = []

    init(_ text: String) {
        characters = Array(text)
    }

    /// The words of a formula, closed by ``Token/Kind/end``, and the faults among its characters.
    static func tokens(of text: String) -> (tokens: [Token], faults: [FormulaFault]) {
        var lexer = Lexer(text)
        lexer.run()
        return (lexer.tokens, lexer.faults)
    }

    private mutating func run() {
        while index < characters.count {
            let character = characters[index]
            if character.isWhitespace {
                index += 1
            } else if character.isASCIIDigit {
                lexNumberOrDay()
            } else if character == "\"" || character == "«" || character == "“" {
                lexText()
            } else if character.startsName {
                lexName()
            } else {
                lexSymbol()
            }
        }
        add(.end, from: index)
    }

    private mutating func add(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, span: TextSpan(start, index)))
    }

    private func character(_ offset: Int) -> Character? {
        let position = index + offset
        return characters.indices.contains(position) ? characters[position] : nil
    }
}

// MARK: - Names, texts and marks

extension Lexer {
    private mutating func lexName() {
        let start = index
        // After a dot even a reserved word is a name: `claim.is`, `sale.no`.
        let isField = tokens.last?.kind == .symbol(.dot)
        let word = takeWord()
        if !isField, let keyword = Keyword.spellings[word] {
            add(.keyword(keyword), from: start)
        } else {
            add(.name(word), from: start)
        }
    }

    private mutating func takeWord() -> String {
        let start = index
        while index < characters.count, characters[index].continuesName { index += 1 }
        return String(characters[start..<index])
    }

    private mutating func lexText() {
        let start = index
        let closing: Character = characters[index] == "«" ? "»" : characters[index] == "“" ? "”" : "\""
        index += 1
        while index < characters.count, characters[index] != closing { index += 1 }
        let content = String(characters[(start + 1)..<index])
        if index < characters.count {
            index += 1
        } else {
            faults.append(.unclosedText(TextSpan(start, index)))
        }
        add(.text(content), from: start)
    }

    private mutating func lexSymbol() {
        let start = index
        for length in [2, 1] where start + length <= characters.count {
            if let symbol = Symbol.spellings[String(characters[start..<(start + length)])] {
                index += length
                add(.symbol(symbol), from: start)
                return
            }
        }
        index += 1
        faults.append(.unknownCharacter(characters[start], TextSpan(start, index)))
    }
}

// MARK: - Numbers and days

extension Lexer {
    private mutating func lexNumberOrDay() {
        if let day = dayAhead() {
            let start = index
            index += 10
            guard let value = CivilDay(parsing: day) else {
                faults.append(.noSuchDay(day, TextSpan(start, index)))
                return add(.day(CivilDay(number: 0)), from: start)
            }
            return add(.day(value), from: start)
        }
        lexNumber()
    }

    /// The ten characters of a day such as `2026-01-31`, when they stand here.
    private func dayAhead() -> String? {
        guard index + 10 <= characters.count else { return nil }
        let text = characters[index..<(index + 10)]
        let shape = text.enumerated().allSatisfy { offset, character in
            offset == 4 || offset == 7 ? character == "-" : character.isASCIIDigit
        }
        guard shape, character(10).map({ !$0.isASCIIDigit }) ?? true else { return nil }
        return String(text)
    }

    private mutating func lexNumber() {
        let start = index
        var digits = takeDigits()
        while let group = takeGroup() { digits += group }
        if character(0) == ".", let next = character(1), next.isASCIIDigit {
            index += 1
            digits += "." + takeDigits()
        }
        let numberEnd = index
        let unit = takeUnit()
        do {
            let plain = try FixedDecimal(parsing: digits)
            let factor = unit?.factor ?? (numerator: 1, denominator: 1)
            let value = try plain.multiplied(
                by: FixedDecimal(factor.numerator), dividedBy: FixedDecimal(factor.denominator))
            add(.number(value, unit: unit), from: start)
        } catch {
            faults.append(.numberOutOfRange(String(characters[start..<numberEnd]), TextSpan(start, numberEnd)))
            add(.number(.zero, unit: unit), from: start)
        }
    }

    private mutating func takeDigits() -> String {
        let start = index
        while index < characters.count, characters[index].isASCIIDigit { index += 1 }
        return String(characters[start..<index])
    }

    /// A separator and exactly three digits: ` 000` or `_000`.
    private mutating func takeGroup() -> String? {
        guard let separator = character(0), separator.separatesDigits else { return nil }
        let group = (1...3).compactMap { character($0) }
        guard group.count == 3, group.allSatisfy(\.isASCIIDigit) else { return nil }
        if let next = character(4), next.isASCIIDigit { return nil }
        index += 4
        return String(group)
    }

    /// The unit after a number, if one stands there: at once (`5%`) or after spaces (`5 RUB`).
    private mutating func takeUnit() -> UnitWord? {
        let before = index
        while let space = character(0), space.isWhitespace { index += 1 }
        guard let first = character(0) else {
            index = before
            return nil
        }
        let word: String
        if first.startsName {
            word = takeWord()
        } else {
            word = String(first)
            index += 1
        }
        guard let unit = UnitWord(word) else {
            index = before
            return nil
        }
        return takePerPiece(after: unit)
    }

    /// `RUB/pcs`, written without spaces, is one unit.
    private mutating func takePerPiece(after unit: UnitWord) -> UnitWord {
        guard case .currency(let currency) = unit, character(0) == "/", let next = character(1), next.startsName
        else { return unit }
        let before = index
        index += 1
        if UnitWord(takeWord()) == .pieces { return .currencyPerPiece(currency) }
        index = before
        return unit
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }

    /// Space, no-break space, narrow no-break space, underscore.
    fileprivate var separatesDigits: Bool {
        self == " " || self == "\u{A0}" || self == "\u{202F}" || self == "_"
    }

    /// Letters of any script and the underscore; Unicode's XID_Start (UAX #31).
    ///
    /// A letter under a mark that no name may hold, such as an enclosing circle, starts no name either.
    var startsName: Bool {
        continuesName && (self == "_" || unicodeScalars.first.map(\.properties.isXIDStart) ?? false)
    }

    /// Letters, digits, marks and the underscore; Unicode's XID_Continue (UAX #31).
    var continuesName: Bool { unicodeScalars.allSatisfy(\.properties.isXIDContinue) }
}
