internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

// What names in a formula stand for: fields, fields of records, rates.
extension LineProgram {
    mutating func load(_ reference: LineReference) throws(NotCompilable) -> LineValue {
        switch reference {
        case .share: return try add(.share, .number(scale: SplitTable.scale), LineBounds(facts.shares))
        case .rate(let table): return try rate(table)
        case .field(let field): return try load(field)
        }
    }

    private mutating func load(_ reference: FieldReference) throws(NotCompilable) -> LineValue {
        let column = model.events[event].columns.bare(reference.field)
        let path = LineValue.FieldPath(
            field: reference.field, recordKind: reference.recordField?.kind, recordField: reference.recordField?.field)
        guard let recordField = reference.recordField else {
            return try load(reference.field, column, path)
        }
        let records = model.records(recordField.kind)
        guard case .record = column else { throw NotCompilable(.recordField) }
        let record = try load(reference.field, .code(.field(path)))
        guard let field = recordField.field else { return record }
        guard records.columns.indices.contains(field) else {
            let nothing = try none(of: records.kind.fields[field].type, path)
            return hinder(nothing, .recordField)
        }
        return try lookUp(records.columns[field], record, path)
    }

    /// A field that no record fills.
    private mutating func none(
        of type: FieldType, _ path: LineValue.FieldPath
    ) throws(NotCompilable) -> LineValue {
        let kind: LineValue.Kind =
            switch type {
            case .day, .moment: .day
            case .flag: .flag
            case .text, .personal, .record, .event: .code(.field(path))
            case .money, .number, .percent, .pieces, .days, .minutes: .number(scale: 0)
            }
        return try add(
            .lookup(constant(0, .day).step, table: table(of: [LineColumn.empty])), kind, mayBeEmpty: true,
            LineBounds(0...0))
    }

    private mutating func load(
        _ field: Int, _ column: EventColumn, _ path: LineValue.FieldPath
    ) throws(NotCompilable) -> LineValue {
        switch column {
        case .decimal(_, let scale): return try load(field, .number(scale: scale))
        case .day: return try load(field, .day)
        case .text, .record: return try load(field, .code(.field(path)))
        case .flag: return try load(field, .flag)
        }
    }

    private mutating func load(_ field: Int, _ kind: LineValue.Kind) throws(NotCompilable) -> LineValue {
        guard let facts = facts.ofFields[field] else { throw NotCompilable(.recordField) }
        return try add(.column(.field(field)), kind, mayBeEmpty: facts.mayBeEmpty, LineBounds(facts.range))
    }

    /// A field of the record that each line names.
    private mutating func lookUp(
        _ column: EventColumn, _ record: LineValue, _ path: LineValue.FieldPath
    ) throws(NotCompilable) -> LineValue {
        switch column {
        case .decimal(let numbers, let scale):
            return try lookUp(numbers, record, .number(scale: scale))
        case .day(let days):
            return try lookUp(days.map { $0 == EventColumn.emptyDay ? LineColumn.empty : Int64($0) }, record, .day)
        case .text(let codes, _), .record(let codes):
            return try lookUp(codes.map { $0 < 0 ? LineColumn.empty : Int64($0) }, record, .code(.field(path)))
        case .flag(let flags):
            return try lookUp(flags.map { $0 < 0 ? LineColumn.empty : Int64($0) }, record, .flag)
        }
    }

    private mutating func lookUp(
        _ values: [Int64], _ code: LineValue, _ kind: LineValue.Kind
    ) throws(NotCompilable) -> LineValue {
        try lookUp(values, otherwise: LineColumn.empty, code, kind, mayBeEmpty: true)
    }

    private mutating func lookUp(
        _ values: [Int64], otherwise: Int64, _ code: LineValue, _ kind: LineValue.Kind, mayBeEmpty: Bool
    ) throws(NotCompilable) -> LineValue {
        let entries = values + [otherwise]
        return try add(
            .lookup(code.step, table: table(of: entries)), kind, mayBeEmpty: mayBeEmpty, LineBounds(holding: entries))
    }

