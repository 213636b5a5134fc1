internal import Messages
internal import Periods
internal import Quantities

/// Resolves the names of a formula and checks that its types and units agree.
public struct Checker<S: Scope> {
    /// What names mean.
    public var scope: S
    /// What was found so far.
    public var faults: [FormulaFault] = []

    /// Makes a checker for one kind of formula.
    public init(_ scope: S) {
        self.scope = scope
    }

    /// Reads and checks a formula.
    ///
    /// The tree is `nil` when an error was found; faults hold warnings too, in the order of their places.
    public static func check(
        _ text: String, in scope: S, expecting type: FormulaType? = nil
    ) -> (formula: Checked<S.Reference>?, faults: [FormulaFault]) {
        let (syntax, faults) = Parser.parse(text)
        var checker = Checker(scope)
        checker.faults = faults
        let checked = checker.check(syntax)
        if let type { checker.expect(checked, type) }
        checker.faults.sort { ($0.span.lower, $0.span.upper) < ($1.span.lower, $1.span.upper) }
        let failed = checker.faults.contains { $0.severity == .error }
        return (failed ? nil : checked, checker.faults)
    }

    /// Checks one part.
    public mutating func check(_ syntax: Syntax) -> Checked<S.Reference> {
        switch syntax {
        case .number(let value, let unit, let span):
            Checked(.number(value), .number(unit?.unit ?? .plain), span, isBareLiteral: unit == nil)
        case .text(let text, let span): Checked(.text(text), .text, span)
        case .day(let day, let span): Checked(.day(day), .day, span)
        case .flag(let flag, let span): Checked(.flag(flag), .flag, span)
        case .name(let path, let span): checkName(path, span)
        case .negation(let operand, let span): checkNegation(operand, span)
        case .not(let operand, let span): checkNot(operand, span)
        case .binary(let operation, let left, let right, let span): checkBinary(operation, left, right, span)
        case .emptiness(let operand, let negated, let span):
            Checked(.emptiness(check(operand), negated: negated), .flag, span)
        case .conditional(let condition, let first, let second, let span):
            checkConditional(condition, first, second, span)
        case .call(let name, let arguments, let filter, let span): checkCall(name, arguments, filter, span)
        case .invalid(let span): unknown(span)
        }
    }

    /// Reports a part that gives something else than its place needs.
    public mutating func expect(_ part: Checked<S.Reference>, _ type: FormulaType) {
        if part.type == .unknown || part.type == type { return }
        if part.isBareLiteral, type == .number(.pieces) { return }
        faults.append(
            .wrongType(
                expected: type.described, found: part.type.described, part.span,
                remedy: FormulaFault.unitRemedy(for: type, found: part.type)))
    }

    private func unknown(_ span: TextSpan) -> Checked<S.Reference> {
        Checked(.number(.zero), .unknown, span)
    }
}

// MARK: - Names and calls

extension Checker {
    private mutating func checkName(_ path: [String], _ span: TextSpan) -> Checked<S.Reference> {
        guard let resolution = scope.resolve(path, at: span) else {
            faults.append(.unknownName(path.joined(separator: "."), known: scope.names, span))
            return unknown(span)
        }
        return adopt(resolution, span)
    }

    private mutating func adopt(_ resolution: Resolution<S.Reference>, _ span: TextSpan) -> Checked<S.Reference> {
        switch resolution {
        case .reference(let reference, let type): return Checked(.reference(reference), type, span)
        case .formula(let formula):
            return Checked(formula.node, formula.type, span, isBareLiteral: formula.isBareLiteral)
        case .faulty: return unknown(span)
        case .refused(let fault):
            faults.append(fault)
            return unknown(span)
        }
    }

