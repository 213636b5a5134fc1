/// An identifier as it decides between equals: the smaller one comes first.
///
/// Identifiers of digits compare as numbers (`9` before `10`) and come before all others, which compare as texts.
public struct RecordKey: Comparable, Hashable, Sendable {
    /// The identifier as it is written.
    public let id: String
    /// The digits without leading zeros; `nil` when there is something else among them.
    private let digits: String?

    /// The key of an identifier.
    public init(_ id: String) {
        self.id = id
        let isNumber = !id.isEmpty && id.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        digits = isNumber ? String(id.drop { $0 == "0" }) : nil
    }

    /// Whether the left one comes first.
    public static func < (left: RecordKey, right: RecordKey) -> Bool {
        switch (left.digits, right.digits) {
        case (let first?, let second?):
            if first.utf8.count != second.utf8.count { return first.utf8.count < second.utf8.count }
            // `7` and `07` are two identifiers of one number.
            return first == second ? left.id < right.id : first < second
        case (.some, nil): return true
        case (nil, .some): return false
        case (nil, nil): return left.id < right.id
        }
    }
}
