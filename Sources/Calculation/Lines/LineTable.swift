public import Company

/// The lines of an event kind (what each person is credited with of each event) in the order in which they are asked for:
/// by person, then by day, then as they were read.
///
/// Every column lies in that order, so that a person's stretch of time is one slice of flat memory, whoever asks.
public struct LineTable: Sendable {
    /// Which lines: of which events, credited how, placed by which day.
    public struct Key: Hashable, Sendable {
        /// The index of the event kind.
        public var event: Int
        /// Whose an event is.
        public var credit: CreditRule
        /// The index of the day field that orders the lines.
        public var date: Int

        /// Makes a key.
        public init(event: Int, credit: CreditRule, date: Int) {
            self.event = event
            self.credit = credit
            self.date = date
        }
    }

    /// What a column holds.
    public enum Source: Hashable, Sendable {
        /// A field of the event, by its index.
        case field(Int)
    }

    /// A column with the places that its decimals have.
    public struct Column: Sendable {
        /// The numbers: units of 10^-`scale`, days, or codes.
        public var values: LineColumn
        /// Decimal places; 0 for days and codes.
        public var scale: Int

        /// Makes a column.
        public init(_ values: LineColumn, scale: Int) {
            self.values = values
            self.scale = scale
        }
    }

    /// Which lines these are.
    public let key: Key
    /// Where each person's lines begin; one more than people.
    public let offsets: FlatColumn<Int64>
    /// The row of each line in the event table.
    public let rows: FlatColumn<Int32>
    /// The day of each line; those without one come first.
    public let days: FlatColumn<Int32>
    /// The credited share of each line in 10^-9; `nil` when every event is credited whole.
    public let shares: FlatColumn<Int32>?
    /// Between which numbers the shares lie.
    let shareRange: ClosedRange<Int64>
    /// The values that figures are computed of.
    public internal(set) var columns: [Source: Column]
    /// What each line gets of a money field of events that several share, by the field; laid out for the figures that sum it, and
    /// in no file.
    var dividedAmounts: [Int: Column] = [:]

    /// Makes a table of what a file holds; `nil` when its parts do not fit each other.
    public init?(
        _ key: Key, offsets: FlatColumn<Int64>, rows: FlatColumn<Int32>, days: FlatColumn<Int32>,
        shares: FlatColumn<Int32>?, columns: [Source: Column]
    ) {
        let count = rows.count
        guard offsets.count > 0, offsets[0] == 0, offsets[offsets.count - 1] == Int64(count), days.count == count,
            shares.map({ $0.count == count }) ?? true, columns.values.allSatisfy({ $0.values.count == count })
        else { return nil }
        for person in 1..<offsets.count where offsets[person] < offsets[person - 1] { return nil }
        self.init(
            key, offsets: offsets, rows: rows, days: days, shares: shares, shareRange: Self.range(of: shares),
            columns: columns)
    }

    /// Makes a table of parts that fit each other.
    init(
        _ key: Key, offsets: FlatColumn<Int64>, rows: FlatColumn<Int32>, days: FlatColumn<Int32>,
        shares: FlatColumn<Int32>?, shareRange: ClosedRange<Int64>, columns: [Source: Column]
    ) {
        self.key = key
        self.offsets = offsets
        self.rows = rows
        self.days = days
        self.shares = shares
        self.shareRange = shareRange
        self.columns = columns
    }

    static func range(of shares: FlatColumn<Int32>?) -> ClosedRange<Int64> {
        guard let shares else { return CreditIndex.wholeShare...CreditIndex.wholeShare }
        var (least, most) = (Int32(0), Int32(CreditIndex.wholeShare))
        for position in 0..<shares.count {
            least = min(least, shares.base[position])
            most = max(most, shares.base[position])
        }
        return Int64(least)...Int64(most)
    }

    /// How many lines there are.
    public var count: Int { rows.count }

    /// For how many lines of a person sums are shown to fit: those that are there, and some that may still come.
    var expectedCount: Int { 2 * count + 100 }

    /// How many people the lines are divided among.
    var people: Int { offsets.count - 1 }

    /// The positions of the lines of some people.
    func positions(of people: Range<Int>) -> Range<Int> {
        Int(offsets[people.lowerBound])..<Int(offsets[people.upperBound])
    }

    /// What is known of the columns, and of values that may still come.
    var facts: LineFacts {
        var ofFields: [Int: LineFacts.Column] = [:]
        for (source, column) in columns {
            guard case .field(let field) = source else { continue }
            ofFields[field] = LineFacts.Column(
                range: column.values.expectedRange, mayBeEmpty: column.values.mayBeEmpty)
        }
        return LineFacts(ofFields: ofFields, shares: shareRange)
    }

    /// The credited share of a line in 10^-9.
    func share(at position: Int) -> Int64 { shares.map { Int64($0[position]) } ?? CreditIndex.wholeShare }
}

// MARK: - Building

extension LineTable {
    /// Puts the events of a company into order, and lays out the columns that are asked for.
    init(_ model: CompanyModel, _ key: Key, sources: [Source], _ packed: PackedEvents = .none, threads: Int) {
        let events = EventRows(model, key, sources, packed, threads: threads)
        let days = CreditIndex.days(events[key.date], count: events.count)
        let crediting = Crediting(model, event: key.event, rule: key.credit, days: days) { events[$0] }
        let lines = LineOrder(crediting, days, people: model.people.count).lines(threads: threads)
        self.init(key, lines)
        for source in sources {
            guard case .field(let field) = source else { continue }
            columns[source] = Column(
                lines.ordered(events.packed(field), threads: threads), scale: events.scale(of: field))
        }
    }

    private init(_ key: Key, _ lines: OrderedLines) {
        self.init(
            key, offsets: FlatColumn(lines.offsets.map { Int64($0) }), rows: lines.rows, days: lines.days,
            shares: lines.shares, shareRange: Self.range(of: lines.shares), columns: [:])
    }
}
