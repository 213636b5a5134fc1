public import HTML

extension Trend {
    private static let plotHeight = 180.0

    /// The line with its gaps, a stroke for the target of each period, the scale at the left.
    public func scene(width: Double, in language: Language) -> Scene {
        let values = points.flatMap { [$0.value, $0.target].compactMap { $0.map(units.units) } }
        guard !values.isEmpty else { return .withoutValues(width: width, in: language) }
        let key = Key.drawn(hasTargets ? keyEntries(in: language) : [], top: 0, width: width)
        let top = key.bottom + 24
        let bottom = top + Self.plotHeight
        let axis = Axis(covering: values, places: units.places, fromZero: startsAtZero(values), intervals: 4)
        let labels = axis.labels(in: language, suffix: suffix)
        let left = min(labels.map { TextMeasure.width(of: $0, size: 12) }.max() ?? 0, width * 0.4) + 8
        let plot = TrendPlot(
            scale: Scale(axis: axis, from: bottom, to: top), left: left, right: width - 6, count: points.count)
        let marks = [
            grid(plot, labels: labels, width: width), targets(plot), line(plot), dots(plot),
            names(plot, y: bottom + 20, width: width), lastLabel(plot, width: width, in: language),
        ]
        return Scene(width: width, height: bottom + 28, marks: key.marks + marks)
    }

    /// A line may begin above zero where zero would flatten it: when all values lie in the upper half of the scale. With
    /// one or two values there is no line yet, and their distance to the target has to look as it is.
    private func startsAtZero(_ values: [Int128]) -> Bool {
        guard let least = values.min(), let most = values.max() else { return true }
        return least <= 0 || most - least > most / 2 || points.count { $0.value != nil } < 3
    }

    private func keyEntries(in language: Language) -> [Key.Entry] {
        [
            Key.level(Phrase.actual.text(in: language), Stroke(.series1, width: 2)),
            Key.level(Phrase.target.text(in: language), Stroke(.ink, width: 2, dashed: true)),
        ]
    }

    private func grid(_ plot: TrendPlot, labels: [String], width: Double) -> Mark {
        let ticks = plot.scale.axis.ticks
        let marks = zip(ticks, labels).flatMap { tick, label in
            let y = plot.scale.place(tick)
            let line = Mark.line(
                Point(x: plot.left, y: y), Point(x: plot.right, y: y), Stroke(tick == 0 ? .edge : .line))
            let at = Point(x: plot.left - 8, y: y + 4)
            let text = SceneText(
                Lines.cut(label, width: plot.left - 8, size: 12), at: at, size: 12, anchor: .end, colour: .muted)
            return text.text.hasSuffix("…") || text.text.isEmpty ? [line] : [line, .text(text)]
        }
        return .group(marks)
    }

    private func targets(_ plot: TrendPlot) -> Mark {
        .group(
            points.indices.compactMap { place in
                guard let target = points[place].target else { return nil }
                let y = plot.scale.place(units.units(target))
                let half = plot.slot / 2 - 1
                let x = plot.x(place)
                return .line(
                    Point(x: max(plot.left, x - half), y: y), Point(x: min(plot.right, x + half), y: y),
                    Stroke(.ink, width: 2, dashed: true))
            })
    }

    private func place(_ index: Int, _ plot: TrendPlot) -> Point? {
        points[index].value.map { Point(x: plot.x(index), y: plot.scale.place(units.units($0))) }
    }

    private func line(_ plot: TrendPlot) -> Mark {
        var lines: [[Point]] = [[]]
        for index in points.indices {
            if let point = place(index, plot) {
                lines[lines.count - 1].append(point)
            } else if lines.last?.isEmpty == false {
                lines.append([])
            }
        }
        return .path(lines.filter { $0.count > 1 }, Stroke(.series1, width: 2))
    }

    /// Points are seen one by one where they have room; a single value between two gaps in any case.
    private func dots(_ plot: TrendPlot) -> Mark {
        .group(
            points.indices.compactMap { index in
                guard let point = place(index, plot) else { return nil }
                let alone =
                    (index == 0 || points[index - 1].value == nil)
                    && (index == points.count - 1 || points[index + 1].value == nil)
                return plot.slot >= 14 || alone ? .dot(point, radius: 4, .series1) : nil
            })
    }

    private func names(_ plot: TrendPlot, y: Double, width: Double) -> Mark {
        let labels = points.indices.map { index in
            (text: Lines.cut(Lines.shown(points[index].name), width: 90, size: 12), x: plot.x(index))
        }
        let widest = labels.map { TextMeasure.width(of: $0.text, size: 12) }.max() ?? 0
        let every = max(1, Int(((widest + 8) / plot.slot).rounded(.up)))
        let order = points.indices.reversed().filter { (points.count - 1 - $0) % every == 0 }
        return .group(LabelRow.placed(labels, order: Array(order), y: y, width: width).map(Mark.text))
    }

    /// The last value, above its point.
    private func lastLabel(_ plot: TrendPlot, width: Double, in language: Language) -> Mark {
        guard let last = points.indices.last(where: { points[$0].value != nil }), let value = points[last].value,
            let point = place(last, plot)
        else { return .group([]) }
        let text = BarLabels.text(value, in: language, suffix: suffix)
        let half = TextMeasure.width(of: text, size: 13, bold: true) / 2
        guard 2 * half <= plot.right - plot.left else { return .group([]) }
        let x = min(max(point.x, plot.left + half), plot.right - half)
        return .group([
            .text(SceneText(text, at: Point(x: x, y: point.y - 10), size: 13, bold: true, anchor: .middle))
        ])
    }
}

/// The measures of a trend: heights by the scale, periods side by side.
struct TrendPlot {
    let scale: Scale
    let left: Double
    let right: Double
    let count: Int

    var slot: Double { (right - left) / Double(max(1, count)) }

    func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * slot }
}
