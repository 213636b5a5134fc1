/// A block with its measures: which pieces it has, and how each is drawn.
protocol BlockLayout {
    /// The pieces, from the top.
    func pieces(_ typesetter: Typesetter) -> [Piece]
    /// Draws a piece with its upper edge at a height of the page.
    func draw(_ piece: Piece, y: Double, _ typesetter: Typesetter)
}

/// Which layout a block has.
enum BlockLayouts {
    static func layout(of block: PaperBlock, number: Int, _ typesetter: Typesetter) -> any BlockLayout {
        switch block {
        case .title(let title, let state): TitleLayout(block: number, title: title, state: state)
        case .heading(let text):
            WordsLayout(block: number, text: text, style: .heading, before: 16, after: 3, keepsNext: true)
        case .paragraph(let text): WordsLayout(block: number, text: text, style: .body, before: 6)
        case .notice(let text): NoticeLayout(block: number, text: text)
        case .sum(let label, let figure): SumLayout(block: number, label: label, figure: figure)
        case .facts(let facts): FactsLayout(block: number, facts: facts)
        case .table(let table): TableLayout(block: number, table: table, typesetter)
        case .drawing(let scene, let shows): DrawingLayout(block: number, scene: scene, shows: shows)
        case .signatures(let captions): SignaturesLayout(block: number, captions: captions)
        }
    }
}
