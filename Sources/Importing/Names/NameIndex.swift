internal import Messages

/// The records of one kind by their ids, names and other spellings.
///
///     let people = NameIndex([("boris", ["Борис Котов"])], aliases: ["Котов Б. (уволен)": "boris"])
///     people.find("борис  котов")   // known as boris
///     people.find("Котов Борис")    // near: boris, the words are swapped
///
/// A near name is offered and never taken: two people may differ by a letter.
public struct NameIndex: Sendable {
    /// What a text names.
    public enum Match: Hashable, Sendable {
        /// The id, a name, or an alias of exactly one record.
        case known(id: String)
        /// Several records have this name.
        case several(ids: [String])
        /// Nothing has this name; the nearest, if any, with what they differ in.
        case unknown(near: [Near])
    }

    /// A record whose name is like the one that was asked for.
    public struct Near: Hashable, Sendable {
        /// The record.
        public let id: String
        /// Its name.
        public let name: String
        /// What the names differ in.
        public let difference: Difference
    }

    /// What two names differ in.
    public enum Difference: String, Hashable, Sendable, CaseIterable {
        /// The order of the words.
        case order
        /// The alphabet: `Kotov` and `Котов`.
        case letters
        /// Initials or left out words.
        case initials
        /// One or two letters.
        case spelling
    }

    private struct Entry {
        let id: String
        let name: String
        let spelling: NameSpelling
        let sorted: [UInt8]
    }

    private var exact: [String: Set<String>] = [:]
    private var entries: [Entry] = []
    private var blocks: [[UInt8]: [Int]] = [:]

    /// A common beginning has many names; no more of them are looked through for one question.
    private static let mostInBlock = 400
    private static let mostNear = 3

    /// Makes an index.
    ///
    /// - Parameters:
    ///   - records: ids with their names and titles.
    ///   - aliases: other spellings and the ids they mean.
    public init(_ records: [(id: String, names: [String])] = [], aliases: [String: String] = [:]) {
        for (id, names) in records {
            exact[PlainSpelling.folded(id), default: []].insert(id)
            for name in [id] + names where !name.isEmpty {
                exact[PlainSpelling.folded(name), default: []].insert(id)
                add(Entry(id: id, name: name, spelling: NameSpelling(name), sorted: NameSpelling(name).sorted))
            }
        }
        // An alias is somebody's word, and wins over names.
        for (alias, id) in aliases { exact[PlainSpelling.folded(alias)] = [id] }
    }

    /// Takes another spelling of a record; it wins over names.
    public mutating func add(alias: String, of id: String) { exact[PlainSpelling.folded(alias)] = [id] }

    /// The ids of the records, in order.
    public var ids: [String] { Set(entries.map(\.id)).sorted() }

    /// Whether there are no records.
    public var isEmpty: Bool { exact.isEmpty }

    private mutating func add(_ entry: Entry) {
        let place = entries.count
        entries.append(entry)
        for key in Self.keys(entry.spelling) where (blocks[key]?.count ?? 0) < Self.mostInBlock {
            blocks[key, default: []].append(place)
        }
    }

    /// The beginning and the end of every longer word: one wrong letter leaves one of them whole.
    private static func keys(_ spelling: NameSpelling) -> Set<[UInt8]> {
        var keys: Set<[UInt8]> = []
        for word in spelling.words.prefix(8) where word.count >= 3 {
            keys.insert(Array(word.prefix(3)))
            keys.insert([0] + word.suffix(3))
        }
        return keys
    }

    /// Whether exactly one record has this id, name or alias.
    public func id(of text: String) -> String? {
        let ids = exact[PlainSpelling.folded(text)] ?? []
        return ids.count == 1 ? ids.first : nil
    }

    /// What a text names.
    public func find(_ text: String) -> Match {
        let ids = exact[PlainSpelling.folded(text)] ?? []
        if ids.count == 1, let id = ids.first { return .known(id: id) }
        if ids.count > 1 { return .several(ids: ids.sorted()) }
        return .unknown(near: near(text))
    }

