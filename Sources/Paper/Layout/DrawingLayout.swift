internal import Charts

/// A drawing over the whole width, smaller where it would not fit on a page, under what it shows.
struct DrawingLayout: BlockLayout {
    let block: Int
    let scene: Scene
    let shows: String
    private static let caption = 18.0

    private var factor: Double {
        min(Sheet.room / max(1, scene.width), (Sheet.tall - Self.caption) / max(1, scene.height))
    }

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        [Piece(block: block, part: .whole, before: 6, height: Self.caption + scene.height * factor)]
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        typesetter.draw(shows, .muted, x: Sheet.left, y: y, width: Sheet.room, lines: 1)
        SceneDrawing(typesetter: typesetter).draw(scene, x: Sheet.left, y: y + Self.caption, by: factor)
    }
}
