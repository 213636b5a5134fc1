public import Calculation
public import Company
internal import Foundation
internal import Quantities
public import Storage

/// The columns of a company as they lie in a file: what its large tables held, and the lines laid out of them.
///
/// Lines are read where they lie, once they are verified. Events are verified and loaded column by column when somebody asks
/// for their rows: figures seldom need them.
public struct CompanyColumns: Sendable {
    /// The large tables.
    public let stored: StoredTables
    /// The files that the columns stand for.
    public let storedFiles: Set<String>
    /// Bytes on disk.
    public var size: Int { file.size }
    /// The digest of the rows that the columns were made of, as ``DataState/digest``; `nil` of files.
    public let dataDigest: String?
    /// The rows that they were made of; `nil` of files.
    public let rows: KeptRows?
    /// What the numbers of records in columns mean, by the kind of record; empty of files.
    public let records: [String: RecordNumbers]
    /// The tables of which it is known where each row stands.
    private let kindsOfRows: [String]
    /// The files that they were made of; none of rows.
    let inputs: [InputFile]
    /// The build that stored them.
    let program: String
    /// When reading the company began, in nanoseconds since 1970.
    let moment: Int64

    private let file: ColumnFile
    private let described: [ColumnDescription.Lines]
    private let eventsDescribed: [ColumnDescription.Events]
    private let smallDescribed: [ColumnDescription.Small]

    /// Opens a file.
    init(at path: String) throws(ColumnFailure) {
        let file = try ColumnFile(mapping: path)
        self.file = file
        let description = try file.description()
        stored = StoredTables(
            events: try file.events(description.events),
            splits: try description.splits.map { name throws(ColumnFailure) in try file.split(name) },
            targets: try file.values("targets"), entered: try file.values("entered"))
        storedFiles = Set(description.inputs.filter(\.isStored).map(\.path))
        dataDigest = description.rows?.dataDigest
        rows = description.rows?.kept
        records = description.rows?.records ?? [:]
        kindsOfRows = description.rows?.kinds ?? []
        inputs = description.inputs
        program = description.program
        moment = description.moment
        described = description.lines
        eventsDescribed = description.events
        smallDescribed = description.rows?.small ?? []
    }

    /// The lines that figures are computed of, verified on as many threads as are asked for.
    public func lines(threads: Int) async throws(ColumnFailure) -> [LineTable] {
        let named = described.enumerated().map { ("lines.\($0.offset)", $0.element) }
        var checks: [ColumnFile.Check] = []
        for (name, lines) in named { checks += try file.checks(lines, name) }
        try await file.verify(checks, threads: threads)
        return try named.map { name, lines throws(ColumnFailure) in try file.table(lines, name, stored.events) }
    }

    /// The events as they lie in the file, each column verified when it is asked for.
    public var packedEvents: PackedEvents {
        PackedEvents { [file, eventsDescribed] event, field in
            guard eventsDescribed.indices.contains(event), eventsDescribed[event].columns.indices.contains(field)
            else { return nil }
            return file.packed(eventsDescribed[event].columns[field].packed, of: event, field)
        }
    }

    /// Where the rows of a large table stand, as ``DataState/firsts``; `nil` when that was not kept.
    public func firsts(of kind: String) throws(ColumnFailure) -> [Int]? {
        guard let number = kindsOfRows.firstIndex(of: kind) else { return nil }
        return try file.rising(Self.firstsSection(number)).value
    }

    static func firstsSection(_ number: Int) -> String { "rows.\(number).firsts" }

    /// The tables that are read as a whole, as texts; none of files.
    public func smallTables() throws(ColumnFailure) -> [TableText] {
        try smallDescribed.enumerated().map { number, table throws(ColumnFailure) in
            let text = try file.verified(Self.smallSection(number), of: UInt8.self)
            return TableText(kind: table.kind, isBare: table.isBare, bytes: text.array)
        }
    }

    /// Makes sure that the texts of small tables are as they were written.
    public func verifySmallTables() throws(ColumnFailure) {
        for number in smallDescribed.indices { _ = try file.verified(Self.smallSection(number), of: UInt8.self) }
    }

    static func smallSection(_ number: Int) -> String { "small.\(number)" }

    /// Verifies everything that the file holds, on as many threads as are asked for.
    public func verify(threads: Int) async throws(ColumnFailure) {
        try await file.verify(file.sections.map { ColumnFile.Check($0) }, threads: threads)
    }

    /// What turned out to be damaged when it was loaded: what was computed with it is to be computed anew from the files.
    public var lateDamage: ColumnFailure? { file.lateDamage }
}

extension ColumnFile {
    fileprivate func description() throws(ColumnFailure) -> ColumnDescription {
        let json = try verified("description", of: UInt8.self).array
        guard let description = try? JSONDecoder().decode(ColumnDescription.self, from: Data(json)),
            fingerprint == description.fingerprint
        else { throw damaged("description") }
        return description
    }

