/// What a company's text says of the work of its people: competencies, job descriptions, career tracks.
public struct JobBook: Hashable, Sendable {
    /// The competencies, in the order of the text.
    public var competencies: [Competency]
    /// The descriptions, in the order of the text.
    public var jobs: [JobDescription]
    /// The ways through them.
    public var tracks: [CareerTrack]

    /// A book.
    public init(competencies: [Competency] = [], jobs: [JobDescription] = [], tracks: [CareerTrack] = []) {
        (self.competencies, self.jobs, self.tracks) = (competencies, jobs, tracks)
    }

    /// The description of a position.
    public func job(_ position: Key<Job>) -> JobDescription? { jobs.first { $0.position == position } }

    /// A competency.
    public func competency(_ id: Key<Competency>) -> Competency? { competencies.first { $0.id == id } }

    /// A step that may follow a position, with the tracks that it lies on.
    public struct NextStep: Hashable, Sendable {
        /// The position.
        public let job: Key<Job>
        /// The tracks on which it is the next one.
        public let tracks: [CareerTrack]
    }

    /// What may follow a position: what its description names, then what the tracks lead to, each once.
    public func next(after position: Key<Job>) -> [NextStep] {
        var order: [Key<Job>] = []
        let led = tracks.compactMap { track in track.step(after: position).map { (job: $0, track: track) } }
        for job in (job(position)?.next ?? []) + led.map(\.job) where !order.contains(job) { order.append(job) }
        return order.map { job in NextStep(job: job, tracks: led.filter { $0.job == job }.map(\.track)) }
    }

    /// Positions from which, step by step, one comes back to them; a career has none.
    public var circles: [Key<Job>] {
        jobs.map(\.position).filter { start in
            var (open, seen): ([Key<Job>], Set<Key<Job>>) = (next(after: start).map(\.job), [])
            while let job = open.popLast() {
                if job == start { return true }
                if seen.insert(job).inserted { open += next(after: job).map(\.job) }
            }
            return false
        }
    }
}
