internal import Messages
public import Periods

/// A round in which several departments score candidates blind, come to terms, and the director decides.
///
/// The values of a round are changed only through its steps; each either happens wholly or is refused.
public struct Round: Hashable, Sendable {
    /// Its name, such as `2026-S1`.
    public let id: Key<Round>
    /// The rules it goes by; may change in the draft only.
    public private(set) var model: SelectionModel
    /// Who is scored, in the order of the tables.
    public private(set) var candidates: [Key<Client>]
    /// The first day on which the round may be closed although scores are missing.
    public let closes: CivilDay
    /// Where it stands.
    public private(set) var state = RoundState.draft
    /// The scores as they were given blind.
    public private(set) var given: [ScorePlace: DepartmentScore] = [:]
    /// The scores of rivals, by client.
    public private(set) var rivals: [Key<Client>: [RivalScore]] = [:]
    /// Who scores for each department.
    public private(set) var raters: [Key<Department>: Key<Person>] = [:]
    /// The day on which it was closed.
    public private(set) var closedOn: CivilDay?
    /// The candidates once more, to be found at once.
    private var isCandidate: Set<Key<Client>> = []
    /// The minutes, in the order in which they were held.
    public internal(set) var minutes: [Minutes] = []
    /// What was decided, once it was.
    public private(set) var decision: Decision?

    /// Who decided, when, and why in spite of what.
    public struct Decision: Hashable, Sendable {
        /// The director.
        public let by: Key<Person>
        /// The day.
        public let day: CivilDay
        /// His reason where the departments agree less than they should.
        public let reason: String?
    }

    /// A draft.
    public init(id: Key<Round>, model: SelectionModel, candidates: [Key<Client>], closes: CivilDay) {
        (self.id, self.model, self.closes) = (id, model, closes)
        self.candidates = []
        for client in candidates where isCandidate.insert(client).inserted { self.candidates.append(client) }
    }

    var place: String { "round \(id)" }

    // MARK: Preparing

    /// Takes other rules; only in the draft, since scores are given by the rules people saw.
    public mutating func use(_ model: SelectionModel) throws(Refusal) {
        guard state == .draft else { throw .rulesWhileOpen(place, state) }
        self.model = model
    }

    /// Adds a candidate, also while the round is open: every department then has to score him too.
    public mutating func add(_ client: Key<Client>) throws(Refusal) {
        guard state == .draft || state == .open else { throw .candidateAfterClosing(place, client, state) }
        if isCandidate.insert(client).inserted { candidates.append(client) }
    }

    /// Opens the round on a day on which its rules are valid.
    public mutating func open(on day: CivilDay) throws(Refusal) {
        guard model.valid.contains(day) else { throw .rulesNotValid(place, model, day) }
        guard !candidates.isEmpty else { throw .noCandidates(place) }
        state = try state.stepping(to: .open, place)
    }

    // MARK: Scoring

    /// Takes a department's score, or a better one in the place of its former.
    ///
    /// - Parameter manager: who is the client's account manager that day; he does not score his own client.
    public mutating func give(_ score: DepartmentScore, manager: Key<Person>?, on day: CivilDay) throws(Refusal) {
        let place = score.place
        guard state == .open, day < closes else { throw .notScoring(self.place, state, closes: closes) }
        guard isCandidate.contains(place.client) else { throw .unknown(place.client.text, self.place) }
        guard model.departments.contains(place.department) else { throw .unknown(place.department.text, self.place) }
        guard model.criteria.contains(where: { $0.id == place.criterion }) else {
            throw .unknown(place.criterion.text, self.place)
        }
        guard score.rater != manager else { throw .ownClient(score.rater, place.client) }
        let rater = raters[place.department] ?? score.rater
        guard rater == score.rater else { throw .secondRater(place.department, rater) }
        raters[place.department] = rater
        given[place] = score
    }

    /// Takes a rival's score on a criterion of strength.
    public mutating func give(_ score: RivalScore) throws(Refusal) {
        guard state == .draft || state == .open else { throw .notScoring(place, state, closes: closes) }
        guard isCandidate.contains(score.client) else { throw .unknown(score.client.text, place) }
        guard model.strength.contains(where: { $0.id == score.criterion }) else {
            throw .unknown(score.criterion.text, place)
        }
        rivals[score.client, default: []].removeAll { ($0.rival, $0.criterion) == (score.rival, score.criterion) }
        rivals[score.client, default: []].append(score)
    }

    /// What a department may see: while the round is open its own scores only.
    public func scores(seenBy department: Key<Department>) -> [DepartmentScore] {
        given.values.filter { state != .open || $0.place.department == department }.sorted { $0.place < $1.place }
    }

