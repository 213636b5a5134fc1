public import Formulas

extension Explanation {
    /// The tree as indented lines with branches drawn in front.
    ///
    ///     40 987.50 RUB  portfolio
    ///     ├─ 108 %  sales
    public func lines(in language: Language) -> [String] {
        lines(in: language, lead: "", branch: "")
    }

    private func lines(in language: Language, lead: String, branch: String) -> [String] {
        var result = [lead + branch + headline(in: language)]
        let inner = branch.isEmpty ? lead : lead + (branch == "└─ " ? "   " : "│  ")
        for (index, child) in children.enumerated() {
            result += child.lines(in: language, lead: inner, branch: index == children.count - 1 ? "└─ " : "├─ ")
        }
        return result
    }

    private func headline(in language: Language) -> String {
        var text = label[language]
        switch content {
        case .figure(let value, let unit): text += ": " + FigureText.text(value, unit, in: language)
        case .answer(let answer): text += ": " + Self.word(answer, in: language)
        case .missing(let reason):
            text += (language == .ru ? ": не вычислить — " : ": not computable: ") + reason.text[language]
        case .none: break
        }
        if let formula, formula != label[language] { text += "  = " + formula }
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
