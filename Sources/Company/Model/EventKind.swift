internal import Formulas
public import Messages

/// A kind of thing that happens: a sale, a payment, a call.
public struct EventKind: Sendable {
    /// The name in formulas.
    public var name: String
    /// The name for people.
    public var title: LocalizedText
    /// Its columns: those of its table, and behind them those taken from the events that it names.
    public var fields: [Field]
    /// Where the columns that are not in its table come from, in their order.
    public internal(set) var gathered: [GatheredField] = []
    /// The index of the day field that places an event in a period, unless a metric names another.
    public var dateField: Int
    /// Whose an event is, unless a metric says otherwise.
    public var credit: CreditRule
    /// Whether no table has its rows: all are computed from those of other kinds.
    public internal(set) var isDerived = false

    /// Whether it has rows or fields that are computed from those of other kinds.
    var dependsOnOthers: Bool { isDerived || fields.contains { $0.isDerived && $0.isInFormulas } }

    /// The index of a field by its name.
    public func field(named name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }

    /// The columns that its table has.
    public var ownFields: ArraySlice<Field> { fields.dropLast(gathered.count) }
}

/// A column of an event kind that repeats a field of the event each row names: `payment.sale.date`.
public struct GatheredField: Hashable, Sendable {
    /// The index of the field that names the other event.
    public var reference: Int
    /// The index of the other event's kind.
    public var event: Int
    /// The index of the field there; `nil` for the identifier.
    public var field: Int?
}

/// Whose an event is; see "Credit" in `Docs/company.md`.
public enum CreditRule: Hashable, Sendable {
    /// The person in a field of the event.
    case field(Int)
    /// The persons in a table of shares; an event without shares goes to the person in the field, or to nobody.
    case split(Int, otherwise: Int?)
    /// The person with a role for the record in a field, on the event's date.
    case team(field: Int, role: String)
    /// Nobody: the figure exists only for the whole company.
    case nobody
}

/// A table of shares of events.
public struct SplitKind: Sendable {
    /// The table's name.
    public var name: String
    /// The index of the event kind whose events it splits.
    public var event: Int
    /// Set when the shares are those of the event that each event of ``event`` names.
    public internal(set) var inherited: InheritedSplit?

    /// The shares of named events.
    public struct InheritedSplit: Hashable, Sendable {
        /// The number of the table of shares.
        public var split: Int
        /// The index of the field that names the event whose shares they are.
        public var reference: Int
    }
}

/// What a name inside an event formula stands for: a field, or a field of the record in a field.
public struct FieldReference: Hashable, Sendable {
    /// The index of the event kind.
    public var event: Int
    /// The index of the field in the event kind.
    public var field: Int
    /// The field of the record that the field refers to (`sale.client.segment`); `id` is its identifier.
    public var recordField: RecordFieldReference?

    /// Makes a reference.
    public init(event: Int, field: Int, recordField: RecordFieldReference? = nil) {
        self.event = event
        self.field = field
        self.recordField = recordField
    }
}

/// A field of a record kind.
public struct RecordFieldReference: Hashable, Sendable {
    /// The record kind.
    public var kind: String
    /// The index of the field; `nil` for the identifier.
    public var field: Int?
}