    /// The scores nobody has given yet.
    public var missing: [ScorePlace] {
        let standing = standing
        return candidates.flatMap { client in
            model.departments.flatMap { department in
                model.criteria.map { ScorePlace(client, department, $0.id) }.filter { standing[$0] == nil }
            }
        }
    }

    /// Closes the round: when every score is given, or from the closing day on.
    public mutating func close(on day: CivilDay) throws(Refusal) {
        let next = try state.stepping(to: .closed, place)
        let missing = missing.count
        guard missing == 0 || day >= closes else { throw .stillMissing(place, missing, closes: closes) }
        (state, closedOn) = (next, day)
    }

    /// Gives the round up.
    public mutating func void() throws(Refusal) {
        state = try state.stepping(to: .void, place)
    }

    // MARK: Coming to terms

    /// Lays minutes before the departments; the scores change when all have signed.
    public mutating func hold(_ minutes: Minutes) throws(Refusal) {
        guard isCandidate.contains(minutes.client) else { throw .unknown(minutes.client.text, place) }
        guard !minutes.argument.isBlank else {
            throw .wording("minutes \(minutes.id)", needs: LocalizedText(en: "argument", ru: "довод"))
        }
        guard !self.minutes.contains(where: { $0.id == minutes.id }) else {
            throw .usedTwice(minutes.id.text, place)
        }
        guard state == .closed || state == .sessions else {
            throw .step(place, from: state, to: .sessions, next: state.next)
        }
        try require(minutes)
        state = .sessions
        self.minutes.append(minutes)
    }

    /// Signs minutes for a department; with the last signature the scores change.
    public mutating func sign(_ id: Key<Minutes>, for department: Key<Department>) throws(Refusal) {
        guard state == .sessions else { throw .step(place, from: state, to: .sessions, next: state.next) }
        guard model.departments.contains(department) else { throw .unknown(department.text, place) }
        guard let index = minutes.firstIndex(where: { $0.id == id }) else { throw .unknown(id.text, place) }
        // Other minutes may have changed the score meanwhile: what is signed must still be so.
        if !isSigned(minutes[index]) { try require(minutes[index]) }
        minutes[index].signed.insert(department)
    }

    /// True once every department has signed.
    public func isSigned(_ minutes: Minutes) -> Bool {
        minutes.signed.isSuperset(of: model.departments)
    }

    /// The scores that stand: as given, changed by the minutes that all have signed.
    public var standing: [ScorePlace: Score] {
        var scores = given.mapValues(\.score)
        for minutes in minutes where isSigned(minutes) {
            for change in minutes.changes {
                scores[ScorePlace(minutes.client, change.department, change.criterion)] = change.after
            }
        }
        return scores
    }

    /// Whether what the minutes change is what stands.
    private func require(_ minutes: Minutes) throws(Refusal) {
        let standing = standing
        for change in minutes.changes {
            let place = ScorePlace(minutes.client, change.department, change.criterion)
            guard model.departments.contains(change.department),
                model.criteria.contains(where: { $0.id == change.criterion })
            else { throw .unknown(place.description, self.place) }
            guard standing[place] == change.before else {
                throw .staleMinutes(minutes.id, place, standing: standing[place])
            }
        }
    }

    // MARK: Deciding

    /// The director decides: every session that is due has minutes signed by all, and where the departments agree
    /// less than the bound on an axis, or that cannot be told, he says why he decides all the same.
    public mutating func decide(by director: Key<Person>, on day: CivilDay, reason: String? = nil) throws(Refusal) {
        let next = try state.stepping(to: .decided, place)
        let open = sessionsDue.filter { client in
            !minutes.contains { $0.client == client && isSigned($0) }
        }
        let unsigned = minutes.filter { !isSigned($0) }.map(\.client)
        guard open.isEmpty, unsigned.isEmpty else { throw .sessionsOpen(place, Set(open + unsigned).sorted()) }
        guard agrees || !(reason ?? "").isBlank else { throw .agreementTooLow(place, model.bounds.agreement) }
        decision = Decision(by: director, day: day, reason: reason)
        state = next
    }

    /// Whether the departments agree at least to the bound on both axes.
    public var agrees: Bool {
        SelectionAxis.allCases.allSatisfy { axis in
            guard let rating = try? agreement(on: axis) else { return false }
            return rating.coefficient >= model.bounds.agreement
        }
    }
}

extension String {
    /// Nothing but spaces and characters that nobody sees.
    package var isBlank: Bool { VisibleText.withoutHidden(self).allSatisfy(\.isWhitespace) }
}
