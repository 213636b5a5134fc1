internal import Credentials
internal import Importing
internal import Intake
internal import Storage

/// A file that somebody has brought, and what was said of it since: as much as a restart of the server must not lose.
struct KeptUpload: Codable, Sendable {
    /// What it is called in addresses and in the server's folder; drawn, so that no name of anybody's stands there.
    let id: String
    /// What its owner calls it.
    let name: String
    /// Who has brought it.
    let actor: String
    /// When, in seconds since 1970.
    let at: Int64
    /// How long it is.
    let size: Int
    /// Whether it is a workbook; else it is a text.
    let isWorkbook: Bool
    /// Whether it is all there is of its kind from its source.
    var isComplete = false
    /// The system that it comes from; empty for the company's own files.
    var source = ""
    /// What was answered, in the order in which it was.
    var answers: [Answer] = []
    /// Names that nobody has, whose rows are set aside.
    var passed: Set<String> = []
    /// What was mended in its rows.
    var mends = RowMends()
    /// Whether what it would change was asked for.
    var isTried = false
    /// What became of it.
    var done: Done?

    /// What was answered under a key.
    struct Answer: Codable, Sendable, Hashable {
        let key: String
        let value: String
    }

    /// That it was taken in.
    struct Done: Codable, Sendable {
        let actor: String
        let at: Int64
        /// By table: accepted, changed, unchanged, cancelled, rejected.
        let counts: [String: [Int]]
        /// The people whose pay it moved.
        let people: Int
        /// The audit record.
        let record: Int64
    }

    /// When it was brought.
    var instant: Instant { Instant(seconds: at) }

    /// A path under which messages name it and the company's folder has nothing.
    var path: String {
        let ending = isWorkbook ? ".xlsx" : ".csv"
        return "upload/" + (name.lowercased().hasSuffix(ending) ? name : name + ending)
    }

    /// Everything that was answered, beside what is known of its header.
    ///
    /// - Throws: ``MappingAnswerFault`` for an answer that means nothing.
    func said(beside known: MappingAnswers?) throws(MappingAnswerFault) -> MappingAnswers {
        var said = known ?? MappingAnswers()
        for answer in answers { try said.take(answer.key, answer.value) }
        return said
    }

    /// Adds an answer; one to the same question takes its place.
    mutating func answer(_ key: String, _ value: String) {
        let isList = key == "empty" || key.hasPrefix("skip.")
        if !isList { answers.removeAll { $0.key == key } }
        if key.hasPrefix("column.") { answers.removeAll { $0.key == "constant." + key.dropFirst("column.".count) } }
        if !answers.contains(Answer(key: key, value: value)) { answers.append(Answer(key: key, value: value)) }
    }

    /// The name of a file as its owner calls it: without folders, control characters and endless length.
    static func cleanName(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let seen = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        let text = String(String(String.UnicodeScalarView(seen)).drop { $0 == "." || $0.isWhitespace }.prefix(120))
        return text.isEmpty ? "table" : text
    }
}
