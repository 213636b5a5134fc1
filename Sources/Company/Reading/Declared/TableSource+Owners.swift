internal import Formulas
internal import Messages

/// Shares of owners that stood in the cells of events.
struct OwnersShares {
    /// The file, with the shares as its content.
    let file: SourceFile
    /// Where the shares come from.
    let lines: CleanedLines
    /// The table of splits that gets them.
    let split: Int
}

/// Tables whose cells name several owners: their shares become rows of a table of splits.
extension TableSource {
    /// Keeps the shares of owners until the events are read.
    func takeShares(_ cleaned: CleanedTable, _ file: SourceFile, _ spec: TableSpec) {
        guard let owners = spec.declaration.owners else { return }
        guard let event = names.eventKind(named: log.kinds[file.path] ?? "") else {
            return reportOwners(
                spec,
                LocalizedText(en: "only events have owners who share", ru: "доли владельцев бывают только у событий"),
                remedy: LocalizedText(en: "take 'owners' out", ru: "уберите «owners»"))
        }
        let kind = names.eventKinds[event]
        let splits = names.splitKinds.indices.filter {
            names.splitKinds[$0].event == event && names.splitKinds[$0].inherited == nil
                && (owners.split == nil || owners.split == names.splitKinds[$0].name)
        }
        guard let split = splits.first, splits.count == 1 else {
            let known = names.splitKinds.filter { $0.event == event && $0.inherited == nil }.map(\.name)
            return reportOwners(
                spec,
                LocalizedText(
                    en: "'owners' needs one table of splits of '\(kind.name)' for the shares",
                    ru: "для «owners» нужна одна таблица долей события «\(kind.name)»"),
                remedy: known.isEmpty
                    ? LocalizedText(
                        en:
                            "declare it: 'splits: {\(kind.name)_share: {of: \(kind.name)}}', and 'credit: split(\(kind.name)_share)'",
                        ru:
                            "объявите её: «splits: {\(kind.name)_share: {of: \(kind.name)}}» и «credit: split(\(kind.name)_share)»"
                    )
                    : LocalizedText(
                        en: "say which: 'split: \(known.joined(separator: " | "))'",
                        ru: "скажите какая: «split: \(known.joined(separator: " | "))»"))
        }
        if !kind.credit.divides(by: split) {
            findings.doubt(
                "unused-owners", at: spec.place,
                LocalizedText(
                    en: "the owners of '\(kind.name)' share, but its credit gives it to one",
                    ru: "владельцы «\(kind.name)» делят событие, но зачтётся оно одному"),
                remedy: LocalizedText(
                    en: "write 'credit: split(\(names.splitKinds[split].name))' at the event",
                    ru: "напишите у события «credit: split(\(names.splitKinds[split].name))»"))
        }
        guard let shares = cleaned.shares else { return }
        log.ownersShares[event, default: []].append(
            OwnersShares(
                file: SourceFile(path: file.path, bytes: shares.bytes),
                lines: CleanedLines(shares.bytes, rows: shares.rows), split: split))
    }

    private func reportOwners(_ spec: TableSpec, _ message: LocalizedText, remedy: LocalizedText) {
        findings.report("bad-owners", at: spec.place, message, remedy: remedy)
    }

    /// The shares of owners for a table of splits, read like one.
    func ownersShares(of split: Int, _ columns: [TableSchema.Column]) -> [(file: SourceFile, table: ColumnTable)] {
        let kind = names.splitKinds[split]
        return (log.ownersShares[kind.event] ?? []).filter { $0.split == split }.map { shares in
            var reading = TableReader.read(
                shares.file, schema: TableSchema(columns: columns, ignoresUnknownColumns: true),
                division: options.division)
            reading.table.takeRows(of: shares.lines)
            for diagnostic in reading.diagnostics {
                var moved = diagnostic
                moved.place = diagnostic.place.map { Place(file: $0.file, line: shares.lines.row(ofLine: $0.line)) }
                findings.add(moved)
            }
            options.shelf?.put(reading, columns, kind: kind.name)
            return (shares.file, reading.table)
        }
    }
}

extension CreditRule {
    /// Whether it divides by a table of splits.
    fileprivate func divides(by split: Int) -> Bool {
        if case .split(let own, _) = self { own == split } else { false }
    }
}
