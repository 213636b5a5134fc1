public import HTML

/// A scene as SVG: a picture with a name and a description; its texts are not read one by one.
public struct SVGDrawing: Markup {
    let scene: Scene
    let name: String
    let title: String
    let description: String
    let look: ClassName

    /// A drawing.
    ///
    /// - Parameters:
    ///   - name: What tells it from other drawings of the page.
    ///   - look: Whether it is the drawing for wide places or for narrow ones.
    public init(_ scene: Scene, name: String, title: String, description: String, look: ClassName) {
        self.scene = scene
        self.name = name
        self.title = title
        self.description = description
        self.look = look
    }

    /// Adds the drawing.
    public func write(into page: inout PageWriter) {
        SVG.svg(
            .role(.img), .labelled(by: nameID, aboutID), .class(look),
            .viewBox(width: scene.width, height: scene.height)
        ) {
            SVG.title(.id(nameID)) { title }
            SVG.desc(.id(aboutID)) { description }
            if !hatches.isEmpty {
                SVG.defs { hatches.map { Hatch(id: hatchID($0), colour: $0) } }
            }
            SVG.g(.unspoken) { scene.marks.map { MarkDrawing(mark: $0, drawing: self) } }
        }.write(into: &page)
    }

    private var nameID: Identifier { Identifier(.name, name) }
    private var aboutID: Identifier { Identifier(.about, name) }

    func hatchID(_ colour: ColourToken) -> Identifier { Identifier(.hatch, name + "/" + colour.rawValue) }

    private var hatches: [ColourToken] {
        ColourToken.allCases.filter { colour in
            scene.flatMarks.contains { if case .rectangle(_, .hatched(colour)) = $0 { true } else { false } }
        }
    }
}

/// Strokes at 45° on the ground of the card.
struct Hatch: Component {
    let id: Identifier
    let colour: ColourToken

    var body: some Markup {
        SVG.pattern(with: [.id(id), .measure(.width, 5), .measure(.height, 5)] + Attribute.diagonalPattern) {
            SVG.rect(.measure(.width, 5), .measure(.height, 5), .paint(fill: .card)) {}
            SVG.rect(.measure(.width, 2.5), .measure(.height, 5), .paint(fill: colour)) {}
        }
    }
}

/// A mark as an element of SVG.
struct MarkDrawing: Markup {
    let mark: Mark
    let drawing: SVGDrawing

    func write(into page: inout PageWriter) {
        switch mark {
        case .group(let marks):
            guard !marks.isEmpty else { return }
            SVG.g { marks.map { MarkDrawing(mark: $0, drawing: drawing) } }.write(into: &page)
        case .rectangle(let box, let fill): rectangle(box, fill).write(into: &page)
        case .line(let from, let to, let stroke):
            SVG.line(
                with: [.measure(.x1, from.x), .measure(.y1, from.y), .measure(.x2, to.x), .measure(.y2, to.y)]
                    + Self.attributes(stroke)
            ) {}.write(into: &page)
        case .path(let lines, let stroke):
            guard !lines.isEmpty else { return }
            SVG.path(with: [.path(lines, closed: false)] + Self.attributes(stroke)) {}.write(into: &page)
        case .dot(let centre, let radius, let colour):
            SVG.circle(
                .measure(.cx, centre.x), .measure(.cy, centre.y), .measure(.r, radius - 0.75),
                .measure(.strokeWidth, 1.5), .paint(fill: colour, stroke: .card)
            ) {}.write(into: &page)
        case .text(let text): Self.element(text).write(into: &page)
        }
    }

    private func rectangle(_ box: Box, _ fill: Fill) -> some Markup {
        let measures: [Attribute] = [
            .measure(.x, box.x), .measure(.y, box.y), .measure(.width, box.width), .measure(.height, box.height),
        ]
        switch fill {
        case .solid(let colour): return SVG.rect(with: measures + [.paint(fill: colour)]) {}
        case .hatched(let colour):
            // The rim keeps a narrow area seen between two strokes; it lies inside, so that the size stays true.
            let inner: [Attribute] = [
                .measure(.x, box.x + 0.5), .measure(.y, box.y + 0.5), .measure(.width, max(0.5, box.width - 1)),
                .measure(.height, max(0.5, box.height - 1)),
            ]
            let pattern = Attribute.fill(pattern: drawing.hatchID(colour))
            return SVG.rect(with: inner + [pattern, .rim(colour)]) {}
        }
    }

    private static func attributes(_ stroke: Stroke) -> [Attribute] {
        [.paint(fill: nil, stroke: stroke.colour), .measure(.strokeWidth, stroke.width)]
            + (stroke.isDashed ? [.dashed] : [])
    }

    /// A rim of the ground keeps a text readable over lines.
    private static func element(_ text: SceneText) -> Element<Text> {
        SVG.text(
            with: [
                .measure(.x, text.at.x), .measure(.y, text.at.y), .measure(.fontSize, text.size), .anchor(text.anchor),
                .paint(fill: text.colour, stroke: .card), .measure(.strokeWidth, 5), .strokeFirst,
            ] + (text.isBold ? [.bold] : [])
        ) { text.text }
    }
}
