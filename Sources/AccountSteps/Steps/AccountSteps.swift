public import AccountRows
public import Accounts
public import Periods

/// All steps of key account work.
public enum AccountSteps {
    /// Every step, by object and then in the order of a life.
    public static let all: [AccountStep] =
        PromiseSteps.all + TouchSteps.all + MeetingSteps.all + FindingSteps.all + SuggestionSteps.all + RoundSteps.all
        + PlanSteps.all + ActionSteps.all + FactSteps.all + RungSteps.all + BattleSteps.all + IncentiveSteps.all
        + ContactSteps.all + RelationSteps.all + ConsentSteps.all + TrainingSteps.all + RiskSteps.all
        + MarketSteps.all + AccountStatusSteps.all

    /// The step of a name such as `promise.accept`; `nil` where there is none.
    public static func step(_ name: String) -> AccountStep? { all.first { $0.name == name } }

    /// The steps of an object, in the order of its life.
    public static func steps(of object: AccountObject) -> [AccountStep] { all.filter { $0.object == object } }

    /// The steps that somebody may take with something now: what a page offers as buttons.
    ///
    /// A step is offered when nothing stands against it but what its form still asks.
    public static func possible(
        with object: AccountObject, _ id: String, by actor: StepActor, in book: AccountBook, at now: CivilMoment
    ) -> [AccountStep] {
        let request = StepRequest(book: book, actor: actor, now: now, subject: id)
        return steps(of: object).filter { !$0.begins && refusal(of: $0, request) == nil }
    }

    /// The steps by which somebody may begin something now.
    public static func beginnings(by actor: StepActor, in book: AccountBook, at now: CivilMoment) -> [AccountStep] {
        let request = StepRequest(book: book, actor: actor, now: now)
        return all.filter { $0.begins && refusal(of: $0, request) == nil }
    }

    /// What stands against a step whatever its form says; `nil` when nothing does.
    public static func refusal(of step: AccountStep, _ request: StepRequest) -> Refusal? {
        do {
            try step.allow(request)
            return nil
        } catch {
            return error
        }
    }

    /// What a step comes to.
    ///
    /// What no form could mend is refused first, then fields that are empty or cannot be read, then what the rules say of them.
    ///
    /// - Throws: a refusal with its remedy; of a form, one that names the field.
    public static func take(_ step: AccountStep, _ request: StepRequest) throws(Refusal) -> StepOutcome {
        var request = request
        request.fields = step.fields
        try step.allow(request)
        for field in step.fields { try request.check(field) }
        return try step.make(request)
    }
}
