internal import Company
public import Ledger
public import Messages
internal import Periods
public import Quantities
public import Storage

/// What a person is paid for a period and what it is made of: the one value that page, paper, workbook and command line draw.
///
/// Everything in it is of the run on which the period stands, in the words of that run's own text and rows.
public struct PayStatement: Sendable {
    /// The company.
    public var company: LocalizedText
    /// The person's identifier.
    public var person: String
    /// The person as people call him.
    public var name: LocalizedText
    /// The pay period.
    public var period: String
    /// The currency of all amounts.
    public var currency: Currency
    /// The identifier of the run.
    public var run: String
    /// The digest of the rules it was calculated by.
    public var rules: String
    /// How far the period has come.
    public var state: PeriodState
    /// Who has approved the run, by identifier.
    public var approvers: [String]
    /// The same as people call them.
    public var approverNames: [LocalizedText]
    /// What the plans award.
    public var awards: [Award]
    /// What of earlier awards came out otherwise.
    public var corrections: [Correction]
    /// What moved the pay, and what became of it.
    public var movements: [RecordedPay.Movement]
    /// The parts that add up to what is payable.
    public var pay: PayBreakdown
    /// Whether the run kept its remarks; one of an earlier version did not.
    public var keepsRemarks: Bool
    /// When it came to stand as it stands; `nil` of a workspace in which nothing was done with the period.
    public var seal: PeriodSeal?

    /// What a component of a plan awards.
    public struct Award: Sendable {
        /// The plan as people call it.
        public var plan: LocalizedText
        /// The component as people call it.
        public var component: LocalizedText
        /// The period that earned it.
        public var period: String
        /// The first day, as ISO 8601.
        public var from: String
        /// The day after the last.
        public var until: String
        /// The days, in words, when they are a part of the period.
        public var part: LocalizedText?
        /// In minor units; `nil` when it has no value.
        public var amount: Int64?
        /// Why it has none, and what else is to be known of it.
        public var remarks: [LocalizedText]
        /// What names it among the awards of a person, in addresses too.
        public var node: String

        /// `2026-01 · Sales manager · Commission`, with the days when they are a part of the period.
        public var title: LocalizedText {
            LocalizedText { language in
                let days = part.map { " (\($0[language]))" } ?? ""
                return "\(period)\(days) · \(plan[language]) · \(component[language])"
            }
        }
    }

    /// What an award of an earlier period came out otherwise by.
    public struct Correction: Sendable {
        /// The plan as people call it.
        public var plan: LocalizedText
        /// The component as people call it.
        public var component: LocalizedText
        /// The period that is corrected.
        public var period: String
        /// By how much, in minor units; below zero when it takes back.
        public var amount: Int64

        /// `2026-01 · Sales manager · Commission`.
        public var title: LocalizedText {
            LocalizedText { language in "\(period) · \(plan[language]) · \(component[language])" }
        }
    }

    /// What the awards of the run come to, in minor units.
    public var awarded: Int128 { awards.reduce(0) { $0 + Int128($1.amount ?? 0) } }

    /// Whether another calculation may still take its place.
    public var isDraft: Bool {
        switch state {
        case .open, .calculated, .inReview, .halfApproved: true
        case .approved, .paid, .closed: false
        }
    }
}

extension RecordedPay {
    /// What of earlier awards came out otherwise, one by one, in the order of the entries.
    public func corrections(_ names: AwardNames) -> [PayStatement.Correction] {
        run.entries.filter { $0.cause == .correction }.compactMap { entry in
            guard case .award(let plan, let component, let period) = entry.obligation.matter else { return nil }
            let titles = names.titles(plan, component)
            return PayStatement.Correction(
                plan: titles.plan, component: titles.component, period: period,
                amount: entry.to == .earned ? -entry.amount : entry.amount)
        }
    }
}

extension RunLine {
    /// What names the line among those of a person: plan, component, period and first day.
    public var node: String { [plan, component, period, from].joined(separator: "/") }
}

extension PayStatement {
    /// The statement of what was recorded, in the words of the run's company.
    init(_ recorded: RecordedPay, of person: String, _ model: CompanyModel, _ seal: PeriodSeal?) {
        let names = AwardNames(model)
        company = model.name
        self.person = person
        name = names.person(person)
        period = recorded.run.period
        currency = model.currency
        run = recorded.run.id
        rules = recorded.run.model
        state = recorded.state
        approvers = recorded.approvers
        approverNames = recorded.approvers.map(names.person)
        awards = recorded.run.lines.map { Award($0, names) }
        corrections = recorded.corrections(names)
        movements = recorded.movements
        pay = recorded.pay
        keepsRemarks = recorded.run.keepsRemarks
        self.seal = seal
    }
}

extension PayStatement.Award {
    fileprivate init(_ line: RunLine, _ names: AwardNames) {
        let titles = names.titles(line.plan, line.component)
        plan = titles.plan
        component = titles.component
        period = line.period
        from = line.from
        until = line.until
        part = names.days(of: line)
        amount = line.amount
        remarks = ((line.reason.map { [$0] } ?? []) + (line.remarks ?? [])).map(\.text)
        node = line.node
    }
}

extension PayCycle {
    /// The statement of what was recorded of a person's pay.
    ///
    /// - Throws: ``PayrollFailure/company(_:)``, as ``reference(of:)``.
    public func payStatement(_ recorded: RecordedPay, of person: String) throws(PayrollFailure) -> PayStatement {
        let model = try reference(of: recorded.run)
        let seal = try read { try $0.seal(of: recorded.run.period) }
        return PayStatement(recorded, of: person, model, seal)
    }

    /// The statement of a person by the run on which a period stands, or by the one posted last while it is open again.
    ///
    /// - Throws: ``Refusal/notCalculated(period:)``, ``Refusal/noSuchPerson(_:)``.
    public func payStatement(of person: String, _ period: String) throws(PayrollFailure) -> PayStatement {
        try payStatement(try recordedPay(of: person, standingIn: period), of: person)
    }

    /// The same with how its awards came about, by the rules and rows of the run.
    ///
    /// - Parameter eventLimit: How many events are listed under a figure.
    /// - Throws: As ``payStatement(of:_:)``.
    public func explainedStatement(
        of person: String, _ period: String, eventLimit: Int
    ) async throws(PayrollFailure) -> (statement: PayStatement, reasons: AwardSteps) {
        let recorded = try recordedPay(of: person, standingIn: period)
        let company = try await asked(recorded.run)
        guard let days = company.model.calendar.parse(period) else { throw .refused(.noSuchPeriod(period)) }
        let reasons = AwardSteps(
            of: person, in: days, company.model, await company.source(threads: threads), eventLimit: eventLimit)
        return (try payStatement(recorded, of: person), reasons)
    }

    private func recordedPay(of person: String, standingIn period: String) throws(PayrollFailure) -> RecordedPay {
        let life = try read { try $0.life(of: period) }
        let run = life.run.isEmpty ? life.postedRun : life.run
        if run.isEmpty { throw .refused(.notCalculated(period: period)) }
        let recorded = try recordedPay(of: person, in: run)
        guard try reference(of: recorded.run).people.number(of: person) != nil else {
            throw .refused(.noSuchPerson(person))
        }
        return recorded
    }
}
