internal import CPangoCairo
internal import Charts
internal import HTML

/// Draws the scene of a chart on paper: the same marks as in a page, in greys and hatches instead of colours.
struct SceneDrawing {
    let typesetter: Typesetter
    private var cairo: OpaquePointer { typesetter.cairo }

    /// Draws with the upper left corner at a place, by a factor smaller or larger.
    func draw(_ scene: Scene, x: Double, y: Double, by factor: Double) {
        cairo_save(cairo)
        cairo_translate(cairo, x, y)
        cairo_scale(cairo, factor, factor)
        for mark in scene.flatMarks { draw(mark) }
        cairo_restore(cairo)
    }

    private func draw(_ mark: Mark) {
        switch mark {
        case .group(let marks): for mark in marks { draw(mark) }
        case .rectangle(let box, let fill): rectangle(box, fill)
        case .line(let from, let to, let stroke): path([[from, to]], stroke)
        case .path(let lines, let stroke): path(lines, stroke)
        case .dot(let centre, let radius, let colour):
            cairo_new_path(cairo)
            cairo_arc(cairo, centre.x, centre.y, radius - 0.75, 0, 2 * .pi)
            ink(colour)
            cairo_fill(cairo)
        case .text(let text):
            let style = LetterStyle(size: text.size, isBold: text.isBold, grey: Self.grey(text.colour))
            typesetter.drawLine(text.text, style, x: text.at.x, base: text.at.y, anchor: text.anchor, ground: 1)
        }
    }

    private func rectangle(_ box: Box, _ fill: Fill) {
        switch fill {
        case .solid(let colour):
            typesetter.rectangle(x: box.x, y: box.y, width: box.width, height: box.height, grey: Self.grey(colour))
        case .hatched(let colour): hatch(box, colour)
        }
    }

    /// Strokes at 45° within the box, and a rim that keeps a narrow one seen.
    private func hatch(_ box: Box, _ colour: ColourToken) {
        cairo_save(cairo)
        cairo_rectangle(cairo, box.x, box.y, box.width, box.height)
        cairo_clip(cairo)
        ink(colour)
        cairo_set_line_width(cairo, 1.6)
        var x = box.x - box.height
        while x < box.right {
            cairo_move_to(cairo, x, box.bottom)
            cairo_line_to(cairo, x + box.height, box.y)
            x += 5
        }
        cairo_stroke(cairo)
        cairo_restore(cairo)
        ink(colour)
        cairo_set_line_width(cairo, 1)
        cairo_rectangle(
            cairo, box.x + 0.5, box.y + 0.5, max(0.5, box.width - 1), max(0.5, box.height - 1))
        cairo_stroke(cairo)
    }

    private func path(_ lines: [[Point]], _ stroke: Stroke) {
        cairo_new_path(cairo)
        for line in lines {
            guard let first = line.first else { continue }
            cairo_move_to(cairo, first.x, first.y)
            for point in line.dropFirst() { cairo_line_to(cairo, point.x, point.y) }
        }
        ink(stroke.colour)
        cairo_set_line_width(cairo, stroke.width)
        let gaps = [4.0, 3.0]
        cairo_set_dash(cairo, gaps, stroke.isDashed ? 2 : 0, 0)
        cairo_stroke(cairo)
        cairo_set_dash(cairo, gaps, 0, 0)
    }

    private func ink(_ colour: ColourToken) {
        let grey = Self.grey(colour)
        cairo_set_source_rgb(cairo, grey, grey, grey)
    }

    /// How light a colour of the light theme is, as a printer without colours would have it (Rec. 709 weights).
    static func grey(_ token: ColourToken) -> Double {
        let colour = token.colour(.light)
        return (0.2126 * Double(colour.red) + 0.7152 * Double(colour.green) + 0.0722 * Double(colour.blue)) / 255
    }
}
