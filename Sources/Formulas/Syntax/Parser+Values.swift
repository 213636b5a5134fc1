internal import Messages

/// Values, names, calls and parentheses.
extension Parser {
    mutating func parsePrimary() -> Syntax {
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
            guard token.isOperator else { break }
            while current.isOperator { advance() }
            if current.startsValue { return parsePrimary() }
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
        let found = current
        let comma = decimalCommaRemedy ?? shortNumberRemedy
        let place = index
        let isClosed = skipToCloser()
        let behind = index
        index = place
        var fault = FormulaFault.expected(isClosed ? .operatorOrCloser : .closer, found: found.described, found.span)
        let notClosed = LocalizedText(
            en: "the parenthesis at character \(open.lower + 1) is not closed",
            ru: "не закрыта скобка у знака \(open.lower + 1)")
        fault.remedy = comma ?? (isClosed ? nil : notClosed)
        report(fault)
        index = behind
    }

    /// Skips to the parenthesis that closes the current level, and over it; `false` when there is none.
    private mutating func skipToCloser() -> Bool {
        var level = 0
        while current.kind != .end {
            if current.kind == .symbol(.open) { level += 1 }
            if current.kind == .symbol(.close) {
                if level == 0 {
                    advance()
                    return true
                }
                level -= 1
            }
            advance()
        }
        return false
    }

    private mutating func parsePath(_ first: String, _ start: TextSpan) -> Syntax {
        var path = [first]
        while take(.dot) {
            guard case .name(let part) = current.kind else {
                report(.expected(.aFieldName, found: current.described, current.span))
                return .invalid(current.span)
            }
            advance()
            path.append(part)
        }
        return .name(path, span(from: start))
    }

    private mutating func parseCall(_ name: String, _ start: TextSpan) -> Syntax {
        let open = advance().span
        var arguments: [Syntax] = []
        if current.kind != .symbol(.close), current.kind != .keyword(.where) {
            callDepth += 1
            repeat { arguments.append(parseExpression()) } while take(.comma)
            callDepth -= 1
        }
        var filter: Syntax?
        if take(.where) { filter = parseExpression() }
        closeParenthesis(openedAt: open)
        if current.kind == .keyword(.where), takesConditionBehind(name, arguments.count, filter) {
            let place = advance().span
            if filter != nil {
                report(
                    .expected(.operatorOrEnd, found: LocalizedText(en: "a second 'where'", ru: "второе «where»"), place)
                )
            }
            filter = parseExpression()
        }
        return .call(name, arguments, filter: filter, span(from: start))
    }

    /// Whether a `where` behind the parentheses is this call's.
    ///
    /// In `sum(abs(x) where y)` it is the sum's, and in `sum(count(x where y) where z)` too.
    private func takesConditionBehind(_ name: String, _ argumentCount: Int, _ filter: Syntax?) -> Bool {
        if callDepth == 0 { return true }
        return filter == nil && Function(spelled: name)?.arithmetic(of: argumentCount) == nil
    }

    /// The remedy when a comma stands between digits, as it does in Russian print.
    var decimalCommaRemedy: LocalizedText? {
        guard current.kind == .symbol(.comma), index > 0, index + 1 < tokens.count,
            case .number = tokens[index - 1].kind, case .number = tokens[index + 1].kind
        else { return nil }
        return LocalizedText(en: "decimals follow a point: 12.5", ru: "дробная часть отделяется точкой: 12.5")
    }
}

extension Parser {
    /// What to do about a word that stands for zeros: `1 млн`; `nil` when the present word is none.
    var shortNumberRemedy: LocalizedText? {
        guard case .name(let word) = current.kind, index > 0, case .number = tokens[index - 1].kind else { return nil }
        let zeros: String
        switch word.lowercased() {
        case "k", "к", "тыс", "thousand", "т": zeros = "1 000"
        case "m", "м", "млн", "mln", "mio", "million", "millions", "мио", "mm": zeros = "1 000 000"
        case "bn", "млрд", "billion", "mrd": zeros = "1 000 000 000"
        default: return nil
        }
        return LocalizedText(
            en: "write all digits: '\(word)' is \(zeros), with the unit behind them, as in '\(zeros) RUB'",
            ru: "пишите все цифры: «\(word)» — это \(zeros), а за ними единицу, как в «\(zeros) RUB»")
    }
}
