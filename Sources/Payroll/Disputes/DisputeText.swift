internal import Calculation
internal import Company
public import Messages
internal import Quantities

/// The text of a dispute, made of where expectation and statement come apart, for its author to add to.
public struct DisputeText: Sendable {
    private let difference: ExpectationDifference
    private let statement: PayStatement
    /// Why a deal does not count, by its identifier, where that is known.
    private let reasons: [String: LocalizedText]
    private static let mostLines = 20

    /// A text about a comparison.
    public init(
        _ difference: ExpectationDifference, _ statement: PayStatement, reasons: [String: LocalizedText] = [:]
    ) {
        self.difference = difference
        self.statement = statement
        self.reasons = reasons
    }

    /// The text; empty where nothing differs.
    public var text: LocalizedText {
        guard let first = difference.first else { return LocalizedText("") }
        return LocalizedText { language in
            var lines = [Self.opening[language] + " " + line(first)[language] + "."]
            let rest = difference.lines.dropFirst()
            if !rest.isEmpty { lines.append(Self.also[language]) }
            lines += rest.prefix(Self.mostLines).map { "– " + line($0)[language] }
            if rest.count > Self.mostLines {
                lines.append(Self.more(rest.count - Self.mostLines)[language])
            }
            return lines.joined(separator: "\n")
        }
    }

    /// "sale 4711: mine 85 000.00 RUB, the statement has none, difference 85 000.00 RUB (credited to boris: …)"
    private func line(_ line: ExpectationDifference.Line) -> LocalizedText {
        let (mine, theirs) = (amount(line.mine, line), amount(line.theirs, line))
        let difference = amount(line.difference, line)
        let title = title(of: line.subject)
        var text = LocalizedText(
            en: "\(title): mine \(mine), the statement's \(theirs), difference \(difference)",
            ru: "\(title): у меня \(mine), в листке \(theirs), разница \(difference)")
        if case .deal(let id) = line.subject, let reason = reasons[id] {
            text = LocalizedText(en: "\(text) (\(reason))", ru: "\(text) (\(reason))")
        }
        return text
    }

    private func title(of subject: ExpectationDifference.Subject) -> LocalizedText {
        switch subject {
        case .deal(let id):
            let kind = difference.figure?.kind ?? ""
            return LocalizedText(kind.isEmpty ? id : kind + " " + id)
        case .award(_, let title): return title
        case .payable: return LocalizedText(en: "payable", ru: "к выплате")
        }
    }

    /// Amounts of awards are money; of a deal, in the unit of the figure that it counts in.
    private func amount(_ value: FixedDecimal?, _ line: ExpectationDifference.Line) -> LocalizedText {
        guard let value else { return LocalizedText(en: "none", ru: "нет") }
        if case .deal = line.subject {
            return LocalizedText(UnitFigure(value, difference.figure?.unit ?? .init(.money(statement.currency))))
        }
        return LocalizedText(UnitFigure(value, .init(.money(statement.currency))))
    }

    private static let opening = LocalizedText(
        en: "The first line that differs:", ru: "Первая строка, которая расходится:")
    private static let also = LocalizedText(en: "Also:", ru: "Кроме того:")

    private static func more(_ count: Int) -> LocalizedText {
        LocalizedText(en: "– and \(count) more", ru: "– и ещё \(count)")
    }
}