    private func damaged(_ section: String) -> ColumnFailure { .damaged(path: path, section: section) }

    // MARK: Events

    fileprivate func events(_ events: [ColumnDescription.Events]) throws(ColumnFailure) -> [EventTable] {
        try events.enumerated().map { number, events throws(ColumnFailure) in try table(events, "events.\(number)") }
    }

    private func table(
        _ events: ColumnDescription.Events, _ name: String
    ) throws(ColumnFailure) -> EventTable {
        guard events.rowCount >= 0 else { throw damaged(name) }
        let columns = try events.columns.enumerated().map { index, column throws(ColumnFailure) in
            try stored(column, "\(name).column.\(index)", count: events.rowCount)
        }
        let keys = try events.keys.enumerated().map { number, firstRow throws(ColumnFailure) in
            (firstRow: firstRow, keys: try texts("\(name).keys.\(number).bytes", "\(name).keys.\(number).offsets"))
        }
        let origins = try events.origins.enumerated().map { number, origin throws(ColumnFailure) in
            (origin, try rising("\(name).origin.\(number)"))
        }
        var conversions: [Int: Conversions] = [:]
        for converted in events.conversions {
            conversions[converted.column] = try self.conversions(converted, "\(name).converted.\(converted.column)")
        }
        return EventTable(
            rowCount: events.rowCount, columns: EventColumns(columns),
            keys: EventKeys { keys.map { ($0.firstRow, $0.keys.value) } }, conversions: conversions,
            origins: {
                origins.map {
                    EventTable.Origin(
                        file: $0.file, firstRow: $0.firstRow, lines: $1.value.map { Int32(truncatingIfNeeded: $0) })
                }
            })
    }

    private func stored(
        _ column: ColumnDescription.Column, _ name: String, count: Int
    ) throws(ColumnFailure) -> StoredColumn {
        let bare = column.bare
        let packed = try self.packed(column.packed, name)
        guard packed.count == count else { throw damaged(name) }
        guard column.kind == .text else {
            return StoredColumn(
                bare: bare, shape: { bare }, days: column.kind == .day ? column.bounds : nil,
                rows: { unpacked(packed, name, as: bare) })
        }
        let texts = try texts("\(name).texts", "\(name).texts.offsets")
        let dictionary = Once { (0..<texts.value.count).map { texts.value[$0] } }
        return StoredColumn(
            bare: bare, shape: { .text([], dictionary: dictionary.value) }, days: nil,
            rows: { unpacked(packed, name, as: .text([], dictionary: dictionary.value)) })
    }

    /// The values of a field of an event kind; of a damaged one so many that are missing.
    fileprivate func packed(_ packed: ColumnDescription.Packed, of event: Int, _ field: Int) -> LineColumn? {
        let name = "events.\(event).column.\(field)"
        guard let column = try? self.packed(packed, name) else { return nil }
        return loaded([name], where: { column.keepsItsRange }) {
            column
        } ifDamaged: {
            LineColumn.missing(column.count)
        }
    }

    /// The values of a column; of a damaged one so many that are empty.
    private func unpacked(_ packed: LineColumn, _ name: String, as column: EventColumn) -> EventColumn {
        loaded([name]) {
            packed.unpacked(as: column)
        } ifDamaged: {
            LineColumn.missing(packed.count).unpacked(as: column)
        }
    }

    /// Texts one after the other; of damaged ones so many that are empty.
    private func texts(_ name: String, _ offsets: String) throws(ColumnFailure) -> Once<KeyColumn> {
        let bytes = try column(name, of: UInt8.self)
        let ends = try rising(offsets)
        return Once {
            let offsets = ends.value
            return loaded([name]) {
                KeyColumn(bytes: bytes.array, offsets: offsets)
            } ifDamaged: {
                nil
            } ?? KeyColumn(repeating: "", count: offsets.count - 1)
        }
    }

    /// Numbers that were stored by how much they rise; of damaged ones so many zeros.
    fileprivate func rising(_ name: String) throws(ColumnFailure) -> Once<[Int]> {
        switch width(of: name) {
        case 1: rising(name, try column(name, of: UInt8.self))
        case 4: rising(name, try column(name, of: UInt32.self))
        default: rising(name, try column(name, of: UInt64.self))
        }
    }

