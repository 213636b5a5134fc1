import Formulas
internal import Messages

/// Looks, piece by piece, whether the bytes of a file are text in the encoding they should be in.
///
/// Pieces are cut behind line breaks, which no encoding has inside a letter, so each can be judged by itself.
struct SourceCheck: Sendable {
    /// What is known of a piece.
    struct Finding: Sendable {
        var zero: Int?
        var invalidUTF8: Int?
        var unusedByte: Int?
        /// Whether letters and marks may stand apart that are one when composed.
        var mayChange = false
    }

    private let encoding: TableFormat.Encoding
    private var first = Finding()
    private var beginsWithMark = false
    /// Letters beyond ASCII as UTF-8 would begin them, and how many of them would be Cyrillic.
    private var leading = 0
    private var cyrillic = 0
    /// So many letters are evidence enough.
    private static let evidence = 4000

    init(_ encoding: TableFormat.Encoding) {
        self.encoding = encoding
    }

    /// Looks at a piece that begins at an offset of the file.
    static func finding(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ encoding: TableFormat.Encoding)
        -> Finding
    {
        var finding = Finding()
        if isPlain(bytes) { return finding }
        let span = bytes.span
        finding.zero = ByteWords.first(0, in: span).map { $0 + offset }
        do {
            _ = try UTF8Span(validating: span)
        } catch {
            finding.invalidUTF8 = offset + min(error.byteOffsets.lowerBound, max(0, bytes.count - 1))
        }
        switch encoding {
        case .utf8: finding.mayChange = Composition.mayChange(bytes)
        case .windows1251: finding.unusedByte = ByteWords.first(Windows1251.unusedByte, in: span).map { $0 + offset }
        }
        return finding
    }

    /// Whether all bytes are ASCII and none is zero.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return true }
        let stretch = 512
        var position = 0
        while position &+ stretch <= bytes.count {
            // Bytes below 128 from which 1 can be taken keep their high bit clear.
            var marks = SIMD16<UInt8>(repeating: 0)
            for step in 0..<stretch / 16 {
                let text = (base + (position &+ step &* 16)).loadUnaligned(as: SIMD16<UInt8>.self)
                marks |= text | (text &- SIMD16<UInt8>(repeating: 1))
            }
            let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
            if (halves[0] | halves[1]) & 0x8080_8080_8080_8080 != 0 { return false }
            position &+= stretch
        }
        return isPlainClosely(bytes, from: position)
    }

    private static func isPlainClosely(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        bytes[start...].allSatisfy { $0 != 0 && $0 < 0x80 }
    }

    /// Whether letters and marks may stand apart that are one when composed.
    var mayChange: Bool { first.mayChange }

    /// Takes over what was found in the next piece.
    mutating func take(_ finding: Finding, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        first.zero = first.zero ?? finding.zero
        first.invalidUTF8 = first.invalidUTF8 ?? finding.invalidUTF8
        first.unusedByte = first.unusedByte ?? finding.unusedByte
        first.mayChange = first.mayChange || finding.mayChange
        guard encoding == .windows1251 else { return }
        if offset == 0 { beginsWithMark = bytes.starts(with: TableHead.byteOrderMark) }
        for byte in bytes where byte >= 0xC0 {
            if leading == Self.evidence { return }
            leading += 1
            // In UTF-8 the letters А to я and Ё, ё begin with D0 or D1.
            if byte == 0xD0 || byte == 0xD1 { cyrillic += 1 }
        }
    }

    /// Looks at a whole file, or at what there is in front of a line without an end.
    mutating func take(_ file: SourceFile) throws(ByteSourceFailure) {
        let window = SourceWindow(file.content, .utf8)
        let pieces = Pieces(from: 0, to: file.content.count, size: 1 << 20)
        for number in 0..<pieces.count {
            do throws(ByteSourceFailure) {
                guard let piece = try pieces.load(number, in: window) else { continue }
                let bytes = window.bytes(piece)
                take(Self.finding(in: bytes, at: piece.lowerBound, encoding), bytes, at: piece.lowerBound)
            } catch {
                if error == .endlessLine { return }
                throw error
            }
        }
    }

    /// What is wrong with the file, when all of it has been looked at.
    func fault(in file: SourceFile) -> Diagnostic? {
        let messages = SourceMessages(file: file)
        if let zero = first.zero { return messages.zeroByte(at: zero) }
        switch encoding {
        case .utf8: return first.invalidUTF8.map { messages.notUTF8(at: $0) }
        case .windows1251:
            // Bytes that are UTF-8 and mostly Cyrillic in it are no text in Windows-1251 by chance.
            if beginsWithMark || first.invalidUTF8 == nil && cyrillic > 0 && cyrillic * 2 > leading {
                return messages.alreadyUTF8()
            }
            return first.unusedByte.map { messages.notWindows1251(at: $0) }
        }
    }
}

extension SourceWindow {
    /// The bytes of a range of the file.
    func bytes(_ part: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let first = part.lowerBound - range.lowerBound
        return UnsafeBufferPointer(rebasing: raw[first..<min(first + part.count, range.count)])
    }
}
