internal import Formulas
internal import Messages
internal import Quantities

/// The shares into which events are divided.
extension EventsReader {
    mutating func readShares(_ split: Int) {
        let kind = names.splitKinds[split]
        let event = names.eventKinds[kind.event]
        let columns = [
            TableSchema.Column(event.name, .key), TableSchema.Column("person", .code),
            TableSchema.Column("share", .percent),
        ]
        let files =
            tables.files(for: kind.name, kind: kind.name).map {
                (file: $0.file, table: tables.read($0.file, $0.spec, columns))
            }
            + tables.ownersShares(of: split, columns)
        if files.isEmpty { return }
        let rows = EventKeyIndex(events.tables[kind.event].keys)
        var shares: [Share] = []
        for (number, (file, table)) in files.enumerated() {
            guard case .key(let keys)? = table.columns[event.name],
                let people = finder.recordNumbers(table, "person", BuiltInKind.person, file)
            else { continue }
            shares.reserveCapacity(shares.count + table.rowCount)
            var near: Int32 = 0
            for row in 0..<table.rowCount where people[row] >= 0 {
                guard let share = table.number("share", row) else { continue }
                let line = table.lineNumbers[row]
                guard let event = rows.row(named: row, in: keys, near: near) else {
                    if tables.supposed.cancels(keys[row], event.name) { continue }
                    reportUnknownEvent(
                        keys[row], names.eventKinds[kind.event].name, tables.place(file, line: line),
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
        let ranks = finder.records[BuiltInKind.person]?.ranks ?? []
        shares.sort { left, right in
            (left.row, ranks[Int(left.person)], left.share) < (right.row, ranks[Int(right.person)], right.share)
        }
        checkTotals(shares, kind.event, files.map(\.file))
        events.splits[split] = Self.table(shares, rows: events.tables[kind.event].rowCount)
    }

    private struct Share {
        let row: Int32
        let person: Int32
        let share: FixedDecimal
        let file: Int32
        let line: Int32
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
        let key = events.tables[event].keys[Int(row)]
        let last = parts.max { ($0.file, $0.line) < ($1.file, $1.line) }
        findings.report(
            "shares-total", at: last.map { tables.place(files[Int($0.file)], line: $0.line) },
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
