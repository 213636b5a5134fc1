internal import Periods

/// A cell that shows something: its row in the file and its text.
public struct CellExample: Hashable, Sendable {
    /// The row's number in the file.
    public var row: Int
    /// The text of the cell.
    public var text: String

    /// Makes an example.
    public init(row: Int, text: String) {
        self.row = row
        self.text = text
    }
}

/// What the cells of a column are, counted cell by cell in one pass; ``reading(as:_:)`` then decides for all of them.
struct ColumnEvidence {
    /// How often something was seen, and where first.
    struct Tally {
        private(set) var count = 0
        private(set) var first: CellExample?

        mutating func add(_ example: @autoclosure () -> CellExample) {
            count += 1
            if first == nil { first = example() }
        }
    }

    /// Cells that hold something and are no placeholder.
    private(set) var filled = 0
    private(set) var texts = Tally()
    private(set) var numbers = Tally()
    private(set) var serials = Tally()
    private(set) var days = Tally()
    private(set) var periods = Tally()
    private(set) var flags = Tally()
    private(set) var marks = Tally()
    private(set) var errors = Tally()
    // Cells that are none of the family.
    private(set) var noNumbers = Tally()
    private(set) var noDays = Tally()
    private(set) var noPeriods = Tally()
    private(set) var noFlags = Tally()
    // Numbers by what their marks allow.
    private(set) var pointOnly = Tally()
    private(set) var commaOnly = Tally()
    private(set) var eitherMark = Tally()
    private(set) var leadingZeros = Tally()
    private(set) var scaled = Tally()
    private(set) var percents = Tally()
    private(set) var compactDays = Tally()
    // Days by what their order allows.
    private(set) var dayFirstOnly = Tally()
    private(set) var monthFirstOnly = Tally()
    private(set) var eitherOrder = Tally()
    private(set) var timed = Tally()
    private(set) var zoned = Tally()
    private(set) var yearless = Tally()
    /// Currencies beside the numbers, by code or sign.
    private(set) var currencies: [String: CellExample] = [:]
    /// Texts that mean nothing, as they stand.
    private(set) var placeholders: [String: CellExample] = [:]
    /// Digests of the first values, by which it is told whether they are all different; a sample is enough for a proposal.
    private(set) var distinct: Set<Int> = []

    private static let mostDistinct = 200_000

    private static let mostKinds = 16
    private let rules: CellRules
    private let isText: Bool
    private let isProof: Bool
    private let offset: Int?
    private var looksForNumbers = true
    private var looksForDays = true
    private var looksForPeriods = true
    private var looksForFlags = true

    /// For a proposal a family that fits hardly any of so many cells is looked for no more; a proof looks at all of them.
    private static let trial = 1_000

    /// - Parameters:
    ///   - type: what every cell is to be proven to be, so that nothing else has to be known of them; `nil` to find out.
    ///   - title: the header, which may say that times are of UTC.
    init(_ rules: CellRules = CellRules(), proving type: TargetType? = nil, title: String = "") {
        self.rules = rules
        isText = type?.isText ?? false
        isProof = type != nil
        if let type {
            looksForNumbers = type.isNumber
            looksForDays = type == .day
            looksForPeriods = type == .period
            looksForFlags = type == .flag
        }
        offset = HeaderWords.offset(title)
    }

    /// Whether no value stands twice.
    var isUnique: Bool { filled > 0 && distinct.count == min(filled, Self.mostDistinct) }

    /// Takes the next cell.
    mutating func add(_ cell: Cell, row: Int) {
        let text = cell.plainText
        guard !text.isEmpty else { return }
        let folded = PlainSpelling.folded(text)
        if rules.empty.contains(folded) { return }
        let example = CellExample(row: row, text: text)
        if !cell.isError, FlagSpelling.isPlaceholder(folded) {
            if placeholders.count < Self.mostKinds, placeholders[text] == nil { placeholders[text] = example }
            return
        }
        filled += 1
        if isText { return }
        if filled == Self.trial, !isProof { giveUp() }
        if !isProof, filled <= Self.mostDistinct { distinct.insert(folded.hashValue) }
        switch cell {
        case .text: add(text: text, folded, example)
        case .number(let number): addNumber(number, example)
        case .day: addDay(seconds: nil, example)
        case .moment(_, let second): addDay(seconds: second, example)
        case .boolean:
            flags.add(example)
            missNumber(example)
            noDays.add(example)
            noPeriods.add(example)
        case .time, .error, .empty:
            if case .error = cell { errors.add(example) }
            missNumber(example)
            noDays.add(example)
            noPeriods.add(example)
            noFlags.add(example)
        }
    }

    private mutating func missNumber(_ example: CellExample) { noNumbers.add(example) }

