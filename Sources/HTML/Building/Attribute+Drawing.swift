/// A point of a drawing, in its user units, from the upper left corner.
public struct Point: Hashable, Sendable {
    /// To the right.
    public var x: Double
    /// Down.
    public var y: Double

    /// A point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

extension Attribute {
    /// The measures of SVG.
    public enum Measure: Sendable {
        /// Places and sizes.
        case x, y, width, height, x1, y1, x2, y2, cx, cy, r
        /// The radius of a corner, the size of letters, the thickness of a line.
        case rx, fontSize, strokeWidth

        var name: StaticString {
            switch self {
            case .x: "x"
            case .y: "y"
            case .width: "width"
            case .height: "height"
            case .x1: "x1"
            case .y1: "y1"
            case .x2: "x2"
            case .y2: "y2"
            case .cx: "cx"
            case .cy: "cy"
            case .r: "r"
            case .rx: "rx"
            case .fontSize: "font-size"
            case .strokeWidth: "stroke-width"
            }
        }
    }

    /// A measure of a drawing.
    public static func measure(_ measure: Measure, _ value: Double) -> Attribute {
        Attribute(measure.name, .measure(value))
    }

    /// The user units of a drawing.
    public static func viewBox(width: Double, height: Double) -> Attribute {
        Attribute("viewBox", .measures([0, 0, width, height]))
    }

    /// Lines through points.
    public static func path(_ lines: [[Point]], closed: Bool) -> Attribute {
        Attribute("d", .points(lines, closed: closed))
    }

    /// The colours of a mark by the theme; what has no colour is not painted.
    public static func paint(fill: ColourToken?, stroke: ColourToken? = nil) -> Attribute {
        Attribute("class", .paint(fill: fill?.rawValue ?? "none", stroke: stroke))
    }

    /// The rim of an area that a pattern fills.
    public static func rim(_ stroke: ColourToken) -> Attribute {
        Attribute("class", .paint(fill: nil, stroke: stroke))
    }

    /// The rim of a text lies behind its letters.
    public static let strokeFirst = Attribute("paint-order", .literal("stroke"))

    /// Letters of weight 600.
    public static let bold = Attribute("font-weight", .literal("600"))

    /// Filled with a pattern of the same drawing.
    public static func fill(pattern: Identifier) -> Attribute { Attribute("fill", .reference(pattern)) }

    /// The pattern is measured in the units of the drawing and turned by 45°.
    public static let diagonalPattern: [Attribute] = [
        Attribute("patternUnits", .literal("userSpaceOnUse")), Attribute("patternTransform", .literal("rotate(45)")),
    ]

    /// Where a text stands from its point.
    public static func anchor(_ anchor: TextAnchor) -> Attribute {
        Attribute("text-anchor", .literal(anchor.rawValue))
    }

    /// Drawn in strokes with gaps.
    public static let dashed = Attribute("stroke-dasharray", .literal("4 3"))
}

/// Where a text stands from its point.
public enum TextAnchor: String, Sendable {
    /// It begins there.
    case start
    /// Its middle is there.
    case middle
    /// It ends there.
    case end
}

/// The elements of SVG.
public enum SVG {
    /// A drawing.
    public static let svg = Tag("svg")
    /// A group.
    public static let g = Tag("g")
    /// A rectangle.
    public static let rect = Tag("rect")
    /// A straight line.
    public static let line = Tag("line")
    /// Lines through points.
    public static let path = Tag("path")
    /// A circle.
    public static let circle = Tag("circle")
    /// A text.
    public static let text = Tag("text")
    /// The name of a drawing.
    public static let title = Tag("title")
    /// The description of a drawing.
    public static let desc = Tag("desc")
    /// What is defined to be used elsewhere in the drawing.
    public static let defs = Tag("defs")
    /// A pattern to fill with.
    public static let pattern = Tag("pattern")
}

extension PageWriter {
    mutating func paint(fill: String?, stroke: ColourToken?) {
        if let fill {
            literal("fill-")
            plain(fill)
        }
        guard let stroke else { return }
        if fill != nil { byte(32) }
        literal("stroke-")
        plain(stroke.rawValue)
    }

    mutating func path(_ lines: [[Point]], closed: Bool) {
        for line in lines {
            for (place, point) in line.enumerated() {
                byte(place == 0 ? 77 : 76)
                measure(point.x)
                byte(32)
                measure(point.y)
            }
            if closed { byte(90) }
        }
    }
}
