public import HTML

extension BarChart {
    /// The bars, one under another.
    public func scene(width: Double, in language: Language) -> Scene {
        guard !names.isEmpty, !series.isEmpty else { return .withoutValues(width: width, in: language) }
        let values = series.flatMap { $0.values.compactMap { $0.map(units.units) } }
        let labels = BarLabels(chart: self, width: width, language: language)
        let plot = RowPlot(
            width: width, names: names, values: values, places: units.places, left: labels.left, right: labels.right,
            language: language, suffix: suffix)
        let bars = Double(series.count) * (RowPlot.bar + 2) - 2
        let key = series.count > 1 ? Key.drawn(keyEntries, top: 0, width: width) : (marks: [], bottom: 0)
        var top = key.bottom + 6
        let first = top
        var rows: [Mark] = []
        var spans: [(top: Double, bottom: Double)] = []
        for row in names.indices {
            rows.append(.group(plot.name(of: row, top: top, bars: bars)))
            let barTop = plot.barTop(of: row, top: top, bars: bars)
            spans.append((barTop, barTop + bars))
            for place in series.indices {
                let y = barTop + Double(place) * (RowPlot.bar + 2)
                rows.append(.group(bar(series[place].values[row], place: place, y: y, plot: plot, labels: labels)))
            }
            top += plot.height(of: row, bars: bars)
        }
        let grid = plot.grid(top: first - 4, bottom: top - RowPlot.gap + 4, bars: spans)
        let height = top - RowPlot.gap + 4 + RowPlot.axisHeight
        return Scene(width: width, height: height, marks: key.marks + grid + rows)
    }

    private var keyEntries: [Key.Entry] {
        series.indices.map { Key.area(series[$0].name, .solid(Self.colours[$0])) }
    }

    private func bar(_ value: Figure?, place: Int, y: Double, plot: RowPlot, labels: BarLabels) -> [Mark] {
        let zero = plot.scale.place(0)
        let base = y + RowPlot.bar / 2 + 4.5
        guard let value else { return labels.missing(at: Point(x: zero + 6, y: base)) }
        let end = plot.scale.place(units.units(value))
        // A bar of nothing still has to be seen: a stroke on the line of zero.
        let box =
            value.units == 0
            ? Box(x: zero - 1, y: y, width: 2, height: RowPlot.bar)
            : Box(Point(x: zero, y: y), Point(x: end, y: y + RowPlot.bar))
        let mark = Mark.rectangle(box, .solid(Self.colours[place]))
        return [mark] + labels.label(of: value, left: box.x, right: box.right, base: base)
    }
}

/// The figures at the ends of bars: left of those below zero, right of the others.
struct BarLabels {
    let language: Language
    let suffix: String?
    let left: Double
    let right: Double
    private let room: Double

    init(chart: BarChart, width: Double, language: Language) {
        self.language = language
        suffix = chart.suffix
        // Names, both labels and a sixth of the drawing for the bars themselves have to fit side by side.
        let room = width * (RowPlot.isNarrow(width) ? 0.4 : 0.25)
        self.room = room
        let values = chart.series.flatMap { $0.values }
        func widest(_ figures: [Figure]) -> Double {
            figures.map { Self.width(of: Self.text($0, in: language, suffix: chart.suffix)) }
                .filter { $0 <= room }.max() ?? 0
        }
        let figures = values.compactMap(\.self)
        left = widest(figures.filter(\.isNegative))
        let missing = values.contains(nil) ? Self.width(of: Self.missing(in: language)) : 0
        right = max(widest(figures.filter { !$0.isNegative }), missing)
    }

    /// A label that would leave no room for the bars is left to the table.
    func label(of value: Figure, left: Double, right: Double, base: Double) -> [Mark] {
        let text = Self.text(value, in: language, suffix: suffix)
        guard Self.width(of: text) <= room else { return [] }
        let point = value.isNegative ? Point(x: left - 6, y: base) : Point(x: right + 6, y: base)
        return [.text(SceneText(text, at: point, size: RowPlot.size, anchor: value.isNegative ? .end : .start))]
    }

    func missing(at point: Point) -> [Mark] {
        [.text(SceneText(Self.missing(in: language), at: point, size: RowPlot.size, colour: .muted))]
    }

    static func missing(in language: Language) -> String {
        FigureText.absent + "\u{A0}" + Phrase.noValue.text(in: language)
    }

    static func text(_ figure: Figure, in language: Language, suffix: String?, signed: Bool = false) -> String {
        FigureText.text(figure, in: language, signed: signed) + (suffix.map { "\u{A0}" + $0 } ?? "")
    }

    static func width(of text: String) -> Double { TextMeasure.width(of: text, size: RowPlot.size) }
}
