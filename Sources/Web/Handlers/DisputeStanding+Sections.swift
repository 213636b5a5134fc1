internal import Company
internal import HTML
internal import Ledger
internal import Messages
internal import Pages
internal import Payroll
internal import Quantities
internal import Storage

/// Where a dispute stands, as its page tells it: whose turn it is, what it holds up, what was done when, what came of it.
struct DisputeStandingSections {
    let standing: DisputeStanding
    let company: CompanyModel
    let asked: Asked

    private var language: PageLanguage { asked.language }
    private var amounts: Amounts { Amounts(currency: company.currency, language: language) }

    /// Those to whom the person reported, as people call them.
    static func heads(_ standing: DisputeStanding, _ company: CompanyModel, _ language: PageLanguage) -> String {
        standing.heads.map { DisputeHandler.title(of: $0, company, language) }.joined(separator: ", ")
    }

    /// Whose turn it is and what it holds up; nothing once it is answered.
    var turn: [PageSection] {
        guard let blocks = standing.blocks else { return [] }
        let since = asked.shown(standing.records.opened)
        let turn = ComparisonWords.turn(Self.heads(standing, company, language), since)
        let held =
            switch blocks {
            case .approval: ComparisonWords.blocksApproval(PeriodNames.heading(standing.dispute.period, language))
            case .nothing: ComparisonWords.blocksNothing
            }
        return [.notice(asked.word(turn), .warn), .text([asked.word(held)])]
    }

    /// What was done when and by whom.
    var timeline: PageSection {
        let dispute = standing.dispute
        var rows = [row(standing.records.opened, dispute.person, ComparisonWords.opened)]
        if let answer = dispute.answer, let at = standing.records.answered {
            rows.append(row(at, answer.actor, ComparisonWords.answered))
        }
        return .table(
            DataTable(
                name: "timeline", caption: asked.word(ComparisonWords.timeline),
                columns: [
                    Column(asked.word(ComparisonWords.when)), Column(asked.word(ComparisonWords.who)),
                    Column(asked.word(ComparisonWords.what)),
                ], rows: rows, language: language))
    }

    private func row(_ at: String, _ person: String, _ what: Words) -> TableRow {
        TableRow(
            .text(asked.shown(at)),
            [.name(DisputeHandler.title(of: person, company, language), nil), .text(asked.word(what))])
    }

    /// The corrections and adjustments since; that there are none, once it is answered.
    var outcome: [PageSection] {
        let isOwn = standing.dispute.person == asked.reader?.person
        let person = isOwn ? nil : standing.dispute.person
        let corrections = standing.records.corrections.compactMap { posted -> TableRow? in
            guard case .award(let plan, let component, _) = posted.entry.obligation.matter else { return nil }
            let titles = AwardNames(company).titles(plan, component)
            let amount = posted.entry.to == .earned ? -posted.entry.amount : posted.entry.amount
            return change(
                ComparisonWords.correction(titles.component[language]), posted.entry.period, person, amount)
        }
        let adjustments = standing.adjustments.map { adjustment in
            change(
                ComparisonWords.adjustment(adjustment.number, adjustment.reason), adjustment.period, person,
                adjustment.amount)
        }
        let rows = corrections + adjustments
        if rows.isEmpty {
            return standing.dispute.answer == nil ? [] : [.text([asked.word(ComparisonWords.noOutcome)])]
        }
        return [
            .table(
                DataTable(
                    name: "outcome", caption: asked.word(ComparisonWords.outcome) + ", " + company.currency.code,
                    columns: [
                        Column(asked.word(ComparisonWords.what)), Column(asked.word(ComparisonWords.inPeriod)),
                        Column(asked.word(ComparisonWords.amount), figures: true),
                    ], rows: rows, language: language))
        ]
    }

    private func change(_ title: Words, _ period: String, _ person: String?, _ amount: Int64) -> TableRow {
        TableRow(
            .name(asked.word(title), Addresses.statement(period, of: person)),
            [.text(PeriodNames.title(period, language)), .amount(amounts.change(amount))])
    }
}
