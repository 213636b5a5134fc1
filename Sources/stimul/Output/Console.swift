import Foundation
internal import Messages

/// Where texts go: results to standard output, findings and progress to standard error; colours only on a terminal.
///
/// Whatever is written here holds nothing that a terminal would obey (``VisibleText``), whoever wrote the data.
struct Console {
    let language: Language
    /// Whether findings are what the command was asked for, as with `check`; then they go where results go.
    var findingsAreResult = false
    private let colorAllowed: Bool

    init(language: Language, colorAllowed: Bool) {
        self.language = language
        self.colorAllowed = colorAllowed
    }

    /// Writes a result.
    func print(_ text: String) {
        write(VisibleText.lines(text), to: .standardOutput)
    }

    /// Writes lines of a result; a line break in a text that comes from data does not begin another one.
    func print(lines: [String]) {
        write(lines.map(VisibleText.line).joined(separator: "\n"), to: .standardOutput)
    }

    /// Asks somebody on a terminal, and waits for the line that is typed; `nil` at the end of what is typed.
    func answer(to text: LocalizedText) -> String? {
        ProgressLine.shared.waiting {
            FileHandle.standardOutput.write(Data(VisibleText.lines(text[language]).utf8))
            return readLine()?.trimmingCharacters(in: .whitespaces)
        }
    }

    /// Writes a message.
    func error(_ text: LocalizedText) {
        write(VisibleText.shortened(VisibleText.lines(text[language])), to: .standardError)
    }

    /// Writes a problem that stops the command.
    func fail(_ text: LocalizedText) {
        let word = paint(Diagnostic.Severity.error.word(in: language) + ":", .red, STDERR_FILENO)
        write("\(word) \(VisibleText.shortened(VisibleText.line(text[language])))", to: .standardError)
    }

    /// Writes a finding with its place.
    ///
    /// - Parameter company: The folder that its advice is about, as the command line named it.
    func show(_ diagnostic: Diagnostic, of company: String = "…") {
        var text = diagnostic.rendered(in: language) { $0.words(of: company) }
        let stream = findingsAreResult ? STDOUT_FILENO : STDERR_FILENO
        if let word = text.range(of: diagnostic.severity.word(in: language) + ":") {
            text.replaceSubrange(word, with: paint(String(text[word]), diagnostic.severity.color, stream))
        }
        tell(text)
    }

    /// Writes something that belongs to the findings.
    func tell(_ text: String) {
        write(text, to: findingsAreResult ? .standardOutput : .standardError)
    }

    /// Says on a terminal what is being done, when it takes longer than a moment; silent elsewhere.
    func progress(_ text: LocalizedText) {
        ProgressLine.shared.enter(VisibleText.line(text[language]))
    }

    /// Ends what ``progress(_:)`` said.
    func endProgress() {
        ProgressLine.shared.enter(Self.working[language])
    }

    /// What is said of work that has no better name.
    static let working = LocalizedText(en: "working", ru: "идёт работа")

    private func write(_ text: String, to stream: FileHandle) {
        ProgressLine.shared.interrupt { stream.write(Data((text + "\n").utf8)) }
    }

    private func paint(_ text: String, _ color: Color, _ stream: Int32) -> String {
        colorAllowed && Screen.isColored(stream) ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The few colours in use, as terminals number them.
enum Color: String {
    case red = "31"
    case yellow = "33"
    case blue = "34"
}

extension Diagnostic.Severity {
    fileprivate var color: Color {
        switch self {
        case .error: .red
        case .warning: .yellow
        case .note: .blue
        }
    }
}
