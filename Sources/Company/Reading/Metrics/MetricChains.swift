internal import Formulas
internal import Messages

/// Metrics stand on metrics: never in a circle, and never so many or so often that nobody could calculate them.
struct MetricChains {
    private(set) var metrics: [Metric]
    /// How much there is to calculate behind each metric; a leaf until it is looked at.
    private(set) var sizes: [FormulaSize]
    let findings: Findings

    /// Takes metrics whose chains nobody has looked at.
    init(_ metrics: [Metric], _ findings: Findings) {
        self.metrics = metrics
        sizes = [FormulaSize](repeating: .leaf, count: metrics.count)
        self.findings = findings
    }

    /// Says where the values of a metric come from.
    mutating func define(_ metric: Int, as source: Metric.Source) { metrics[metric].source = source }

    /// How many metrics may stand on top of each other; more would be too deep to calculate.
    private static let depthLimit = 200

    /// Finds circles, and the size of every metric with all it stands on.
    ///
    /// A metric at fault is cut off from what it stands on, so that whoever follows metrics further comes to an end.
    mutating func check() {
        var depths = [MetricDepth](repeating: .unknown, count: metrics.count)
        for metric in metrics.indices { _ = depth(of: metric, &depths, path: []) }
    }

    /// How many metrics stand below a metric, as far as it is known.
    private enum MetricDepth {
        case unknown
        case open
        case known(Int)
    }

    /// The length of the longest chain of metrics that ends in a metric; a circle and a chain that is too long are reported.
    private mutating func depth(of metric: Int, _ depths: inout [MetricDepth], path: [Int]) -> Int {
        switch depths[metric] {
        case .known(let depth): return depth
        case .open:
            reportCircle(path.drop { $0 != metric } + [metric])
            return 0
        case .unknown: break
        }
        guard path.count < Self.depthLimit else {
            reportDepth(of: path.first ?? metric)
            return 0
        }
        depths[metric] = .open
        var depth = 1
        if case .formula(let formula) = metrics[metric].source {
            var seen: Set<Int> = []
            for next in formula.metricsUsed where seen.insert(next).inserted {
                depth = max(depth, 1 + self.depth(of: next, &depths, path: path + [metric]))
            }
            measure(metric, formula)
        }
        // Reported once for a chain: the metrics further up see a chain that begins anew.
        if depth > Self.depthLimit {
            reportDepth(of: metric)
            depth = 1
        }
        depths[metric] = .known(depth)
        return depth
    }

    /// Notes the size of a metric; one above the limits is reported, and those on top of it see one that begins anew.
    private mutating func measure(_ metric: Int, _ formula: Checked<Measure>) {
        let size = FormulaSize(formula, sizes)
        guard size.isTooLarge || size.isTooHigh else {
            sizes[metric] = size
            return
        }
        report(size, of: metrics[metric].name, formula, at: metrics[metric].place)
        metrics[metric].source = .entered
    }

    /// Whether a formula with all that its metrics stand on can be calculated; reports one that cannot.
    func isCalculable(_ formula: Checked<Measure>, at entry: YAMLEntry) -> Bool {
        let size = FormulaSize(formula, sizes)
        guard size.isTooLarge || size.isTooHigh else { return true }
        report(size, of: nil, formula, at: entry.place)
        return false
    }

    private func report(_ size: FormulaSize, of name: String?, _ formula: Checked<Measure>, at place: Place) {
        let chain = (name.map { [$0] } ?? []) + heaviestChain(below: formula)
        let names = chain.count > 6 ? chain.prefix(4) + ["…"] + chain.suffix(1) : chain[...]
        let path = names.joined(separator: " → ")
        let subject = name.map { LocalizedText(en: "'\($0)'", ru: "«\($0)»") }
        let what = subject ?? LocalizedText(en: "the formula", ru: "формула")
        let message: LocalizedText
        if size.isTooLarge {
            let limit = CountedWords.grouped(FormulaSize.partLimit, .en)
            let russian = CountedWords.grouped(FormulaSize.partLimit, .ru)
            message = LocalizedText(
                en: "with all the metrics it stands on, \(what.en) has more than \(limit) parts to calculate: \(path)",
                ru:
                    "вместе со всеми показателями, на которых стоит \(what.ru), частей для вычисления больше \(russian): \(path)"
            )
        } else {
            let limit = FormulaSize.heightLimit
            message = LocalizedText(
                en: "with all the metrics it stands on, \(what.en) is nested more than \(limit) levels deep: \(path)",
                ru:
                    "вместе со всеми показателями, на которых стоит \(what.ru), вложенность больше \(limit) уровней: \(path)"
            )
        }
        findings.report(
            size.isTooLarge ? "too-long" : "too-deep", at: place, message,
            remedy: LocalizedText(
                en: "name each metric of the chain once, or shorten the chain",
                ru: "называйте каждый показатель цепочки один раз или сократите цепочку"))
    }

    /// The metrics below a formula, from the top down, each the one with the most parts.
    private func heaviestChain(below formula: Checked<Measure>) -> [String] {
        var chain: [String] = []
        var next: Checked<Measure>? = formula
        while let formula = next, chain.count <= Self.depthLimit {
            next = nil
            let used = formula.metricsUsed
            guard let heaviest = used.max(by: { sizes[$0].parts < sizes[$1].parts }) else { break }
            chain.append(metrics[heaviest].name)
            if case .formula(let inner) = metrics[heaviest].source { next = inner }
        }
        return chain
    }

    private mutating func reportDepth(of metric: Int) {
        findings.report(
            "too-deep", at: metrics[metric].place,
            LocalizedText(
                en: "'\(metrics[metric].name)' stands on a chain of more than \(Self.depthLimit) metrics",
                ru: "«\(metrics[metric].name)» опирается на цепочку из более чем \(Self.depthLimit) показателей"),
            remedy: LocalizedText(en: "shorten the chain", ru: "сократите цепочку"))
        metrics[metric].source = .entered
    }

    private mutating func reportCircle(_ circle: [Int]) {
        guard let metric = circle.last else { return }
        let names = circle.map { metrics[$0].name }.joined(separator: " → ")
        findings.report(
            "cycle", at: metrics[metric].place,
            LocalizedText(
                en: "'\(metrics[metric].name)' depends on itself: \(names)",
                ru: "«\(metrics[metric].name)» зависит сам от себя: \(names)"),
            remedy: LocalizedText(en: "break the circle", ru: "разорвите круг"))
        metrics[metric].source = .entered
    }
}
