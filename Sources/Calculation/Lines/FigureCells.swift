/// A figure of every person for every cell of ``Slots``, as sums from the first cell on: any run of cells is a subtraction.
///
/// Written by the passes over lines, each for people of its own, and read afterwards.
final class FigureCells: @unchecked Sendable {
    // Safe to share: passes write the cells of different people, and nobody reads before they are done.
    let width: Int
    let people: Int
    private let cells: UnsafeMutablePointer<Int64>

    init(people: Int, width: Int) {
        self.people = people
        self.width = width
        cells = .allocate(capacity: max(1, people * width))
        cells.initialize(repeating: 0, count: max(1, people * width))
    }

    deinit { cells.deallocate() }

    /// The cells of a person.
    func cells(of person: Int) -> UnsafeMutablePointer<Int64> {
        precondition(person >= 0 && person < people, "a person without cells")
        return cells + person * width
    }

    /// Turns what was added to single cells into sums from the first cell on.
    func addUp(_ people: Range<Int>) {
        for person in people {
            let own = cells(of: person)
            for cell in 1..<width { own[cell] &+= own[cell - 1] }
        }
    }

    /// Sets the cells of a person to zero.
    func clear(_ person: Int) { cells(of: person).update(repeating: 0, count: width) }

    /// The figure over a run of cells, when they are sums.
    func sum(_ person: Int, _ range: Range<Int>) -> Int64 {
        let own = cells(of: person)
        guard range.upperBound > 0 else { return 0 }
        return own[range.upperBound - 1] &- (range.lowerBound > 0 ? own[range.lowerBound - 1] : 0)
    }
}
