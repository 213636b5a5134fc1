internal import Company
internal import Messages

/// The lines in which two versions of a company's text differ.
enum TextComparison {
    static func changes(from first: [SourceFile], to second: [SourceFile]) -> [TextChange] {
        let plans = [PlanLines(first, isLater: false), PlanLines(second, isLater: true)]
        let before = Dictionary(first.map { ($0.path, $0) }) { _, later in later }
        let after = Dictionary(second.map { ($0.path, $0) }) { _, later in later }
        return Set(before.keys).union(after.keys).sorted().flatMap { path -> [TextChange] in
            let changes = (after[path]?.lines ?? []).difference(from: before[path]?.lines ?? [])
            return changes.compactMap { change in
                let (offset, text, isAdded) =
                    switch change {
                    case .insert(let offset, let line, _): (offset, line, true)
                    case .remove(let offset, let line, _): (offset, line, false)
                    }
                if text.allSatisfy(\.isWhitespace) { return nil }
                let plan = plans.lazy.compactMap { $0.plan(path, line: offset + 1, isAdded: isAdded) }.first
                return TextChange(file: path, line: offset + 1, text: text, isAdded: isAdded, plan: plan ?? "")
            }.sorted { ($0.line, $0.isAdded ? 1 : 0) < ($1.line, $1.isAdded ? 1 : 0) }
        }
    }
}

extension SourceFile {
    fileprivate var lines: [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
        }
    }
}

/// Where each plan stands in a version of the text.
struct PlanLines {
    private let isLater: Bool
    private var starts: [String: [(line: Int, plan: String)]] = [:]

    init(_ text: [SourceFile], isLater: Bool) {
        self.isLater = isLater
        for (plan, place) in CompanyReader.declaredTables(in: text).plans {
            starts[place.file, default: []].append((place.line, plan))
        }
    }

    /// The plan whose definition a line belongs to: the last that begins at or above it.
    func plan(_ file: String, line: Int, isAdded: Bool) -> String? {
        guard isAdded == isLater else { return nil }
        return starts[file]?.filter { $0.line <= line }.max { $0.line < $1.line }?.plan
    }
}
