internal import Formulas
internal import Messages
public import Periods
public import Quantities

/// Targets or entered values.
public struct RecordedValues: Sendable {
    /// Metric, subject and period name a value.
    public struct Key: Hashable, Sendable {
        /// The metric's number.
        public var metric: Int
        /// Whom it is for.
        public var subject: RecordedSubject
        /// The period it is for.
        public var period: Period

        /// Makes a key.
        public init(metric: Int, subject: RecordedSubject, period: Period) {
            self.metric = metric
            self.subject = subject
            self.period = period
        }
    }

    private var own: [Key: RecordedValue] = [:]
    private var stored: Stored?
    private var known = KnownKinds()

    /// Values in columns, and ways to find one, each made when somebody asks.
    private struct Stored: Sendable {
        let columns: RecordedColumns
        let periods: [Period]
        let values: Once<[Key: RecordedValue]>
        let index: Once<RecordedIndex>
        let numbers: [Period: Int32]

        init(_ columns: RecordedColumns, _ periods: [Period]) {
            self.columns = columns
            self.periods = periods
            values = Once { columns.values(periods) }
            index = Once { RecordedIndex(columns) }
            numbers = Dictionary(zip(periods, Int32(0)...)) { first, _ in first }
        }

        func row(_ metric: Int, _ subject: RecordedSubject, _ period: Period) -> Int? {
            guard let metric = Int32(exactly: metric), let period = numbers[period] else { return nil }
            return index.value.row(metric, RecordedColumns.code(of: subject), period, in: columns)
        }
    }

    /// No values.
    public init() {}

    /// Values that were kept in columns; `nil` when the calendar has no such periods.
    init?(_ columns: RecordedColumns, _ calendar: YearCalendar) {
        let periods = columns.periodLabels.compactMap { calendar.parse($0) }
        guard periods.count == columns.periodLabels.count else { return nil }
        stored = Stored(columns, periods)
    }

    /// The values.
    public var values: [Key: RecordedValue] {
        get { stored?.values.value ?? own }
        _modify {
            if let stored { (own, self.stored) = (stored.values.value, nil) }
            // What others know of the values as they were is not known of those that come.
            if !isKnownUniquelyReferenced(&known) || known.isKnown { known = KnownKinds() }
            yield &own
        }
    }

    /// For periods of which kinds there are values.
    public var kinds: RecordedKinds { known.kinds(of: self) }

    /// The value for exactly this subject and period.
    public func own(_ metric: Int, _ subject: RecordedSubject, _ period: Period) -> RecordedValue? {
        if let stored { return stored.row(metric, subject, period).map { stored.columns.value($0) } }
        return own[Key(metric: metric, subject: subject, period: period)]
    }

    /// Whether there is a value for exactly this subject and period.
    public func holds(_ metric: Int, _ subject: RecordedSubject, _ period: Period) -> Bool {
        if let stored { return stored.row(metric, subject, period) != nil }
        return own[Key(metric: metric, subject: subject, period: period)] != nil
    }

    /// Calls with every value, in no certain order; cheaper than ``values`` where they are in columns.
    ///
    /// - Returns: The periods, of which `body` gets the places.
    public func forEach(
        _ body: (_ metric: Int, _ subject: RecordedSubject, _ period: Int, _ value: FixedDecimal) -> Void
    ) -> [Period] {
        if let stored {
            let columns = stored.columns
            for row in columns.units.indices {
                body(
                    Int(columns.metrics[row]), columns.subject(row), Int(columns.periods[row]),
                    FixedDecimal(raw: columns.units[row]))
            }
            return stored.periods
        }
        var periods: [Period] = []
        var places: [Period: Int] = [:]
        for (key, value) in own {
            let place = places[key.period] ?? periods.count
            if place == periods.count {
                places[key.period] = place
                periods.append(key.period)
            }
            body(key.metric, key.subject, place, value.value)
        }
        return periods
    }
}

