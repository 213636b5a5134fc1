internal import HTTPTypes
internal import Pages

extension RouteTable {
    /// Key account work.
    static let accounts: [Route] = [
        .accounts(.get, "/week", KeyAccountWords.week, WeekHandler.show),
        .accounts(.get, "/accounts", KeyAccountWords.accounts, AccountListHandler.show),
        .account(.get, "/accounts/{client}", KeyAccountWords.account, DossierHandler.show),
        .account(.get, "/meetings/{meeting}", KeyAccountWords.meeting, MeetingHandler.show),
        .accounts(.get, "/radar", KeyAccountWords.radar, RadarHandler.show),
        .accounts(.get, "/rounds", KeyAccountWords.rounds, RoundHandler.list),
        .accounts(.get, "/rounds/{round}", KeyAccountWords.round, RoundHandler.show),
        .accounts(
            .post, "/rounds/{round}/scores", RoundWords.save, body: .long, ScoreHandler.take),
        .accounts(.get, "/suggestions", KeyAccountWords.suggestions, SuggestionHandler.show),
        .accounts(.get, "/learning", KeyAccountWords.learning, LearningHandler.show),
        .accounts(.get, "/steps/{step}", KeyAccountWords.step, StepHandler.show),
        .accounts(.post, "/steps/{step}", KeyAccountWords.step, body: .long, StepHandler.take),
    ]
}
