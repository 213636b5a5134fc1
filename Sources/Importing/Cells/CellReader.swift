internal import Periods

/// Reads cells one by one in the form that was decided for their column, into canonical texts.
struct CellReader {
    /// What a cell is.
    enum Value: Equatable {
        /// The canonical text; empty where nothing stands.
        case text(String)
        /// It is not what the form says.
        case misfit
    }

    let form: CellForm
    let rules: CellRules
    /// Whether a mark says yes, so that its absence says no.
    var absenceIsNo = false
    /// Whether the column has moments with a zone, so that a midnight with one is a moment too.
    var hasMoments = false
    /// The distance from UTC in minutes of times that state none, where the header says it.
    var offset: Int?

    /// The canonical text of a cell: `1234.5`, `2026-01-31`, `2026-01`, `yes`, or the text without blanks at its ends.
    func value(_ cell: Cell) -> Value {
        let text = cell.plainText
        if text.isEmpty || !rules.empty.isEmpty && rules.empty.contains(PlainSpelling.folded(text)) {
            return .text(absenceIsNo && form == .flag ? "no" : "")
        }
        let read: String? =
            switch form {
            case .empty, .text: cell.isError ? nil : text
            case .number(let mark): number(cell, text, mark)
            case .day(let order): day(cell, text, order)
            case .serialDay: plainNumber(cell, text).flatMap(SerialDays.day).map { "\($0)" }
            case .period: period(cell, text)
            case .flag: flag(cell, text)
            }
        return read.map(Value.text) ?? .misfit
    }

    private func plainNumber(_ cell: Cell, _ text: String) -> String? { number(cell, text, .point) }

    private func number(_ cell: Cell, _ text: String, _ mark: DecimalMark) -> String? {
        if case .number(let number) = cell {
            if Self.isRemainder(number) { return "0" }
            return number.contains("E") ? nil : number
        }
        guard case .text = cell else { return nil }
        return NumberSpelling(text)?.canonical(mark)
    }

    /// Whether a number of a workbook is what binary fractions leave of a sum that is zero: nearer to it than half of the ninth
    /// decimal place, the last one that is read.
    static func isRemainder(_ number: String) -> Bool {
        let digits = number.drop { $0 == "-" }
        if let mark = digits.firstIndex(of: "E") { return digits[mark...].hasPrefix("E-") }
        guard digits.hasPrefix("0.000000000"), let next = digits.dropFirst(11).first else { return false }
        return next < "5"
    }

    private func day(_ cell: Cell, _ text: String, _ order: DayOrder) -> String? {
        switch cell {
        case .day(let day): return "\(day)"
        case .moment(let day, let second): return second == 0 || rules.dropsTime ? "\(day)" : nil
        case .text: break
        default: return nil
        }
        guard let spelling = DaySpelling(text), let day = spelling.day(order) ?? spelling.sureDay else { return nil }
        guard let seconds = spelling.seconds else { return "\(day)" }
        if hasMoments, let zone = rules.zone, let offset = spelling.offset ?? offset {
            let local = seconds + (zone - offset) * 60
            let shift = local < 0 ? -1 : local >= 86_400 ? 1 : 0
            return "\(CivilDay(number: day.number + Int32(shift)))"
        }
        return seconds == 0 || rules.dropsTime ? "\(day)" : nil
    }

    private func period(_ cell: Cell, _ text: String) -> String? {
        switch cell {
        case .day(let day), .moment(let day, second: 0):
            // A spreadsheet keeps a month as its first day.
            let text = "\(day)"
            return text.hasSuffix("-01") ? String(text.dropLast(3)) : text
        case .number(let number): return number.utf8.count == 4 && MonthNames.year(number) != nil ? number : nil
        case .text: break
        default: return nil
        }
        if text.utf8.count == 4, MonthNames.year(text) != nil { return text }
        if let period = PeriodSpelling(text) { return period.label(year: rules.year) }
        return DaySpelling(text).flatMap { $0.day(rules.dates ?? .dayFirst) ?? $0.sureDay }.map { "\($0)" }
    }

    private func flag(_ cell: Cell, _ text: String) -> String? {
        if case .boolean(let flag) = cell { return flag ? "yes" : "no" }
        return FlagSpelling.value(PlainSpelling.folded(text), takesDigits: true).map { $0 ? "yes" : "no" }
    }
}

extension DaySpelling {
    /// The day where there is nothing to choose.
    var sureDay: CivilDay? {
        if dayFirst == monthFirst { return dayFirst }
        return nil
    }
}