    /// The number of a text among the codes of a space.
    func code(of text: String, in space: LineValue.CodeSpace) -> Int32? {
        switch space {
        case .field(let path): code(of: text, path)
        case .texts(let number): texts[number].firstIndex(of: text).map { Int32($0) }
        }
    }

    /// The texts that the codes of a space are numbers of.
    func texts(of space: LineValue.CodeSpace) -> [String] {
        switch space {
        case .texts(let number): return texts[number]
        case .field(let path):
            guard let kind = path.recordKind else {
                return texts(
                    of: model.events[event].columns.shape(of: path.field),
                    model.eventKinds[event].fields[path.field].type)
            }
            let records = model.records(kind)
            guard let field = path.recordField else { return records.ids }
            return records.columns.indices.contains(field)
                ? texts(of: records.columns[field], records.kind.fields[field].type) : []
        }
    }

    private func texts(of column: EventColumn, _ type: FieldType) -> [String] {
        switch (column, type) {
        case (.text(_, let dictionary), _): dictionary
        case (.record, .record(let kind)): model.records(kind).ids
        case (.record, _), (.day, _), (.decimal, _), (.flag, _): []
        }
    }

    /// The number of a text among the codes of a field.
    private func code(of text: String, _ path: LineValue.FieldPath) -> Int32? {
        if let kind = path.recordKind {
            let records = model.records(kind)
            guard let field = path.recordField else { return records.number(of: text) }
            return records.columns.indices.contains(field)
                ? code(of: text, records.columns[field], records.kind.fields[field].type) : nil
        }
        return code(
            of: text, model.events[event].columns.shape(of: path.field), model.eventKinds[event].fields[path.field].type
        )
    }

    private func code(of text: String, _ column: EventColumn, _ type: FieldType) -> Int32? {
        switch (column, type) {
        case (.text(_, let dictionary), _): dictionary.firstIndex(of: text).map { Int32($0) }
        case (.record, .record(let kind)): model.records(kind).number(of: text)
        case (.record, _), (.day, _), (.decimal, _), (.flag, _): nil
        }
    }

    // MARK: Rates

    /// The rate of a table: by the row that was chosen for each line beforehand, or by the code of the one field that
    /// chooses.
    private mutating func rate(_ table: RateTable) throws(NotCompilable) -> LineValue {
        let (rates, otherwise, scale) = try narrowRates(table)
        if let number = chosenRates.firstIndex(of: table) {
            let row = try add(.chosenRate(number), .number(scale: 0), LineBounds(0...Int64(rates.count)))
            return try lookUp(rates, otherwise: otherwise, row, .number(scale: scale), mayBeEmpty: false)
        }
        guard let dimension = table.dimensions.first, table.dimensions.count == 1,
            table.rows.allSatisfy({ $0.days == .always })
        else { throw NotCompilable(.rateTable) }
        let field = try load(dimension.field)
        guard case .code(let space) = field.kind else { throw NotCompilable(.rateTable) }
        var any = otherwise
        for (row, rate) in zip(table.rows, rates) where row.cells == [nil] { any = rate }
        var byCode: [Int64] = []
        for (row, rate) in zip(table.rows, rates) {
            guard let cell = row.cells.first ?? nil, let code = code(of: cell, in: space) else { continue }
            if byCode.count <= Int(code) {
                byCode += repeatElement(any, count: Int(code) + 1 - byCode.count)
            }
            byCode[Int(code)] = rate
        }
        return try lookUp(byCode, otherwise: any, field, .number(scale: scale), mayBeEmpty: false)
    }

    /// The rates of a table with as few decimal places as all of them need.
    private func narrowRates(_ table: RateTable) throws(NotCompilable) -> ([Int64], Int64, Int) {
        let all = table.rows.map(\.rate.raw) + [(table.otherwise ?? .zero).raw]
        let scale = all.map { FixedDecimal(raw: $0).shortest.scale }.max() ?? 0
        let unit = PowersOfTen.rawUnits(places: scale)
        let narrow = all.compactMap { Int64(exactly: $0 / unit) }
        guard let otherwise = narrow.last, narrow.count == all.count else { throw NotCompilable(.rateTable) }
        return (Array(narrow.dropLast()), otherwise, scale)
    }
}
