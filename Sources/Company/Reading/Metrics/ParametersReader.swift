internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Reads the section `parameters`: numbers that formulas name, each with the days on which it holds.
struct ParametersReader {
    let documents: Documents
    /// Gets their names.
    let names: Names
    let findings: Findings
    private var parameters: [Parameter] = []

    init(_ documents: Documents, _ names: Names, _ findings: Findings) {
        self.documents = documents
        self.names = names
        self.findings = findings
    }

    /// The parameters, in the order in which they are written.
    static func read(_ documents: Documents, _ names: Names, _ findings: Findings) -> [Parameter] {
        var reader = ParametersReader(documents, names, findings)
        reader.readAll()
        return reader.parameters
    }

    mutating func readAll() {
        for definition in documents.definitions(.parameters, findings) {
            let steps =
                definition.value.isList ? definition.value.elements.compactMap { step($0) } : undated(definition.value)
            guard let unit = steps.first?.unit else {
                if definition.value.isList, definition.value.elements.isEmpty {
                    findings.expected(
                        LocalizedText(en: "a number", ru: "число"), at: definition.value)
                }
                continue
            }
            if let odd = steps.first(where: { $0.unit != unit }) {
                findings.report(
                    "wrong-unit", at: odd.place,
                    LocalizedText(
                        en: "the unit of '\(definition.name)' changes from \(unit) to \(odd.unit)",
                        ru: "единица «\(definition.name)» меняется: была \(unit), стала \(odd.unit)"),
                    remedy: LocalizedText(
                        en: "write every value in the same unit", ru: "пишите все значения в одной единице"))
                continue
            }
            let sorted = steps.sorted { $0.from < $1.from }
            for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.from == later.from {
                findings.report(
                    "duplicate-value", at: later.place,
                    LocalizedText(
                        en: "'\(definition.name)' has two values from \(later.from)",
                        ru: "у «\(definition.name)» два значения с \(later.from)"),
                    remedy: LocalizedText(en: "keep one of them", ru: "оставьте одно"))
            }
            add(definition, unit, sorted)
        }
    }

    private struct ParameterStep {
        let from: CivilDay
        let value: FixedDecimal
        let unit: Unit
        /// Whether it was written as a percentage, and is shown as one.
        let isPercent: Bool
        let place: Place
    }

    private func undated(_ entry: YAMLEntry) -> [ParameterStep] {
        [parameterStep(entry, from: .earliest, at: entry.place)].compactMap { $0 }
    }

    private func step(_ entry: YAMLEntry) -> ParameterStep? {
        guard let fields = Fields(entry, findings) else { return nil }
        let from = fields.require("from").flatMap { findings.day($0) }
        let value = fields.require("value")
        fields.finish()
        guard let from, let value else { return nil }
        return parameterStep(value, from: from, at: entry.place)
    }

    private func parameterStep(_ entry: YAMLEntry, from: CivilDay, at place: Place) -> ParameterStep? {
        findings.constant(entry).map { value, unit in
            ParameterStep(
                from: from, value: value, unit: unit, isPercent: entry.text?.hasSuffix("%") ?? false, place: place)
        }
    }

    /// Each value holds until the next begins.
    private mutating func add(_ definition: Documents.Definition, _ unit: Unit, _ steps: [ParameterStep]) {
        let ends = steps.dropFirst().map(\.from) + [CivilDay.latest]
        let dated = zip(steps, ends).map { step, end in
            Dated(step.value, DayRange(from: step.from, clampingUntil: end))
        }
        guard let values = try? Timeline(dated) else { return }
        names.define(parameter: definition.name, number: parameters.count, unit)
        let isPercent = steps.contains(where: \.isPercent)
        parameters.append(
            Parameter(name: definition.name, unit: MetricUnit(unit, isPercent: isPercent), values: values))
    }
}
