internal import Formulas
internal import Messages
internal import Yams

/// What stands under `tables:` for one table, for somebody who writes there.
extension CompanyReader {
    /// An entry as it is found.
    public struct TablesEntry: Sendable {
        /// The YAML file that has it.
        public var file: String
        /// Its values, each with the keys that lead to it; those of a list come one behind the other under one path.
        public var words: [(path: [String], value: String)]
    }

    /// The entry of a table; `nil` when there is none.
    public static func tablesEntry(of table: String, in text: [SourceFile]) -> TablesEntry? {
        for file in text where file.isText {
            guard let tables = tables(of: file.bytes), let entry = tables.pairs?.first(where: { $0.key.text == table })
            else { continue }
            return TablesEntry(file: file.path, words: words(entry.value, []))
        }
        return nil
    }

    /// Every entry of every table, in the order of the files.
    public static func tablesEntries(in text: [SourceFile]) -> [(table: String, entry: TablesEntry)] {
        text.filter(\.isText).flatMap { file in
            (tables(of: file.bytes)?.pairs ?? []).compactMap { key, value in
                key.text.map { (table: $0, entry: TablesEntry(file: file.path, words: words(value, []))) }
            }
        }
    }

    /// The YAML file in which an entry belongs: the one that has `tables:`, else the one with `company:`, else the first.
    public static func tablesFile(in text: [SourceFile]) -> String? {
        let files = text.filter(\.isText).sorted { $0.path < $1.path }
        let home =
            files.first { tables(of: $0.bytes) != nil } ?? files.first { section("company", of: $0.bytes) != nil }
        return (home ?? files.first)?.path
    }

    /// Whether two versions of a YAML file say the same but for the entry of one table, which the second has.
    public static func differ(onlyIn table: String, _ old: [UInt8], _ new: [UInt8]) -> Bool {
        guard let before = root(of: old), let after = root(of: new), tables(of: new) != nil,
            after.mapping?["tables"]?.mapping?[Node(table)] != nil
        else { return false }
        return without(table, before) == without(table, after)
    }

    private static func root(of bytes: [UInt8]) -> Node? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let document = YAMLDocument(path: "", text: text) { _ in }
        guard document.isReadable else { return nil }
        return document.root ?? .mapping(Node.Mapping([]))
    }

    private static func section(_ name: String, of bytes: [UInt8]) -> YAMLEntry? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let document = YAMLDocument(path: "", text: text) { _ in }
        guard let root = document.root else { return nil }
        return YAMLEntry(node: root, document: document).pairs?.first { $0.key.text == name }?.value
    }

    private static func tables(of bytes: [UInt8]) -> YAMLEntry? { section("tables", of: bytes) }

    private static func without(_ table: String, _ root: Node) -> Node {
        guard var top = root.mapping else { return root }
        if var tables = top["tables"]?.mapping {
            tables[Node(table)] = nil
            top["tables"] = tables.isEmpty ? nil : .mapping(tables)
        } else if case .scalar(let scalar)? = top["tables"], scalar.string.isEmpty {
            top["tables"] = nil
        }
        return .mapping(top)
    }

    private static func words(_ entry: YAMLEntry, _ path: [String]) -> [(path: [String], value: String)] {
        if let pairs = entry.pairs {
            return pairs.flatMap { key, value in words(value, path + [key.text ?? ""]) }
        }
        if entry.isList { return entry.elements.flatMap { words($0, path) } }
        return entry.text.map { [(path, $0)] } ?? []
    }
}
