internal import CQREncode
internal import Foundation

/// A text as a QR code (ISO/IEC 18004, by libqrencode, error correction M), for a screen that a telephone looks at.
public struct QRCode: Sendable {
    /// How many squares a side has.
    public let side: Int
    /// The dark squares, row by row from the top left.
    public let isDark: Secret<[Bool]>

    /// The code of a text; nil when it is too long for one, or empty.
    public init?(of text: Secret<String>) {
        let bytes = Array(text.revealed.utf8)
        guard !bytes.isEmpty, bytes.count <= 2_331 else { return nil }
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        // The lowest bit of a square says whether it is dark.
        isDark = Secret((0..<side * side).map { code.pointee.data[$0] & 1 == 1 })
    }

    /// A drawing of one path, four squares of margin on each side as the standard asks; it has no script and no style of its own.
    public var svg: Secret<String> {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while column < side, isDark.revealed[row * side + column] { column += 1 }
                if column > start {
                    path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
                } else {
                    column += 1
                }
            }
        }
        let size = side + 8
        return Secret(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size) \(size)\" shape-rendering=\"crispEdges\">"
                + "<path fill=\"#fff\" d=\"M0 0h\(size)v\(size)H0z\"/><path fill=\"#000\" d=\"\(path)\"/></svg>")
    }
}
