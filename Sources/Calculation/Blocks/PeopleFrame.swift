internal import Company
internal import Periods

/// Where a formula is evaluated for many people at once: the days and the period are everybody's, each has his own figure.
struct PeopleFrame {
    /// Whose figure a person's row is about.
    enum Scope: Hashable {
        /// His own.
        case own
        /// That of him and of all who report to him.
        case rollup
    }

    /// The people, by number.
    let people: [Int32]
    /// Which of several blocks these people are: what is known of one is not known of another.
    var number = 0
    var scope = Scope.own
    /// The frame of any of them, but for the subject.
    var frame: Frame

    var count: Int { people.count }

    /// The same block without somebody.
    func without(_ person: Int32) -> PeopleFrame {
        PeopleFrame(people: people.filter { $0 != person }, number: number, scope: scope, frame: frame)
    }

    /// The frame of one of them.
    func frame(of row: Int) -> Frame {
        var frame = frame
        frame.subject = scope == .own ? .person(people[row]) : .rollup(people[row])
        return frame
    }

    /// The same people on other days.
    func on(_ other: Frame) -> PeopleFrame {
        var moved = self
        moved.frame = other
        return moved
    }
}
