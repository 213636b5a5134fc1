import Company
import Formulas

/// A table written in a test.
func table(_ text: String, _ path: String = "sale.csv") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
}

/// The columns that most tests read.
let saleSchema = TableSchema(columns: [
    .init("id", .key), .init("date", .day), .init("seller", .code), .init("amount", .decimal),
    .init("share", .percent, isOptional: true), .init("paid", .flag, isOptional: true),
])

extension TableReading {
    /// Everything that is said, as a person reads it.
    func text(_ language: Language = .en) -> String {
        diagnostics.map { $0.rendered(in: language) }.joined(separator: "\n")
    }

    /// The identifiers of what is said.
    var codes: [String] { diagnostics.map(\.code) }
}
