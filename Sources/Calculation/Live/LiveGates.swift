/// The metrics behind which parts of a plan lie: while one stays as it is, so does what lies behind it.
struct LiveGates {
    /// The metrics by rising number.
    let metrics: [Int]
    /// The parts behind each of them.
    let parts: [UInt64]

    init(_ uses: Set<FigureUse>) {
        var parts: [Int: UInt64] = [:]
        for use in uses {
            if let gate = use.gate { parts[gate, default: 0] |= 1 << UInt64(use.part) }
        }
        metrics = parts.keys.sorted()
        self.parts = metrics.map { parts[$0] ?? 0 }
    }

    /// The place of a metric; `nil` when it is no gate or one of too many, behind which everything is computed anew.
    func place(_ metric: Int) -> Int? { metrics.firstIndex(of: metric).flatMap { $0 < 64 ? $0 : nil } }
}
