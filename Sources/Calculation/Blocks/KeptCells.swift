internal import Periods

extension LineEngine {
    /// The cells that answer for a figure over some days, looked up once for all people.
    struct KeptCells {
        private let cells: FigureCells
        private let range: Range<Int>
        private let isSum: Bool
        /// The decimal places of what the cells hold.
        let scale: Int

        /// The cells of a figure in a pass; `nil` when the days cut a month, or lines would have to be looked at again.
        init?(_ cells: LinePass.Cells, _ place: LineLayout.Place, _ layout: LineLayout, _ days: DayRange) {
            guard let range = layout.slots.cells(of: days) else { return nil }
            self.range = range
            scale = layout.passes[place.pass].figures[place.figure].scale
            if let within = cells.within[place.figure], range.lowerBound != 1 || days == .always {
                // Of a single cell it was counted what is different in it.
                guard range.count == 1, range.lowerBound > 0 else { return nil }
                (self.cells, isSum) = (within, false)
            } else {
                // What is different since ever is what was met for the first time.
                (self.cells, isSum) = (cells.sums[place.figure], true)
            }
        }

        /// The figure of a person.
        @inline(__always)
        func units(of person: Int32) -> Int64 {
            isSum ? cells.sum(Int(person), range) : cells.cells(of: Int(person))[range.lowerBound]
        }

        /// The figure of each of some people.
        func units(of people: [Int32]) -> [Int64] {
            [Int64](unsafeUninitializedCapacity: people.count) { target, count in
                for (row, person) in people.enumerated() { target.initializeElement(at: row, to: units(of: person)) }
                count = people.count
            }
        }
    }

    /// The cells of a figure; `nil` when they do not answer for these days.
    func kept(_ aggregate: Int, _ days: DayRange) -> KeptCells? {
        guard let place = layout.places[aggregate] else { return nil }
        return KeptCells(cells[place.pass], place, layout, days)
    }
}
