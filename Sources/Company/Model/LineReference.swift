public import Formulas
internal import Messages
internal import Quantities

/// What a name inside the value of a function over events stands for.
///
/// A line is what one person is credited with of one event.
public enum LineReference: Hashable, Sendable {
    /// A field of the event, or of a record that it names.
    case field(FieldReference)
    /// The credited share of the event, 1 for the whole.
    case share
    /// The rate of the event in a rate table on the day that places it; 0 where no row fits and nothing is said of the rest.
    case rate(RateTable)
}

extension Checked where Reference == LineReference {
    /// Whether each line has a value of its own: a value that knows its share is not divided once more.
    public var usesShare: Bool { references.contains(.share) }

    /// The formula when it asks for nothing but fields.
    public var fieldsOnly: Checked<FieldReference>? {
        translated { if case .field(let field) = $0 { field } else { nil } }
    }

    /// The rate tables that it asks for.
    public var rateTables: Set<RateTable> {
        Set(references.compactMap { if case .rate(let table) = $0 { table } else { nil } })
    }
}

extension Checked where Reference == FieldReference {
    /// The same formula where shares and rates could be asked for too.
    public var asLine: Checked<LineReference> {
        // Every field has its counterpart, so that nothing is lost.
        translated { LineReference.field($0) } ?? Checked<LineReference>(.number(.zero), type, span)
    }
}
