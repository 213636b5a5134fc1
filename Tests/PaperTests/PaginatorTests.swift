import Testing

@testable import Paper

/// Pages of ten: what stands on which.
@Suite("Pieces on pages")
struct PaginatorTests {
    private func row(_ number: Int, _ height: Double = 3, keepsNext: Bool = false) -> Piece {
        Piece(block: 0, part: .row(number), before: 0, height: height, keepsNext: keepsNext)
    }

    private let head = Piece(block: 0, part: .head, before: 2, height: 1, keepsNext: true)

    private func parts(_ pieces: [Piece]) -> [[Piece.Part]] {
        Paginator(room: 10).pages(pieces).map { $0.map(\.piece.part) }
    }

    @Test("as many as a page takes, in order")
    func fits() {
        #expect(parts([row(0), row(1), row(2), row(3)]) == [[.row(0), .row(1), .row(2)], [.row(3)]])
    }

    @Test("the head of a table stands on every page that the table reaches")
    func repeatsHead() {
        let pages = Paginator(room: 10).pages([head] + (0..<5).map { row($0) })
        #expect(
            pages.map { $0.map(\.piece.part) } == [
                [.head, .row(0), .row(1), .row(2)], [.head, .row(3), .row(4)],
            ])
        #expect(pages[1].map(\.y) == [0, 1, 4])
    }

    @Test("a heading and a head never stand alone at the end of a page")
    func keepsHeading() {
        let heading = Piece(block: 1, part: .whole, before: 1, height: 1, keepsNext: true)
        let head = Piece(block: 2, part: .head, before: 0, height: 1, keepsNext: true)
        let first = Piece(block: 2, part: .row(0), before: 0, height: 3)
        #expect(parts([row(0), row(1), heading, head, first]) == [[.row(0), .row(1)], [.whole, .head, .row(0)]])
    }

    @Test("a total goes on with the last row")
    func keepsTotal() {
        let total = Piece(block: 0, part: .total(0), before: 0, height: 2)
        let pages = parts([head, row(0), row(1), row(2, keepsNext: true), total])
        #expect(pages == [[.head, .row(0), .row(1)], [.head, .row(2), .total(0)]])
    }

    @Test("what is higher than a page has one of its own, and nothing is lost")
    func tooHigh() {
        #expect(parts([row(0), row(1, 12), row(2)]) == [[.row(0)], [.row(1)], [.row(2)]])
    }

    @Test("whatever the heights: all pieces, in order, none beyond the page, no head twice on one")
    func any() {
        var seed: UInt64 = 7
        func next(_ bound: UInt64) -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % bound
        }
        for _ in 0..<300 {
            var pieces: [Piece] = []
            for block in 0..<Int(next(5) + 1) {
                pieces.append(Piece(block: block, part: .head, before: 1, height: 1, keepsNext: true))
                let rows = Int(next(20) + 1)
                for number in 0..<rows {
                    let height = Double(next(4) + 1)
                    pieces.append(Piece(block: block, part: .row(number), before: 0, height: height))
                }
            }
            let pages = Paginator(room: 10).pages(pieces)
            for page in pages {
                #expect(page.allSatisfy { $0.y + $0.piece.height <= 10.01 })
                #expect(page.first?.piece.part == .head)
            }
            let rows = pages.joined().map(\.piece).filter { $0.part != .head }
            #expect(rows == pieces.filter { $0.part != .head })
        }
    }
}
