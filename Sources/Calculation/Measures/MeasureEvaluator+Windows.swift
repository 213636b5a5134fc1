internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension MeasureEvaluator {
    func window(_ window: Window, _ inner: Checked<Measure>, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        if case .variation(let count) = window { return variation(inner, count, in: context) }
        if window == .growth { return growth(inner, in: context) }
        guard let other = self.context(window, from: context) else {
            return .notComputable(.noPeriod(window, context.period))
        }
        return number(inner, in: other)
    }

    /// The context that a window looks at; `nil` when the calendar has no such period.
    func context(_ window: Window, from context: EvaluationContext) -> EvaluationContext? {
        let calendar = model.calendar
        switch window {
        case .yearToDate:
            let year = calendar.yearToDate(context.period)
            return context.looking(at: DayRange(from: year.from, clampingUntil: context.days.until), context.period)
        case .trailing(let count):
            guard let first = calendar.period(after: context.period, by: 1 - count) else { return nil }
            return context.looking(
                at: DayRange(from: first.range.from, clampingUntil: context.days.until), context.period)
        case .previous(let count):
            return calendar.period(after: context.period, by: -count).map { context.looking(at: $0.range, $0) }
        case .yearAgo:
            return calendar.sameLastYear(context.period).map { context.looking(at: $0.range, $0) }
        case .toDate:
            return context.looking(at: DayRange(from: .earliest, clampingUntil: context.days.until), context.period)
        case .variation, .growth:
            return nil
        }
    }

    private func growth(_ inner: Checked<Measure>, in context: EvaluationContext) -> Outcome<FixedDecimal> {
        switch (number(inner, in: context), window(.yearAgo, inner, in: context)) {
        case (.value(let now), .value(let before)):
            .computing { () throws(QuantityError) in try now.subtracting(before) }
        case (.notComputable(let reason), _), (_, .notComputable(let reason)): .notComputable(reason)
        }
    }

    /// Standard deviation of the sample (n − 1) ÷ mean.
    private func variation(_ inner: Checked<Measure>, _ count: Int, in context: EvaluationContext) -> Outcome<
        FixedDecimal
    > {
        var values: [FixedDecimal] = []
        for step in 0..<count {
            guard let period = model.calendar.period(after: context.period, by: -step) else {
                return .notComputable(.noPeriod(.previous(step), context.period))
            }
            switch number(inner, in: context.looking(at: period.range, period)) {
            case .value(let value): values.append(value)
            case .notComputable(let reason): return .notComputable(reason)
            }
        }
        return .computing { () throws(QuantityError) in try values.coefficientOfVariation() }
    }
}

extension [FixedDecimal] {
    /// Standard deviation of the sample (n − 1) ÷ mean.
    ///
    ///     92, 131, 70, 118, 64, 125 → 28.9 %
    func coefficientOfVariation() throws(QuantityError) -> FixedDecimal {
        let mean = try total().divided(by: FixedDecimal(count))
        // Deviations relative to the mean stay small, whatever the size of the figures.
        let squares = try map { value throws(QuantityError) -> FixedDecimal in
            let deviation = try value.subtracting(mean).divided(by: mean)
            return try deviation.multiplied(by: deviation)
        }
        return try squares.total().divided(by: FixedDecimal(count - 1)).squareRoot()
    }
}

extension Reason {
    static func noPeriod(_ window: Window, _ period: Period) -> Reason {
        Reason(
            "no-period", ["period": .name(period.description)],
            LocalizedText(
                en: "the calendar has no such period before \(period)",
                ru: "в календаре нет такого периода раньше \(period)"))
    }
}
