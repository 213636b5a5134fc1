internal import Calculation
internal import Company
internal import Foundation
internal import Quantities
internal import Storage

extension ColumnWriter {
    /// Writes everything of a company that stands for its large tables.
    func add(
        _ model: CompanyModel, _ tables: [LineTable], program: String, moment: Int64 = 0, _ inputs: [InputFile] = [],
        rows: ColumnDescription.Rows? = nil
    ) throws(ColumnFailure) -> ColumnDescription {
        let description = ColumnDescription(
            program: program, moment: moment, inputs: inputs, rows: rows,
            events: try model.events.indices.map { number throws(ColumnFailure) in
                try add(model.events[number], "events.\(number)")
            },
            splits: model.splits.indices.map { "splits.\($0)" },
            lines: try tables.indices.map { number throws(ColumnFailure) in try add(tables[number], "lines.\(number)") }
        )
        for (number, split) in model.splits.enumerated() {
            try add("splits.\(number).offsets", split.offsets)
            try add("splits.\(number).persons", split.persons)
            try add("splits.\(number).shares", split.shares)
        }
        try add(RecordedColumns(model.targets), "targets")
        try add(RecordedColumns(model.entered), "entered")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            try add("description", Array(encoder.encode(description)))
        } catch {
            throw error as? ColumnFailure ?? .system(StorageFailure(error, path: path))
        }
        return description
    }

    // MARK: Events

    private func add(_ table: EventTable, _ name: String) throws(ColumnFailure) -> ColumnDescription.Events {
        var columns: [ColumnDescription.Column] = []
        for index in table.columns.indices {
            let packed = try add(table.columns[index], "\(name).column.\(index)")
            columns.append(
                ColumnDescription.Column(table.columns.bare(index), days: table.columns.days(of: index), packed))
        }
        for (number, part) in table.keys.parts.enumerated() {
            try add("\(name).keys.\(number).bytes", part.keys.bytes)
            try add(rising: part.keys.offsets, "\(name).keys.\(number).offsets")
        }
        for (number, origin) in table.origins.enumerated() {
            try add(rising: origin.lines, "\(name).origin.\(number)")
        }
        return ColumnDescription.Events(
            rowCount: table.rowCount, columns: columns, keys: table.keys.parts.map(\.firstRow),
            origins: table.origins.map { ColumnDescription.Origin(file: $0.file, firstRow: $0.firstRow) },
            conversions: try table.conversions.sorted { $0.key < $1.key }.map {
                converted throws(ColumnFailure) in
                try add(converted.value, "\(name).converted.\(converted.key)")
                return ColumnDescription.Converted(
                    column: converted.key, rates: converted.value.rates.map { ColumnDescription.Rate($0) })
            })
    }

    private func add(
        _ column: EventColumn, _ name: String
    ) throws(ColumnFailure) -> ColumnDescription.Packed {
        if case .text(_, let dictionary) = column { try add(texts: dictionary, "\(name).texts") }
        let packed = LineColumn(packing: column, threads: threads)
        try add(packed.stored, name)
        return ColumnDescription.Packed(packed)
    }

    private func add(texts: [String], _ name: String) throws(ColumnFailure) {
        let texts = KeyColumn(texts)
        try add(name, texts.bytes)
        try add(rising: texts.offsets, "\(name).offsets")
    }

    /// Numbers of which each is a little above the one before, as in how much they rise: mostly a byte each.
    func add<Number: FixedWidthInteger>(rising numbers: [Number], _ name: String) throws(ColumnFailure) {
        let most = Self.steps(numbers, as: UInt64.self) { $0.reduce(0) { max($0, $1) } }
        if most <= UInt8.max {
            try add(name, Self.steps(numbers, as: UInt8.self) { Array($0) })
        } else if most <= UInt32.max {
            try add(name, Self.steps(numbers, as: UInt32.self) { Array($0) })
        } else {
            try add(name, Self.steps(numbers, as: UInt64.self) { Array($0) })
        }
    }

    /// How much each number is above the one before, the first above zero.
    private static func steps<Number: FixedWidthInteger, Step: FixedWidthInteger, Result>(
        _ numbers: [Number], as type: Step.Type, _ body: (LazyMapSequence<Range<Int>, Step>) -> Result
    ) -> Result {
        body(
            numbers.indices.lazy.map { place in
                let before = place > 0 ? UInt64(truncatingIfNeeded: numbers[place - 1]) : 0
                return Step(truncatingIfNeeded: UInt64(truncatingIfNeeded: numbers[place]) &- before)
            })
    }

    private func add(_ conversions: Conversions, _ name: String) throws(ColumnFailure) {
        try add("\(name).rows", conversions.rows)
        try add("\(name).rates", conversions.rateNumbers)
        try add("\(name).amounts", conversions.amounts.map(\.raw))
    }

    /// Targets or entered values.
    private func add(_ values: RecordedColumns, _ name: String) throws(ColumnFailure) {
        try add("\(name).metrics", values.metrics)
        try add("\(name).subjects", values.subjects)
        try add("\(name).periods", values.periods)
        try add(texts: values.periodLabels, "\(name).labels")
        try add("\(name).units", values.units)
        try add("\(name).notes", values.notes)
        try add("\(name).lines", values.lines)
        try add(texts: values.texts, "\(name).texts")
    }

    // MARK: Lines

    private func add(_ table: LineTable, _ name: String) throws(ColumnFailure) -> ColumnDescription.Lines {
        try add("\(name).offsets", table.offsets)
        try add("\(name).rows", table.rows)
        try add("\(name).days", table.days)
        if let shares = table.shares { try add("\(name).shares", shares) }
        let columns = table.columns.map { (ColumnDescription.LineColumn($0.key, $0.value), $0.value.values.stored) }
            .sorted { $0.0.field < $1.0.field }
        for (number, (_, stored)) in columns.enumerated() { try add(stored, "\(name).column.\(number)") }
        return ColumnDescription.Lines(
            event: table.key.event, date: table.key.date, credit: ColumnDescription.Credit(table.key.credit),
            hasShares: table.shares != nil, columns: columns.map(\.0))
    }

    private func add(_ stored: LineColumn.Stored, _ name: String) throws(ColumnFailure) {
        switch stored {
        case .one(let column): try add(name, column)
        case .two(let column): try add(name, column)
        case .four(let column): try add(name, column)
        case .eight(let column): try add(name, column)
        }
    }
}

extension ColumnDescription.LineColumn {
    init(_ source: LineTable.Source, _ column: LineTable.Column) {
        switch source {
        case .field(let field):
            self.init(field: field, packed: ColumnDescription.Packed(column.values), scale: column.scale)
        }
    }
}
