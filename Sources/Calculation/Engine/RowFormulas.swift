internal import Company
internal import Formulas
internal import Messages
internal import Quantities

/// Evaluates event formulas for the rows of a table, or for the positions of an index, by a ``LineProgram`` of their own: what is
/// not in the passes over all lines.
///
/// Where some row has no value (a division by zero) the formula is walked row by row, so that a part which cannot matter in a
/// row is not asked there: `sale.amount != 0 and 100 / sale.amount > 5`.
struct RowFormulas {
    let model: CompanyModel
    let event: Int
    /// The field whose day chooses rates; `nil` for formulas that ask for none.
    let date: Int?
    /// Whether every formula is walked row by row: the reference, which shares nothing with the programs.
    let isReference: Bool

    init(_ model: CompanyModel, event: Int, date: Int? = nil, isReference: Bool = false) {
        self.model = model
        self.event = event
        self.date = date
        self.isReference = isReference
    }

    /// Numbers of rows.
    enum Numbers {
        /// Units of 10^-scale; ``LineColumn/empty`` where there is none.
        case narrow([Int64], scale: Int)
        /// Units of 10^-16; ``WideStep/none`` where there is none.
        case wide([Int128])
    }

    private var table: EventTable { model.events[event] }

    /// Which rows a filter lets pass.
    func mask(_ filter: Checked<FieldReference>) throws(QuantityError) -> [Bool] {
        let formula = filter.asLine
        return try each(formula, linesOf: nil) { batch, value throws(QuantityError) in
            var mask: [Bool] = []
            mask.reserveCapacity(batch.count)
            try batch.forEachBlock(for: value) { block in
                let flags = block.numbers(value.step)
                for line in 0..<block.lines.count { mask.append(flags[line] == 1) }
            }
            return mask
        } byRow: { values in
            values.map { $0 == .flag(true) }
        }
    }

    /// A number for each row.
    ///
    /// - Parameter index: Set when there is to be a number for each position of the index instead.
    func numbers(
        _ formula: Checked<LineReference>, linesOf index: CreditIndex? = nil
    ) throws(QuantityError) -> Numbers {
        if index == nil, !isReference, let (numbers, scale) = plainColumn(formula) {
            return .narrow(numbers, scale: scale)
        }
        return try each(formula, linesOf: index) { batch, value throws(QuantityError) in
            value.isWide
                ? .wide(try batch.values(of: value) { $0.wideNumbers(value.step) })
                : .narrow(try batch.values(of: value) { $0.numbers(value.step) }, scale: value.scale)
        } byRow: { values in
            .wide(values.map { $0.number?.raw ?? WideStep.none })
        }
    }

    /// A code for each row: a record's number, a text's number or a day.
    func codes(_ formula: Checked<LineReference>) throws(QuantityError) -> (codes: [Int32], dictionary: [String]) {
        try each(formula, linesOf: nil) { batch, value throws(QuantityError) in
            let numbers = try batch.values(of: value) { $0.numbers(value.step) }
            guard case .code(let space) = value.kind else {
                return (
                    numbers.map { $0 == LineColumn.empty ? EventColumn.emptyDay : Int32(truncatingIfNeeded: $0) }, []
                )
            }
            let codes = numbers.map {
                $0 == LineColumn.empty ? EventColumn.emptyCode : Int32(truncatingIfNeeded: $0)
            }
            return (codes, batch.program.texts(of: space))
        } byRow: { values in
            Self.coded(values)
        }
    }

    /// The column of a formula that is nothing but a number field of the event.
    private func plainColumn(_ formula: Checked<LineReference>) -> (numbers: [Int64], scale: Int)? {
        guard case .reference(.field(let reference)) = formula.node, reference.recordField == nil,
            case .decimal(let numbers, let scale) = table.columns[reference.field]
        else { return nil }
        return (numbers, scale)
    }

    // MARK: Programs

