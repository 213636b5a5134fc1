public import HTML

/// A drawing that knows nothing of where it is drawn: marks in user units, their colours by purpose.
///
/// The same scene becomes SVG in a page and vectors on paper. Places are `Double`, for drawing only; every text was made
/// from exact figures.
public struct Scene: Sendable, Equatable {
    /// The frame: no mark reaches beyond it.
    public let width, height: Double
    /// The marks, those in front last.
    public let marks: [Mark]

    /// A drawing.
    public init(width: Double, height: Double, marks: [Mark]) {
        self.width = width
        self.height = height
        self.marks = marks
    }

    /// All marks, those of groups among them.
    public var flatMarks: [Mark] { marks.flatMap(\.flat) }

    /// All texts.
    public var texts: [SceneText] {
        flatMarks.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}

/// A mark of a drawing.
public enum Mark: Sendable, Equatable {
    /// Marks that belong together.
    case group([Mark])
    /// A rectangle.
    case rectangle(Box, Fill)
    /// A straight line.
    case line(Point, Point, Stroke)
    /// Lines through points; a gap between two of them is a value that is missing.
    case path([[Point]], Stroke)
    /// A point of a series: filled, with a rim of the ground so that neighbours never touch.
    case dot(Point, radius: Double, ColourToken)
    /// A text.
    case text(SceneText)

    var flat: [Mark] {
        if case .group(let marks) = self { marks.flatMap(\.flat) } else { [self] }
    }

    /// The smallest box around the mark; nil for an empty group or path.
    public var bounds: Box? {
        switch self {
        case .group(let marks): Box.around(marks.compactMap(\.bounds))
        case .rectangle(let box, _): box
        case .line(let from, let to, let stroke): Self.bounds(from, to, thickness: stroke.width)
        case .path(let lines, let stroke):
            Box.around(lines.joined().map { Box($0, $0) })?.grown(by: stroke.width / 2)
        case .dot(let centre, let radius, _): Box(centre, centre).grown(by: radius)
        case .text(let text): text.bounds
        }
    }
}

extension Mark {
    /// Lines end where they are told to: level and upright ones are thicker only across.
    private static func bounds(_ from: Point, _ to: Point, thickness: Double) -> Box {
        let box = Box(from, to)
        let across = from.x == to.x ? thickness : from.y == to.y ? 0 : thickness
        let along = from.y == to.y ? thickness : from.x == to.x ? 0 : thickness
        return Box(
            x: box.x - across / 2, y: box.y - along / 2, width: box.width + across, height: box.height + along)
    }
}

/// How an area is filled.
public enum Fill: Sendable, Equatable {
    /// With a colour.
    case solid(ColourToken)
    /// With strokes at 45°: told from a solid area without its colour.
    case hatched(ColourToken)
}

/// How a line is drawn.
public struct Stroke: Sendable, Equatable {
    /// Its colour.
    public let colour: ColourToken
    /// Its thickness.
    public let width: Double
    /// Whether it has gaps.
    public let isDashed: Bool

    /// A line.
    public init(_ colour: ColourToken, width: Double = 1, dashed: Bool = false) {
        self.colour = colour
        self.width = width
        isDashed = dashed
    }
}