    private mutating func addNumber(_ number: String, _ example: CellExample) {
        numbers.add(example)
        if SerialDays.day(number) != nil { serials.add(example) } else { noDays.add(example) }
        if MonthNames.year(number) != nil, number.utf8.count == 4 {
            periods.add(example)
        } else {
            noPeriods.add(example)
        }
        if number != "0", number != "1" { noFlags.add(example) }
    }

    private mutating func addDay(seconds: Int?, _ example: CellExample) {
        days.add(example)
        if let seconds, seconds != 0 { timed.add(example) }
        missNumber(example)
        noFlags.add(example)
        periods.add(example)
    }

    private mutating func add(text: String, _ folded: String, _ example: CellExample) {
        texts.add(example)
        // Numbers and days have digits; a text without any needs no taking apart.
        let hasDigits = text.utf8.contains(where: \.isDigit)
        if looksForNumbers, hasDigits { addNumber(text: text, example) } else { missNumber(example) }
        if looksForDays, hasDigits { addDay(text: text, example) } else { noDays.add(example) }
        if looksForPeriods { addPeriod(text: text, example) } else { noPeriods.add(example) }
        if looksForFlags { addFlag(folded, example) } else { noFlags.add(example) }
    }

    private mutating func giveUp() {
        looksForNumbers = numbers.count * 5 > filled
        looksForDays = (days.count + serials.count) * 5 > filled
        looksForPeriods = periods.count * 5 > filled
        looksForFlags = flags.count * 5 > filled
    }

    private mutating func addPeriod(text: String, _ example: CellExample) {
        if let period = PeriodSpelling(text) {
            periods.add(example)
            if period.label(year: rules.year) == nil { yearless.add(example) }
        } else if let day = DaySpelling(text), (day.seconds ?? 0) == 0 {
            periods.add(example)
        } else if text.utf8.count == 4, MonthNames.year(text) != nil {
            periods.add(example)
        } else {
            noPeriods.add(example)
        }
    }

    private mutating func addFlag(_ folded: String, _ example: CellExample) {
        if FlagSpelling.value(folded, takesDigits: false) != nil {
            flags.add(example)
            if FlagSpelling.isMark(folded) { marks.add(example) }
        } else if folded != "0", folded != "1" {
            noFlags.add(example)
        }
    }

    private mutating func addNumber(text: String, _ example: CellExample) {
        // Digits alone are the same in every reading.
        if text.utf8.count <= 15, text.utf8.first != .zero, text.utf8.allSatisfy(\.isDigit) {
            numbers.add(example)
            if SerialDays.day(text) != nil { serials.add(example) }
            return
        }
        guard let number = NumberSpelling(text) else {
            missNumber(example)
            if NumberSpelling.scale(text) != nil { scaled.add(example) }
            return
        }
        let point = number.canonical(.point)
        let comma = number.canonical(.comma)
        guard point != nil || comma != nil else {
            missNumber(example)
            return
        }
        numbers.add(example)
        if number.hasLeadingZero { leadingZeros.add(example) }
        if number.isPercent { percents.add(example) }
        if let code = number.currency, currencies.count < Self.mostKinds, currencies[code] == nil {
            currencies[code] = example
        }
        if comma == nil {
            pointOnly.add(example)
        } else if point == nil {
            commaOnly.add(example)
        } else if point != comma {
            eitherMark.add(example)
        }
        if let point, SerialDays.day(point) != nil { serials.add(example) }
    }

    private mutating func addDay(text: String, _ example: CellExample) {
        guard let day = DaySpelling(text) else {
            if NumberSpelling(text).flatMap({ $0.canonical(.point) }).flatMap(SerialDays.day) == nil {
                noDays.add(example)
            } else if !looksForNumbers {
                serials.add(example)
            }
            return
        }
        if text.utf8.allSatisfy(\.isDigit) { compactDays.add(example) }
        days.add(example)
        if let seconds = day.seconds, seconds != 0 {
            timed.add(example)
            if day.offset ?? offset != nil { zoned.add(example) }
        }
        if day.monthFirst == nil {
            dayFirstOnly.add(example)
        } else if day.dayFirst == nil {
            monthFirstOnly.add(example)
        } else if day.dayFirst != day.monthFirst {
            eitherOrder.add(example)
        }
    }
}

/// Days as spreadsheets count them.
enum SerialDays {
    /// 1 January 1990 and 31 December 2119: a whole number between them may be a day of business.
    private static let business = 32_874...80_353

    /// The day of a whole number in its canonical form; `nil` for what no business has as a day.
    static func day(_ number: String) -> CivilDay? {
        guard number.utf8.count == 5, let serial = Int(number), business.contains(serial) else { return nil }
        return CivilDay(number: Int32(serial - 25_569))
    }
}