    private mutating func checkCall(
        _ name: String, _ arguments: [Syntax], _ filter: Syntax?, _ span: TextSpan
    ) -> Checked<S.Reference> {
        let nameSpan = TextSpan(span.lower, span.lower + name.count)
        guard let function = Function(spelled: name) else {
            faults.append(.unknownFunction(name, nameSpan))
            return unknown(span)
        }
        guard function.arity.contains(arguments.count) else {
            faults.append(.wrongArgumentCount(function, arguments.count, span))
            return unknown(span)
        }
        if let arithmetic = function.arithmetic(of: arguments.count) {
            if let filter { faults.append(.filterNotAllowed(filter.span)) }
            return checkArithmetic(arithmetic, arguments, span)
        }
        guard
            let resolution = scope.resolve(function, arguments, filter: filter, at: span, faults: &faults)
        else {
            faults.append(.functionNotHere(function, scope.place, nameSpan))
            return unknown(span)
        }
        return adopt(resolution, span)
    }

    private mutating func checkArithmetic(
        _ function: ArithmeticFunction, _ arguments: [Syntax], _ span: TextSpan
    ) -> Checked<S.Reference> {
        var parts = arguments.map { check($0) }
        let demand = function.demand
        switch demand {
        case .places: if parts.count == 2 { checkPlaces(&parts[1]) }
        case .plain: expect(parts[0], .number(.plain))
        case .alike, .bounds, .step, .count: break
        }
        let type = commonType(of: &parts, count: demand == .places || demand == .count ? 1 : parts.count)
        switch demand {
        case .bounds: if parts.count == 3 { checkBounds(parts[1], parts[2]) }
        case .step: if parts.count == 2 { checkStep(parts[1]) }
        case .count:
            var counts = Array(parts.dropFirst())
            _ = commonType(of: &counts, count: counts.count)
            parts.replaceSubrange(1..., with: counts)
        case .alike, .places, .plain: break
        }
        return Checked(.function(function, parts), type, span)
    }

    /// Decimal places that are written out are a whole number, and stand as one, with their sign, in the tree.
    private mutating func checkPlaces(_ part: inout Checked<S.Reference>) {
        expect(part, .number(.plain))
        guard part.type == .number(.plain), let places = part.constant else { return }
        guard part.isBareLiteral, let whole = try? places.integer(.towardsZero), FixedDecimal(whole) == places else {
            faults.append(.badPlaces(part.span))
            return
        }
        part.node = .number(places)
    }

    /// A step that is written out is above zero.
    private mutating func checkStep(_ step: Checked<S.Reference>) {
        guard let number = step.constant, number <= .zero else { return }
        faults.append(.stepNotPositive(step.span))
    }

    /// Bounds that are written out are the lower one and the higher one.
    private mutating func checkBounds(_ low: Checked<S.Reference>, _ high: Checked<S.Reference>) {
        guard let least = low.constant, let most = high.constant, least > most else { return }
        faults.append(.crossedBounds(low.span.joined(high.span)))
    }

    /// The one unit that all parts share; a bare literal takes the unit of pieces.
    private mutating func commonType(of parts: inout [Checked<S.Reference>], count: Int) -> FormulaType {
        guard let leading = parts.prefix(count).first(where: { !$0.isBareLiteral }) ?? parts.first else {
            return .unknown
        }
        if leading.type == .unknown { return .unknown }
        guard leading.type.unit != nil else {
            faults.append(.wrongType(expected: .aNumber, found: leading.type.described, leading.span))
            return .unknown
        }
        for part in parts.prefix(count) { expect(part, leading.type) }
        return leading.type
    }
}

// MARK: - Operators

extension Checker {
    private mutating func checkNegation(_ operand: Syntax, _ span: TextSpan) -> Checked<S.Reference> {
        let part = check(operand)
        if part.type != .unknown, part.type.unit == nil {
            faults.append(.wrongType(expected: .aNumber, found: part.type.described, part.span))
            return unknown(span)
        }
        return Checked(.negation(part), part.type, span, isBareLiteral: part.isBareLiteral)
    }

    private mutating func checkNot(_ operand: Syntax, _ span: TextSpan) -> Checked<S.Reference> {
        let part = check(operand)
        expect(part, .flag)
        return Checked(.not(part), .flag, span)
    }

