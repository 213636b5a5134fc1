/// The kinds of stored values that a cell of an `.xlsx` may have (ECMA-376 Part 1, 18.18.11 ST_CellType).
enum StoredKind {
    case number, shared, inline, formulaText, boolean, error, day

    /// The kind by its attribute; what is not known counts as a number.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch (bytes.count, bytes.first) {
        case (1, UInt8(ascii: "s")): self = .shared
        case (1, UInt8(ascii: "b")): self = .boolean
        case (1, UInt8(ascii: "e")): self = .error
        case (1, UInt8(ascii: "d")): self = .day
        case (3, UInt8(ascii: "s")): self = .formulaText
        case (9, UInt8(ascii: "i")): self = .inline
        default: self = .number
        }
    }
}

/// Makes cells out of what an `.xlsx` stores for them.
struct SheetCells {
    /// The shape of each style.
    let shapes: [DateShape]
    /// The shared texts.
    let strings: [String]
    let isFrom1904: Bool

    /// The cell of a stored value; `nil` when a shared text is referred to that is not there.
    func cell(_ kind: StoredKind, style: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Cell? {
        switch kind {
        case .number: number(bytes, style: style)
        case .shared: shared(bytes)
        case .inline, .formulaText: .text(RichText.unescaped(bytes))
        case .boolean: .boolean(bytes.first == UInt8(ascii: "1") || bytes.first == UInt8(ascii: "t"))
        case .error: .error(.code(String(decoding: bytes, as: UTF8.self)))
        case .day: day(String(decoding: bytes, as: UTF8.self), style: style)
        }
    }

    private func shared(_ bytes: UnsafeBufferPointer<UInt8>) -> Cell? {
        guard let index = Self.whole(bytes), index < strings.count else { return nil }
        return .text(strings[index])
    }

    /// A number that is no number stays a text, so that who reads it can say where it stands.
    private func number(_ bytes: UnsafeBufferPointer<UInt8>, style: Int) -> Cell {
        if style < shapes.count, shapes[style] != .number, let serial = Self.double(bytes),
            let cell = SerialDay.cell(serial, shapes[style], from1904: isFrom1904)
        {
            return cell
        }
        return DecimalText.plain(bytes).map { .number($0) } ?? .text(String(decoding: bytes, as: UTF8.self))
    }

    private func day(_ text: String, style: Int) -> Cell {
        guard let cell = ISOTime.cell(text) else { return .text(text) }
        // A day of a strict workbook is spelt with its midnight.
        if case .moment(let day, second: _) = cell, style < shapes.count, shapes[style] == .day { return .day(day) }
        return cell
    }

    private static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        if let whole = whole(bytes) { return Double(whole) }
        return bytes.count <= 40 ? Double(String(decoding: bytes, as: UTF8.self)) : nil
    }

    /// A number of up to nine digits and nothing else.
    private static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var value = 0
        for byte in bytes {
            guard byte.isDigit else { return nil }
            value = value * 10 + Int(byte - .zero)
        }
        return value
    }
}
