internal import Company
internal import Periods
internal import Quantities

extension LiveEvents {
    /// Bounds the tiers of a line-level commission by the targets as they are now, and prices the lines of those whose bounds
    /// are different.
    ///
    /// - Parameter target: What bounds are shares of in a period, for a person; `nil` when there is none.
    func bound(_ key: LineAward.Key, _ people: Range<Int32>, _ target: (Period, Int32) -> FixedDecimal?) {
        for pass in awards.indices {
            for place in awards[pass].indices where awards[pass][place].key == key {
                guard let (award, different) = awards[pass][place].bounded(people, target) else { continue }
                awards[pass][place] = award
                for person in different { price(person, pass) }
            }
        }
    }
}

extension LineAward {
    /// The same with other targets for some people, and whose are different; `nil` when nobody's is.
    fileprivate func bounded(
        _ people: Range<Int32>, _ target: (Period, Int32) -> FixedDecimal?
    ) -> (LineAward, [Int32])? {
        guard let tiers, let targets = tiers.targets else { return nil }
        var different: [Int32] = []
        var changed: [(place: Int, units: Int64)] = []
        for person in people {
            let count = changed.count
            for (number, period) in periods.enumerated() {
                let place = Int(person) * periods.count + number
                let units = tiers.units(of: target(period, person))
                if units != targets[place] { changed.append((place, units)) }
            }
            if changed.count > count { different.append(person) }
        }
        guard !changed.isEmpty else { return nil }
        var all = targets.array
        for (place, units) in changed { all[place] = units }
        return (with(tiers.with(FlatColumn(all))), different)
    }

    private func with(_ tiers: LineTiers) -> LineAward {
        LineAward(
            key: key, value: value, filter: filter, rate: rate, tiers: tiers, rounding: rounding,
            minorDigits: minorDigits, periodOfCell: periodOfCell, periods: periods, results: results)
    }
}

extension LineTiers {
    /// A target in the units of ``targets``; ``LineColumn/empty`` when there is none that fits, and the award is computed alone.
    fileprivate func units(of target: FixedDecimal?) -> Int64 {
        guard let units = target?.units(scale: targetScale), units > 0, fits(units) else { return LineColumn.empty }
        return units
    }
}