    private mutating func checkConditional(
        _ condition: Syntax, _ first: Syntax, _ second: Syntax, _ span: TextSpan
    ) -> Checked<S.Reference> {
        let test = check(condition)
        expect(test, .flag)
        let yes = check(first)
        let no = check(second)
        var type = yes.type == .unknown || yes.isBareLiteral ? no.type : yes.type
        if !agree(yes, no) {
            faults.append(.branchesDiffer(yes.type.described, no.type.described, no.span))
            type = .unknown
        }
        return Checked(.conditional(test, then: yes, otherwise: no), type, span)
    }

    /// Checks a chain such as `a + b - c` from its left end on: a sum of a thousand terms needs no deeper stack than one of two.
    private mutating func checkBinary(
        _ operation: BinaryOperator, _ left: Syntax, _ right: Syntax, _ span: TextSpan
    ) -> Checked<S.Reference> {
        var links = [(operation: operation, right: right, span: span)]
        var leftmost = left
        while case .binary(let operation, let left, let right, let span) = leftmost {
            links.append((operation, right, span))
            leftmost = left
        }
        var part = check(leftmost)
        for link in links.reversed() {
            let second = check(link.right)
            let type = typeOfBinary(link.operation, part, second, link.span)
            part = Checked(.binary(link.operation, part, second), type, link.span)
        }
        return part
    }

    private mutating func typeOfBinary(
        _ operation: BinaryOperator, _ left: Checked<S.Reference>, _ right: Checked<S.Reference>, _ span: TextSpan
    ) -> FormulaType {
        switch operation {
        case .and, .or:
            expect(left, .flag)
            expect(right, .flag)
            return .flag
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            checkComparison(operation, left, right, span)
            return .flag
        case .plus, .minus:
            return typeOfSum(operation, left, right, span)
        case .times, .divide:
            return typeOfProduct(operation, left, right, span)
        }
    }

    private mutating func checkComparison(
        _ operation: BinaryOperator, _ left: Checked<S.Reference>, _ right: Checked<S.Reference>, _ span: TextSpan
    ) {
        guard agree(left, right) else {
            faults.append(.notComparable(left.type.described, right.type.described, span))
            return
        }
        let isOrder = operation != .equal && operation != .notEqual
        switch left.type {
        case .flag, .text, .record:
            if isOrder { faults.append(.noOrder(left.type.described, span)) }
        case .number, .day, .unknown: break
        }
    }

    /// Whether two parts may be compared, added or stand in the branches of one `if`.
    private func agree(_ left: Checked<S.Reference>, _ right: Checked<S.Reference>) -> Bool {
        if left.type == .unknown || right.type == .unknown || left.type == right.type { return true }
        switch (left.type, right.type) {
        case (.number(.pieces), .number): return right.isBareLiteral
        case (.number, .number(.pieces)): return left.isBareLiteral
        case (.record, .text), (.text, .record): return true
        default: return false
        }
    }

    private mutating func typeOfSum(
        _ operation: BinaryOperator, _ left: Checked<S.Reference>, _ right: Checked<S.Reference>, _ span: TextSpan
    ) -> FormulaType {
        switch (left.type, right.type) {
        case (.unknown, _), (_, .unknown): return .unknown
        case (.day, .day) where operation == .minus: return .number(.days)
        case (.day, .number(.days)): return .day
        case (.number(let first), .number(let second)):
            if agree(left, right) { return left.isBareLiteral ? right.type : left.type }
            faults.append(.cannotAdd(operation, first, second, span))
            return .unknown
        default:
            faults.append(.noArithmetic(left.type.described, right.type.described, span))
            return .unknown
        }
    }

    private mutating func typeOfProduct(
        _ operation: BinaryOperator, _ left: Checked<S.Reference>, _ right: Checked<S.Reference>, _ span: TextSpan
    ) -> FormulaType {
        if left.type == .unknown || right.type == .unknown { return .unknown }
        guard case .number(let first) = left.type, case .number(let second) = right.type else {
            faults.append(.noArithmetic(left.type.described, right.type.described, span))
            return .unknown
        }
        do {
            return .number(operation == .times ? try first.multiplied(by: second) : try first.divided(by: second))
        } catch {
            faults.append(.unitsDoNotCombine(first, second, span))
            return .unknown
        }
    }
}
