/// What a part of an `.xlsx` refers to: other parts, by an id and a type.
final class Relationships: XMLListener {
    enum Element: String, CaseIterable {
        case relationship = "package:Relationship"
    }

    /// One reference.
    struct Target {
        /// The last word of the type: `worksheet`, `styles`, `sharedStrings`.
        let kind: Substring
        /// The part's name inside the workbook.
        let part: String
    }

    /// References by their id.
    private(set) var targets: [String: Target] = [:]
    private let folder: Substring
    private let limits: WorkbookLimits

    /// Reads what a part refers to; a part without references has none.
    init(of part: String, in archive: ZipArchive, _ limits: WorkbookLimits) throws {
        let slash = part.lastIndex(of: "/")
        folder = slash.map { part[..<$0] } ?? ""
        self.limits = limits
        let name = slash.map { part[part.index(after: $0)...] } ?? part[...]
        let relations = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
        if archive.has(relations) { try XMLDocument.read(archive.part(relations), to: self) }
    }

    /// The part of that kind; the one of the first id if there are several.
    func part(_ kind: String) -> String? {
        targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
    }

    func begin(_ element: Element?, _ attributes: XMLAttributes) throws {
        guard element == .relationship, let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"], attributes["TargetMode"] != "External"
        else { return }
        guard targets.count < limits.definitions else {
            throw WorkbookFault.tooLarge(.definitions(limit: limits.definitions))
        }
        let kind = type.split(separator: "/").last ?? ""
        targets[id] = Target(kind: kind, part: resolved(target))
    }

    func end(_ element: Element?) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// A target relative to the folder of the part, or from the root of the workbook.
    private func resolved(_ target: String) -> String {
        let target = target.replacing("\\", with: "/")
        var path: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}
