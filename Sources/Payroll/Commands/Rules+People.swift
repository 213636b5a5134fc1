internal import Company
internal import Quantities
internal import Storage

/// The rules of what people change by hand and object to.
extension Rules {
    /// Makes sure that a change by hand may be proposed, and tells its amount in minor units.
    func adjustmentAmount(_ new: NewAdjustment) throws -> Int64 {
        try checkRight(.proposeAdjustment, for: new.person)
        let company = try cycle.reference(in: books)
        try checkPerson(new.person, company)
        _ = try cycle.payPeriod(new.period, company)
        let amount = try minorUnits(new, company.currency)
        try checkWritten(new.reason, .reason)
        if new.kind == .discipline { try checkWritten(new.order, .order) }
        if principal.isPaid(as: new.person) { throw Refusal.ownAdjustment(actor: principal.name) }
        if let other = try books.adjustmentWithoutSum(with: amount) { throw Refusal.noSum(new.amount, with: other) }
        return amount
    }

    private func checkPerson(_ person: String, _ company: CompanyModel) throws(Refusal) {
        if company.people.number(of: person) == nil { throw .noSuchPerson(person) }
    }

    /// The amount as it is written, in minor units; nothing is rounded.
    private func minorUnits(_ new: NewAdjustment, _ currency: Currency) throws -> Int64 {
        let most = try FixedDecimal(minorUnits: Adjustment.largestAmount, places: currency.minorDigits)
        guard new.amount <= most, try most.negated() <= new.amount else {
            throw Refusal.tooLarge(new.amount, most: most, currency)
        }
        let money = try Money(rounding: new.amount, in: currency)
        guard money.amount == new.amount else { throw Refusal.tooFine(new.amount, currency) }
        if money.minorUnits == 0 { throw Refusal.zeroAmount }
        if new.kind == .discipline, money.minorUnits > 0 { throw Refusal.givingCut(new.amount) }
        return money.minorUnits
    }

    func decide(_ number: Int64, _ verdict: Adjustment.Decision.Verdict, _ reason: String) throws {
        let adjustment = try adjustment(number)
        try checkRight(.decideAdjustment, for: adjustment.person)
        if verdict == .rejected { try checkWritten(reason, .reason) }
        try checkApprover(among: CompanyReader.approvers(in: cycle.text))
        var author = adjustment.author
        if let withdrawal = adjustment.withdrawal, withdrawal.decision == nil {
            author = withdrawal.author
        } else if let decision = adjustment.decision {
            throw Refusal.decidedAlready(number, by: (adjustment.withdrawal?.decision ?? decision).actor)
        }
        if author == principal.name { throw Refusal.ownProposal(number, actor: principal.name) }
        try checkOther(than: adjustment)
    }

    func withdraw(_ number: Int64, _ reason: String) throws {
        let adjustment = try adjustment(number)
        try checkRight(.proposeAdjustment, for: adjustment.person)
        try checkWritten(reason, .reason)
        guard adjustment.isInForce else { throw Refusal.notInForce(number) }
        if let waiting = adjustment.withdrawal, waiting.decision == nil {
            throw Refusal.withdrawalWaits(number, author: waiting.author)
        }
        try checkOther(than: adjustment)
    }

    private func adjustment(_ number: Int64) throws -> Adjustment {
        guard let adjustment = try books.adjustment(number) else { throw Refusal.noSuchAdjustment(number) }
        return adjustment
    }

    private func checkOther(than adjustment: Adjustment) throws(Refusal) {
        if principal.isPaid(as: adjustment.person) {
            throw .decisionOnOwnPay(adjustment.number, actor: principal.name)
        }
    }

    func dispute(_ person: String, _ period: String, _ text: String) throws {
        try checkRight(.openDispute, for: person)
        let company = try cycle.reference(in: books)
        try checkPerson(person, company)
        if try books.steps(of: period).isEmpty { _ = try cycle.payPeriod(period, company) }
        try checkWritten(text, .objection)
    }

    func answer(_ number: Int64, _ text: String) throws {
        guard let dispute = try books.dispute(number) else { throw Refusal.noSuchDispute(number) }
        try checkRight(.answerDispute, for: dispute.person)
        try checkWritten(text, .answer)
        if let given = dispute.answer { throw Refusal.answeredAlready(number, by: given.actor) }
        if principal.isPaid(as: dispute.person) { throw Refusal.ownDispute(number, actor: principal.name) }
    }
}
