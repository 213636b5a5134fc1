internal import Formulas
internal import Messages

// Texts: codes of one space are compared, and chosen from.
extension LineProgram {
    /// No text has it, and it is not none.
    private static let noSuchCode: Int64 = -2

    /// Two codes of one space, for a comparison: a text that is written in the formula gets the number it has in the other's.
    mutating func comparable(
        _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> (left: LineValue, right: LineValue) {
        guard case .code(let first) = left.kind, case .code(let second) = right.kind else {
            throw NotCompilable(.kinds)
        }
        if first == second { return (left, right) }
        if let text = constant(left, second) { return (try constant(text, right.kind), right) }
        if let text = constant(right, first) { return (left, try constant(text, left.kind)) }
        let numbers = Self.numbers(texts(of: first))
        let entries = texts(of: second).map { numbers[$0] ?? Self.noSuchCode }
        return (left, try recoded(right, entries, first))
    }

    /// The number of a text that is written in the formula; `nil` when it is not.
    private func constant(_ value: LineValue, _ other: LineValue.CodeSpace) -> Int64? {
        guard case .constant(let code) = steps[value.step], case .code(let own) = value.kind,
            let text = texts(of: own)[safe: Int(code)]
        else { return nil }
        return self.code(of: text, in: other).map { Int64($0) } ?? Self.noSuchCode
    }

    /// Two codes of a space that has the texts of both: what both know keeps its number, so that equal texts stay equal.
    mutating func inOneSpace(
        _ left: LineValue, _ right: LineValue
    ) throws(NotCompilable) -> (left: LineValue, right: LineValue) {
        guard case .code(let first) = left.kind, case .code(let second) = right.kind else {
            throw NotCompilable(.kinds)
        }
        if first == second { return (left, right) }
        var joined = texts(of: first)
        var numbers = Self.numbers(joined)
        let entries = texts(of: second).map { text -> Int64 in
            if let known = numbers[text] { return known }
            let number = Int64(joined.count)
            numbers[text] = number
            joined.append(text)
            return number
        }
        let space = space(of: joined)
        var own = left
        own.kind = .code(space)
        return (own, try recoded(right, entries, space))
    }

    /// Codes by the entries of a table. A text that comes in later has no entry, so that no pass relies on it.
    private mutating func recoded(
        _ value: LineValue, _ entries: [Int64], _ space: LineValue.CodeSpace
    ) throws(NotCompilable) -> LineValue {
        let entries = entries + [LineColumn.empty]
        let codes = try add(
            .lookup(value.step, table: table(of: entries)), .code(space), mayBeEmpty: value.mayBeEmpty,
            LineBounds(holding: entries))
        return hinder(codes, .texts)
    }

    private static func numbers(_ texts: [String]) -> [String: Int64] {
        Dictionary(texts.enumerated().map { ($1, Int64($0)) }) { first, _ in first }
    }
}
