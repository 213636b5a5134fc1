import HTML

/// The measures of a chart of rows: names at the left, or above the bars where the drawing is narrow; marks along a scale
/// that runs to the right; room for a label at both ends of every mark.
struct RowPlot {
    let width: Double
    let names: [[String]]
    let isNarrow: Bool
    let scale: Scale
    let language: Language
    let suffix: String?

    static let size = 13.0
    static let lineHeight = 18.0
    static let gap = 14.0
    static let bar = 18.0

    /// - Parameters:
    ///   - values: All values that the scale covers, in units of `places`.
    ///   - left: The width of the widest label that stands left of a mark, `right` of one at its right.
    init(
        width: Double, names: [String], values: [Int128], places: Int, left: Double, right: Double, language: Language,
        suffix: String?
    ) {
        self.width = width
        self.language = language
        self.suffix = suffix
        isNarrow = Self.isNarrow(width)
        let room = isNarrow ? width : width * 0.34
        self.names = names.map { Lines.of($0, width: room, size: Self.size) }
        let column = isNarrow ? 0 : (Self.widest(self.names) + 12)
        let from = column + (left > 0 ? left + 6 : 2)
        let to = width - (right > 0 ? right + 6 : 2)
        let intervals = (1...6).reversed().first { intervals in
            let axis = Axis(covering: values, places: places, fromZero: true, intervals: intervals)
            let labels = axis.labels(in: language, suffix: suffix)
            let needed = labels.reduce(0) { $0 + TextMeasure.width(of: $1, size: 12) + 16 }
            return needed <= to - from
        }
        let axis = Axis(covering: values, places: places, fromZero: true, intervals: intervals ?? 1)
        scale = Scale(axis: axis, from: from, to: max(from + 1, to))
    }

    /// Whether names stand above the bars.
    static func isNarrow(_ width: Double) -> Bool { width < 480 }

    private static func widest(_ names: [[String]]) -> Double {
        names.joined().map { TextMeasure.width(of: $0, size: size) }.max() ?? 0
    }

    /// The height of a row with bars of this height together.
    func height(of row: Int, bars: Double) -> Double {
        let lines = Double(names[row].count) * Self.lineHeight
        return Self.gap + (isNarrow ? lines + bars : max(lines, bars))
    }

    /// Where the bars of a row begin that begins at `top`.
    func barTop(of row: Int, top: Double, bars: Double) -> Double {
        let lines = Double(names[row].count) * Self.lineHeight
        return isNarrow ? top + lines : top + (max(lines, bars) - bars) / 2
    }

    /// The name of a row.
    func name(of row: Int, top: Double, bars: Double) -> [Mark] {
        let lines = names[row]
        let height = Double(lines.count) * Self.lineHeight
        let first = isNarrow ? top : top + (max(height, bars) - height) / 2
        return lines.enumerated().map { place, line in
            let base = first + Double(place) * Self.lineHeight + 13
            return .text(SceneText(line, at: Point(x: 0, y: base), size: Self.size))
        }
    }

    /// The lines of the scale behind the marks, and its figures under them.
    ///
    /// - Parameter bars: From where to where the bars of each row reach: names above them are not crossed by lines.
    func grid(top: Double, bottom: Double, bars: [(top: Double, bottom: Double)]) -> [Mark] {
        let ticks = scale.axis.ticks
        let places = ticks.map(scale.place)
        let spans = isNarrow ? bars.map { (top: $0.top - 2, bottom: $0.bottom + 4) } : [(top: top, bottom: bottom)]
        let lines = zip(ticks, places).flatMap { tick, x in
            spans.map { span in
                let stroke = Stroke(tick == 0 ? .edge : .line)
                return Mark.line(Point(x: x, y: span.top), Point(x: x, y: span.bottom), stroke)
            }
        }
        let labels = zip(scale.axis.labels(in: language, suffix: suffix), places).map { (text: $0, x: $1) }
        let order = ticks.indices.sorted { ticks[$0] == 0 && ticks[$1] != 0 }
        let texts = LabelRow.placed(labels, order: order, y: bottom + 16, width: width)
        return [.group(lines), .group(texts.map(Mark.text))]
    }

    /// The room that the figures of the scale take under the marks.
    static let axisHeight = 22.0
}
