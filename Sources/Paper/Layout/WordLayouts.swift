/// The heading of a document, and the word for its state under it.
struct TitleLayout: BlockLayout {
    let block: Int
    let title: String
    let state: String

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        [Piece(block: block, part: .whole, before: 0, height: stateTop(typesetter) + 15, keepsNext: true)]
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        typesetter.draw(title, .title, x: Sheet.left, y: y, width: Sheet.room, lines: 3)
        typesetter.draw(
            state, .muted, x: Sheet.left, y: y + stateTop(typesetter), width: Sheet.room, lines: 1)
    }

    private func stateTop(_ typesetter: Typesetter) -> Double {
        typesetter.height(of: title, .title, width: Sheet.room, lines: 3) + 2
    }
}

/// Words over the whole width.
struct WordsLayout: BlockLayout {
    let block: Int
    let text: String
    let style: LetterStyle
    let before: Double
    var after = 0.0
    var keepsNext = false
    /// A page takes about sixty.
    private static let lines = 40

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        let height = typesetter.height(of: text, style, width: Sheet.room, lines: Self.lines) + after
        return [Piece(block: block, part: .whole, before: before, height: height, keepsNext: keepsNext)]
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        typesetter.draw(text, style, x: Sheet.left, y: y, width: Sheet.room, lines: Self.lines)
    }
}

/// Words beside a thick line.
struct NoticeLayout: BlockLayout {
    let block: Int
    let text: String
    private static let indent = 10.0

    private func height(_ typesetter: Typesetter) -> Double {
        typesetter.height(of: text, .body, width: Sheet.room - Self.indent, lines: 20)
    }

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        [Piece(block: block, part: .whole, before: 10, height: height(typesetter))]
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        typesetter.rectangle(x: Sheet.left, y: y, width: 2.5, height: height(typesetter), grey: 0.25)
        typesetter.draw(
            text, .body, x: Sheet.left + Self.indent, y: y, width: Sheet.room - Self.indent, lines: 20)
    }
}

/// The one figure, large, under its name.
struct SumLayout: BlockLayout {
    let block: Int
    let label: String
    let figure: String

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        [Piece(block: block, part: .whole, before: 12, height: 42)]
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        typesetter.draw(label, .muted, x: Sheet.left, y: y, width: Sheet.room, lines: 1)
        typesetter.draw(figure, .sum, x: Sheet.left, y: y + 13, width: Sheet.room, lines: 1)
    }
}

/// Names at the left and what they stand for beside them.
struct FactsLayout: BlockLayout {
    let block: Int
    let facts: [(name: String, value: String)]
    private static let column = 132.0
    private static let lines = 12

    private static var valueWidth: Double { Sheet.room - column }

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        facts.enumerated().map { row, fact in
            let name = typesetter.height(of: fact.name, .muted, width: Self.column - 10, lines: 3)
            let value = typesetter.height(of: fact.value, .body, width: Self.valueWidth, lines: Self.lines)
            return Piece(block: block, part: .row(row), before: row == 0 ? 8 : 0, height: max(name, value) + 4)
        }
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        guard case .row(let row) = piece.part, facts.indices.contains(row) else { return }
        typesetter.draw(facts[row].name, .muted, x: Sheet.left, y: y, width: Self.column - 10, lines: 3)
        typesetter.draw(
            facts[row].value, .body, x: Sheet.left + Self.column, y: y, width: Self.valueWidth, lines: Self.lines)
    }
}

/// Lines to be signed, two beside each other.
struct SignaturesLayout: BlockLayout {
    let block: Int
    let captions: [String]
    private static let height = 46.0

    func pieces(_ typesetter: Typesetter) -> [Piece] {
        (0..<(captions.count + 1) / 2).map { row in
            Piece(block: block, part: .row(row), before: row == 0 ? 10 : 0, height: Self.height)
        }
    }

    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter) {
        guard case .row(let row) = piece.part else { return }
        let width = (Sheet.room - 28) / 2
        for column in 0..<2 where captions.indices.contains(row * 2 + column) {
            let x = Sheet.left + Double(column) * (width + 28)
            typesetter.rule(x: x, y: y + 28, width: width, thickness: 0.7, grey: 0.2)
            typesetter.draw(captions[row * 2 + column], .note, x: x, y: y + 31, width: width, lines: 1)
        }
    }
}
