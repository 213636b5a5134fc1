public import Messages

/// A field of a target, as a plain value.
public struct TargetField: Hashable, Sendable {
    /// Its name in the target's table.
    public var name: String
    /// What it is called.
    public var title: LocalizedText
    /// What it takes.
    public var type: TargetType
    /// Whether it may be empty.
    public var isOptional: Bool
    /// The currency of an amount, where it is known: a code such as `RUB`. Marks of another beside the numbers are refused.
    public var currency: String?
    /// The field with the code of an amount's currency, where each row says its own.
    public var currencyField: String?

    /// Makes a field; without a title its name is one.
    public init(
        _ name: String, _ type: TargetType, title: LocalizedText? = nil, isOptional: Bool = false,
        currency: String? = nil, currencyField: String? = nil
    ) {
        self.name = name
        self.type = type
        self.title = title ?? LocalizedText(name)
        self.isOptional = isOptional
        self.currency = currency
        self.currencyField = currencyField
    }
}

/// Something that a table can feed: a kind of events, of records, or a table such as targets.
public struct TargetKind: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What it is called.
    public var title: LocalizedText
    /// Its fields, in the order of its table.
    public var fields: [TargetField]

    /// Makes a kind; without a title its name is one.
    public init(_ name: String, title: LocalizedText? = nil, fields: [TargetField]) {
        self.name = name
        self.title = title ?? LocalizedText(name)
        self.fields = fields
    }

    /// The field of a name.
    public func field(_ name: String) -> TargetField? { fields.first { $0.name == name } }
}

/// What is known of records: kind → its ids and names.
public typealias KnownNames = [String: NameIndex]
