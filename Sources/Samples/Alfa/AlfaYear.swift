/// The year of Alfa Trade as it really came in: for every month, the rows that were new or had changed.
///
/// Payments come long after their sales, a mistake is found later, somebody leaves. The rows of all twelve months, the later
/// over the earlier, are the tables of ``AlfaCompany``.
public enum AlfaYear {
    /// What was imported for each month, January first; the paths are those of the company folder.
    public static func increments(seed: UInt64 = 2026) -> [[SampleFile]] {
        let tables = AlfaCompany.files(seed: seed).map { AlfaSheet($0) }
        let history = AlfaHistory(tables)
        return (1...12).map { month in tables.compactMap { history.news(of: $0, in: month) } }
    }
}

/// A table of the example as rows of cells. None of its cells has a comma in it.
struct AlfaSheet {
    let path: String
    let columns: String
    let rows: [[String]]

    init(_ file: SampleFile) {
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        path = file.path
        columns = lines.first ?? ""
        rows = lines.dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
