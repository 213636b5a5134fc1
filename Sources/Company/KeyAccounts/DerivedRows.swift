internal import AccountRows
internal import Accounts
internal import Messages
internal import Periods
internal import Quantities

/// Rows and cells that are computed from others: the months of accounts, the rungs gained and lost, the promises that count.
struct DerivedRows {
    private let data: AccountData
    private let book: AccountBook

    init(_ data: AccountData, _ book: AccountBook) {
        (self.data, self.book) = (data, book)
    }

    /// The tables with what is computed; those of other kinds are as they were.
    func filling(_ tables: [EventTable]) -> [EventTable] {
        var tables = tables
        for (number, kind) in data.kinds.enumerated() {
            switch kind.name {
            case "account_month": tables[number] = table(kind, book.months().map { cells($0) })
            case "rung_step": tables[number] = table(kind, steps)
            case "commitment": fillCounts(&tables[number], kind)
            default: break
            }
        }
        return tables
    }

    // MARK: Rows

    private enum Cell {
        case day(CivilDay)
        case number(FixedDecimal)
        case text(String)
        case client(Key<Client>)
        case flag(Bool)
    }

    private typealias Row = (id: String, cells: [String: Cell])

    private func cells(_ row: AccountMonthRow) -> Row {
        var cells: [String: Cell] = [
            "client": .client(row.client), "date": .day(row.day), "days": .number(FixedDecimal(row.days)),
            "days_in_norm": .number(FixedDecimal(row.daysInNorm)), "known": .flag(row.month?.before != nil),
        ]
        if let month = row.month {
            cells["sales"] = .number(month.sales)
            cells["before"] = month.before.map { .number($0) }
            cells["retained"] = month.retained.map { .number($0) }
            cells["power"] = .number(FixedDecimal(month.power))
            cells["power_covered"] = .number(FixedDecimal(month.powerCovered))
        }
        return (row.id, cells)
    }

    private var steps: [Row] {
        book.rungSteps().map { client, step in
            (
                "\(client) \(step.day) \(step.rung)",
                [
                    "client": .client(client), "date": .day(step.day), "rung": .text(step.rung.text),
                    "change": .number(FixedDecimal(step.change)),
                ]
            )
        }
    }

    private func table(_ kind: EventKind, _ rows: [Row]) -> EventTable {
        var table = EventTable(fields: Array(kind.ownFields))
        for (index, field) in kind.ownFields.enumerated() {
            table.columns[index] = column(field, rows.map { $0.cells[field.name] })
        }
        table.keys.parts = [(firstRow: 0, keys: KeyColumn(rows.map(\.id)))]
        table.rowCount = rows.count
        return table
    }

    private func column(_ field: Field, _ cells: [Cell?]) -> EventColumn {
        switch field.type {
        case .day, .moment:
            return .day(cells.map { if case .day(let day)? = $0 { day.number } else { EventColumn.emptyDay } })
        case .flag:
            return .flag(cells.map { if case .flag(let flag)? = $0 { flag ? 1 : 0 } else { EventColumn.emptyFlag } })
        case .record(let kind):
            return .record(
                cells.map {
                    if case .client(let client)? = $0 {
                        data.records[kind]?.number(of: client.text) ?? EventColumn.emptyCode
                    } else {
                        EventColumn.emptyCode
                    }
                })
        case .money, .number, .percent, .pieces, .days, .minutes:
            return numbers(cells.map { if case .number(let number)? = $0 { number } else { nil } })
        case .text, .personal:
            var texts = TextNumbers()
            let codes = cells.map { cell -> Int32 in
                if case .text(let text)? = cell { texts.number(of: text) } else { EventColumn.emptyCode }
            }
            return .text(codes, dictionary: texts.texts)
        case .event: return .record(cells.map { _ in EventColumn.emptyCode })
        }
    }

    /// Numbers as whole ones of the smallest place that money of the company has; counts have none.
    private func numbers(_ values: [FixedDecimal?]) -> EventColumn {
        // Sums of amounts have no more places than the amounts.
        let scale = DecimalColumn.maximumScale
        var places = 0
        let fits = { (value: FixedDecimal, places: Int) -> Int64? in
            guard let scaled = try? value.multiplied(by: Self.power(places)),
                let whole = try? scaled.integer(.halfAwayFromZero), FixedDecimal(whole) == scaled
            else { return nil }
            return Int64(exactly: whole)
        }
        for value in values.compactMap(\.self) {
            while places < scale, fits(value, places) == nil { places += 1 }
        }
        return .decimal(
            values.map { $0.flatMap { fits($0, places) } ?? EventColumn.emptyNumber }, scale: places)
    }

    private static func power(_ places: Int) -> FixedDecimal {
        FixedDecimal((0..<places).reduce(1) { power, _ in power * 10 })
    }

    // MARK: Cells

    private func fillCounts(_ table: inout EventTable, _ kind: EventKind) {
        guard let field = kind.field(named: "counts") else { return }
        let counts = book.promisesThatCount()
        table.columns[field] = .flag(
            (0..<table.rowCount).map { row in
                counts[table.keys[row]].map { $0 ? 1 : 0 } ?? EventColumn.emptyFlag
            })
    }
}

extension Events {
    /// The events with what is computed from them; rows of key account work that cannot be taken are reported.
    func deriving(
        _ settings: AccountSettings?, _ names: Names, _ records: Records, _ organisation: CompanyOrganisation,
        _ teams: Teams, _ company: CompanySettings, _ findings: Findings
    ) -> Events {
        guard let settings else { return self }
        let data = AccountData(
            settings: settings, kinds: names.eventKinds, events: tables, records: records.tables,
            organisation: organisation.organisation, teams: teams, workingCalendar: company.workingCalendar,
            calendar: company.calendar)
        let book = data.book
        // A cell that could not be read is empty, and has been told of.
        let told = findings.faultyLines
        for fault in book.faults {
            if let place = fault.place, told.contains(Findings.Line(file: place.file, line: place.line)) { continue }
            findings.report(fault.code, at: fault.place, fault.text, remedy: fault.remedy)
        }
        var events = self
        events.tables = DerivedRows(data, book).filling(tables)
        return events
    }
}
