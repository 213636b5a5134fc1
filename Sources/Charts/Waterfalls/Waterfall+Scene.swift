public import HTML

extension Waterfall {
    /// The steps, one under another: sums from zero, changes from the sum before them to the sum after.
    public func scene(width: Double, in language: Language) -> Scene {
        let room = width * 0.4
        let widest = steps.map { BarLabels.width(of: label($0, in: language)) }.filter { $0 <= room }.max() ?? 0
        let plot = RowPlot(
            width: width, names: steps.map(\.step.name), values: sums, places: units.places, left: 0, right: widest,
            language: language, suffix: nil)
        var top = 6.0
        var rows: [Mark] = []
        var connectors: [Mark] = []
        var spans: [(top: Double, bottom: Double)] = []
        for (row, entry) in steps.enumerated() {
            let y = plot.barTop(of: row, top: top, bars: RowPlot.bar)
            let box = self.box(of: entry, y: y, scale: plot.scale)
            if let last = spans.last {
                connectors.append(connector(at: entry.before, from: last.bottom, to: y, plot.scale))
            }
            spans.append((y, y + RowPlot.bar))
            rows.append(.group(plot.name(of: row, top: top, bars: RowPlot.bar)))
            rows.append(.group([.rectangle(box, fill(of: entry))] + labelMark(entry, box: box, room: room, language)))
            top += plot.height(of: row, bars: RowPlot.bar)
        }
        let bottom = top - RowPlot.gap + 4
        return Scene(
            width: width, height: bottom + RowPlot.axisHeight,
            marks: plot.grid(top: 2, bottom: bottom, bars: spans) + [.group(connectors)] + rows)
    }

    /// A row: a sum, or a change between two sums.
    private struct Entry {
        let step: Step
        let isSum: Bool
        /// The sum that the row before it ends with.
        let before: Int128
        let from: Int128
        let to: Int128
    }

    private var steps: [Entry] {
        let sums = self.sums
        let first = Entry(step: start, isSum: true, before: 0, from: 0, to: sums[0])
        let last = Entry(step: end, isSum: true, before: sums[sums.count - 1], from: 0, to: sums[sums.count - 1])
        let middle = changes.indices.map { place in
            Entry(step: changes[place], isSum: false, before: sums[place], from: sums[place], to: sums[place + 1])
        }
        return [first] + middle + [last]
    }

    private func box(of entry: Entry, y: Double, scale: Scale) -> Box {
        let from = scale.place(entry.from)
        let to = scale.place(entry.to)
        guard entry.from != entry.to else { return Box(x: from - 1, y: y, width: 2, height: RowPlot.bar) }
        return Box(Point(x: from, y: y), Point(x: to, y: y + RowPlot.bar))
    }

    private func fill(of entry: Entry) -> Fill {
        if entry.isSum || entry.from == entry.to { return .solid(.ink) }
        return entry.to > entry.from ? .solid(.gain) : .hatched(.loss)
    }

    private func connector(at units: Int128, from: Double, to: Double, _ scale: Scale) -> Mark {
        let x = scale.place(units)
        return .line(Point(x: x, y: from), Point(x: x, y: to), Stroke(.edge))
    }

    private func label(_ entry: Entry, in language: Language) -> String {
        FigureText.text(entry.step.amount, in: language, signed: !entry.isSum)
    }

    private func labelMark(_ entry: Entry, box: Box, room: Double, _ language: Language) -> [Mark] {
        let text = label(entry, in: language)
        guard BarLabels.width(of: text) <= room else { return [] }
        let point = Point(x: box.right + 6, y: box.y + RowPlot.bar / 2 + 4.5)
        return [.text(SceneText(text, at: point, size: RowPlot.size))]
    }
}
