internal import Company
internal import Formulas
internal import Messages

/// Some fields of an event kind; those after the 63rd stand for each other.
struct EventFields {
    private var bits: UInt64 = 0

    /// No field.
    static let none = EventFields()

    /// Every field.
    static let all = EventFields(bits: .max)

    private init(bits: UInt64 = 0) { self.bits = bits }

    /// The fields that differ between two versions of an event; all of them when there was none or is none any more, or when
    /// others share it.
    init(differentIn before: EventVersion?, _ after: EventVersion?) {
        guard let before, let after, before.shares == after.shares else {
            bits = .max
            return
        }
        for field in after.values.indices where before.values[field] != after.values[field] { insert(field) }
    }

    /// The fields that decide a figure: those of its formulas, of whose an event is and of the days that place it.
    init(of figure: Aggregate, _ model: CompanyModel) {
        insert(figure.date)
        insert(model.eventKinds[figure.event].dateField)
        for reference in [figure.value, figure.filter?.asLine].compactMap({ $0 }).flatMap(\.references) {
            switch reference {
            case .field(let field): insert(field.field)
            case .rate(let table): insert(table)
            case .share: continue
            }
        }
        if let rates = figure.rates { insert(rates) }
        switch figure.credit {
        case .field(let field), .team(let field, _): insert(field)
        case .split(_, let otherwise): if let otherwise { insert(otherwise) }
        case .nobody: break
        }
    }

    /// The fields that decide one of some figures.
    init(ofAny figures: [Aggregate], _ model: CompanyModel) {
        bits = figures.reduce(0) { $0 | EventFields(of: $1, model).bits }
    }

    private mutating func insert(_ rates: RateTable) {
        for dimension in rates.dimensions { insert(dimension.field.field) }
    }

    private mutating func insert(_ field: Int) { bits |= 1 << UInt64(min(field, 63)) }

    /// Adds the fields of others.
    mutating func formUnion(_ other: EventFields) { bits |= other.bits }

    /// Whether no field is in both.
    func isDisjoint(with other: EventFields) -> Bool { bits & other.bits == 0 }
}
