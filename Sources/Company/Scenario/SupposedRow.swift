internal import Formulas
internal import Messages

/// A supposed row, as it is said or as it is written on the command line: `sale 1042: date=2026-03-20, seller=anna, amount=300 000,50 RUB`.
struct SupposedRow {
    /// A value with the name of its field.
    struct Cell {
        let name: String
        let namePlace: Place
        let value: String
        let valuePlace: Place
    }

    let action: Scenario.Action
    /// The name of the kind; empty when there is none.
    let kind: String
    let kindPlace: Place
    /// The identifier, when one is written.
    let id: String?
    let cells: [Cell]
    /// The whole of it.
    let place: Place
    /// A piece that is no `field=value`.
    let stray: Place?

    /// Takes a row apart.
    ///
    /// - Parameter number: The how-manieth of its action it is, from 1.
    /// - Parameter prefix: What stands before the action in places.
    init(_ edit: Scenario.RowEdit, number: Int, prefix: String) {
        let place = Place(file: prefix + edit.action.rawValue, line: number)
        switch edit.said {
        case .text(let text): self.init(edit.action, text, place)
        case .parts(let kind, let id, let cells): self.init(edit.action, kind, id, cells, place)
        }
    }

    private init(
        _ action: Scenario.Action, _ kind: String, _ id: String?, _ cells: [Scenario.RowEdit.Cell], _ place: Place
    ) {
        self.action = action
        self.kind = kind
        self.id = id
        self.place = place
        kindPlace = place
        stray = nil
        self.cells = cells.enumerated().map { number, cell in
            var own = place
            own.column = number + 1
            return Cell(name: cell.name, namePlace: own, value: cell.value, valuePlace: own)
        }
    }

    private init(_ action: Scenario.Action, _ written: String, _ place: Place) {
        let text = Array(written)
        var place = place
        place.lineText = written.isEmpty ? nil : written
        let line = Line(text: text, place: place)
        self.action = action
        self.place = place
        let colon = line.colon
        let head = line.trimmed(0..<(colon ?? text.count))
        let space = text[head].firstIndex { $0.isWhitespace } ?? head.upperBound
        kind = String(text[head.lowerBound..<space])
        kindPlace = line.place(head.lowerBound..<space)
        let rest = line.trimmed(space..<head.upperBound)
        id = rest.isEmpty ? nil : String(text[rest])
        let body = colon.map { $0 + 1..<text.count } ?? text.count..<text.count
        let pieces = line.pieces(body)
        cells = pieces.compactMap { line.cell($0) }
        stray = pieces.first { line.cell($0) == nil }.map { line.place(line.trimmed($0)) }
    }

    /// The characters with their places.
    private struct Line {
        let text: [Character]
        let place: Place

        /// Where the identifier ends and the values begin: an identifier may have a colon of its own.
        var colon: Int? {
            let colons = text.indices.filter { text[$0] == ":" }
            return colons.first { nameEnd($0 + 1) != nil } ?? colons.first
        }

        func place(_ range: Range<Int>) -> Place {
            var place = place
            place.column = range.lowerBound + 1
            place.length = max(1, range.count)
            return place
        }

        func trimmed(_ range: Range<Int>) -> Range<Int> {
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high, text[low].isWhitespace { low += 1 }
            while high > low, text[high - 1].isWhitespace { high -= 1 }
            return low..<high
        }

        /// The `=` of `name =` that begins at an index; `nil` when something else stands there.
        func nameEnd(_ start: Int) -> Int? {
            var index = start
            while index < text.count, text[index].isWhitespace { index += 1 }
            let first = index
            while index < text.count, text[index].isLetter || text[index].isNumber || text[index] == "_" { index += 1 }
            guard index > first else { return nil }
            while index < text.count, text[index].isWhitespace { index += 1 }
            return index < text.count && text[index] == "=" ? index : nil
        }

        /// The parts between the commas behind which another field begins: other commas belong to their value.
        func pieces(_ range: Range<Int>) -> [Range<Int>] {
            var pieces: [Range<Int>] = []
            var start = range.lowerBound
            var index = range.lowerBound
            while index < range.upperBound {
                if let end = quotationEnd(index) { index = end }
                if text[index] == ",", nameEnd(index + 1) != nil {
                    pieces.append(start..<index)
                    start = index + 1
                }
                index += 1
            }
            pieces.append(start..<range.upperBound)
            return pieces.filter { !trimmed($0).isEmpty }
        }

        /// The mark that ends a value in quotation marks whose first one stands at an index: marks inside a value are its own.
        func quotationEnd(_ start: Int) -> Int? {
            guard text[start] == "\"", trimmed(0..<start).upperBound > 0,
                text[trimmed(0..<start).upperBound - 1] == "="
            else { return nil }
            return text.indices.first { index in
                index > start && text[index] == "\""
                    && (trimmed(index + 1..<text.count).isEmpty
                        || text[trimmed(index + 1..<text.count).lowerBound] == ",")
            }
        }

        func cell(_ piece: Range<Int>) -> Cell? {
            guard let equals = nameEnd(piece.lowerBound), equals < piece.upperBound else { return nil }
            let name = trimmed(piece.lowerBound..<equals)
            var value = trimmed(equals + 1..<piece.upperBound)
            if value.count > 1, text[value.lowerBound] == "\"", text[value.upperBound - 1] == "\"" {
                value = value.lowerBound + 1..<value.upperBound - 1
            }
            return Cell(
                name: String(text[name]), namePlace: place(name), value: String(text[value]), valuePlace: place(value))
        }
    }
}