/// Targets or entered values in columns, a row for each.
public struct RecordedColumns: Sendable {
    /// The numbers of metrics.
    public let metrics: [Int32]
    /// Numbers of people; of units -2, -3 …; -1 for everybody.
    public let subjects: [Int32]
    /// Places of periods in ``periodLabels``.
    public let periods: [Int32]
    /// The periods' labels.
    public let periodLabels: [String]
    /// The values in units of 10^-16.
    public let units: [Int128]
    /// Places in ``texts`` of author, evidence and file, one after the other.
    public let notes: [Int32]
    /// Lines in the files.
    public let lines: [Int32]
    /// Authors, evidence, files.
    public let texts: [String]

    /// Columns as they were kept; `nil` when they do not fit each other.
    public init?(
        metrics: [Int32], subjects: [Int32], periods: [Int32], periodLabels: [String], units: [Int128],
        notes: [Int32], lines: [Int32], texts: [String]
    ) {
        let count = units.count
        guard metrics.count == count, subjects.count == count, periods.count == count, lines.count == count,
            notes.count == 3 * count, periods.allSatisfy({ periodLabels.indices.contains(Int($0)) }),
            notes.allSatisfy({ texts.indices.contains(Int($0)) })
        else { return nil }
        self.metrics = metrics
        self.subjects = subjects
        self.periods = periods
        self.periodLabels = periodLabels
        self.units = units
        self.notes = notes
        self.lines = lines
        self.texts = texts
    }

    /// Puts values into columns, in the order of the lines where they stand.
    public init(_ recorded: RecordedValues) {
        let rows = recorded.values.sorted { left, right in
            let (first, second) = (left.value.place, right.value.place)
            return (first.line, first.file) < (second.line, second.file)
        }
        metrics = rows.map { Int32(truncatingIfNeeded: $0.key.metric) }
        subjects = rows.map { Self.code(of: $0.key.subject) }
        units = rows.map(\.value.value.raw)
        lines = rows.map { Int32(truncatingIfNeeded: $0.value.place.line) }
        var numbers: [Period: Int32] = [:]
        periods = rows.map { row in
            let number = numbers[row.key.period] ?? Int32(truncatingIfNeeded: numbers.count)
            numbers[row.key.period] = number
            return number
        }
        periodLabels = numbers.sorted { $0.value < $1.value }.map(\.key.description)
        var texts = TextNumbers()
        notes = rows.flatMap { row in
            [row.value.author, row.value.evidence, row.value.place.file].map { texts.number(of: $0) }
        }
        self.texts = texts.texts
    }

    static func code(of subject: RecordedSubject) -> Int32 {
        switch subject {
        case .person(let person): person
        case .unit(let unit): -2 - unit
        case .everybody: -1
        }
    }

    fileprivate func subject(_ row: Int) -> RecordedSubject {
        let code = subjects[row]
        return code >= 0 ? .person(code) : code == -1 ? .everybody : .unit(-2 - code)
    }

    fileprivate func key(_ row: Int, _ periods: [Period]) -> RecordedValues.Key {
        RecordedValues.Key(
            metric: Int(metrics[row]), subject: subject(row), period: periods[Int(self.periods[row])])
    }

    fileprivate func values(_ periods: [Period]) -> [RecordedValues.Key: RecordedValue] {
        var values: [RecordedValues.Key: RecordedValue] = [:]
        values.reserveCapacity(units.count)
        for row in units.indices { values[key(row, periods)] = value(row) }
        return values
    }

    fileprivate func value(_ row: Int) -> RecordedValue {
        let note = { texts[Int(notes[3 * row + $0])] }
        return RecordedValue(
            value: FixedDecimal(raw: units[row]), author: note(0), evidence: note(1),
            place: Place(file: note(2), line: Int(lines[row])))
    }
}

/// Numbers different texts in the order of their first appearance.
struct TextNumbers {
    private(set) var texts: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(of text: String) -> Int32 {
        if let known = numbers[text] { return known }
        let number = Int32(truncatingIfNeeded: texts.count)
        numbers[text] = number
        texts.append(text)
        return number
    }
}
