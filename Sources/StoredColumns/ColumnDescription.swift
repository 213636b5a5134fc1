internal import Calculation
internal import Company
internal import Periods
internal import Quantities
internal import Storage

/// What the sections of a company's columns are: the section `description`, as JSON.
struct ColumnDescription: Codable {
    /// The build that stored the columns.
    var program: String
    /// When reading the company began, in nanoseconds since 1970.
    var moment: Int64
    var inputs: [InputFile]
    /// The rows of a workspace that the columns were made of, when it was not files.
    var rows: Rows?
    var events: [Events]
    /// The sections of each table of shares begin so.
    var splits: [String]
    var lines: [Lines]

    /// Rows of a workspace.
    struct Rows: Codable {
        var kept: KeptRows
        /// As ``DataState/digest``.
        var dataDigest: String
        /// The kinds of which the section `rows.N.firsts` says where each row stands, N counted from 0.
        var kinds: [String]
        /// What the numbers of records in columns mean, by the kind of record.
        var records: [String: RecordNumbers]
        /// The small tables, whose texts are the sections `small.N`, N counted from 0.
        var small: [Small]
    }

    /// A table that is read as a whole.
    struct Small: Codable {
        var kind: String
        var isBare: Bool
    }

    /// The events of a kind.
    struct Events: Codable {
        var rowCount: Int
        var columns: [Column]
        /// The first row of each run of identifiers.
        var keys: [Int]
        var origins: [Origin]
        var conversions: [Converted]
    }

    struct Column: Codable {
        enum Kind: String, Codable {
            case day, decimal, text, record, flag
        }

        var kind: Kind
        var scale: Int?
        /// The first day and the last one.
        var days: [Int32]?
        /// How the numbers are stored.
        var packed: Packed
    }

    /// Numbers as narrow as they come, from a base.
    struct Packed: Codable {
        var width: Int
        var base: Int64
        var least: Int64
        var most: Int64
        var mayBeEmpty: Bool
    }

    struct Origin: Codable {
        var file: String
        var firstRow: Int
    }

    /// The converted amounts of a column.
    struct Converted: Codable {
        var column: Int
        var rates: [Rate]
    }

    struct Rate: Codable {
        var currency: String
        var from: Int32
        /// In units of 10^-16, as texts: they may have more digits than a number in JSON.
        var rate: String
        var units: String
    }

    /// A table of lines.
    struct Lines: Codable {
        var event: Int
        var date: Int
        var credit: Credit
        var hasShares: Bool
        var columns: [LineColumn]
    }

    struct Credit: Codable {
        enum Rule: String, Codable {
            case field, split, team, nobody
        }

        var rule: Rule
        var number: Int?
        var otherwise: Int?
        var role: String?
    }

    struct LineColumn: Codable {
        /// The index of the event's field.
        var field: Int
        var packed: Packed
        var scale: Int
    }
}

extension ColumnDescription.Credit {
    init(_ credit: CreditRule) {
        switch credit {
        case .field(let field): self.init(rule: .field, number: field)
        case .split(let split, let otherwise): self.init(rule: .split, number: split, otherwise: otherwise)
        case .team(let field, let role): self.init(rule: .team, number: field, role: role)
        case .nobody: self.init(rule: .nobody)
        }
    }

    /// The rule; `nil` when a part of it is missing.
    var creditRule: CreditRule? {
        switch rule {
        case .field: number.map { .field($0) }
        case .split: number.map { .split($0, otherwise: otherwise) }
        case .team:
            if let number, let role { .team(field: number, role: role) } else { nil }
        case .nobody: .nobody
        }
    }
}

extension ColumnDescription.Rate {
    init(_ rate: ExchangeRate) {
        self.init(
            currency: rate.currency.code, from: rate.from.number, rate: String(rate.rate.raw),
            units: String(rate.units.raw))
    }

    /// The rate; `nil` when it is not written as one.
    var exchangeRate: ExchangeRate? {
        guard let rate = Int128(rate), let units = Int128(units) else { return nil }
        return ExchangeRate(
            currency: Currency(code: currency), from: CivilDay(number: from), rate: FixedDecimal(raw: rate),
            units: FixedDecimal(raw: units))
    }
}

extension ColumnDescription.Column {
    init(_ column: EventColumn, days: ClosedRange<Int32>?, _ packed: ColumnDescription.Packed) {
        switch column {
        case .day: self.init(kind: .day, days: days.map { [$0.lowerBound, $0.upperBound] }, packed: packed)
        case .decimal(_, let scale): self.init(kind: .decimal, scale: scale, packed: packed)
        case .text: self.init(kind: .text, packed: packed)
        case .record: self.init(kind: .record, packed: packed)
        case .flag: self.init(kind: .flag, packed: packed)
        }
    }

    /// A column of this kind without rows and texts.
    var bare: EventColumn {
        switch kind {
        case .day: .day([])
        case .decimal: .decimal([], scale: scale ?? 0)
        case .text: .text([], dictionary: [])
        case .record: .record([])
        case .flag: .flag([])
        }
    }

    var bounds: ClosedRange<Int32>? {
        guard let days, days.count == 2, days[0] <= days[1] else { return nil }
        return days[0]...days[1]
    }
}

extension ColumnDescription.Packed {
    init(_ column: LineColumn) {
        let width: Int
        switch column.stored {
        case .one: width = 1
        case .two: width = 2
        case .four: width = 4
        case .eight: width = 8
        }
        self.init(
            width: width, base: column.base, least: column.range.lowerBound, most: column.range.upperBound,
            mayBeEmpty: column.mayBeEmpty)
    }
}
