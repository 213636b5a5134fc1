/// A part of a block that is not broken: it stands on one page.
struct Piece: Equatable {
    /// Which part of its block it is.
    enum Part: Equatable {
        case whole
        /// The head of a table.
        case head
        case row(Int)
        case total(Int)
    }

    /// The block it belongs to.
    let block: Int
    let part: Part
    /// The room that is left free above it, except at the top of a page.
    let before: Double
    let height: Double
    /// Whether what follows must begin on the same page.
    var keepsNext = false
}

/// A piece with its place.
struct PlacedPiece: Equatable {
    let piece: Piece
    /// How far below the top of the room it begins.
    let y: Double
}

/// Lays pieces out on pages: in order, as many as each takes; the head of a table is repeated where it goes on.
struct Paginator {
    /// How high the room of a page is.
    let room: Double

    func pages(_ pieces: [Piece]) -> [[PlacedPiece]] {
        var pages: [[PlacedPiece]] = [[]]
        var y = 0.0
        var head: Piece?
        var index = 0
        while index < pieces.count {
            let group = group(from: index, pieces)
            let height = height(of: group, atTop: y == 0)
            if y > 0, y + height > room + 0.01 {
                pages.append([])
                y = 0
                if let head, let first = group.first, head.block == first.block, first.part != .head {
                    pages[pages.count - 1].append(PlacedPiece(piece: head, y: 0))
                    y = head.height
                }
            }
            for piece in group {
                if y > 0 { y += piece.before }
                pages[pages.count - 1].append(PlacedPiece(piece: piece, y: y))
                y += piece.height
                if piece.part == .head { head = piece }
            }
            index += group.count
        }
        return pages
    }

    /// A piece with those that must begin on its page.
    private func group(from index: Int, _ pieces: [Piece]) -> ArraySlice<Piece> {
        var end = index
        while pieces[end].keepsNext, end + 1 < pieces.count { end += 1 }
        return pieces[index...end]
    }

    private func height(of group: ArraySlice<Piece>, atTop: Bool) -> Double {
        group.reduce(0) { sum, piece in sum + piece.height + (sum == 0 && atTop ? 0 : piece.before) }
    }
}
