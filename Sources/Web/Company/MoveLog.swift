internal import Credentials
internal import Periods

/// The latest moves of everybody's pay, as many as are kept: what changed since yesterday, and why.
struct MoveLog: Sendable {
    /// From when on every move is here.
    private(set) var since: Instant
    private var moves: [FigureMove] = []
    /// How many were dropped before the first.
    private var dropped = 0
    private var byPerson: [String: [Int]] = [:]
    private let most: Int

    /// No moves yet.
    init(since: Instant, most: Int = 20_000) {
        self.since = since
        self.most = most
    }

    /// How many moves are kept.
    var count: Int { moves.count }

    /// Adds moves, later ones than before.
    mutating func add(_ new: [FigureMove]) {
        for move in new {
            byPerson[move.person, default: []].append(dropped + moves.count)
            moves.append(move)
        }
        guard moves.count > most else { return }
        // Moves of one instant go together, or the rest of them would not add up.
        let cut = moves[moves.count - most / 2].at
        let gone = moves.firstIndex { $0.at > cut } ?? moves.count
        since = cut.adding(1)
        moves.removeFirst(gone)
        dropped += gone
        for (person, places) in byPerson {
            let left = places.filter { $0 >= dropped }
            byPerson[person] = left.isEmpty ? nil : left
        }
    }

    /// A person's moves of awards whose periods end within some days, since an instant, the oldest first.
    func moves(of person: String, in days: DayRange, since instant: Instant) -> [FigureMove] {
        (byPerson[person] ?? []).lazy.map { moves[$0 - dropped] }.filter { move in
            let own = move.period.range
            return move.at >= instant && days.from < own.until && own.until <= days.until
        }
    }
}
