public import Calculation
internal import Company
public import Messages
public import Quantities

/// Where what somebody expected and what his statement says come apart, line by line, the deepest lines first: deals, then awards,
/// then what is payable.
///
/// A pure function of both: it knows neither a clock nor where the rows are kept.
public struct ExpectationDifference: Sendable {
    /// The lines that differ, in the order in which they are told.
    public private(set) var lines: [Line] = []
    /// How many lines of the person's were compared.
    public private(set) var compared = 0
    /// The figure that the deals were compared with; `nil` when none were.
    public private(set) var figure: CountedFigure?
    /// What of the statement comes to exactly the difference of what is payable, if anything does.
    public private(set) var explains: [LocalizedText] = []

    /// A line that differs.
    public struct Line: Sendable, Hashable {
        /// What it is.
        public var subject: Subject
        /// What was expected; `nil` where the person has no such line.
        public var mine: FixedDecimal?
        /// What the statement has; `nil` where it has no such line, or one without a value.
        public var theirs: FixedDecimal?

        /// What was expected less what the statement has; what is missing counts as nothing.
        public var difference: FixedDecimal? { try? (mine ?? .zero).subtracting(theirs ?? .zero) }
    }

    /// What a line is about.
    public enum Subject: Sendable, Hashable {
        /// An event, by its identifier.
        case deal(String)
        /// An award, by its node.
        case award(node: String, title: LocalizedText)
        /// What is payable.
        case payable
    }

    /// The first line that differs; `nil` when all that was said agrees.
    public var first: Line? { lines.first }

    /// Compares.
    ///
    /// - Parameter figures: The figures on which the awards rest.
    public init(_ expected: ExpectedPay, _ statement: PayStatement, _ figures: [CountedFigure]) {
        compareDeals(expected.deals, figures)
        for award in statement.awards {
            guard let mine = expected.awards[award.node] else { continue }
            compared += 1
            let theirs = award.amount
            if mine != theirs {
                add(
                    .award(node: award.node, title: award.title), Self.decimal(mine, statement),
                    theirs.flatMap { Self.decimal($0, statement) })
            }
        }
        if let mine = expected.payable {
            compared += 1
            let theirs = statement.pay.payable
            if mine != theirs {
                add(.payable, Self.decimal(mine, statement), Self.decimal(theirs, statement))
                explain(Int128(mine) - Int128(theirs), statement)
            }
        }
    }

    private mutating func add(_ subject: Subject, _ mine: FixedDecimal?, _ theirs: FixedDecimal?) {
        lines.append(Line(subject: subject, mine: mine, theirs: theirs))
    }

    private static func decimal(_ minorUnits: Int64, _ statement: PayStatement) -> FixedDecimal? {
        try? FixedDecimal(minorUnits: minorUnits, places: statement.currency.minorDigits)
    }

    // MARK: Deals

    /// In the order of the person's table, then what only the statement has.
    private mutating func compareDeals(_ deals: [ExpectedDeal], _ figures: [CountedFigure]) {
        guard !deals.isEmpty else { return }
        compared += deals.count
        let figure = Self.nearest(to: deals, figures)
        self.figure = figure
        let counted = Dictionary((figure?.events ?? []).map { ($0.id, $0.value) }) { first, _ in first }
        for deal in deals {
            let theirs = counted[deal.id]
            // A table without amounts asks only whether the deal counts.
            if theirs == nil || deal.amount.map({ $0 != theirs }) == true {
                add(.deal(deal.id), deal.amount, theirs)
            }
        }
        let known = Set(deals.map(\.id))
        for event in figure?.events ?? [] where !known.contains(event.id) { add(.deal(event.id), nil, event.value) }
    }

    /// The figure in which most of the deals count with the same amount, then in which most of them count at all, then one of
    /// money; the first of several.
    private static func nearest(to deals: [ExpectedDeal], _ figures: [CountedFigure]) -> CountedFigure? {
        var best: (figure: CountedFigure, rank: (same: Int, known: Int, money: Int))?
        for figure in figures {
            let counted = Dictionary(figure.events.map { ($0.id, $0.value) }) { first, _ in first }
            let rank = (
                same: deals.count { deal in deal.amount != nil && counted[deal.id] == deal.amount },
                known: deals.count { counted[$0.id] != nil }, money: figure.unit.unit.isMoney ? 1 : 0
            )
            if let best, best.rank >= rank { continue }
            best = (figure, rank)
        }
        return best?.figure
    }

    // MARK: What is payable

    /// Names what was taken away by exactly the difference, or has no value.
    private mutating func explain(_ difference: Int128, _ statement: PayStatement) {
        explains = statement.corrections.filter { -Int128($0.amount) == difference }.map { correction in
            LocalizedText(en: "correction of \(correction.title.en)", ru: "исправление: \(correction.title.ru)")
        }
        let parts = statement.movements.filter { -$0.amount == difference }
        explains += parts.map(\.title)
        explains += statement.awards.filter { $0.amount == nil }.map { award in
            LocalizedText(en: "\(award.title.en): no value", ru: "\(award.title.ru): нет значения")
        }
    }
}
