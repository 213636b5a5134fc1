internal import Calculation
internal import Company
internal import Credentials
internal import HTML
internal import Ledger
internal import Live
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// What is known of somebody's pay in a period: what a run has recorded, else what the rows of now give.
struct PayReading {
    let asked: Asked
    let pay: PayOfPerson
    let cycle: PayCycle

    init(_ asked: Asked, _ pay: PayOfPerson) throws {
        self.asked = asked
        self.pay = pay
        cycle = try asked.site.company.cycle()
    }

    var language: PageLanguage { asked.language }
    var amounts: Amounts { Amounts(currency: pay.company.currency, language: language) }

    /// What each period that stands on a run has recorded, by period.
    func recorded() throws -> [RecordedPay] { try cycle.recordedPay(of: pay.person) }

    /// The person as people call him.
    var name: String {
        pay.company.people.number(of: pay.person).map { pay.company.people.title($0)[language] } ?? pay.person
    }

    /// What the rows of now give him in a period; nil while nothing was calculated.
    func now(in period: Period) throws -> (lines: [AwardLine], shown: LiveFigures.Shown)? {
        guard let shown = try asked.site.live.shown(cycle),
            let number = shown.board.model.people.number(of: pay.person)
        else { return nil }
        return (shown.board.lines(of: number, endingIn: period.range), shown)
    }

    /// A plan and a component as people call them.
    func titles(_ plan: String, _ component: String) -> (plan: String, component: String) {
        let titles = AwardNames(pay.company).titles(plan, component)
        return (titles.plan[language], titles.component[language])
    }

    /// A word for a state, in its tone.
    static func tag(_ state: PeriodState, _ language: PageLanguage) -> StateTag {
        let tone: Tone =
            switch state {
            case .open: .neutral
            case .calculated, .inReview, .halfApproved: .info
            case .approved: .warn
            case .paid, .closed: .gain
            }
        return StateTag(state.title[language], tone)
    }
}

extension LocalizedText {
    /// Several texts as one.
    static func joining(_ texts: [LocalizedText]) -> LocalizedText {
        texts.joined(separator: "; ")
    }
}
