public import Calculation
public import Company
public import Periods

/// What everybody is paid at one moment, for as many readers at once as there are.
///
/// A board never changes. The next one shares with it whatever is the same: people lie in chunks of 64, and only chunks in which
/// somebody's pay has moved are copied.
public struct Board: Sendable {
    /// Tells boards of one company apart; each is one more than the one before it.
    public let version: UInt64
    /// How far the changes in it reach, in the numbers of whoever brings them.
    public let head: Int64
    /// The company whose numbers of rows, people and plans hold; its own events, targets and assignments may be older than the
    /// lines.
    public let model: CompanyModel
    /// How often the company was calculated as a whole: rows have other numbers after that.
    public let basis: Int
    /// What is computed: each plan for each of its periods, in the order of a run.
    public let tasks: [Run.Task]
    private var chunks: [Chunk]

    /// The lines of 64 people, by person and task.
    private struct Chunk: Sendable {
        var lines: [[[AwardLine]]]
    }

    static let chunkSize = 64

    /// The lines of everybody as a run has them now.
    init(version: UInt64, head: Int64, basis: Int, _ run: LiveRun) {
        self.version = version
        self.head = head
        self.basis = basis
        model = run.model
        tasks = run.tasks
        let people = run.model.people.count
        let nobodys = [[AwardLine]](repeating: [], count: tasks.count)
        var lines = [[[AwardLine]]](repeating: nobodys, count: people)
        for (number, task) in run.tasks.enumerated() {
            let all = run.lines(of: task)
            var start = 0
            while start < all.count {
                let person = all[start].participation.person
                let end = all[start...].firstIndex { $0.participation.person != person } ?? all.count
                lines[Int(person)][number] = Array(all[start..<end])
                start = end
            }
        }
        chunks = stride(from: 0, to: people, by: Self.chunkSize).map { start in
            Chunk(lines: Array(lines[start..<min(start + Self.chunkSize, people)]))
        }
    }

    private init(_ other: Board, version: UInt64, head: Int64) {
        self.version = version
        self.head = head
        (model, basis, tasks, chunks) = (other.model, other.basis, other.tasks, other.chunks)
    }

    // MARK: Reading

    /// The lines of everybody, in the order of a run.
    public var lines: [AwardLine] {
        tasks.indices.flatMap { task in chunks.flatMap { chunk in chunk.lines.flatMap { $0[task] } } }
    }

    /// The lines of a person, in the order of a run; none of somebody whom the company does not know.
    public func lines(of person: Int32) -> [AwardLine] {
        person >= 0 && Int(person) < model.people.count ? own(person).flatMap { $0 } : []
    }

    /// The lines of a person whose own period ends within some days: what a pay period of these days pays.
    public func lines(of person: Int32, endingIn days: DayRange) -> [AwardLine] {
        lines(of: person).filter { line in
            let own = line.participation.period.range
            return days.from < own.until && own.until <= days.until
        }
    }

    /// The lines of a person of a task, by its place among ``tasks``.
    func lines(of person: Int32, task: Int) -> [AwardLine] { own(person)[task] }

    /// The place of each task.
    var places: [Run.Task: Int] { Dictionary(tasks.enumerated().map { ($1, $0) }) { first, _ in first } }

    private func own(_ person: Int32) -> [[AwardLine]] {
        chunks[Int(person) / Self.chunkSize].lines[Int(person) % Self.chunkSize]
    }

    /// Whether a person's lines lie in the same memory in both boards, so that nothing was copied for the later one.
    func sharesLines(of person: Int32, with other: Board) -> Bool {
        let place = Int(person) / Self.chunkSize
        return chunks[place].lines.withUnsafeBufferPointer { own in
            other.chunks[place].lines.withUnsafeBufferPointer { $0.baseAddress == own.baseAddress }
        }
    }

    // MARK: Following

    /// The next board.
    ///
    /// - Parameters:
    ///   - head: How far its changes reach.
    ///   - moved: The lines that are other now, by the place of their task.
    func followed(head: Int64, by moved: [(task: Int, lines: TaskLines)]) -> Board {
        var next = Board(self, version: version + 1, head: head)
        for (task, own) in moved {
            let person = Int(own.person)
            next.chunks[person / Self.chunkSize].lines[person % Self.chunkSize][task] = own.lines
        }
        return next
    }
}
