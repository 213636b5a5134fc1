internal import Formulas
internal import Messages
internal import Quantities

/// Percentages in tables that can hardly be meant: one warning for a column and kind of oddity, with the first row.
extension TableSource {
    /// Looks at a column of percentages.
    ///
    /// - Parameters:
    ///   - rows: The rows that belong together; all of the table when left out.
    ///   - name: What messages call the column.
    func lookAtPercentages(
        _ numbers: DecimalColumn, rows: [Int]? = nil, _ name: LocalizedText, _ table: ColumnTable, _ file: SourceFile,
        as role: PercentageRole
    ) {
        let rows = rows ?? Array(numbers.values.indices)
        let one = (0..<numbers.scale).reduce(Int64(1)) { product, _ in product * 10 }
        let suspects = rows.filter { row in
            let value = numbers.values[row]
            return value != DecimalColumn.empty && (value >= one || value < 0)
        }
        guard !suspects.isEmpty else { return }
        // Kept rows have lost the sign: it was looked for when they came in.
        let lines = options.arePlain ? nil : PercentSigns(in: file)
        let largestRatio = largestRatio(numbers, rows, below: one, table, lines)
        var odd: [PercentageRole.Oddity: (first: WrittenPercentage, count: Int)] = [:]
        for row in suspects {
            guard let value = try? FixedDecimal(minorUnits: numbers.values[row], places: numbers.scale) else {
                continue
            }
            let line = table.lineNumbers[row]
            let written = WrittenPercentage(
                value: value, isBare: lines?.lacksSign(of: value, line: Int(line)) ?? false,
                place: place(file, line: line))
            guard let oddity = role.oddity(written, largestRatio: largestRatio) else { continue }
            odd[oddity, default: (written, 0)].count += 1
        }
        for (oddity, found) in odd.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            findings.doubt(
                oddity.rawValue, at: found.first.place,
                Self.message(oddity, name, found.first, rows: found.count), remedy: found.first.remedy(oddity))
        }
    }

    private func largestRatio(
        _ numbers: DecimalColumn, _ rows: [Int], below one: Int64, _ table: ColumnTable, _ lines: PercentSigns?
    ) -> FixedDecimal? {
        guard let lines else { return nil }
        let ratios = rows.filter { numbers.values[$0] > 0 && numbers.values[$0] < one }
            .sorted { numbers.values[$0] > numbers.values[$1] }
        // The largest are enough: where all of these have their sign, ratios are not the custom here.
        for row in ratios.prefix(100) {
            guard let value = try? FixedDecimal(minorUnits: numbers.values[row], places: numbers.scale) else {
                continue
            }
            if lines.lacksSign(of: value, line: Int(table.lineNumbers[row])) { return value }
        }
        return nil
    }

    private static func message(
        _ oddity: PercentageRole.Oddity, _ name: LocalizedText, _ first: WrittenPercentage, rows: Int
    ) -> LocalizedText {
        let percent = first.value.percentText
        return switch oddity {
        case .withoutSign:
            LocalizedText(
                en: "\(name.en) is \(percent) here: '\(first.bareText)' has no sign; rows like this: \(rows)",
                ru: "\(name.ru) здесь \(percent): «\(first.bareText)» стоит без знака; таких строк: \(rows)")
        case .negative:
            LocalizedText(
                en: "\(name.en) is \(percent) here, below 0 %; rows like this: \(rows)",
                ru: "\(name.ru) здесь \(percent), меньше 0 %; таких строк: \(rows)")
        case .aboveWhole:
            LocalizedText(
                en: "\(name.en) is \(percent) here, more than the whole; rows like this: \(rows)",
                ru: "\(name.ru) здесь \(percent), больше целого; таких строк: \(rows)")
        }
    }
}

/// Which percentages of a file have their sign.
private struct PercentSigns {
    /// Larger files are not looked through: a table of rates, people or targets has less.
    private static let most = 64 << 20

    private let lines: [ArraySlice<UInt8>]

    /// Cuts a file into lines.
    init?(in file: SourceFile) {
        guard file.content.count <= Self.most else { return nil }
        lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// Whether a ratio does not stand in a line as a percentage with its sign.
    func lacksSign(of value: FixedDecimal, line: Int) -> Bool {
        guard lines.indices.contains(line - 1), let percent = try? value.multiplied(by: 100) else { return false }
        return !Self.signed(in: lines[line - 1]).contains(percent)
    }

    /// The numbers of a line that stand before a percent sign, by either decimal mark and with either reading of a comma.
    private static func signed(in line: ArraySlice<UInt8>) -> [FixedDecimal] {
        let text = line.filter { $0 != UInt8(ascii: " ") && $0 != 0xA0 && $0 != 0xC2 }
        return text.indices.filter { text[$0] == UInt8(ascii: "%") }.flatMap { sign -> [FixedDecimal] in
            let digits = text[..<sign].reversed().prefix { (48...57).contains($0) || [43, 44, 45, 46].contains($0) }
            let written = String(decoding: digits.reversed(), as: UTF8.self)
            let cell = written.split(separator: ",").last.map(String.init) ?? ""
            return [written.replacing(",", with: "."), cell].compactMap { try? FixedDecimal(parsing: $0) }
        }
    }
}

extension LocalizedText {
    /// A column as messages name it.
    static func column(_ name: String) -> LocalizedText { LocalizedText(en: "'\(name)'", ru: "«\(name)»") }
}
