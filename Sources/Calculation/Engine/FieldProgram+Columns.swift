internal import Company
internal import Quantities

extension FieldProgram {
    /// What a name is worth in each line.
    func load(_ reference: LineReference, _ lines: LineSelection) throws(QuantityError) -> Block {
        switch reference {
        case .field(let field):
            return try load(field, lines)
        case .share:
            return .numbers((0..<lines.count).map { Int128(lines.share($0)) * Self.factor(SplitTable.scale) })
        case .rate(let table):
            guard let rates = rates[table] else { return .numbers([Int128](repeating: 0, count: lines.count)) }
            return .numbers((0..<lines.count).map { rates.rate(row: lines.row($0)).raw })
        }
    }

    /// The cells of a field, or of a field of the record in it.
    private func load(_ reference: FieldReference, _ lines: LineSelection) throws(QuantityError) -> Block {
        let column = model.events[event].columns[reference.field]
        guard let recordField = reference.recordField else {
            return try Self.load(column, lines, ids: ids(reference.field))
        }
        guard case .record(let numbers) = column else { return .numbers([]) }
        let records = model.records(recordField.kind)
        guard let field = recordField.field else {
            return .codes(Array(lines.pick(numbers)), dictionary: records.ids)
        }
        guard records.columns.indices.contains(field) else {
            return Self.empty(records.kind.fields[field].type, lines.count)
        }
        return try Self.gather(
            records.columns[field], lines.pick(numbers), ids: recordIds(records.kind.fields[field].type))
    }

    private func ids(_ field: Int) -> [String] { recordIds(model.eventKinds[event].fields[field].type) }

    private func recordIds(_ type: FieldType) -> [String] {
        if case .record(let kind) = type { return model.records(kind).ids }
        return []
    }

    private static func load(
        _ column: EventColumn, _ lines: LineSelection, ids: [String]
    ) throws(QuantityError) -> Block {
        switch column {
        case .day(let days): return .days(Array(lines.pick(days)))
        case .flag(let flags): return .flags(Array(lines.pick(flags)))
        case .text(let codes, let dictionary): return .codes(Array(lines.pick(codes)), dictionary: dictionary)
        case .record(let numbers): return .codes(Array(lines.pick(numbers)), dictionary: ids)
        case .decimal(let numbers, let scale):
            let factor = Self.factor(scale)
            return .numbers(
                lines.pick(numbers).map { $0 == EventColumn.emptyNumber ? Block.emptyNumber : Int128($0) * factor })
        }
    }

    /// The cells of a record's column for the records that rows refer to.
    private static func gather(_ column: EventColumn, _ records: ArraySlice<Int32>, ids: [String]) throws(QuantityError)
        -> Block
    {
        switch column {
        case .day(let days): return .days(records.map { $0 < 0 ? EventColumn.emptyDay : days[Int($0)] })
        case .flag(let flags): return .flags(records.map { $0 < 0 ? EventColumn.emptyFlag : flags[Int($0)] })
        case .text(let codes, let dictionary):
            return .codes(records.map { $0 < 0 ? EventColumn.emptyCode : codes[Int($0)] }, dictionary: dictionary)
        case .record(let numbers):
            return .codes(records.map { $0 < 0 ? EventColumn.emptyCode : numbers[Int($0)] }, dictionary: ids)
        case .decimal(let numbers, let scale):
            let factor = Self.factor(scale)
            return .numbers(
                records.map { record in
                    guard record >= 0, numbers[Int(record)] != EventColumn.emptyNumber else { return Block.emptyNumber }
                    return Int128(numbers[Int(record)]) * factor
                })
        }
    }

    /// 10^(16 - scale): from a column's units to those of a decimal. An Int64 times 10^16 always fits.
    static func factor(_ scale: Int) -> Int128 { factors[max(0, min(FixedDecimal.scale, scale))] }

    /// The same in 64 bits: there are at most 16 places.
    static func narrowFactor(_ scale: Int) -> UInt64 { UInt64(truncatingIfNeeded: factor(scale)) }

    private static let factors: [Int128] = (0...FixedDecimal.scale).map { scale in
        (scale..<FixedDecimal.scale).reduce(Int128(1)) { product, _ in product * 10 }
    }

    private static func empty(_ type: FieldType, _ count: Int) -> Block {
        switch type {
        case .day: .days([Int32](repeating: EventColumn.emptyDay, count: count))
        case .flag: .flags([Int8](repeating: EventColumn.emptyFlag, count: count))
        case .text, .record, .event: .codes([Int32](repeating: EventColumn.emptyCode, count: count), dictionary: [])
        case .money, .number, .percent, .pieces, .days, .minutes:
            .numbers([Int128](repeating: Block.emptyNumber, count: count))
        }
    }
}
