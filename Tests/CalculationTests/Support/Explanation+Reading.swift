import Calculation
import Company
import Formulas
import Messages
import Quantities
import Testing

extension Explanation {
    /// The figure of the node.
    var number: FixedDecimal? {
        if case .figure(let value, _) = content { value } else { nil }
    }

    /// The part with an English label.
    func part(_ label: String) throws -> Explanation {
        try #require(children.first { $0.label.en == label }, "no part '\(label)' among \(children.map(\.label.en))")
    }

    /// This node and every node below it.
    var nodes: [Explanation] { [self] + children.flatMap(\.nodes) }
}

extension TestCompany {
    /// The explanations of what a person gets for a period.
    func explanations(_ person: String, _ period: String, component: String? = nil) throws -> [Explanation] {
        AwardExplainer(model, engine).awards(of: try self.person(person), in: try range(period), component: component)
    }

    /// The fields of an event as its explanation shows them.
    func eventFields(_ event: String, _ id: String, _ language: Language = .en) throws -> [String] {
        let inquiry = try #require(EventInquiry(model, kind: event, id: id), "no \(event) \(id)")
        return inquiry.explanation(for: nil).children.filter { $0.content == .none }.map { $0.label[language] }
    }

    /// Why an event does or does not count for a person: the note under each figure, by the figure's text.
    func inquiry(_ event: String, _ id: String, _ person: String, _ language: Language = .en) throws -> [String: String]
    {
        let inquiry = try #require(EventInquiry(model, kind: event, id: id), "no \(event) \(id)")
        let answers = inquiry.explanation(for: try self.person(person)).children.filter { $0.content != .none }
        return Dictionary(
            answers.map { ($0.label.en, ($0.content == .answer(true) ? "+ " : "- ") + ($0.note?[language] ?? "")) }
        ) { $1 }
    }
}

extension [FixedDecimal] {
    /// The sum.
    func sum() throws -> FixedDecimal { try reduce(.zero) { try $0.adding($1) } }
}
