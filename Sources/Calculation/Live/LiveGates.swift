internal import Company
internal import Formulas
internal import Messages

/// The metrics behind which parts of a plan lie: while one stays as it is, so does what lies behind it.
struct LiveGates {
    /// The metrics by rising number.
    let metrics: [Int]
    /// The parts behind each of them.
    let parts: [UInt64]
    /// The other gates whose metrics are made of each of them: what they hold is no longer so when it is different.
    let outer: [UInt64]

    init(_ uses: Set<FigureUse>, _ model: CompanyModel) {
        var parts: [Int: UInt64] = [:]
        for use in uses {
            if let gate = use.gate { parts[gate, default: 0] |= 1 << UInt64(use.part) }
        }
        let metrics = parts.keys.sorted()
        self.metrics = metrics
        self.parts = metrics.map { parts[$0] ?? 0 }
        let inner = metrics.map { Self.named(in: $0, model) }
        outer = metrics.map { metric in
            inner.indices.prefix(64).reduce(0) { inner[$1].contains(metric) ? $0 | 1 << UInt64($1) : $0 }
        }
    }

    /// The metrics of which one is made for the same person and period.
    private static func named(in metric: Int, _ model: CompanyModel) -> Set<Int> {
        var found: Set<Int> = []
        var open = [metric]
        while let next = open.popLast() {
            guard case .formula(let formula) = model.metrics[next].source else { continue }
            for case .metric(let number) in formula.references where found.insert(number).inserted {
                open.append(number)
            }
        }
        return found
    }

    /// The place of a metric; `nil` when it is no gate or one of too many, behind which everything is computed anew.
    func place(_ metric: Int) -> Int? { metrics.firstIndex(of: metric).flatMap { $0 < 64 ? $0 : nil } }
}
