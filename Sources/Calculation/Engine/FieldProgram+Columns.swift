internal import Company
internal import Quantities

extension FieldProgram {
    /// The cells of a field, or of a field of the record in it.
    func load(_ reference: FieldReference, _ rows: Range<Int>) throws(QuantityError) -> Block {
        let column = model.events[event].columns[reference.field]
        guard let recordField = reference.recordField else {
            return try Self.load(column, rows, ids: ids(reference.field))
        }
        guard case .record(let numbers) = column else { return .numbers([]) }
        let records = model.records(recordField.kind)
        guard let field = recordField.field else {
            return .codes(Array(numbers[rows]), dictionary: records.ids)
        }
        guard records.columns.indices.contains(field) else {
            return Self.empty(records.kind.fields[field].type, rows.count)
        }
        return try Self.gather(records.columns[field], numbers[rows], ids: recordIds(records.kind.fields[field].type))
    }

    private func ids(_ field: Int) -> [String] { recordIds(model.eventKinds[event].fields[field].type) }

    private func recordIds(_ type: FieldType) -> [String] {
        if case .record(let kind) = type { return model.records(kind).ids }
        return []
    }

    private static func load(_ column: EventColumn, _ rows: Range<Int>, ids: [String]) throws(QuantityError) -> Block {
        switch column {
        case .day(let days): return .days(Array(days[rows]))
        case .flag(let flags): return .flags(Array(flags[rows]))
        case .text(let codes, let dictionary): return .codes(Array(codes[rows]), dictionary: dictionary)
        case .record(let numbers): return .codes(Array(numbers[rows]), dictionary: ids)
        case .decimal(let numbers, let scale):
            let factor = Self.factor(scale)
            return .numbers(
                numbers[rows].map { $0 == EventColumn.emptyNumber ? Block.emptyNumber : Int128($0) * factor })
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
