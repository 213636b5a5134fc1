internal import Pages

/// The lines in which two texts differ, with a few lines around them.
enum TextDifference {
    /// The most lines that are compared one by one; what is alike at the start and the end does not count.
    private static let most = 1_500
    /// How many lines that both have stand around a change.
    private static let around = 3

    /// The differing lines; nil when the texts differ too much to be compared line by line.
    static func lines(_ before: [String], _ after: [String]) -> [DifferenceLine]? {
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (old, new) = (before[start..<(before.count - end)], after[start..<(after.count - end)])
        guard old.count <= most, new.count <= most else { return nil }
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in Array(new).difference(from: Array(old)) {
            switch change {
            case .remove(let offset, _, _): removed.insert(start + offset)
            case .insert(let offset, _, _): inserted.insert(start + offset)
            }
        }
        return around(merged(before, after, removed, inserted))
    }

    /// Both texts as one: lines of both, of the first alone, of the second alone.
    private static func merged(
        _ before: [String], _ after: [String], _ removed: Set<Int>, _ inserted: Set<Int>
    ) -> [DifferenceLine] {
        var lines: [DifferenceLine] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if removed.contains(old) {
                lines.append(DifferenceLine(.before, old + 1, before[old]))
                old += 1
            } else if inserted.contains(new) {
                lines.append(DifferenceLine(.after, new + 1, after[new]))
                new += 1
            } else {
                lines.append(DifferenceLine(.both, new + 1, after.indices.contains(new) ? after[new] : before[old]))
                old += 1
                new += 1
            }
        }
        return lines
    }

    /// Only changes and a few lines around them.
    private static func around(_ lines: [DifferenceLine]) -> [DifferenceLine] {
        var isShown = lines.map { _ in false }
        for place in lines.indices where lines[place].side != .both {
            for near in max(0, place - around)...min(lines.count - 1, place + around) { isShown[near] = true }
        }
        var shown: [DifferenceLine] = []
        for (line, isSeen) in zip(lines, isShown) {
            if isSeen {
                shown.append(line)
            } else if !shown.isEmpty, shown.last?.side != .gap {
                shown.append(DifferenceLine(.gap, 0, ""))
            }
        }
        if shown.last?.side == .gap { shown.removeLast() }
        return shown
    }

    /// The lines of a text as editors count them.
    static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init)
    }
}
