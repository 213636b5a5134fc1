public import Formulas
internal import Messages
public import Quantities

/// What a column of an event or a record holds.
public enum FieldType: Hashable, Sendable {
    case day
    /// A day with its minute, of which formulas see the day.
    case moment
    case money
    case number
    case percent
    case pieces
    case days
    case minutes
    case text
    case flag
    /// A text about a person, which no formula sees.
    case personal
    /// The id of a record of a kind: a client, a person.
    case record(String)
    /// The id of an event of a kind: the sale that a payment is for.
    case event(String)

    /// The type by its name in a company file; any other word is the name of a record kind, or of an event kind.
    public init(named name: String) {
        switch name {
        case "day": self = .day
        case "moment": self = .moment
        case "personal": self = .personal
        case "money": self = .money
        case "number": self = .number
        case "percent": self = .percent
        case "pieces": self = .pieces
        case "days": self = .days
        case "minutes": self = .minutes
        case "text": self = .text
        case "flag": self = .flag
        default: self = .record(name)
        }
    }

    /// Whether it is a day to formulas, and may place an event in a period.
    public var isDated: Bool { self == .day || self == .moment }

    /// What a formula sees of the field; money is in the company's currency.
    public func formulaType(_ currency: Currency) -> FormulaType {
        switch self {
        case .day, .moment: .day
        case .money: .number(.money(currency))
        case .number, .percent: .number(.plain)
        case .pieces: .number(.pieces)
        case .days: .number(.days)
        case .minutes: .number(.minutes)
        case .text, .personal: .text
        case .flag: .flag
        case .record(let kind): .record(kind)
        case .event: .text
        }
    }

    /// How the field's cells are read from a table.
    var columnType: ColumnType {
        switch self {
        case .day: .day
        case .percent: .percent
        case .money, .number, .pieces, .days, .minutes: .decimal
        case .text, .personal, .record: .code
        case .event, .moment: .key
        case .flag: .flag
        }
    }
}

/// One named column of an event or a record.
public struct Field: Hashable, Sendable {
    /// The field's name in formulas and, unless a table says otherwise, its column's name.
    public var name: String
    /// What it holds.
    public var type: FieldType
    /// Whether it may be empty.
    public var isOptional: Bool
    /// The text field of the same event that holds the currency of an amount; `nil` when it is the company's.
    public var currencyField: String?
    /// Whether no table has it: it is computed from other cells.
    public internal(set) var isDerived = false

    /// The minute of the day of a moment, which stands behind the field of the day.
    static func minute(of moment: Field) -> Field {
        var field = Field(moment.name + minuteSuffix, .minutes, isOptional: true)
        field.isDerived = true
        return field
    }

    /// What the name of a minute ends with; no formula can write it.
    static let minuteSuffix = ".minute"

    /// Whether formulas may name it.
    public var isInFormulas: Bool { type != .personal && !name.hasSuffix(Self.minuteSuffix) }

    /// The same field where it is computed.
    var derived: Field {
        var field = self
        (field.isDerived, field.isOptional) = (true, true)
        return field
    }

    /// Makes a field.
    public init(_ name: String, _ type: FieldType, isOptional: Bool = false, currencyField: String? = nil) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
        self.currencyField = currencyField
    }
}
