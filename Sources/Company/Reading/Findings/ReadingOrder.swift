internal import Formulas
internal import Messages

extension Diagnostic {
    /// The code of what only counts faults that are not shown.
    static let moreFaults = "more-faults"
    /// The code of what counts references to rows that were set aside.
    static let consequences = "consequences"
    /// The code of what counts names that may be defined in a file that cannot be read.
    static let skippedNames = "names-skipped"

    /// The code of what is to be looked at before an entry for a table is believed.
    static let tableQuestion = "table-question"
    /// The code of an entry that is not enough to read its table.
    static let tableEntry = "table-entry"

    /// Whether it ends what is said of a file: it counts what is not shown, or goes on from what is.
    fileprivate var endsItsFile: Bool {
        [Self.moreFaults, Self.consequences, Self.skippedNames, Self.tableQuestion, Self.tableEntry].contains(code)
    }
}

extension [Diagnostic] {
    /// Causes before what follows from them: what concerns the whole company, files that cannot be read, the company's text,
    /// its tables; in a table what is wrong with it as such, then by line. What only counts further faults, or asks, ends its file.
    ///
    /// - Parameter unreadable: The files that cannot be read.
    func inReadingOrder(firstOf unreadable: [String] = []) -> [Diagnostic] {
        let keyed = enumerated().map {
            index, diagnostic -> (rank: Int, file: String, line: Int, column: Int, index: Int) in
            let place = diagnostic.place
            let file = place?.file ?? ""
            let line = diagnostic.endsItsFile ? Int.max : place?.line ?? 0
            let rank = file.isEmpty ? 0 : unreadable.contains(file) ? 1 : file.lowercased().hasSuffix(".csv") ? 3 : 2
            return (rank, file, line, place?.column ?? 0, index)
        }
        return keyed.sorted { $0 < $1 }.map { self[$0.index] }
    }
}
