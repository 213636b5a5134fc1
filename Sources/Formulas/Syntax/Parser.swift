/// Reads a formula by recursive descent and goes on after a fault, so that one pass shows all of them.
public struct Parser {
    /// How deep parentheses, conditions and calls may be nested.
    static let depthLimit = 100

    private let tokens: [Token]
    private var index = 0
    private var depth = 0
    private var faults: [FormulaFault]

    /// The tree of a formula and the faults found while reading it.
    ///
    ///     Parser.parse("(SVфакт / SVплан) × 100%")
    public static func parse(_ text: String) -> (syntax: Syntax, faults: [FormulaFault]) {
        let (tokens, faults) = Lexer.tokens(of: text)
        var parser = Parser(tokens: tokens, faults: faults)
        let syntax = parser.parseWhole()
        return (syntax, parser.faults)
    }

    private init(tokens: [Token], faults: [FormulaFault]) {
        self.tokens = tokens
        self.faults = faults
    }

    private mutating func parseWhole() -> Syntax {
        if current.kind == .end {
            report(.expected(.aValue, found: current.described, current.span))
            return .invalid(current.span)
        }
        let syntax = parseExpression()
        if current.kind != .end {
            report(.expected(.operatorOrEnd, found: current.described, current.span))
        }
        return syntax
    }

    // MARK: Tokens

    private var current: Token { tokens[min(index, tokens.count - 1)] }

    @discardableResult
    private mutating func advance() -> Token {
        let token = current
        if index < tokens.count - 1 { index += 1 }
        return token
    }

    private mutating func take(_ symbol: Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    private mutating func take(_ keyword: Keyword) -> Bool {
        guard current.kind == .keyword(keyword) else { return false }
        advance()
        return true
    }

    /// Reports the first fault of a place only: what follows it is mostly its echo.
    private mutating func report(_ fault: FormulaFault) {
        if let last = faults.last, last.span.upper >= fault.span.lower, last.code == fault.code { return }
        faults.append(fault)
    }

    private func span(from start: TextSpan) -> TextSpan {
        let last = index > 0 ? tokens[min(index, tokens.count) - 1].span : start
        return start.joined(last)
    }
}

// MARK: - Operators

extension Parser {
    private mutating func parseExpression() -> Syntax {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            report(.tooDeep(current.span))
            index = tokens.count - 1
            return .invalid(current.span)
        }
        if current.kind == .keyword(.if) { return parseConditional() }
        return parseBinary(above: 0)
    }

    private mutating func parseConditional() -> Syntax {
        let start = advance().span
        let condition = parseExpression()
        guard take(.then) else { return missing(.then) }
        let first = parseExpression()
        guard take(.else) else { return missing(.else) }
        let second = parseExpression()
        return .conditional(condition, then: first, otherwise: second, span(from: start))
    }

    private mutating func missing(_ keyword: Keyword) -> Syntax {
        report(.expected(LocalizedText("'\(keyword.rawValue)'"), found: current.described, current.span))
        return .invalid(current.span)
    }

    /// Precedence climbing: takes operators that bind tighter than `minimum`.
    private mutating func parseBinary(above minimum: Int) -> Syntax {
        var left = parseUnary()
        while let operation = binaryOperatorAhead, operation.precedence > minimum {
            let mark = advance().span
            let right = parseBinary(above: operation.precedence)
            left = .binary(operation, left, right, left.span.joined(right.span))
            if operation.isComparison, let next = binaryOperatorAhead, next.isComparison {
                report(.chainedComparison(mark.joined(current.span)))
            }
        }
        return left
    }

    private var binaryOperatorAhead: BinaryOperator? {
        switch current.kind {
        case .keyword(.and): .and
        case .keyword(.or): .or
        case .symbol(let symbol): BinaryOperator(rawValue: symbol.rawValue)
        default: nil
        }
    }

    private mutating func parseUnary() -> Syntax {
        let start = current.span
        guard current.kind == .keyword(.not) || current.kind == .symbol(.minus) else { return parsePostfix() }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            report(.tooDeep(start))
            index = tokens.count - 1
            return .invalid(start)
        }
        if take(.not) {
            let operand = parseBinary(above: 3)
            return .not(operand, start.joined(operand.span))
        }
        advance()
        let operand = parseUnary()
        return .negation(operand, start.joined(operand.span))
    }

    private mutating func parsePostfix() -> Syntax {
        var operand = parsePrimary()
        while take(.is) {
            let negated = take(.not)
            guard take(.empty) else { return missing(.empty) }
            operand = .emptiness(operand, negated: negated, span(from: operand.span))
        }
        return operand
    }
}

