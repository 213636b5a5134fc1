import Formulas
import Messages
import Periods
import Quantities

@testable import Company

/// The first steps of reading a company, for tests that begin with a later one.
struct Steps {
    let findings: Findings
    let documents: Documents
    let names: Names
    let tables: TableSource

    /// Reads a text and gives tables, as they would lie in a folder.
    init(_ text: String, _ files: [String: String] = [:]) {
        let sources =
            [SourceFile(path: "company.yaml", bytes: Array(text.utf8))]
            + files.map { SourceFile(path: $0.key, bytes: Array(($0.value + "\n").utf8)) }
        findings = Findings(sources)
        let folder = CompanyFiles(sources)
        documents = Documents(ofCompany: folder.texts, findings)
        names = Kinds(documents, Currency(code: "RUB"), findings).names
        tables = TableSource(
            folder, TableEntries(documents, folder, findings), TableOptions(), names, .civil, SupposedRows(), findings)
    }

    /// The codes of what was found, in reading order.
    var found: [String] { findings.diagnostics.map(\.code) }
}
