internal import Company
internal import Formulas
internal import Quantities

extension FieldProgram {
    /// Combines two blocks row by row; an empty cell makes arithmetic empty and an order comparison false.
    func combine(_ operation: BinaryOperator, _ left: Block, _ right: Block) throws(QuantityError) -> Block {
        switch operation.kind {
        case .connective(let connective): return Self.logic(connective, left, right)
        case .arithmetic(let arithmetic): return try Self.arithmetic(arithmetic, left, right)
        case .comparison(let comparison): return .flags(Self.comparison(comparison, left, right))
        }
    }

    private static func logic(_ operation: BinaryOperator.Connective, _ left: Block, _ right: Block) -> Block {
        guard case .flags(let first) = left, case .flags(let second) = right else {
            return .flags([Int8](repeating: EventColumn.emptyFlag, count: left.count))
        }
        let decisive: Int8 = operation == .or ? 1 : 0
        return .flags(
            zip(first, second).map { first, second in
                if first == decisive || second == decisive { return decisive }
                return first < 0 || second < 0 ? -1 : 1 - decisive
            })
    }

    private static func arithmetic(
        _ operation: BinaryOperator.Arithmetic, _ left: Block, _ right: Block
    ) throws(QuantityError) -> Block {
        switch (left, right) {
        case (.numbers(let first), .numbers(let second)):
            var result: [Int128] = []
            result.reserveCapacity(first.count)
            for row in first.indices {
                if first[row] == Block.emptyNumber || second[row] == Block.emptyNumber {
                    result.append(Block.emptyNumber)
                } else {
                    result.append(
                        try operation.apply(FixedDecimal(raw: first[row]), FixedDecimal(raw: second[row])).raw)
                }
            }
            return .numbers(result)
        case (.days(let first), .days(let second)):
            return .numbers(
                zip(first, second).map { first, second in
                    first == EventColumn.emptyDay || second == EventColumn.emptyDay
                        ? Block.emptyNumber : FixedDecimal(Int(first) - Int(second)).raw
                })
        case (.days(let days), .numbers(let numbers)):
            return .days(
                zip(days, numbers).map { day, number in
                    guard day != EventColumn.emptyDay, number != Block.emptyNumber else { return EventColumn.emptyDay }
                    return FormulaValue.day(day, moved: operation, by: FixedDecimal(raw: number))
                })
        case (.numbers, _), (.days, _), (.flags, _), (.codes, _):
            // The checker lets no such pair through.
            return .numbers([Int128](repeating: Block.emptyNumber, count: left.count))
        }
    }

    private static func comparison(
        _ operation: BinaryOperator.Comparison, _ left: Block, _ right: Block
    ) -> [Int8] {
        switch (left, right) {
        case (.numbers(let first), .numbers(let second)):
            return compare(operation, first, second, empty: Block.emptyNumber)
        case (.days(let first), .days(let second)):
            return compare(operation, first, second, empty: EventColumn.emptyDay)
        case (.flags(let first), .flags(let second)):
            return compare(operation, first, second, empty: EventColumn.emptyFlag)
        case (.codes(let first, let names), .codes(let second, let others)):
            // Both sides are brought to the left dictionary's numbers; a text it does not have gets none.
            let translation = translation(from: others, to: names)
            return compare(
                operation, first, second.map { $0 < 0 ? $0 : translation[Int($0)] }, empty: EventColumn.emptyCode)
        case (.numbers, _), (.days, _), (.flags, _), (.codes, _):
            return [Int8](repeating: EventColumn.emptyFlag, count: left.count)
        }
    }

    private static func translation(from others: [String], to names: [String]) -> [Int32] {
        if others.count == 1, let only = others.first {
            return [names.firstIndex(of: only).map { Int32($0) } ?? absent]
        }
        let numbers = Dictionary(names.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        return others.map { numbers[$0] ?? absent }
    }

    private static let absent: Int32 = -2

    private static func compare<Value: Comparable>(
        _ operation: BinaryOperator.Comparison, _ first: [Value], _ second: [Value], empty: Value
    ) -> [Int8] {
        zip(first, second).map { first, second in
            if first == empty || second == empty {
                switch operation {
                case .equal: return first == second ? 1 : 0
                case .notEqual: return first == second ? 0 : 1
                case .less, .lessOrEqual, .greater, .greaterOrEqual: return 0
                }
            }
            return operation.holds(first, second) ? 1 : 0
        }
    }
}
