internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension Explainer {
    /// The shorter periods whose values make a target or an entered value; none when a value stands for exactly the period,
    /// or when people's values make that of their group.
    func shorterPeriods(_ table: RecordedTable, _ metric: Int, in context: EvaluationContext) -> [Explanation] {
        let pieces = evaluator.pieces(table, metric, in: context)
        guard pieces.count > 1 || pieces.contains(where: { $0.period != context.period }) else { return [] }
        let unit = model.metrics[metric].unit
        let values = pieces.map { piece in
            table == .entered ? piece.value : (try? evaluator.share(of: piece, context)) ?? piece.value
        }
        var lines = zip(pieces, values).prefix(eventLimit).map { piece, value in
            Explanation(
                LocalizedText(piece.period.description), .figure(value, unit),
                note: table == .targets ? daysNote(piece, unit, context) : nil)
        }
        let rest = values.dropFirst(eventLimit)
        if !rest.isEmpty, let sum = try? Array(rest).total() {
            lines.append(
                Explanation(
                    LocalizedText(en: "and \(rest.count) more", ru: "и ещё \(rest.count)"), .figure(sum, unit)))
        }
        return lines
    }

    private func daysNote(_ piece: RecordedPiece, _ unit: MetricUnit, _ context: EvaluationContext) -> LocalizedText? {
        guard let (days, of) = evaluator.days(of: piece, context), days != of else { return nil }
        return LocalizedText(
            en: "\(days) of \(of) days of \(UnitFigure(piece.value, unit))",
            ru: "дней: \(days) из \(of), целиком \(UnitFigure(piece.value, unit))")
    }
}
