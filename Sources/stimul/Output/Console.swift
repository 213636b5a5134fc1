import Formulas
import Foundation

/// Where texts go: results to standard output, findings and progress to standard error; colours only on a terminal.
struct Console {
    let language: Language
    private let colorOut: Bool
    private let colorError: Bool

    init(language: Language, colorAllowed: Bool) {
        self.language = language
        let wanted = colorAllowed && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
        colorOut = wanted && isatty(STDOUT_FILENO) == 1
        colorError = wanted && isatty(STDERR_FILENO) == 1
    }

    /// Writes a result.
    func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Writes a message.
    func error(_ text: LocalizedText) {
        FileHandle.standardError.write(Data((text[language] + "\n").utf8))
    }

    /// Writes a problem that stops the command.
    func fail(_ text: LocalizedText) {
        let word = Diagnostic.Severity.error.word(in: language)
        FileHandle.standardError.write(Data("\(paint(word + ":", .red, colorError)) \(text[language])\n".utf8))
    }

    /// Writes a finding with its place.
    func show(_ diagnostic: Diagnostic) {
        var text = diagnostic.rendered(in: language)
        if colorError {
            let word = diagnostic.severity.word(in: language) + ":"
            text = text.replacingOccurrences(of: word, with: paint(word, diagnostic.severity.color, true))
        }
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Overwrites one line on a terminal with how far the work has come; silent elsewhere.
    func progress(_ text: LocalizedText) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text[language])".utf8))
    }

    /// Clears the line of ``progress(_:)``.
    func endProgress() {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    /// Text in bold on a terminal.
    func bold(_ text: String) -> String { paint(text, .bold, colorOut) }

    /// Faint text on a terminal.
    func faint(_ text: String) -> String { paint(text, .faint, colorOut) }

    private func paint(_ text: String, _ color: Color, _ on: Bool) -> String {
        on ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The few colours in use, as terminals number them.
enum Color: String {
    case bold = "1"
    case faint = "2"
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
