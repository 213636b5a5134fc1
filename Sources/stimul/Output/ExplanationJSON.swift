import Calculation
import Company
import Foundation
internal import Messages
import Quantities

/// An explanation as JSON: figures are exact decimal texts, never binary fractions.
struct ExplanationJSON: Encodable {
    private enum Key: String, CodingKey {
        case label, formula, value, unit, answer, reason, note, parts
    }

    let node: Explanation
    let language: Language

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(node.label[language], forKey: .label)
        try container.encodeIfPresent(node.formula?[language], forKey: .formula)
        switch node.content {
        case .figure(let value, let unit):
            try container.encode(value.description, forKey: .value)
            try container.encode(unit.isPercent ? "percent" : unit.unit.description, forKey: .unit)
        case .answer(let answer): try container.encode(answer, forKey: .answer)
        case .missing(let reason):
            try container.encode(["code": reason.code, "text": reason.text[language]], forKey: .reason)
        case .none: break
        }
        try container.encodeIfPresent(node.note?[language], forKey: .note)
        if !node.children.isEmpty {
            try container.encode(node.children.map { ExplanationJSON(node: $0, language: language) }, forKey: .parts)
        }
    }

    /// The explanations as one JSON array with keys in order.
    static func text(_ nodes: [Explanation], in language: Language) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(nodes.map { ExplanationJSON(node: $0, language: language) })
        return VisibleText.json(String(decoding: data, as: UTF8.self))
    }
}
