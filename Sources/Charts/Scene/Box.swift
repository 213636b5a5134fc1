public import HTML

/// An upright rectangle.
public struct Box: Sendable, Equatable {
    /// The left and upper edge.
    public let x, y: Double
    /// How wide and high it is, never below zero.
    public let width, height: Double

    /// A rectangle by its upper left corner and size.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    /// The rectangle between two corners.
    public init(_ first: Point, _ second: Point) {
        self.init(
            x: min(first.x, second.x), y: min(first.y, second.y), width: abs(first.x - second.x),
            height: abs(first.y - second.y))
    }

    /// The right edge.
    public var right: Double { x + width }
    /// The lower edge.
    public var bottom: Double { y + height }

    /// Whether both have an area in common that is more than a rounding of places.
    public func overlaps(_ other: Box) -> Bool {
        x < other.right - 0.01 && other.x < right - 0.01 && y < other.bottom - 0.01 && other.y < bottom - 0.01
    }

    /// Whether the other one lies inside, up to a rounding of places.
    public func holds(_ other: Box) -> Bool {
        other.x >= x - 0.01 && other.y >= y - 0.01 && other.right <= right + 0.01 && other.bottom <= bottom + 0.01
    }

    func grown(by margin: Double) -> Box {
        Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    static func around(_ boxes: [Box]) -> Box? {
        guard var all = boxes.first else { return nil }
        for box in boxes.dropFirst() {
            let corner = Point(x: min(all.x, box.x), y: min(all.y, box.y))
            all = Box(corner, Point(x: max(all.right, box.right), y: max(all.bottom, box.bottom)))
        }
        return all
    }
}