// MARK: - Values, names and calls

extension Parser {
    private mutating func parsePrimary() -> Syntax {
        let token = current
        switch token.kind {
        case .number(let value, let unit):
            advance()
            return .number(value, unit: unit, token.span)
        case .text(let text):
            advance()
            return .text(text, token.span)
        case .day(let day):
            advance()
            return .day(day, token.span)
        case .keyword(.true), .keyword(.false):
            advance()
            return .flag(token.kind == .keyword(.true), token.span)
        case .name(let name):
            advance()
            return current.kind == .symbol(.open) ? parseCall(name, token.span) : parsePath(name, token.span)
        case .symbol(.open):
            return parseGroup()
        default:
            return recover(from: token)
        }
    }

    /// Reports what stands where a value should; an operator that has no left side is stepped over.
    private mutating func recover(from token: Token) -> Syntax {
        report(.expected(.aValue, found: token.described, token.span))
        switch token.kind {
        case .end, .symbol(.close), .symbol(.comma), .keyword(.then), .keyword(.else):
            break
        default:
            advance()
        }
        return .invalid(token.span)
    }

    private mutating func parseGroup() -> Syntax {
        let open = advance().span
        let inner = parseExpression()
        closeParenthesis(openedAt: open)
        return inner
    }

    private mutating func closeParenthesis(openedAt open: TextSpan) {
        guard !take(.close) else { return }
        var fault = FormulaFault.expected(LocalizedText("')'"), found: current.described, current.span)
        fault.remedy = LocalizedText(
            en: "the parenthesis at character \(open.lower + 1) is not closed",
            ru: "не закрыта скобка у знака \(open.lower + 1)")
        report(fault)
        skipToCloser()
    }

    /// Skips to the parenthesis that closes the current level, and over it.
    private mutating func skipToCloser() {
        var level = 0
        while current.kind != .end {
            if current.kind == .symbol(.open) { level += 1 }
            if current.kind == .symbol(.close) {
                if level == 0 {
                    advance()
                    return
                }
                level -= 1
            }
            advance()
        }
    }

    private mutating func parsePath(_ first: String, _ start: TextSpan) -> Syntax {
        var path = [first]
        while take(.dot) {
            guard let part = nameAhead else {
                report(.expected(.aFieldName, found: current.described, current.span))
                return .invalid(current.span)
            }
            advance()
            path.append(part)
        }
        return .name(path, span(from: start))
    }

    /// After a dot even a reserved word is a name: `claim.is`, `sale.no`.
    private var nameAhead: String? {
        switch current.kind {
        case .name(let name): name
        case .keyword(let keyword): keyword.rawValue
        default: nil
        }
    }

    private mutating func parseCall(_ name: String, _ start: TextSpan) -> Syntax {
        let open = advance().span
        var arguments: [Syntax] = []
        if current.kind != .symbol(.close), current.kind != .keyword(.where) {
            repeat { arguments.append(parseExpression()) } while take(.comma)
        }
        var filter: Syntax?
        if take(.where) { filter = parseExpression() }
        closeParenthesis(openedAt: open)
        if current.kind == .keyword(.where) {
            let place = advance().span
            if filter != nil {
                report(.expected(.operatorOrEnd, found: LocalizedText(en: "a second 'where'", ru: "второе «where»"), place))
            }
            filter = parseExpression()
        }
        return .call(name, arguments, filter: filter, span(from: start))
    }
}

extension Token {
    /// The word as a message names it.
    fileprivate var described: LocalizedText {
        switch kind {
        case .number: LocalizedText(en: "a number", ru: "число")
        case .text: LocalizedText(en: "a text", ru: "текст")
        case .day: LocalizedText(en: "a day", ru: "дата")
        case .name(let name): LocalizedText(en: "'\(name)'", ru: "«\(name)»")
        case .keyword(let keyword): LocalizedText(en: "'\(keyword.rawValue)'", ru: "«\(keyword.rawValue)»")
        case .symbol(let symbol): LocalizedText(en: "'\(symbol.rawValue)'", ru: "«\(symbol.rawValue)»")
        case .end: LocalizedText(en: "the end of the formula", ru: "конец формулы")
        }
    }
}

extension LocalizedText {
    fileprivate static let aValue = LocalizedText(
        en: "a number, a name or '('", ru: "число, имя или «(»")
    fileprivate static let operatorOrEnd = LocalizedText(
        en: "an operator or the end of the formula", ru: "знак действия или конец формулы")
    fileprivate static let aFieldName = LocalizedText(en: "the name of a field", ru: "имя поля")
}
