internal import HTML

/// Documents as PDF: A4, letters that can be searched and copied, page numbers that know how many there are.
public enum PaperPDF {
    /// The bytes of a document.
    ///
    /// Everything is measured first, so that the pages are known, and drawn afterwards, page by page: memory is that of the
    /// document and of the bytes, however many pages there are.
    ///
    /// - Throws: ``PaperFailure``.
    public static func bytes(_ document: PaperDocument) throws(PaperFailure) -> [UInt8] {
        let typesetter = try Typesetter(document)
        let blocks = document.blocks.enumerated().map { number, block in
            BlockLayouts.layout(of: block, number: number, typesetter)
        }
        let pages = Paginator(room: Sheet.tall).pages(blocks.flatMap { $0.pieces(typesetter) })
        let frame = PageFrame(document: document, count: pages.count)
        for (number, page) in pages.enumerated() {
            frame.draw(page: number + 1, typesetter)
            for placed in page {
                blocks[placed.piece.block].draw(placed.piece, y: Sheet.top + placed.y, typesetter)
            }
            typesetter.endPage()
        }
        return try PDFCatalog(try typesetter.finish(), language: document.language.rawValue).updated()
    }

    /// How wide a chart's scene is made for paper, in its own units.
    public static let sceneWidth = 640.0
}

/// What stands around every page.
struct PageFrame {
    let document: PaperDocument
    let count: Int

    func draw(page: Int, _ typesetter: Typesetter) {
        typesetter.draw(document.head, .foot, x: Sheet.left, y: 34, width: Sheet.room, lines: 1)
        typesetter.rule(x: Sheet.left, y: 48, width: Sheet.room)
        let top = Sheet.height - Sheet.bottom + 18
        typesetter.rule(x: Sheet.left, y: top - 6, width: Sheet.room)
        let number = Phrase.page(page, of: count, in: document.language)
        let numberWidth = typesetter.width(of: number, .foot) + 4
        for (row, line) in document.foot.prefix(2).enumerated() {
            let width = Sheet.room - (row == 0 ? numberWidth + 12 : 0)
            typesetter.draw(
                line, .foot, x: Sheet.left, y: top + Double(row) * 11, width: width, lines: 1)
        }
        typesetter.draw(
            number, .foot, x: Sheet.left + Sheet.room - numberWidth, y: top, width: numberWidth, lines: 1, side: .right)
    }
}

/// The few words that every document says itself.
enum Phrase {
    /// "page 2 of 5"
    static func page(_ page: Int, of count: Int, in language: Language) -> String {
        language == .ru ? "страница \(page) из \(count)" : "page \(page) of \(count)"
    }
}
