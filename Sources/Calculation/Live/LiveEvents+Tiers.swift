internal import Company
internal import Periods
internal import Quantities

extension LiveEvents {
    /// Bounds the tiers of a line-level commission by the targets as they are now, and prices the lines of those whose bounds
    /// are different.
    ///
    /// - Parameter target: What bounds are shares of in a period, for a person; `nil` when there is none.
    func bound(_ key: LineAward.Key, _ people: Range<Int32>, _ target: (Period, Int32) -> FixedDecimal?) {
        guard case .commission(let commission) = model.plans[key.plan].components[key.component].kind,
            case .events(let pricing) = commission.pricing, let table = pricing.tiers
        else { return }
        for pass in awards.indices {
            for place in awards[pass].indices where awards[pass][place].key == key {
                guard let (award, different) = awards[pass][place].bounded(table, people, target) else { continue }
                awards[pass][place] = award
                for person in different { price(person, pass) }
            }
        }
    }
}

extension LineAward {
    /// The same with other bounds for some people, and whose are different; `nil` when nobody's is.
    fileprivate func bounded(
        _ table: TierTable, _ people: Range<Int32>, _ target: (Period, Int32) -> FixedDecimal?
    ) -> (LineAward, [Int32])? {
        guard let tiers else { return nil }
        var different: [Int32] = []
        var changed: [(start: Int, bounds: [Int64])] = []
        for person in people {
            let count = changed.count
            for (number, period) in periods.enumerated() {
                let start = (Int(person) * periods.count + number) * table.tiers.count
                let bounds = tiers.bounds(table, of: target(period, person))
                let isSame = bounds.indices.allSatisfy { bounds[$0] == tiers.bounds[start + $0] }
                if !isSame { changed.append((start, bounds)) }
            }
            if changed.count > count { different.append(person) }
        }
        guard !changed.isEmpty else { return nil }
        var all = tiers.bounds.array
        for (start, bounds) in changed { all.replaceSubrange(start..<start + bounds.count, with: bounds) }
        return (with(tiers.with(FlatColumn(all))), different)
    }

    private func with(_ tiers: LineTiers) -> LineAward {
        LineAward(
            key: key, value: value, filter: filter, rate: rate, tiers: tiers, rounding: rounding,
            minorDigits: minorDigits, periodOfCell: periodOfCell, periods: periods, results: results)
    }
}

extension LineTiers {
    /// The bounds that a target makes; ``LineColumn/empty`` where it makes none that fit, and the award is computed alone.
    fileprivate func bounds(_ table: TierTable, of target: FixedDecimal?) -> [Int64] {
        let none = [Int64](repeating: LineColumn.empty, count: table.tiers.count)
        guard let target, !target.isNegative, !target.isZero else { return none }
        let (units, places) = target.shortest
        let largestFactor = Int128(factors.map(\.magnitude).max() ?? 0)
        var bounds: [Int64] = []
        for tier in table.tiers {
            let share = tier.from.shortest
            let lack = scale - places - share.scale
            guard 0...18 ~= lack, let narrow = Int64(exactly: units) else { return none }
            let (whole, overflow) = Int128(narrow).multipliedReportingOverflow(by: share.units)
            guard !overflow, let part = Int64(exactly: whole),
                let bound = Int64(exactly: Int128(part) * Int128(LineKernel.powerOfTen(lack))), bound < Int64.max / 4,
                Int128(bound) * largestFactor * 2 < Int128(Int64.max)
            else { return none }
            bounds.append(bound)
        }
        return bounds
    }

    fileprivate func with(_ bounds: FlatColumn<Int64>) -> LineTiers {
        LineTiers(
            factors: factors, factorScale: factorScale, scale: scale, step: step, belowZero: belowZero, bounds: bounds)
    }
}
