/// A figure of every person for every cell of ``Slots``, as sums from the first cell on: any run of cells is a subtraction.
///
/// Written by the passes over lines, each for people of its own, and read afterwards. Some people lie side by side, so that a
/// figure of a block of people for one cell is read in stretches: as many as still leave all cells of a few figures near
/// the processor while a pass writes them.
final class FigureCells: @unchecked Sendable {
    // Safe to share: passes write the cells of different people before anybody is handed the engine they belong to, and what
    // follows changes writes only to a copy of its own (`LineEngine.owned`).
    let width: Int
    let people: Int
    private let cells: UnsafeMutablePointer<Int64>
    private static let group = 64

    init(people: Int, width: Int) {
        self.people = people
        self.width = width
        let count = Self.count(people, width)
        cells = .allocate(capacity: count)
        cells.initialize(repeating: 0, count: count)
    }

    /// The same cells for somebody who writes to them.
    init(copying other: FigureCells) {
        people = other.people
        width = other.width
        let count = Self.count(people, width)
        cells = .allocate(capacity: count)
        cells.initialize(from: other.cells, count: count)
    }

    private static func count(_ people: Int, _ width: Int) -> Int {
        max(1, (people + group - 1) / group * group * width)
    }

    deinit { cells.deallocate() }

    /// The cells of one person.
    struct Row {
        fileprivate let base: UnsafeMutablePointer<Int64>

        /// The number in a cell.
        @inline(__always)
        subscript(cell: Int) -> Int64 {
            get { base[cell &* FigureCells.group] }
            nonmutating set { base[cell &* FigureCells.group] = newValue }
        }
    }

    /// The cells of a person.
    @inline(__always)
    func cells(of person: Int) -> Row {
        precondition(person >= 0 && person < people, "a person without cells")
        return Row(base: cells + person / Self.group * (Self.group * width) + person % Self.group)
    }

    /// Turns what was added to single cells into sums from the first cell on.
    func addUp(_ people: Range<Int>) {
        for person in people {
            let own = cells(of: person)
            for cell in 1..<width { own[cell] &+= own[cell - 1] }
        }
    }

    /// Sets the cells of a person to zero.
    func clear(_ person: Int) {
        let own = cells(of: person)
        for cell in 0..<width { own[cell] = 0 }
    }

    /// The figure over a run of cells, when they are sums.
    @inline(__always)
    func sum(_ person: Int, _ range: Range<Int>) -> Int64 {
        let own = cells(of: person)
        guard range.upperBound > 0 else { return 0 }
        return own[range.upperBound - 1] &- (range.lowerBound > 0 ? own[range.lowerBound - 1] : 0)
    }
}
