import HTML

extension Scene {
    /// What is drawn where there is nothing to draw.
    static func withoutValues(width: Double, in language: Language) -> Scene {
        let text = Lines.cut(Phrase.noValue.text(in: language), width: width, size: 13)
        let point = Point(x: 0, y: 20)
        return Scene(width: width, height: 32, marks: [.text(SceneText(text, at: point, colour: .muted))])
    }
}

/// The signs of a chart and what they mean, in as many lines as needed.
enum Key {
    /// A sign and its words.
    struct Entry {
        let text: String
        /// Draws the sign into a box of 14 × 12.
        let sign: (Box) -> Mark
    }

    /// The signs from a height on, and where they end.
    static func drawn(_ entries: [Entry], top: Double, width: Double) -> (marks: [Mark], bottom: Double) {
        var marks: [Mark] = []
        var x = 0.0
        var y = top
        for entry in entries {
            let text = Lines.cut(Lines.shown(entry.text), width: max(0, width - 20), size: 12)
            let needed = 20 + TextMeasure.width(of: text, size: 12)
            if x > 0 && x + needed > width {
                x = 0
                y += 20
            }
            marks.append(entry.sign(Box(x: x, y: y + 3, width: 14, height: 12)))
            marks.append(.text(SceneText(text, at: Point(x: x + 20, y: y + 13), size: 12, colour: .muted)))
            x += needed + 16
        }
        return (marks, entries.isEmpty ? top : y + 20)
    }

    /// A filled sign.
    static func area(_ text: String, _ fill: Fill) -> Entry { Entry(text: text) { .rectangle($0, fill) } }

    /// An upright stroke.
    static func upright(_ text: String, _ stroke: Stroke) -> Entry {
        Entry(text: text) { box in
            let x = box.x + box.width / 2
            return .line(Point(x: x, y: box.y), Point(x: x, y: box.bottom), stroke)
        }
    }

    /// A level stroke.
    static func level(_ text: String, _ stroke: Stroke) -> Entry {
        Entry(text: text) { box in
            let y = box.y + box.height / 2
            return .line(Point(x: box.x, y: y), Point(x: box.right, y: y), stroke)
        }
    }
}
