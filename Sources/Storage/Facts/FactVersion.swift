internal import Company
internal import Messages

/// One version of a row, as it is kept.
struct FactVersion {
    var number: Int64
    /// The number of the row's first version, which says where the row stands: a changed one keeps its place.
    var first: Int64
    var key: [UInt8]
    /// Its columns; `nil` when the version cancels the row.
    var list: ColumnList?
    var cells: RowCells
    var place: String

    /// The row's content alone, the same for every order and choice of columns; `nil` when it is cancelled.
    var content: [UInt8]? { list?.canonical(cells) }

    /// The row under wider columns, its letters and marks composed: what was kept before that was a rule may have them apart.
    ///
    /// - Parameters:
    ///   - places: Where its own columns stand among them, as ``ColumnList/places(in:)`` gives it.
    ///   - width: How many there are.
    func row(at places: [Int?], of width: Int, source: String) -> PlainRow? {
        guard list != nil else { return nil }
        var texts = Array(repeating: "", count: width)
        for (index, place) in places.enumerated() where index < cells.count {
            if let place { texts[place] = Composition.text(cells[index]) }
        }
        return PlainRow(key: Composition.text(key), cells: texts, place: Self.place(place, source))
    }

    private static func place(_ place: String, _ source: String) -> String {
        if source.isEmpty { return place }
        return place.isEmpty ? source : "\(source): \(place)"
    }
}

/// A kind of rows from one source.
struct FactSet {
    var number: Int64
    var kind: String
    var source: String
}
