public import Accounts
public import Periods

/// What people can do, what their work asks for, what they were trained in, and what that changed, on a day.
public struct LearningBook: Sendable {
    /// The jobs and competencies of the company's text.
    public let jobs: JobBook
    /// The trainings, by day.
    public let trainings: [TrainingRow]
    /// The day.
    public let day: CivilDay
    private let places: [TrainingPlace]
    private let skills: SkillRecord
    private let assessments: [Assessment]
    private let source: AccountSource

    init(_ book: AccountBook, on day: CivilDay) {
        (jobs, source, self.day) = (book.rules.jobs, book.source, day)
        trainings = book.learning.trainings.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        (places, assessments) = (book.learning.places, book.learning.assessed.map(\.assessment))
        skills = SkillRecord(assessments)
    }

    /// Everybody whose position that day has a description, by identifier.
    public var people: [Key<Person>] {
        source.workplaces.keys.filter { position(of: $0).flatMap(jobs.job) != nil }.sorted()
    }

    /// Somebody's position on the day.
    public func position(of person: Key<Person>) -> Key<Job>? { source.workplace(of: person, on: day)?.position }

    /// How somebody fits a job.
    public func fit(_ person: Key<Person>, to job: JobDescription) -> LevelFit {
        LevelFit(
            job.skills.map { LevelFit.Skill($0, have: skills.level(of: person, in: $0.competency, on: day)?.value) })
    }

    /// Everything about one of ours; what nobody has described or assessed is empty.
    public func card(of person: Key<Person>) -> LearningCard {
        let position = position(of: person)
        let job = position.flatMap(jobs.job)
        let own = places.filter { $0.person == person }.sorted { ($0.plannedOn, $0.id) < ($1.plannedOn, $1.id) }
        let seats = own.map { place in
            LearningCard.Seat(place: place, training: trainings.first { $0.id == place.training })
        }
        let next = (position.map { jobs.next(after: $0) } ?? []).map { step in
            LearningCard.NextStep(step: step, fit: jobs.job(step.job).map { fit(person, to: $0) })
        }
        return LearningCard(
            person: person, position: position, job: job, fit: job.map { fit(person, to: $0) },
            skills: lines(of: person, job, seats), seats: seats, next: next)
    }

    private func lines(
        of person: Key<Person>, _ job: JobDescription?, _ seats: [LearningCard.Seat]
    ) -> [LearningCard.SkillLine] {
        var order = job?.skills.map(\.competency) ?? []
        for assessment in assessments
        where assessment.person == person && assessment.day <= day && !order.contains(assessment.competency) {
            order.append(assessment.competency)
        }
        return order.map { competency in
            LearningCard.SkillLine(
                competency: competency, need: job?.need(in: competency),
                level: skills.level(of: person, in: competency, on: day),
                own: skills.newest(of: person, in: competency, by: .own, on: day),
                seats: seats.filter { $0.training?.competencies.contains(competency) ?? false })
        }
    }

    /// What changed with those who were at a training, competency by competency, beside those of the same positions who were in none
    /// for it: from before its day to the last word by the day.
    public func effects(of training: TrainingRow) -> [(competency: Key<Competency>, effect: TrainingEffect)] {
        let present = places.filter { $0.training == training.id && ($0.doneOn.map { $0 <= day } ?? false) }
        let trained = Set(present.map(\.person))
        let positions = Set(trained.compactMap { source.workplace(of: $0, on: training.day)?.position })
        return training.competencies.map { competency in
            let elsewhere = taught(competency)
            let others = source.workplaces.keys.filter { person in
                !elsewhere.contains(person)
                    && (source.workplace(of: person, on: training.day)?.position).map(positions.contains) ?? false
            }
            return (
                competency,
                TrainingEffect(
                    trained: changes(of: trained.sorted(), competency, training),
                    others: changes(of: others.sorted(), competency, training))
            )
        }
    }

    /// Whoever has been at a training for a competency by the day.
    private func taught(_ competency: Key<Competency>) -> Set<Key<Person>> {
        let ids = Set(trainings.filter { $0.competencies.contains(competency) }.map(\.id))
        return Set(
            places.filter { ids.contains($0.training) && ($0.doneOn.map { $0 <= day } ?? false) }.map(\.person))
    }

    private func changes(
        of people: [Key<Person>], _ competency: Key<Competency>, _ training: TrainingRow
    ) -> [Double] {
        people.compactMap { skills.change(of: $0, in: competency, from: training.day, to: day).map(Double.init) }
    }
}

/// One of ours and his learning on a day.
public struct LearningCard: Sendable {
    /// Who.
    public let person: Key<Person>
    /// His position that day.
    public let position: Key<Job>?
    /// What the company says of it; nil where it says nothing.
    public let job: JobDescription?
    /// How he fits it.
    public let fit: LevelFit?
    /// The competencies that his work asks for, then the others in which he was assessed.
    public let skills: [SkillLine]
    /// His places in trainings, by day.
    public let seats: [Seat]
    /// What may come next.
    public let next: [NextStep]

    /// A competency with what is asked for, what others say and what he says himself.
    public struct SkillLine: Sendable {
        /// Which.
        public let competency: Key<Competency>
        /// What his work asks for.
        public let need: JobDescription.Need?
        /// His level; nil where nobody else has assessed it within a year.
        public let level: SkillRecord.Level?
        /// What he says himself.
        public let own: Assessment?
        /// His places in trainings for it.
        public let seats: [Seat]

        /// How many levels are lacking; nil where nothing is asked for or the level is unknown.
        public var gap: Int? {
            guard let need, let level else { return nil }
            return max(need.level - level.value, 0)
        }
    }

    /// A place in a training.
    public struct Seat: Sendable {
        /// The place.
        public let place: TrainingPlace
        /// The training; nil where no row has it.
        public let training: TrainingRow?
    }

    /// A position that may follow, and how he fits it already.
    public struct NextStep: Sendable {
        /// Which, and on which tracks.
        public let step: JobBook.NextStep
        /// The fit; nil where the company does not describe the position.
        public let fit: LevelFit?
    }
}

extension AccountBook {
    /// Learning as it was known on a day.
    public func learningBook(on day: CivilDay) -> LearningBook { LearningBook(self, on: day) }
}
