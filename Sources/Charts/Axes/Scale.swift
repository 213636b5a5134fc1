import HTML

/// Where exact units stand in a drawing.
struct Scale: Sendable {
    let axis: Axis
    let from: Double
    let to: Double

    /// The place of units; those beyond the axis stand at its end.
    func place(_ units: Int128) -> Double {
        let share = Double(units - axis.low) / Double(axis.high - axis.low)
        return from + min(max(share, 0), 1) * (to - from)
    }
}

/// Texts in a row that never overlap: one that has no room is left out.
enum LabelRow {
    /// Which of the texts are kept: the first mentioned in the order go first. Those that would leave the frame are
    /// moved inside.
    static func placed(
        _ labels: [(text: String, x: Double)], order: [Int], y: Double, width: Double, size: Double = 12
    ) -> [SceneText] {
        var kept: [SceneText] = []
        for index in order {
            let label = labels[index]
            let half = TextMeasure.width(of: label.text, size: size) / 2
            guard 2 * half <= width, !label.text.isEmpty else { continue }
            let x = min(max(label.x, half), width - half)
            let text = SceneText(label.text, at: Point(x: x, y: y), size: size, anchor: .middle, colour: .muted)
            guard !kept.contains(where: { $0.bounds.grown(by: 4).overlaps(text.bounds) }) else { continue }
            kept.append(text)
        }
        return kept
    }
}
