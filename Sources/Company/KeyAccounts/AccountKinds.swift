/// The kinds of key account work: a file of the program, in the language in which companies declare their own.
///
/// A company that has a section `accounts` has these kinds besides its own; the others know nothing of them.
enum AccountKinds {
    /// What messages call the file.
    static let path = "accounts/kinds.yaml"

    /// What a client is to us, by day.
    static let account = "account"

    /// The tables that the book of key accounts reads.
    static let entered = [
        "account", "contact", "rival", "touch", "relation", "commitment", "account_plan", "plan_goal", "plan_action",
        "plan_look", "fact",
        "fact_source", "meeting", "attendance", "review", "rung", "proof", "factor_score", "wallet", "risk", "answer",
        "incentive", "incentive_paid", "suggestion", "reference", "battle", "round", "score", "rival_score",
        "consensus", "claim_cause", "consent", "training", "training_place", "assessment", "radar_answer",
    ]

    /// The declarations.
    static let file = SourceFile(path: path, bytes: PackageResources.account_kinds_yaml)
}
