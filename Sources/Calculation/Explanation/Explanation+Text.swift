internal import Formulas
public import Messages

extension Explanation {
    /// The tree as indented lines with branches drawn in front.
    ///
    ///     40 987.50 RUB  portfolio
    ///     ├─ 108 %  sales
    public func lines(in language: Language) -> [String] {
        var result: [String] = []
        // Nodes that are still to be written, the next one last: a deep tree needs no deep stack.
        var open = [(node: self, lead: "", branch: "")]
        while let (node, lead, branch) = open.popLast() {
            result.append(lead + branch + node.headline(in: language))
            let inner = branch.isEmpty ? lead : lead + (branch == "└─ " ? "   " : "│  ")
            for (index, child) in node.children.enumerated().reversed() {
                open.append((child, inner, index == node.children.count - 1 ? "└─ " : "├─ "))
            }
        }
        return result
    }

    private func headline(in language: Language) -> String {
        var text = label[language]
        switch content {
        case .figure(let value, let unit): text += ": " + UnitFigure(value, unit).text(in: language)
        case .answer(let answer): text += ": " + Self.word(answer, in: language)
        case .missing(let reason):
            text += (language == .ru ? ": не вычислить — " : ": not computable: ") + reason.text[language]
        case .none: break
        }
        if let formula = formula?[language], formula != label[language] { text += "  = " + formula }
        if let note { text += "  [" + note[language] + "]" }
        return text
    }

    private static func word(_ answer: Bool, in language: Language) -> String {
        switch (answer, language) {
        case (true, .en): "yes"
        case (false, .en): "no"
        case (true, .ru): "да"
        case (false, .ru): "нет"
        }
    }
}
