import Foundation

/// Figures that `Reference/figures.py` printed with mpmath, SciPy and statsmodels.
enum Figures {
    /// The rows of a list: arguments followed by results.
    static func rows(_ name: String) -> [[Double]] { all[name] ?? [] }

    /// A table at the start of a row, and what follows it.
    static func table(_ row: [Double]) -> (table: [[Double]], results: [Double]) {
        let (count, width) = (Int(row[0]), Int(row[1]))
        let cells = row.dropFirst(2)
        let table = (0..<count).map { Array(cells.dropFirst($0 * width).prefix(width)) }
        return (table, Array(cells.dropFirst(count * width)))
    }

    private static let all: [String: [[Double]]] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/figures.json")
        let data = try? Data(contentsOf: file)
        return data.flatMap { try? JSONDecoder().decode([String: [[Double]]].self, from: $0) } ?? [:]
    }()
}
