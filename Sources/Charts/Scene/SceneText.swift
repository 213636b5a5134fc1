public import HTML

/// A text of one line in a drawing.
public struct SceneText: Sendable, Equatable {
    /// The words.
    public let text: String
    /// Where its base line is, from its ``anchor``.
    public let at: Point
    /// The height of letters.
    public let size: Double
    /// Whether its letters are bold.
    public let isBold: Bool
    /// Which end of it stands at its point.
    public let anchor: TextAnchor
    /// Its colour.
    public let colour: ColourToken

    /// A text.
    public init(
        _ text: String, at point: Point, size: Double = 13, bold: Bool = false, anchor: TextAnchor = .start,
        colour: ColourToken = .ink
    ) {
        self.text = text
        at = point
        self.size = size
        isBold = bold
        self.anchor = anchor
        self.colour = colour
    }

    /// The box that the text stays in, by the widest of the letters that pages are shown in.
    public var bounds: Box {
        let width = TextMeasure.width(of: text, size: size, bold: isBold)
        let left =
            switch anchor {
            case .start: at.x
            case .middle: at.x - width / 2
            case .end: at.x - width
            }
        return Box(x: left, y: at.y - size * TextMeasure.ascent, width: width, height: size * TextMeasure.height)
    }
}
