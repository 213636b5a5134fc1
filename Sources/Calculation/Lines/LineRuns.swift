/// The runs of a block: lines that follow each other and belong to one person and one cell.
struct LineRuns: ~Copyable {
    private let starts: UnsafeMutablePointer<Int32>
    private let people: UnsafeMutablePointer<Int32>
    private let cells: UnsafeMutablePointer<Int32>
    private(set) var count = 0
    private let firstPerson: Int

    init(firstPerson: Int) {
        self.firstPerson = firstPerson
        starts = .allocate(capacity: LineBlock.size + 1)
        people = .allocate(capacity: LineBlock.size)
        cells = .allocate(capacity: LineBlock.size)
    }

    deinit {
        starts.deallocate()
        people.deallocate()
        cells.deallocate()
    }

    func person(_ run: Int) -> Int { Int(people[run]) }
    func cell(_ run: Int) -> Int { Int(cells[run]) }
    func lines(_ run: Int) -> Range<Int> { Int(starts[run])..<Int(starts[run + 1]) }

    /// Divides a block; `person` is moved to the person of its last line.
    mutating func divide(_ lines: Range<Int>, _ table: LineTable, _ slots: Slots, _ person: inout Int) {
        precondition(lines.count <= LineBlock.size, "a block that is too long")
        count = 0
        var position = lines.lowerBound
        while position < lines.upperBound {
            while position >= Int(table.offsets[person + 1]) { person += 1 }
            let cell = slots.cell(ofDay: table.days.base[position])
            starts[count] = Int32(truncatingIfNeeded: position - lines.lowerBound)
            people[count] = Int32(truncatingIfNeeded: person + firstPerson)
            cells[count] = Int32(truncatingIfNeeded: cell)
            count += 1
            let stop = min(Int(table.offsets[person + 1]), lines.upperBound)
            position = Self.end(of: position..<stop, before: slots.end(ofCell: cell), table.days.base)
        }
        starts[count] = Int32(truncatingIfNeeded: lines.count)
    }

    /// The first of the lines, after the one they begin with, whose day is not before another: days rise.
    private static func end(of lines: Range<Int>, before day: Int64, _ days: UnsafePointer<Int32>) -> Int {
        var position = lines.lowerBound + 1
        while position + 8 <= lines.upperBound, Int64(days[position + 7]) < day { position += 8 }
        while position < lines.upperBound, Int64(days[position]) < day { position += 1 }
        return position
    }
}
