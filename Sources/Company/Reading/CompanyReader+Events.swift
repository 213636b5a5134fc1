internal import Formulas
internal import Periods
internal import Quantities

extension CompanyReader {
    func readEvents() {
        if let stored { return take(stored) }
        for event in names.eventKinds.indices { readEvents(event) }
        findNamedEvents()
        for split in names.splitKinds.indices where names.splitKinds[split].inherited == nil { readShares(split) }
    }

    private func readEvents(_ event: Int) {
        let kind = names.eventKinds[event]
        for (file, spec) in files(for: kind.name, kind: kind.name) {
            append(read(file, spec, Self.columns(of: kind)), file, event)
        }
        reportRepeatedIds(event)
    }

    private func append(_ read: ColumnTable, _ file: SourceFile, _ event: Int) {
        var table = read
        guard table.rowCount > 0, case .key(let keys)? = table.columns["id"] else { return }
        var target = eventTables[event]
        eventTables[event] = EventTable(fields: [])
        target.origins.append(
            EventTable.Origin(file: file.path, firstRow: target.rowCount, lines: table.lineNumbers))
        target.keys.parts.append((target.rowCount, keys))
        convert(&table, event, file, into: &target)
        for (index, field) in names.eventKinds[event].ownFields.enumerated() {
            if case .event = field.type, case .key(let cells)? = table.columns[field.name] {
                namedEvents.append(
                    NamedEvents(event: event, field: index, cells: cells, file: file, lines: table.lineNumbers))
                continue
            }
            append(table, field, file, to: &target.columns[index])
        }
        target.rowCount += table.rowCount
        eventTables[event] = target
    }

    /// An event has one id; a second one would be paid twice.
    private func reportRepeatedIds(_ event: Int) {
        let table = eventTables[event]
        for pair in IdentifierCheck.duplicates(in: table.keys.joined) {
            let first = table.origin(of: pair.first).map { "\($0.file):\($0.line)" } ?? ""
            let place = table.origin(of: pair.again).map { Place(file: $0.file, line: $0.line) }
            findings.report(
                "duplicate-id", at: place,
                LocalizedText(
                    en: "the \(names.eventKinds[event].name) '\(table.keys[pair.again])' is there already, at \(first)",
                    ru: "событие «\(table.keys[pair.again])» уже есть: \(first)"),
                remedy: .idOfEachRow, cell: table.keys[pair.again])
        }
    }

    // MARK: Shares

    private func readShares(_ split: Int) {
        let kind = names.splitKinds[split]
        let event = names.eventKinds[kind.event]
        let columns = [
            TableSchema.Column(event.name, .key), TableSchema.Column("person", .code),
            TableSchema.Column("share", .percent),
        ]
        let tables =
            files(for: kind.name, kind: kind.name).map { (file: $0.file, table: read($0.file, $0.spec, columns)) }
            + ownersShares(of: split, columns)
        if tables.isEmpty { return }
        let rows = EventKeyIndex(eventTables[kind.event].keys)
        var shares: [Share] = []
        for (number, (file, table)) in tables.enumerated() {
            guard case .key(let keys)? = table.columns[event.name],
                let people = recordNumbers(table, "person", BuiltInKind.person, file)
            else { continue }
            shares.reserveCapacity(shares.count + table.rowCount)
            var near: Int32 = 0
            for row in 0..<table.rowCount where people[row] >= 0 {
                guard let share = table.number("share", row) else { continue }
                let line = table.lineNumbers[row]
                guard let event = rows.row(named: row, in: keys, near: near) else {
                    if isCancelled(keys[row], event.name) { continue }
                    reportUnknownEvent(
                        keys[row], names.eventKinds[kind.event].name, place(file, line: line),
                        remedy: LocalizedText(
                            en: "the shares of an event name its id", ru: "в долях стоит id события"))
                    continue
                }
                near = event
                shares.append(Share(row: event, person: people[row], share: share, file: Int32(number), line: line))
            }
        }
        guard !shares.isEmpty else { return }
        // By identifiers, so that the order of no table decides who gets a last kopeck.
        let ranks = records[BuiltInKind.person]?.ranks ?? []
        shares.sort { left, right in
            (left.row, ranks[Int(left.person)], left.share) < (right.row, ranks[Int(right.person)], right.share)
        }
        checkTotals(shares, kind.event, tables.map(\.file))
        splitTables[split] = Self.table(shares, rows: eventTables[kind.event].rowCount)
    }

