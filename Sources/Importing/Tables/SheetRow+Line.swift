extension SheetRow {
    /// The cells as a line of CSV, for messages.
    public var line: String {
        var bytes: [UInt8] = []
        let last = cells.last?.column ?? -1
        CSVText.append((0..<max(0, last + 1)).map { self[$0].plainText }, to: &bytes)
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}
