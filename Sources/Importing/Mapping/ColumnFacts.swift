/// What the mapping knows of a column: its evidence, and a sample of its values.
struct ColumnFacts {
    let column: TableShape.Column
    let evidence: ColumnEvidence
    /// Different values, as they stand, the first of each with its row.
    let sample: [CellExample]

    private static let mostSampled = 500

    init(_ table: RawTable, _ shape: TableShape, _ column: TableShape.Column, _ rules: CellRules = CellRules()) {
        self.column = column
        var evidence = ColumnEvidence(rules, title: column.title)
        var sample: [CellExample] = []
        var seen: Set<String> = []
        for place in shape.body {
            let row = table.rows[place]
            let cell = row[column.index]
            evidence.add(cell, row: row.number)
            guard sample.count < Self.mostSampled else { continue }
            let text = cell.plainText
            if !text.isEmpty, !FlagSpelling.isPlaceholder(PlainSpelling.folded(text)), seen.insert(text).inserted {
                sample.append(CellExample(row: row.number, text: text))
            }
        }
        self.evidence = evidence
        self.sample = sample
    }

    /// The share of the values that fit a type in one form for all of them.
    func fit(_ type: TargetType) -> Double {
        guard evidence.filled > 0 else { return 0.5 }
        switch type {
        case .text: return 0.6
        case .reference: return evidence.likelyType == .text ? 0.8 : evidence.likelyType == .number ? 0.5 : 0.2
        case .identifier: return evidence.isUnique ? 1 : 0.3
        default: return evidence.reading(as: type, CellRules()).share
        }
    }

    /// The share of the values that name a known record, with several owners in a cell taken apart; `nil` when nothing is known.
    func links(_ index: NameIndex?) -> Double? {
        guard let index, !index.isEmpty, !sample.isEmpty else { return nil }
        let found = sample.count { cell in
            index.id(of: cell.text) != nil
                || OwnerCells.parts(cell.text).map { $0.allSatisfy { index.id(of: $0) != nil } } ?? false
        }
        return Double(found) / Double(sample.count)
    }
}

/// Several owners in one cell.
enum OwnerCells {
    /// What stands between owners, the surest first.
    static let separators = [";", "/", "&", "\n", " + ", " и ", " and ", ","]

    /// The owners of a cell by the first separator it has; `nil` for a single one.
    static func parts(_ text: String) -> [String]? {
        separators.first { text.contains($0) }.flatMap { parts(text, by: $0) }
    }

    /// The owners of a cell; `nil` for a single one.
    static func parts(_ text: String, by separator: String) -> [String]? {
        guard !separator.isEmpty, text.contains(separator) else { return nil }
        let parts = text.split(separator: separator).map { PlainSpelling.trimmed(String($0)) }.filter { !$0.isEmpty }
        return parts.count > 1 ? parts : nil
    }
}
