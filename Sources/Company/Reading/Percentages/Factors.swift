internal import Formulas
internal import Messages
internal import Quantities

/// Numbers by which an amount multiplies money that events brought: `bonus: sales * 5` pays five times the sales where five
/// percent were meant.
extension FormulaReader {
    /// Looks at the parts of an amount that is paid, each with all it is multiplied with.
    func lookAtFactors(of formula: Checked<Measure>?, in entry: YAMLEntry) {
        guard let formula else { return }
        var factors = Factors(self, entry)
        factors.visit(formula, Factor())
        findings.look(at: factors.found, as: .rate)
    }
}

/// What a part of a formula is multiplied with.
private struct Factor {
    var value = FixedDecimal.one
    /// Whether no number of it has a percent sign.
    var isBare = true
    /// The first number of it in the formula of the award itself.
    var place: Place?

    /// The same with one more number, which multiplies or divides; `nil` when the result does not fit.
    func with(_ number: FixedDecimal, _ literal: Checked<Measure>, divides: Bool, at place: Place?) -> Factor? {
        guard let value = try? divides ? value.divided(by: number) : value.multiplied(by: number) else { return nil }
        return Factor(value: value, isBare: isBare && literal.isBareLiteral, place: self.place ?? place)
    }
}

/// Looks through a formula and the metrics below it for money out of events, carrying what it is multiplied with.
private struct Factors {
    private let reader: FormulaReader
    private let entry: YAMLEntry
    private var seen: Set<Int> = []
    /// Whether the part that is looked at stands in the award itself.
    private var isOwn: Bool { depth == 0 }
    /// Through how many metrics it was reached.
    private var depth = 0
    /// A slip is looked for so many metrics deep.
    private static let mostDepth = 20
    private(set) var found: [WrittenPercentage] = []

    init(_ reader: FormulaReader, _ entry: YAMLEntry) {
        self.reader = reader
        self.entry = entry
    }

    mutating func visit(_ formula: Checked<Measure>, _ factor: Factor) {
        switch formula.node {
        case .number, .text, .day, .flag, .not, .emptiness: return
        case .negation(let inner): visit(inner, factor)
        case .conditional(_, let first, let second):
            visit(first, factor)
            visit(second, factor)
        case .function(let function, let parts):
            if function == .sqrt { return }
            for part in parts { visit(part, factor) }
        case .reference(let measure): visit(measure, formula.type, factor)
        case .binary: visit(Checked<Measure>.Chain(formula), factor)
        }
    }

    /// From the right end on: what is multiplied last acts on all to the left of it.
    private mutating func visit(_ chain: Checked<Measure>.Chain, _ factor: Factor) {
        var factor = factor
        for link in chain.links.reversed() {
            guard case .binary(let operation, let left, let right) = link.whole.node else { return }
            switch operation {
            case .plus, .minus: visit(right, factor)
            case .times, .divide:
                if let number = plain(right) {
                    let divides = operation == .divide
                    guard let next = factor.with(number, right, divides: divides, at: place(of: right)) else { return }
                    factor = next
                } else if operation == .times, let number = plain(left) {
                    guard let next = factor.with(number, left, divides: false, at: place(of: left)) else { return }
                    return visit(right, next)
                } else {
                    // What figures multiply each other to is not known before the events.
                    return
                }
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: return
            }
        }
        visit(chain.first, factor)
    }

    private mutating func visit(_ measure: Measure, _ type: FormulaType, _ factor: Factor) {
        switch measure {
        case .aggregate(let number):
            guard let place = factor.place, type.unit?.isMoney ?? false,
                reader.names.aggregates[number].value.map(Self.isFields) ?? false
            else { return }
            found.append(WrittenPercentage(value: factor.value, isBare: factor.isBare, place: place))
        case .metric(let number):
            guard depth < Self.mostDepth, case .formula(let formula) = reader.metrics[number].source,
                seen.insert(number).inserted
            else { return }
            depth += 1
            visit(formula, factor)
            depth -= 1
        case .window(_, let inner), .subject(_, let inner): visit(inner, factor)
        case .target, .person, .parameter, .days, .workingDays, .variable: return
        }
    }

    private func place(of part: Checked<Measure>) -> Place? { isOwn ? entry.place(of: part.span) : nil }

    private func plain(_ part: Checked<Measure>) -> FixedDecimal? {
        part.type == .number(.plain) ? part.constant : nil
    }

    /// Whether what is added up are fields as they are, nothing multiplied.
    private static func isFields(_ value: Checked<LineReference>) -> Bool {
        switch value.node {
        case .reference(.field): true
        case .binary(.plus, let left, let right), .binary(.minus, let left, let right):
            isFields(left) && isFields(right)
        case .function(.otherwise, let parts): parts.first.map(isFields) ?? false
        case .number, .text, .day, .flag, .reference, .negation, .not, .emptiness, .conditional, .function, .binary:
            false
        }
    }
}