    /// The records with the most similar names, best first.
    public func near(_ text: String) -> [Near] {
        let asked = NameSpelling(text)
        let sorted = asked.sorted
        guard !sorted.isEmpty else { return [] }
        var places: Set<Int> = []
        for key in Self.keys(asked) { places.formUnion(blocks[key] ?? []) }
        var found: [String: (near: Near, rank: Int)] = [:]
        for place in places.sorted() {
            let entry = entries[place]
            guard let (difference, rank) = Self.compare(asked, sorted, entry, text) else { continue }
            if let known = found[entry.id], known.rank <= rank { continue }
            found[entry.id] = (Near(id: entry.id, name: entry.name, difference: difference), rank)
        }
        let ranked = found.values.sorted { ($0.rank, $0.near.id) < ($1.rank, $1.near.id) }
        return ranked.prefix(Self.mostNear).map(\.near)
    }

    private static func compare(
        _ asked: NameSpelling, _ sorted: [UInt8], _ entry: Entry, _ text: String
    ) -> (Difference, Int)? {
        if asked.words == entry.spelling.words { return (.letters, 0) }
        if sorted == entry.sorted { return (.order, 1) }
        if isShort(asked.words, of: entry.spelling.words) || isShort(entry.spelling.words, of: asked.words) {
            return (.initials, 2)
        }
        let length = min(sorted.count, entry.sorted.count)
        let bound = length < 5 ? 0 : length < 9 ? 1 : 2
        guard bound > 0 else { return nil }
        let inOrder = EditDistance.between(
            Array(asked.words.joined(separator: [0x20])), Array(entry.spelling.words.joined(separator: [0x20])),
            atMost: bound)
        let distances = [inOrder, EditDistance.between(sorted, entry.sorted, atMost: bound)].compactMap(\.self)
        return distances.min().map { (.spelling, 2 + $0) }
    }

    /// Whether every word of the shorter is a word of the longer or its initial, and one of them a whole word.
    private static func isShort(_ short: [[UInt8]], of long: [[UInt8]]) -> Bool {
        guard long.count <= 8, short.count <= long.count, short.count >= 1, long.count >= 2 else { return false }
        var rest = long
        var whole = 0
        for word in short.sorted(by: { $0.count > $1.count }) {
            if word.count > 2, let place = rest.firstIndex(of: word) {
                whole += 1
                rest.remove(at: place)
            } else if word.count <= 2, let place = rest.firstIndex(where: { $0.starts(with: word.prefix(1)) }) {
                rest.remove(at: place)
            } else {
                return false
            }
        }
        // A first name alone says nothing.
        return whole >= 1 && (short.count >= 2)
    }
}

/// Two names in one column that are probably one person's or one client's.
public struct TwoSpellings: Hashable, Sendable {
    /// The name that stands first in the file.
    public let first: String
    /// The other.
    public let second: String
    /// What they differ in.
    public let difference: NameIndex.Difference

    /// Makes a pair.
    public init(first: String, second: String, difference: NameIndex.Difference) {
        self.first = first
        self.second = second
        self.difference = difference
    }

    /// No more different names of a column are compared.
    private static let mostNames = 20_000
    /// No more pairs are told.
    private static let mostPairs = 50

    /// Finds them among the names of a column.
    public static func found(in names: [String]) -> [TwoSpellings] {
        var seen: Set<String> = []
        var order: [String] = []
        for name in names where seen.insert(PlainSpelling.folded(name)).inserted {
            order.append(name)
            if order.count == mostNames { break }
        }
        let index = NameIndex(order.enumerated().map { (id: String($0.offset), names: [$0.element]) })
        var pairs: [TwoSpellings] = []
        for (place, name) in order.enumerated() where NameSpelling(name).words.count >= 2 {
            for near in index.near(name) {
                guard let other = Int(near.id), other > place else { continue }
                pairs.append(TwoSpellings(first: name, second: order[other], difference: near.difference))
                if pairs.count == mostPairs { return pairs }
            }
        }
        return pairs
    }
}
