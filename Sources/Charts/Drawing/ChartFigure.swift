public import HTML

/// A chart in a page: what it finds, the drawing, and its table.
///
/// The drawing is there twice, for wide places and for narrow ones; the stylesheet shows one of them. It stands on a card.
public struct ChartFigure: Component {
    let name: String
    let finding: String
    let description: String
    let caption: String
    let chart: any Chart
    let language: Language

    /// A chart.
    ///
    /// - Parameters:
    ///   - name: What tells it from other charts of the page.
    ///   - finding: What it shows, in ten words or fewer: "Sales passed the threshold in March".
    ///   - description: What kind of drawing it is and what to look at, for those who do not see it.
    ///   - caption: What the table holds, with the currency.
    public init(
        name: String, finding: String, description: String, caption: String, chart: any Chart, in language: Language
    ) {
        self.name = name
        self.finding = finding
        self.description = description
        self.caption = caption
        self.chart = chart
        self.language = language
    }

    /// The widths of the drawings, in user units that are pixels of CSS at the usual size.
    public static let wide = 640.0
    /// The width of the drawing for narrow places.
    public static let narrow = 312.0

    /// The figure.
    public var body: some Markup {
        figure(.class(.chart), .id(Identifier(.chart, name))) {
            figcaption { finding }
            drawing(width: Self.wide, name: name, look: .chartWide)
            drawing(width: Self.narrow, name: name + "/narrow", look: .chartNarrow)
            if !table.rows.isEmpty {
                details(.class(.chartTable)) {
                    summary { Phrase.chartTable.text(in: language) }
                    table
                }
            }
        }
    }

    private var table: DataTable { chart.table(name: name, caption: caption, in: language) }

    private func drawing(width: Double, name: String, look: ClassName) -> SVGDrawing {
        SVGDrawing(
            chart.scene(width: width, in: language), name: name, title: finding, description: description, look: look)
    }
}
