internal import Periods

extension LineEngine {
    /// The cells that answer for a figure over some days, looked up once for all people.
    struct KeptCells {
        fileprivate let cells: FigureCells
        fileprivate let range: Range<Int>
        fileprivate let isSum: Bool
        /// The decimal places of what the cells hold.
        let scale: Int

        /// The figure of a person.
        func units(of person: Int32) -> Int64 {
            isSum ? cells.sum(Int(person), range) : cells.cells(of: Int(person))[range.lowerBound]
        }
    }

    /// The cells of a figure; `nil` when they do not answer for these days.
    func kept(_ aggregate: Int, _ days: DayRange) -> KeptCells? {
        guard let place = layout.places[aggregate], let (cells, range, isSum) = kept(place, days) else { return nil }
        return KeptCells(
            cells: cells, range: range, isSum: isSum, scale: layout.passes[place.pass].figures[place.figure].scale)
    }
}
