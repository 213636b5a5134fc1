/// How a column is read, and what stands against it.
///
///     numbers 1,234 and 5,678        → cannot be told: 1234 or 1.234
///     numbers 1,234 and 12,5         → a decimal comma: 1.234 and 12.5
///     days 05/03/2026 and 31/03/2026 → the day first, proven by the second
public struct ColumnReading: Hashable, Sendable {
    /// How every cell is read.
    public let form: CellForm
    /// What has to be said or mended before the column can be read so; empty when the column proves its form.
    public let doubts: [ReadingDoubt]
    /// The currencies that stand beside the numbers: codes, or signs that several currencies share.
    public let currencies: [String]
    /// Texts in the column that mean nothing, as they stand.
    public let placeholders: [String]
    /// Cells that hold something.
    public let filled: Int
    /// The share of these that fit the form, from 0 to 1.
    public let share: Double

    /// Whether the column says all that is needed.
    public var isProven: Bool { doubts.isEmpty }
}

extension ColumnReading {
    /// Decides for the cells of a column.
    ///
    /// - Parameters:
    ///   - cells: the cells with the numbers of their rows.
    ///   - type: what the field takes; `nil` when the content alone is to say it.
    ///   - rules: what somebody has said about them.
    public init(
        _ cells: some Sequence<(row: Int, cell: Cell)>, as type: TargetType? = nil, rules: CellRules = CellRules()
    ) {
        var evidence = ColumnEvidence(rules)
        for (row, cell) in cells { evidence.add(cell, row: row) }
        self = evidence.reading(as: type, rules)
    }
}

extension ColumnEvidence {
    /// Decides how the whole column is read.
    func reading(as type: TargetType?, _ rules: CellRules) -> ColumnReading {
        switch type {
        case nil:
            let type = likelyType
            return type == .number ? numberReading(rules, takesPercent: true) : reading(as: type, rules)
        case .day?: return dayReading(rules)
        case .period?: return periodReading(rules)
        case .money?, .number?: return numberReading(rules, takesPercent: false)
        case .percent?: return numberReading(rules, takesPercent: true)
        case .flag?: return flagReading()
        case .text?, .identifier?, .reference?: return made(.text, [], fitting: filled)
        }
    }

    /// The type that the content looks like: all cells, or at least four of five of them.
    var likelyType: TargetType {
        guard filled > 0 else { return .text }
        let enough = filled * 4
        if flags.count == filled { return .flag }
        if (days.count - compactDays.count) * 5 >= enough { return .day }
        if texts.count * 2 > filled, periods.count * 5 >= enough { return .period }
        if numbers.count * 5 >= enough, leadingZeros.count * 2 < filled { return .number }
        return .text
    }

    private func made(_ form: CellForm, _ doubts: [ReadingDoubt], fitting: Int) -> ColumnReading {
        var all = doubts
        let names = placeholders.keys.sorted()
        if form != .text, form != .empty, let name = names.first, let example = placeholders[name] {
            all.append(.placeholder(example, all: names))
        }
        return ColumnReading(
            form: filled == 0 ? .empty : form, doubts: filled == 0 && form == .text ? [] : all,
            currencies: currencies.keys.sorted(), placeholders: names, filled: filled,
            share: filled == 0 ? 1 : Double(max(0, fitting)) / Double(filled))
    }

