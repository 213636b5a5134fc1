import Accounts
import Periods
import Quantities

/// What a client spends in a period, known from a day on.
struct WalletRow: Sendable {
    let client: Key<Client>
    let day: CivilDay
    let period: Period
    let spend: FixedDecimal
    let confidence: WalletShare.Confidence
}

/// A mark of a key factor.
struct FactorRow: Sendable {
    let client: Key<Client>
    let day: CivilDay
    let factor: Key<KeyFactor>
    /// Whose work is marked; `nil` for ours.
    let rival: Key<Rival>?
    /// Which contact gave the mark; `nil` for one of ours.
    let contact: Key<Contact>?
    let score: Score
}

/// Something heard, with what became of it.
struct FactRow: Sendable {
    let id: String
    let client: Key<Client>
    let statedOn: CivilDay
    let expires: CivilDay?
    let state: FactState
    let reportedOn: CivilDay?
    let author: Key<Person>?
    var sources: [FactSource] = []
}

/// What a client thought of something.
struct AnswerRow: Sendable {
    let id: String
    let client: Key<Client>
    let day: CivilDay
    let share: FixedDecimal?
    let isRemark: Bool
    let isTagged: Bool
    let taggedOn: CivilDay?
}

/// An incentive, with what was bought and what it brought by quarter.
struct IncentiveRow: Sendable {
    let id: String
    let client: Key<Client>
    let days: DayRange
    let premium: FixedDecimal
    let services: FixedDecimal
    let isTrader: Bool
    let state: IncentiveState
    var effects: [(day: CivilDay, bought: FixedDecimal, listed: FixedDecimal, cost: FixedDecimal, gain: FixedDecimal)] =
        []
}

extension RowReader {
    mutating func wallets() -> [WalletRow] {
        let year = source.year
        return read("wallet") { row throws(RowProblem) in
            let text = try row.needed("period")
            guard let period = year.parse(text) else {
                throw .word("period", found: text, known: ["2026-Q1", "2026-03"])
            }
            return WalletRow(
                client: try row.neededKey("client"), day: try row.neededDay("day"), period: period,
                spend: try row.neededDecimal("spend"), confidence: try row.neededWord("confidence"))
        }
    }

    mutating func factors(_ rules: AccountRules) -> [FactorRow] {
        let known = rules.factors.map(\.id.text)
        return read("factor_score") { row throws(RowProblem) in
            let factor = try row.needed("factor")
            guard known.contains(factor) else { throw .word("factor", found: factor, known: known) }
            let (subject, by) = (try row.needed("subject"), try row.needed("seen_by"))
            return FactorRow(
                client: try row.neededKey("client"), day: try row.neededDay("day"), factor: Key(factor),
                rival: subject == "we" ? nil : Key(subject), contact: by == "own" ? nil : Key(by),
                score: try row.rating("score"))
        }
    }

    /// The causes of claims, by claim.
    mutating func causes() -> [String: String] {
        let causes = read("claim_cause") { row throws(RowProblem) in
            (claim: try row.needed("claim"), cause: try row.needed("cause"))
        }
        return Dictionary(causes.map { ($0.claim, $0.cause) }, uniquingKeysWith: { _, last in last })
    }

    mutating func risks() -> [(client: Key<Client>, risk: Risk)] {
        read("risk") { row throws(RowProblem) in
            let state: RiskState = try row.neededWord("state")
            return (
                try row.neededKey("client"),
                Risk(
                    Key(row.id), try row.neededWord("kind"), seen: try row.neededDay("seen_on"),
                    owner: row.key("owner"), isSettled: state.isSettled)
            )
        }
    }

    mutating func facts(_ contacts: [Key<Contact>: Contact]) -> [FactRow] {
        var facts = read("fact") { row throws(RowProblem) in
            FactRow(
                id: row.id, client: try row.neededKey("client"), statedOn: try row.neededDay("stated_on"),
                expires: row.day("expires"), state: try row.neededWord("state"), reportedOn: row.day("reported_on"),
                author: row.key("author"))
        }
        let numbers = Dictionary(facts.indices.map { (facts[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        _ = read("fact_source") { row throws(RowProblem) -> Bool? in
            let contact: Key<Contact> = try row.neededKey("contact")
            guard let number = numbers[try row.needed("fact")], let function = contacts[contact]?.function else {
                return nil
            }
            facts[number].sources.append(
                FactSource(
                    contact, of: function, on: try row.neededDay("day"), says: try row.neededWord("agrees")))
            return true
        }
        return facts
    }

    mutating func answers() -> [AnswerRow] {
        read("answer") { row throws(RowProblem) in
            let share: FixedDecimal? =
                if let score = row.decimal("score"), let of = row.decimal("of"), of > .zero {
                    try? score.divided(by: of)
                } else { nil }
            return AnswerRow(
                id: row.id, client: try row.neededKey("client"), day: try row.neededDay("date"), share: share,
                isRemark: row.text("remark") != nil, isTagged: row.text("tag") != nil, taggedOn: row.day("tagged_on"))
        }
    }

    mutating func incentives() -> [IncentiveRow] {
        var incentives = read("incentive") { row throws(RowProblem) in
            IncentiveRow(
                id: row.id, client: try row.neededKey("client"),
                days: DayRange(from: try row.neededDay("from"), clampingUntil: try row.neededDay("until")),
                premium: try row.neededDecimal("premium"), services: row.decimal("services") ?? .zero,
                isTrader: row.flag("trader") ?? false, state: try row.neededWord("state"))
        }
        let numbers = Dictionary(
            incentives.indices.map { (incentives[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        _ = read("incentive_paid") { row throws(RowProblem) -> Bool? in
            guard let number = numbers[try row.needed("incentive")] else { return nil }
            let cost = try row.neededDecimal("cost")
            let gain = row.decimal("margin").flatMap { try? $0.subtracting(cost) } ?? .zero
            incentives[number].effects.append(
                (try row.neededDay("date"), try row.neededDecimal("bought"), row.decimal("listed") ?? .zero, cost, gain)
            )
            return true
        }
        return incentives
    }

    /// The suggestions that wait for a reply.
    mutating func suggestions() -> [Suggestion] {
        read("suggestion") { row throws(RowProblem) in
            let state: SuggestionState = try row.neededWord("state")
            let (author, answerer): (Key<Person>, Key<Person>) = (
                try row.neededKey("author"), try row.neededKey("answered_by")
            )
            let (given, due, text) = (
                try row.neededDay("given_on"), try row.neededDay("reply_due"), try row.needed("text")
            )
            guard state == .submitted || state == .acceptedForStudy else { return nil }
            do throws(Refusal) {
                return try Suggestion(Key(row.id), by: author, to: answerer, on: given, replyDue: due, text: text)
            } catch {
                throw .refused(error)
            }
        }
    }
}