    private func rising<Step: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ name: String, _ steps: FlatColumn<Step>
    ) -> Once<[Int]> {
        Once {
            loaded([name]) {
                Self.added(steps)
            } ifDamaged: {
                [Int](repeating: 0, count: steps.count)
            }
        }
    }

    private static func added<Step: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ steps: FlatColumn<Step>
    ) -> [Int] {
        var sum: UInt64 = 0
        return steps.array.map { step in
            sum &+= UInt64(truncatingIfNeeded: step)
            return Int(truncatingIfNeeded: sum)
        }
    }

    private func conversions(
        _ converted: ColumnDescription.Converted, _ name: String
    ) throws(ColumnFailure) -> Conversions {
        let amounts = try verified("\(name).amounts", of: Int128.self).array
        let rates = converted.rates.compactMap(\.exchangeRate)
        guard rates.count == converted.rates.count,
            let conversions = Conversions(
                rows: try verified("\(name).rows", of: Int32.self).array,
                amounts: amounts.map { FixedDecimal(raw: $0) },
                rateNumbers: try verified("\(name).rates", of: Int32.self).array, rates: rates)
        else { throw damaged(name) }
        return conversions
    }

    /// Shares, which are loaded when somebody asks for one.
    fileprivate func split(_ name: String) throws(ColumnFailure) -> SplitTable {
        let offsets = try column("\(name).offsets", of: Int32.self)
        let persons = try column("\(name).persons", of: Int32.self)
        let shares = try column("\(name).shares", of: Int64.self, count: persons.count)
        return SplitTable(rowCount: offsets.count == 0 ? nil : offsets.count - 1) {
            loaded(["offsets", "persons", "shares"].map { "\(name).\($0)" }) {
                SplitTable(offsets: offsets.array, persons: persons.array, shares: shares.array)
            } ifDamaged: {
                nil
            } ?? SplitTable(
                offsets: [Int32](repeating: 0, count: offsets.count), persons: [], shares: []) ?? SplitTable()
        }
    }

    /// Targets or entered values.
    fileprivate func values(_ name: String) throws(ColumnFailure) -> RecordedColumns {
        let labels = try texts("\(name).labels", "\(name).labels.offsets").value
        let texts = try texts("\(name).texts", "\(name).texts.offsets").value
        guard
            let values = RecordedColumns(
                metrics: try verified("\(name).metrics", of: Int32.self).array,
                subjects: try verified("\(name).subjects", of: Int32.self).array,
                periods: try verified("\(name).periods", of: Int32.self).array,
                periodLabels: (0..<labels.count).map { labels[$0] },
                units: try verified("\(name).units", of: Int128.self).array,
                notes: try verified("\(name).notes", of: Int32.self).array,
                lines: try verified("\(name).lines", of: Int32.self).array, texts: (0..<texts.count).map { texts[$0] })
        else { throw damaged(name) }
        return values
    }

    // MARK: Lines

    /// What the sections of lines have to be.
    fileprivate func checks(_ lines: ColumnDescription.Lines, _ name: String) throws(ColumnFailure) -> [Check] {
        var columns: [String: LineColumn] = [:]
        for (number, column) in lines.columns.enumerated() {
            let section = "\(name).column.\(number)"
            columns[section] = try packed(column.packed, section)
        }
        return sections.filter { $0.name.hasPrefix("\(name).") }.map { entry in
            Check(entry) { [column = columns[entry.name]] in column?.keepsItsRange ?? true }
        }
    }

    fileprivate func table(
        _ lines: ColumnDescription.Lines, _ name: String, _ events: [EventTable]
    ) throws(ColumnFailure) -> LineTable {
        guard let credit = lines.credit.creditRule, events.indices.contains(lines.event),
            events[lines.event].columns.indices.contains(lines.date)
        else { throw damaged(name) }
        var columns: [LineTable.Source: LineTable.Column] = [:]
        for (number, column) in lines.columns.enumerated() {
            let values = try packed(column.packed, "\(name).column.\(number)")
            columns[.field(column.field)] = LineTable.Column(values, scale: column.scale)
        }
        guard
            let table = LineTable(
                LineTable.Key(event: lines.event, credit: credit, date: lines.date),
                offsets: try column("\(name).offsets", of: Int64.self),
                rows: try column("\(name).rows", of: Int32.self), days: try column("\(name).days", of: Int32.self),
                shares: lines.hasShares ? try column("\(name).shares", of: Int32.self) : nil, columns: columns)
        else { throw damaged(name) }
        return table
    }

    private func packed(
        _ packed: ColumnDescription.Packed, _ name: String
    ) throws(ColumnFailure) -> LineColumn {
        guard packed.least <= packed.most else { throw damaged(name) }
        let stored: LineColumn.Stored
        switch packed.width {
        case 1: stored = .one(try column(name, of: Int8.self))
        case 2: stored = .two(try column(name, of: Int16.self))
        case 4: stored = .four(try column(name, of: Int32.self))
        case 8: stored = .eight(try column(name, of: Int64.self))
        default: throw damaged(name)
        }
        return LineColumn(
            stored, base: packed.base, mayBeEmpty: packed.mayBeEmpty, range: packed.least...packed.most)
    }

    /// The values of a section that has to have so many.
    private func column<Value: BitwiseCopyable & Sendable>(
        _ name: String, of type: Value.Type, count: Int
    ) throws(ColumnFailure) -> FlatColumn<Value> {
        let column = try self.column(name, of: type)
        guard column.count == count else { throw damaged(name) }
        return column
    }
}