    private func numberReading(_ rules: CellRules, takesPercent: Bool) -> ColumnReading {
        var doubts: [ReadingDoubt] = []
        let mark: DecimalMark
        var against = Tally()
        if let said = rules.decimal {
            mark = said
            against = said == .point ? commaOnly : pointOnly
        } else if let point = pointOnly.first, let comma = commaOnly.first {
            mark = pointOnly.count >= commaOnly.count ? .point : .comma
            doubts.append(.contradiction(point, comma, .decimal))
        } else {
            mark = commaOnly.count > 0 ? .comma : .point
            if pointOnly.count + commaOnly.count == 0, let example = eitherMark.first,
                let number = NumberSpelling(example.text), let first = number.canonical(.point),
                let second = number.canonical(.comma)
            {
                doubts.append(.either(example, first: first, second: second, .decimal))
            }
        }
        if let example = scaled.first { doubts.append(.scaled(example, count: scaled.count)) }
        if let example = noNumbers.first, noNumbers.count > scaled.count {
            doubts.append(.misfit(firstNonScaled ?? example, count: noNumbers.count - scaled.count, .number))
        }
        if let example = against.first { doubts.append(.misfit(example, count: against.count, .number)) }
        if !takesPercent, let example = percents.first {
            doubts.append(.misfit(example, count: percents.count, .amount))
        }
        if currencies.count > 1, let example = currencies.values.max(by: { $0.row < $1.row }) {
            doubts.append(.currencies(currencies.keys.sorted(), example))
        }
        return made(.number(mark), doubts, fitting: numbers.count - against.count - (takesPercent ? 0 : percents.count))
    }

    /// The first cell that is no number and not merely a number with a word behind it.
    private var firstNonScaled: CellExample? {
        noNumbers.first.flatMap { NumberSpelling.scale($0.text) == nil ? $0 : nil }
    }

    private func dayReading(_ rules: CellRules) -> ColumnReading {
        if serials.count > days.count {
            var doubts: [ReadingDoubt] = []
            if !rules.hasSerialDays, let example = serials.first,
                let day = NumberSpelling(example.text)?.canonical(.point).flatMap(SerialDays.day)
            {
                doubts.append(.serial(example, day: "\(day)"))
            }
            if serials.count < filled, let example = noDays.first ?? days.first {
                doubts.append(.misfit(example, count: filled - serials.count, .day))
            }
            return made(.serialDay, doubts, fitting: serials.count)
        }
        var doubts: [ReadingDoubt] = []
        let order: DayOrder
        var against = Tally()
        switch rules.dates {
        case .dayFirst?: (order, against) = (.dayFirst, monthFirstOnly)
        case .monthFirst?: (order, against) = (.monthFirst, dayFirstOnly)
        case .yearFirst?:
            order = .yearFirst
            against = [dayFirstOnly, monthFirstOnly, eitherOrder].first { $0.count > 0 } ?? Tally()
        case nil:
            order = monthFirstOnly.count > dayFirstOnly.count ? .monthFirst : .dayFirst
            doubts += orderDoubts
        }
        if let example = against.first { doubts.append(.misfit(example, count: against.count, .day)) }
        if noDays.count + serials.count > 0, let example = noDays.first ?? serials.first {
            doubts.append(.misfit(example, count: noDays.count + serials.count, .day))
        }
        if let example = zoned.first, !rules.dropsTime, rules.zone == nil {
            doubts.append(.zone(example))
        } else if let example = timed.first, !rules.dropsTime, rules.zone == nil || timed.count > zoned.count {
            doubts.append(.time(example, count: timed.count))
        }
        return made(.day(order), doubts, fitting: days.count - against.count)
    }

    private var orderDoubts: [ReadingDoubt] {
        if let day = dayFirstOnly.first, let month = monthFirstOnly.first {
            // Points say the day first; that slashes in the same column say otherwise is a matter to look at.
            return [.contradiction(day, month, .dates)]
        }
        guard dayFirstOnly.count + monthFirstOnly.count == 0, let example = eitherOrder.first,
            let spelling = DaySpelling(example.text), let first = spelling.dayFirst, let second = spelling.monthFirst
        else { return [] }
        return [.either(example, first: "\(first)", second: "\(second)", .dates)]
    }

    private func periodReading(_ rules: CellRules) -> ColumnReading {
        var doubts: [ReadingDoubt] = []
        if let example = noPeriods.first { doubts.append(.misfit(example, count: noPeriods.count, .period)) }
        if let example = yearless.first { doubts.append(.yearless(example)) }
        return made(.period, doubts, fitting: periods.count)
    }

    private func flagReading() -> ColumnReading {
        var doubts: [ReadingDoubt] = []
        if let example = noFlags.first { doubts.append(.misfit(example, count: noFlags.count, .flag)) }
        return made(.flag, doubts, fitting: filled - noFlags.count)
    }
}
