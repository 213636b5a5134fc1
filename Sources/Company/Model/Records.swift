internal import Formulas
public import Messages

/// A kind of thing that exists and is referred to: people, units, clients, products and what the company adds.
public struct RecordKind: Sendable {
    /// The name in formulas.
    public var name: String
    /// Its columns besides `id` and the title.
    public var fields: [Field]

    /// The index of a field by its name.
    public func field(named name: String) -> Int? {
        fields.firstIndex { $0.name == name }
    }
}

/// All records of a kind, numbered from 0 in the order of their identifiers' first appearance.
public struct RecordTable: Sendable {
    /// The kind.
    public var kind: RecordKind
    /// The identifiers, by number.
    public private(set) var ids: [String] = []
    /// The names for people, by number.
    public private(set) var titles: [LocalizedText] = []
    /// Where each record is defined.
    public private(set) var places: [Place] = []
    /// One column per field of the kind.
    public internal(set) var columns: [EventColumn] = []
    private var numbers: [String: Int32] = [:]

    /// An empty table.
    public init(kind: RecordKind) {
        self.kind = kind
    }

    /// The number of a record.
    public func number(of id: String) -> Int32? { numbers[id] }

    /// How many there are.
    public var count: Int { ids.count }

    /// Adds a record; `false` when the identifier is taken.
    public mutating func add(_ id: String, title: LocalizedText, at place: Place) -> Bool {
        guard numbers[id] == nil, let number = Int32(exactly: ids.count) else { return false }
        numbers[id] = number
        ids.append(id)
        titles.append(title)
        places.append(place)
        return true
    }

    /// The place of each record, by number, when they are put in the order of their identifiers.
    public var ranks: [Int32] {
        var ranks = [Int32](repeating: 0, count: ids.count)
        let keys = ids.map { RecordKey($0) }
        for (rank, number) in ids.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
            ranks[number] = Int32(rank)
        }
        return ranks
    }

    /// The name of a record for people; its identifier when it has none.
    public func title(_ number: Int32) -> LocalizedText {
        titles.indices.contains(Int(number)) ? titles[Int(number)] : LocalizedText("?")
    }

    /// What decides between records that are equal otherwise.
    public func key(_ number: Int32) -> RecordKey { RecordKey(id(number)) }

    /// The identifier of a record.
    public func id(_ number: Int32) -> String {
        ids.indices.contains(Int(number)) ? ids[Int(number)] : "?"
    }
}

/// The record kinds every company has.
public enum BuiltInKind {
    /// Those who sell, lead and are paid.
    public static let person = "person"
    /// Parts of the company, in a tree.
    public static let unit = "unit"
    /// What people are employed as.
    public static let position = "position"
    /// Those who buy.
    public static let client = "client"
    /// What is sold.
    public static let product = "product"

    /// Their names, in the order in which they are shown.
    static let all = [person, unit, position, client, product]

    /// The name of the table that holds a kind's records.
    static func tableName(of kind: String) -> String {
        switch kind {
        case person: "people"
        case unit: "units"
        case position: "positions"
        case client: "clients"
        case product: "products"
        default: kind
        }
    }
}
