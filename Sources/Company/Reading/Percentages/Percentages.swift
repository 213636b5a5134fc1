internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Percentages in the company's text that can hardly be meant: each is a warning, and what is written counts.
extension Findings {
    /// Looks at constants that were written together: the points of a curve, a threshold and its cap.
    func lookAtPercentages(_ entries: [YAMLEntry?], as role: PercentageRole) {
        let written = entries.compactMap { entry -> WrittenPercentage? in
            guard let entry, let text = entry.text else { return nil }
            let formula = Checker.check(text, in: ConstantScope()).formula
            guard let formula, formula.type == .number(.plain),
                let value = formula.evaluateNumber({ (_: Never) -> Outcome<FormulaValue> in }).value
            else { return nil }
            return WrittenPercentage(value: value, isBare: !text.contains("%"), place: entry.place)
        }
        look(at: written, as: role)
    }

    /// Warns once of what stands together: of the first of each kind, and how many there are.
    func look(at written: [WrittenPercentage], as role: PercentageRole) {
        let largestRatio = PercentageRole.largestRatio(written)
        var odd: [(oddity: PercentageRole.Oddity, percentages: [WrittenPercentage])] = []
        for percentage in written {
            guard let oddity = role.oddity(percentage, largestRatio: largestRatio) else { continue }
            if let index = odd.firstIndex(where: { $0.oddity == oddity }) {
                odd[index].percentages.append(percentage)
            } else {
                odd.append((oddity, [percentage]))
            }
        }
        for (oddity, percentages) in odd {
            let first = percentages[0]
            doubt(
                oddity.rawValue, at: first.place,
                Self.listed(first.message(oddity, role), percentages), remedy: first.remedy(oddity))
        }
    }

    private static func listed(_ message: LocalizedText, _ percentages: [WrittenPercentage]) -> LocalizedText {
        guard percentages.count > 1 else { return message }
        let more = percentages.count - 1
        return LocalizedText(en: "\(message.en), and \(more) more beside it", ru: "\(message.ru); рядом ещё \(more)")
    }
}

extension FormulaReader {
    /// Looks at the numbers that a formula may come to: itself, the branches of a condition, the values of a parameter.
    func lookAtPercentages(of formula: Checked<Measure>?, in entry: YAMLEntry?, as role: PercentageRole) {
        guard let formula, let entry, formula.type == .number(.plain) else { return }
        findings.look(at: outcomes(of: formula, in: entry), as: role)
    }

    private func outcomes(of formula: Checked<Measure>, in entry: YAMLEntry) -> [WrittenPercentage] {
        switch formula.node {
        case .number(let value):
            return [
                WrittenPercentage(value: value, isBare: formula.isBareLiteral, place: entry.place(of: formula.span))
            ]
        case .negation(let inner):
            return outcomes(of: inner, in: entry).map { written in
                var written = written
                written.value = (try? written.value.negated()) ?? written.value
                written.place = entry.place(of: formula.span)
                return written
            }
        case .conditional(_, let first, let second):
            return outcomes(of: first, in: entry) + outcomes(of: second, in: entry)
        case .function(.min, let parts), .function(.max, let parts), .function(.otherwise, let parts):
            return parts.flatMap { outcomes(of: $0, in: entry) }
        case .reference(.parameter(let number)):
            let parameter = parameters[number]
            return parameter.values.entries.map {
                WrittenPercentage(
                    value: $0.value, isBare: !parameter.unit.isPercent, place: entry.place(of: formula.span))
            }
        case .text, .day, .flag, .reference, .not, .binary, .emptiness, .function: return []
        }
    }

    // MARK: Conditions

    /// Looks at comparisons of a percentage with a plain number: `survey >= 80` is never true where 80 % was meant.
    func lookAtComparisons(_ formula: Checked<Measure>, in entry: YAMLEntry) {
        switch formula.node {
        case .binary:
            let chain = Checked<Measure>.Chain(formula)
            lookAtComparisons(chain.first, in: entry)
            for link in chain.links {
                if case .binary(let operation, let left, let right) = link.whole.node, operation.isComparison {
                    if isPercentage(left) { lookAtPercentages(of: right, in: entry, as: .figure) }
                    if isPercentage(right) { lookAtPercentages(of: left, in: entry, as: .figure) }
                }
                lookAtComparisons(link.right, in: entry)
            }
        case .negation(let inner), .not(let inner), .emptiness(let inner, _): lookAtComparisons(inner, in: entry)
        case .conditional(let condition, let first, let second):
            for part in [condition, first, second] { lookAtComparisons(part, in: entry) }
        case .function(_, let parts):
            for part in parts { lookAtComparisons(part, in: entry) }
        case .reference(.subject(_, let inner)), .reference(.window(_, let inner)):
            lookAtComparisons(inner, in: entry)
        case .number, .text, .day, .flag, .reference: break
        }
    }

    /// Whether a part is a metric that is shown as a percentage, also of a group or another time, or a personal field that is one.
    func isPercentage(_ formula: Checked<Measure>) -> Bool {
        switch formula.node {
        case .reference(.metric(let metric)), .reference(.target(let metric)): metrics[metric].unit.isPercent
        case .reference(.subject(_, let inner)), .reference(.window(_, let inner)): isPercentage(inner)
        case .reference(.person(.assignment(let field))): names.assignmentKind.fields[field].type == .percent
        case .reference(.person(.record(let field))):
            names.recordKinds[BuiltInKind.person]?.fields[field].type == .percent
        case .function(.otherwise, let parts): parts.first.map { isPercentage($0) } ?? false
        case .number, .text, .day, .flag, .reference, .negation, .not, .binary, .emptiness, .conditional, .function:
            false
        }
    }
}

extension BinaryOperator {
    fileprivate var isComparison: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .and, .or, .plus, .minus, .times, .divide: false
        }
    }
}
