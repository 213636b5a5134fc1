internal import Formulas
internal import Messages
internal import Yams

/// What the YAML of a company says that decides how its large tables (events, shares, targets, entered values) are read.
///
/// Those tables are read before plans, reports, rates and parameters, and of a metric they know the name, the unit and
/// whether it is entered. Whoever changes only the rest need not read them again.
public enum TableDefinitions {
    /// The sections that are read after the large tables and that nothing in these looks at.
    private static let readLater: Set<String> = [
        Documents.Section.plans, .reports, .rateTables, .parameters,
    ].reduce(into: []) { $0.insert($1.rawValue) }

    /// What a file says of tables, in a form that is equal for files that say the same; `nil` when it is no YAML.
    ///
    /// - Parameter bytes: The content of a YAML file.
    public static func text(of bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var findings: [Diagnostic] = []
        let document = YAMLDocument(path: "", text: text) { findings.append($0) }
        guard document.isReadable, findings.isEmpty else { return nil }
        guard let root = document.root else { return "" }
        guard case .mapping(let sections) = root else { return written(root) }
        return sections.filter { !readLater.contains($0.key.string ?? "") }.map { key, value in
            let isMetrics = key.string == Documents.Section.metrics.rawValue
            return written(key) + (isMetrics ? metrics(value) : written(value))
        }.joined()
    }

    /// Metrics without the formulas of those that are computed and say their unit.
    private static func metrics(_ node: Node) -> String {
        guard case .mapping(let metrics) = node else { return written(node) }
        return metrics.map { name, metric in
            guard case .mapping(let fields) = metric, fields.contains(where: { $0.key.string == "unit" }) else {
                return written(name) + written(metric)
            }
            let kept = fields.filter { $0.key.string != "value" || isEntered($0.value) }
            return written(name) + kept.map { written($0.key) + written($0.value) }.joined() + ";"
        }.joined()
    }

    private static func isEntered(_ value: Node) -> Bool {
        if case .scalar(let scalar) = value { scalar.string.contains("entered") } else { true }
    }

    /// A node with the lengths of its texts, so that different nodes are different texts.
    private static func written(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar):
            "\(scalar.style == .plain ? "p" : "q")\(scalar.string.utf8.count):\(scalar.string)"
        case .sequence(let sequence): "[" + sequence.map(written).joined() + "]"
        case .mapping(let mapping): "{" + mapping.map { written($0.key) + written($0.value) }.joined() + "}"
        case .alias(let alias): "*\(alias.anchor)"
        }
    }
}
