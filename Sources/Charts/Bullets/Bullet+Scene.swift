public import HTML

extension Bullet {
    private static let size = 14.0
    private static let band = 24.0

    /// Name and value, the bar in its bands, the scale, and what the strokes mean.
    public func scene(width: Double, in language: Language) -> Scene {
        let head = self.head(width: width, in: language)
        let top = head.bottom + 4
        let scale = self.scale(width: width, in: language)
        let key = Key.drawn(keyEntries(in: language), top: top + Self.band + 34, width: width)
        let bar = [bands(top: top, scale: scale), ticks(top: top, scale: scale), measure(top: top, scale: scale)]
        let axis = axisLabels(scale, y: top + Self.band + 20, width: width, in: language)
        return Scene(width: width, height: key.bottom + 2, marks: head.marks + bar + [axis] + key.marks)
    }

    private func text(_ figure: Figure, in language: Language) -> String {
        BarLabels.text(figure, in: language, suffix: suffix)
    }

    /// The name at the left and the value with its state at the right, or one under the other.
    private func head(width: Double, in language: Language) -> (marks: [Mark], bottom: Double) {
        let shown = value.map { text($0, in: language) } ?? BarLabels.missing(in: language)
        let figure = Lines.cut(shown, width: width, size: Self.size, bold: true)
        let state = Lines.cut(Lines.shown(self.state), width: width, size: 12)
        let figureWidth = TextMeasure.width(of: figure, size: Self.size, bold: true)
        let nameWidth = TextMeasure.width(of: Lines.shown(name), size: Self.size)
        let besides = nameWidth + figureWidth + 16 <= width
        let names = Lines.of(name, width: besides ? nameWidth + 1 : width, size: Self.size)
        var marks = names.enumerated().map { place, line in
            Mark.text(SceneText(line, at: Point(x: 0, y: 16 + Double(place) * 20), size: Self.size))
        }
        let base = besides ? 16 : 16 + Double(names.count) * 20
        let anchor: TextAnchor = besides ? .end : .start
        marks.append(
            .text(
                SceneText(
                    figure, at: Point(x: besides ? width : 0, y: base), size: Self.size, bold: true, anchor: anchor)))
        guard !state.isEmpty else { return (marks, base + 6) }
        let point = Point(x: besides ? width : 0, y: base + 18)
        marks.append(.text(SceneText(state, at: point, size: 12, anchor: anchor, colour: .muted)))
        return (marks, base + 24)
    }

    private func scale(width: Double, in language: Language) -> Scale {
        var values = (thresholds + [value, target].compactMap(\.self)).map(units.units)
        // A target at the very end of the scale would be cut in half, and what lies beyond it would have no room.
        if let target = target.map(units.units), let most = values.max(), target == most, most > 0 {
            values.append(most + most / 10 + 1)
        }
        let intervals = (1...5).reversed().first { intervals in
            let axis = Axis(covering: values, places: units.places, fromZero: true, intervals: intervals)
            let labels = axis.labels(in: language, suffix: suffix)
            return labels.reduce(0) { $0 + TextMeasure.width(of: $1, size: 12) + 16 } <= width
        }
        let axis = Axis(covering: values, places: units.places, fromZero: true, intervals: intervals ?? 1)
        return Scale(axis: axis, from: 2, to: width - 2)
    }

    /// The lowest band is the darkest; a gap of the ground parts it from the next.
    private func bands(top: Double, scale: Scale) -> Mark {
        let inner = thresholds.map(units.units).filter { $0 > scale.axis.low && $0 < scale.axis.high }
        let edges = [scale.axis.low] + inner + [scale.axis.high]
        return .group(
            zip(edges, edges.dropFirst()).enumerated().map { place, edge in
                let left = scale.place(edge.0) + (place == 0 ? 0 : 1)
                let box = Box(x: left, y: top, width: scale.place(edge.1) - left - 1, height: Self.band)
                let isLowest = place == 0 && !inner.isEmpty
                return .rectangle(box, .solid(isLowest ? .range1 : .range2))
            })
    }

    /// Ticks reach out of the bands, on which their colour alone would be too faint.
    private func ticks(top: Double, scale: Scale) -> Mark {
        let marks = thresholds.map { threshold in
            let x = scale.place(units.units(threshold))
            return Mark.line(Point(x: x, y: top - 4), Point(x: x, y: top + Self.band + 4), Stroke(.edge, width: 1.5))
        }
        return .group(marks)
    }

    private func measure(top: Double, scale: Scale) -> Mark {
        var marks: [Mark] = []
        if let value {
            let zero = scale.place(0)
            let end = scale.place(units.units(value))
            let upper = top + Self.band / 3
            let box =
                value.units == 0
                ? Box(x: zero - 1, y: upper, width: 2, height: Self.band / 3)
                : Box(Point(x: zero, y: upper), Point(x: end, y: upper + Self.band / 3))
            marks.append(.rectangle(box, .solid(.series1)))
        }
        if let target {
            let x = scale.place(units.units(target))
            marks.append(
                .line(Point(x: x, y: top + 3), Point(x: x, y: top + Self.band - 3), Stroke(.ink, width: 3)))
        }
        return .group(marks)
    }

    private func axisLabels(_ scale: Scale, y: Double, width: Double, in language: Language) -> Mark {
        let ticks = scale.axis.ticks
        let labels = zip(scale.axis.labels(in: language, suffix: suffix), ticks).map {
            (text: $0, x: scale.place($1))
        }
        let order = ticks.indices.sorted { ticks[$0] == 0 && ticks[$1] != 0 }
        return .group(LabelRow.placed(labels, order: order, y: y, width: width).map(Mark.text))
    }

    private func keyEntries(in language: Language) -> [Key.Entry] {
        let targets = target.map { target in
            Key.upright(
                Phrase.target.text(in: language) + " " + text(target, in: language), Stroke(.ink, width: 3))
        }
        let edges = thresholds.map { threshold in
            Key.upright(
                Phrase.threshold.text(in: language) + " " + text(threshold, in: language), Stroke(.edge, width: 1.5))
        }
        return [targets].compactMap(\.self) + edges
    }
}
