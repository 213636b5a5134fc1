extension BinaryOperator {
    /// Joins two answers.
    public enum Connective: Hashable, Sendable, CaseIterable {
        case and, or

        /// The answer that decides alone: "no" of one side for `and`, "yes" for `or`.
        public var decisive: Bool {
            switch self {
            case .and: false
            case .or: true
            }
        }

        /// What two answers come to, of which each may be none: what decides alone decides even where the other has none.
        @inlinable
        public func joined(_ left: Bool?, _ right: Bool?) -> Bool? {
            if left == decisive || right == decisive { return decisive }
            return left == nil || right == nil ? nil : !decisive
        }
    }

    /// Compares two values.
    public enum Comparison: Hashable, Sendable, CaseIterable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    }

    /// Calculates with two numbers.
    public enum Arithmetic: Hashable, Sendable, CaseIterable {
        case plus, minus, times, divide
    }

    /// What an operator does; who evaluates formulas asks for it, so that an operator which he forgets does not compile.
    public enum Kind: Hashable, Sendable {
        case connective(Connective)
        case comparison(Comparison)
        case arithmetic(Arithmetic)
    }

    /// What the operator does.
    public var kind: Kind {
        switch self {
        case .and: .connective(.and)
        case .or: .connective(.or)
        case .equal: .comparison(.equal)
        case .notEqual: .comparison(.notEqual)
        case .less: .comparison(.less)
        case .lessOrEqual: .comparison(.lessOrEqual)
        case .greater: .comparison(.greater)
        case .greaterOrEqual: .comparison(.greaterOrEqual)
        case .plus: .arithmetic(.plus)
        case .minus: .arithmetic(.minus)
        case .times: .arithmetic(.times)
        case .divide: .arithmetic(.divide)
        }
    }

    /// Whether it compares two values.
    public var isComparison: Bool {
        if case .comparison = kind { true } else { false }
    }
}