    /// What a program gives or, where there is none or it fails, what the formula gives row by row.
    private func each<Result>(
        _ formula: Checked<LineReference>, linesOf index: CreditIndex?,
        _ compiled: (Batch, LineValue) throws(QuantityError) -> Result, byRow: ([FormulaValue]) -> Result
    ) throws(QuantityError) -> Result {
        let lines = index.map { LineSelection.positions(0..<$0.rows.count, $0) } ?? .rows(0..<table.rowCount)
        // Of a bare field there is nothing to walk.
        let isBare = if case .reference(.field) = formula.node { true } else { false }
        if !isReference || isBare, let (batch, value) = try batch(formula, index),
            let result = try? compiled(batch, value)
        {
            return result
        }
        return byRow(try rowByRow(formula, lines))
    }

    /// A program with the columns that it reads.
    private struct Batch {
        let program: LineProgram
        let source: LineSource

        var count: Int { source.count }

        func forEachBlock(for value: LineValue, _ body: (LineBlock) -> Void) throws(QuantityError) {
            let block = LineBlock(program, source, for: [value.step])
            for start in stride(from: 0, to: count, by: LineBlock.size) {
                block.compute(start..<min(start + LineBlock.size, count))
                if let failure = block.failure { throw failure }
                body(block)
            }
        }

        func values<Value>(
            of value: LineValue, _ numbers: (LineBlock) -> UnsafeMutablePointer<Value>
        ) throws(QuantityError) -> [Value] {
            var values: [Value] = []
            values.reserveCapacity(count)
            try forEachBlock(for: value) { block in
                values += UnsafeBufferPointer(start: numbers(block), count: block.lines.count)
            }
            return values
        }
    }

    /// `nil` when the formula has no program.
    private func batch(
        _ formula: Checked<LineReference>, _ index: CreditIndex?
    ) throws(QuantityError) -> (Batch, LineValue)? {
        var columns: [LineTable.Source: LineTable.Column] = [:]
        var rates: [RateTable] = []
        for reference in formula.references {
            switch reference {
            case .field(let field): columns[.field(field.field)] = column(field.field, index)
            case .rate(let table): if !rates.contains(table) { rates.append(table) }
            case .share: continue
            }
        }
        var source = LineSource(
            count: index?.rows.count ?? table.rowCount, columns: columns,
            shares: index.flatMap { $0.shares.isEmpty ? nil : FlatColumn($0.shares) })
        for table in rates { source.chosenRates.append(try chosen(table, index)) }
        var program = LineProgram(model, event: event, source.facts, chosenRates: rates)
        guard let value = try? program.compile(formula) else { return nil }
        return (Batch(program: program, source: source), value)
    }

    private func column(_ field: Int, _ index: CreditIndex?) -> LineTable.Column {
        let column = table.columns[field]
        let scale = if case .decimal(_, let scale) = column { scale } else { 0 }
        return LineTable.Column(
            LineColumn(packing: index.map { column.rows($0.rows) } ?? column, threads: 1), scale: scale)
    }

    private func chosen(_ table: RateTable, _ index: CreditIndex?) throws(QuantityError) -> LineColumn {
        let rows = try RowRates(table, self, date: date).chosen
        return LineColumn(
            .four(FlatColumn(index.map { $0.rows.map { rows[Int($0)] } } ?? rows)), base: 0, mayBeEmpty: false,
            range: -1...Int64(table.rows.count))
    }
}

extension LineSource {
    /// What is known of the columns.
    fileprivate var facts: LineFacts {
        var ofFields: [Int: LineFacts.Column] = [:]
        for (source, column) in columns {
            guard case .field(let field) = source else { continue }
            ofFields[field] = LineFacts.Column(range: column.values.range, mayBeEmpty: column.values.mayBeEmpty)
        }
        return LineFacts(ofFields: ofFields, shares: LineTable.range(of: shares))
    }
}

extension EventColumn {
    /// The cells of some rows.
    fileprivate func rows(_ rows: [Int32]) -> EventColumn {
        switch self {
        case .day(let days): .day(rows.map { days[Int($0)] })
        case .decimal(let numbers, let scale): .decimal(rows.map { numbers[Int($0)] }, scale: scale)
        case .text(let codes, let dictionary): .text(rows.map { codes[Int($0)] }, dictionary: dictionary)
        case .record(let numbers): .record(rows.map { numbers[Int($0)] })
        case .flag(let flags): .flag(rows.map { flags[Int($0)] })
        }
    }
}
