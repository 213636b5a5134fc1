internal import Calculation
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// Explanations of awards as the tree of a page: award, metric, events, source row.
struct StatementSteps {
    let model: CompanyModel
    let period: String
    let person: String?
    let amounts: Amounts

    private var language: PageLanguage { amounts.language }

    /// An award.
    func step(_ step: AwardSteps.Step) -> HTML.Explanation {
        self.step(step.explanation, name: step.node, label: step.title[language])
    }

    private func step(
        _ explanation: Calculation.Explanation, name: String, label: String? = nil
    ) -> HTML.Explanation {
        let label = label ?? explanation.label[language]
        let amount: Amount =
            switch explanation.content {
            case .figure(let value, let unit): amounts.amount(value, unit)
            case .answer(let answer):
                .words(answer ? (language == .ru ? "да" : "yes") : (language == .ru ? "нет" : "no"))
            case .missing(let reason): amounts.absent(reason.text[language])
            case .none: .words("")
            }
        return HTML.Explanation(
            name: name, label: label, amount: amount, links: links(explanation.label.en),
            formula: explanation.formula == explanation.label ? nil : explanation.formula?[language],
            remark: explanation.note?[language],
            parts: explanation.children.enumerated().map { place, child in step(child, name: "\(name)/\(place)") })
    }

    /// The page of the event that a step names: `sale 2, 2026-01-12 (sale.csv:3)`.
    private func links(_ label: String) -> [NavigationItem] {
        for (number, kind) in model.eventKinds.enumerated() where label.hasPrefix(kind.name + " ") {
            let rest = String(label.dropFirst(kind.name.utf8.count + 1))
            for end in ends(of: rest) {
                let id = String(rest[..<end])
                guard model.events.indices.contains(number), model.events[number].keys.row(of: id) != nil else {
                    continue
                }
                return [
                    NavigationItem(
                        language == .ru ? "Что записано" : "What it says",
                        Addresses.event(period, of: person, kind: kind.name, id: id))
                ]
            }
        }
        return []
    }

    /// Where an identifier may end: before a comma, before a bracket, at the end; the longest first.
    private func ends(of text: String) -> [String.Index] {
        var ends = [text.endIndex]
        for index in text.indices.reversed() where text[index] == "," || text[index...].hasPrefix(" (") {
            ends.append(index)
        }
        return ends
    }
}
