public import Calculation
public import Company

extension LiveRun {
    /// What events would move, beside what is paid without them: they are followed and taken back.
    ///
    /// - Parameter person: Somebody who is asked for, whatever moves.
    /// - Returns: `nil` when they cannot be followed, so that both sides have to be calculated; nothing has changed then.
    public func comparison(supposing changes: [EventChange], person: Int32? = nil) -> PayComparison? {
        let trial = try? trial(changes.map { .event($0) }) { run, moved in
            let people = Set(moved + [person].compactMap { $0 }).sorted()
            return (people: people, lines: run.lines(ofPeople: people), total: run.total)
        }
        guard let then = trial?.result else { return nil }
        return PayComparison(
            model, now: lines(ofPeople: then.people), then: then.lines,
            total: PayComparison.Sides(now: total, then: then.total))
    }
}