    private struct Share {
        let row: Int32
        let person: Int32
        let share: FixedDecimal
        let file: Int32
        let line: Int32
    }

    func reportUnknownEvent(
        _ key: String, _ event: String, _ place: Place, remedy: @autoclosure () -> LocalizedText, advice: Advice? = nil
    ) {
        if isConsequence(key, [event], at: place) { return }
        findings.report(
            "unknown-event", at: place,
            LocalizedText(en: "there is no \(event) '\(key)'", ru: "события «\(key)» (\(event)) нет"),
            remedy: remedy(), advice: advice, cell: key)
    }

    /// Looks at the shares of each event in turn; they lie next to each other.
    private func checkTotals(_ shares: [Share], _ event: Int, _ files: [SourceFile]) {
        var start = 0
        while start < shares.count {
            let row = shares[start].row
            let end = shares[start...].firstIndex { $0.row != row } ?? shares.count
            checkTotal(shares[start..<end], row, event, files)
            start = end
        }
    }

    private func checkTotal(_ parts: ArraySlice<Share>, _ row: Int32, _ event: Int, _ files: [SourceFile]) {
        let total = parts.reduce(FixedDecimal.zero) { sum, part in (try? sum.adding(part.share)) ?? sum }
        let negative = parts.contains { $0.share <= .zero }
        guard total != .one || negative else { return }
        let percent = (try? total.multiplied(by: 100)) ?? total
        let key = eventTables[event].keys[Int(row)]
        let last = parts.max { ($0.file, $0.line) < ($1.file, $1.line) }
        findings.report(
            "shares-total", at: last.map { place(files[Int($0.file)], line: $0.line) },
            negative
                ? LocalizedText(en: "a share of '\(key)' is not above zero", ru: "доля в «\(key)» не больше нуля")
                : LocalizedText(
                    en: "the shares of '\(key)' total \(percent) %, not 100 %",
                    ru: "доли «\(key)» дают \(percent) %, а не 100 %"),
            remedy: LocalizedText(
                en: "the shares of an event must be above zero and total exactly 100 %",
                ru: "доли события должны быть больше нуля и давать ровно 100 %"))
    }

    /// The table of shares that lie in the order of their rows.
    private static func table(_ shares: [Share], rows: Int) -> SplitTable {
        var table = SplitTable()
        table.offsets = [Int32](repeating: 0, count: rows + 1)
        for share in shares {
            table.offsets[Int(share.row) + 1] += 1
            table.persons.append(share.person)
            let scaled = (try? share.share.multiplied(by: 1_000_000_000).integer(.halfAwayFromZero)) ?? 0
            table.shares.append(Int64(scaled))
        }
        for row in 0..<rows { table.offsets[row + 1] += table.offsets[row] }
        return table
    }
}

extension LocalizedText {
    /// What to do about an identifier that comes again: which of two things it means is for the reader to say.
    static let idOfEachRow = LocalizedText(
        en:
            "is it the same row twice? Keep one. Are they rows of their own, such as the lines of an order? Then each needs an id of its own: put the order and the line number into one column before export",
        ru:
            "это одна и та же строка дважды? Оставьте одну. Это разные строки, например строки одного заказа? Тогда у каждой должен быть свой id: соедините номер заказа и номер строки в одной колонке перед выгрузкой"
    )
}
