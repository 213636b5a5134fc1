internal import Messages

/// Reads a formula by recursive descent and goes on after a fault, so that one pass shows all of them.
public struct Parser {
    /// How deep parentheses, conditions and calls may be nested.
    static let depthLimit = 100
    /// How many operators a formula may have: a sum is a tree as high as it has terms, and whoever walks it needs a stack.
    static let operatorLimit = 1_000
    /// How many characters a formula may have.
    static let lengthLimit = 20_000

    let tokens: [Token]
    var index = 0
    private var depth = 0
    private var operatorCount = 0
    var callDepth = 0
    private var faults: [FormulaFault]

    /// The tree of a formula and the faults found while reading it.
    ///
    ///     Parser.parse("(SVфакт / SVплан) × 100%")
    public static func parse(_ text: String) -> (syntax: Syntax, faults: [FormulaFault]) {
        let length = text.count
        guard length <= lengthLimit else {
            let whole = TextSpan(0, length)
            return (.invalid(whole), [.tooLong(.characters, lengthLimit, whole)])
        }
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
            var fault = FormulaFault.expected(.operatorOrEnd, found: current.described, current.span)
            fault.remedy = decimalCommaRemedy ?? shortNumberRemedy
            report(fault)
        }
        return syntax
    }

    // MARK: Tokens

    var current: Token { tokens[min(index, tokens.count - 1)] }

    @discardableResult
    mutating func advance() -> Token {
        let token = current
        if index < tokens.count - 1 { index += 1 }
        return token
    }

    mutating func take(_ symbol: Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func take(_ keyword: Keyword) -> Bool {
        guard current.kind == .keyword(keyword) else { return false }
        advance()
        return true
    }

    /// Reports the first fault of a place only: what follows it, or an unknown character, is mostly its echo.
    mutating func report(_ fault: FormulaFault) {
        if let last = faults.last, last.span.upper >= fault.span.lower, last.code == fault.code { return }
        let before = index > 0 ? tokens[index - 1].span.upper : 0
        let gap = before...max(before, fault.span.lower)
        if faults.contains(where: { $0.code == "unknown-character" && gap.contains($0.span.lower) }) { return }
        faults.append(fault)
    }

    func span(from start: TextSpan) -> TextSpan {
        let last = index > 0 ? tokens[min(index, tokens.count) - 1].span : start
        return start.joined(last)
    }
}

// MARK: - Operators

extension Parser {
    mutating func parseExpression() -> Syntax {
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
        report(
            .expected(
                LocalizedText(en: "'\(keyword.rawValue)'", ru: "«\(keyword.rawValue)»"), found: current.described,
                current.span))
        return .invalid(current.span)
    }

    /// Precedence climbing: takes operators that bind tighter than `minimum`.
    private mutating func parseBinary(above minimum: Int) -> Syntax {
        var left = parseUnary()
        var afterComparison = false
        while let operation = binaryOperatorAhead, operation.precedence > minimum {
            let mark = advance().span
            guard countOperator(mark) else { return .invalid(mark) }
            let right = parseBinary(above: operation.precedence)
            if operation.isComparison, afterComparison { continue }
            left = .binary(operation, left, right, left.span.joined(right.span))
            afterComparison = operation.isComparison
            if afterComparison, let next = binaryOperatorAhead, next.isComparison {
                report(.chainedComparison(mark.joined(current.span)))
            }
        }
        return left
    }

    /// Counts an operator; one too many ends the formula.
    private mutating func countOperator(_ mark: TextSpan) -> Bool {
        operatorCount += 1
        if operatorCount <= Self.operatorLimit { return true }
        report(.tooLong(.operators, Self.operatorLimit, mark))
        index = tokens.count - 1
        return false
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
            guard countOperator(current.span) else { return .invalid(operand.span) }
            operand = .emptiness(operand, negated: negated, span(from: operand.span))
        }
        return operand
    }
}
