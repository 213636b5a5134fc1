import ArgumentParser
import Foundation
internal import Messages

/// What is wrong with a command line, in the user's language.
///
/// The parser speaks English alone. Its sentences are put into the language asked for here (``ParserSentence``), its help in
/// ``HelpScreen``; those of the commands are in it already.
struct CommandLineFault {
    private let message: String
    /// How the command is used, and where to read more.
    private let usage: [String]
    private let language: Language

    /// The fault behind an error; `nil` when the error is no fault of the command line: help, a version, an exit code.
    init?(_ error: any Error, arguments: [String]) {
        // Whoever throws a bare code has said already what is missing.
        guard Stimul.exitCode(for: error) == .validationFailure, !(error is ExitCode) else { return nil }
        language = Self.language(of: arguments)
        let lines = Stimul.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        usage = Array(lines.drop { !$0.hasPrefix("Usage: ") })
        if let unknown = Self.unknownCommand(arguments) {
            message = unknown[language]
            return
        }
        let said = Stimul.message(for: error)
        let help = lines.filter { $0.hasPrefix("Help:  ") }
        switch language {
        case .en: message = ([said] + help).joined(separator: "\n")
        case .ru:
            let words = ParserSentence.russian(said) ?? said
            message = ([words] + help.map { "Справка:" + $0.dropFirst(5) }).joined(separator: "\n")
        }
    }

    /// The fault, how the command is used, and where to read more.
    var text: String {
        let shown = VisibleText.shortened(VisibleText.lines(message))
        switch language {
        case .en: return (["Error: " + shown] + usage).joined(separator: "\n")
        case .ru: return (["Ошибка: " + shown] + usage.map(Self.russianUsage)).joined(separator: "\n")
        }
    }

    private static func russianUsage(_ line: String) -> String {
        if line.hasPrefix("Usage: ") { return "Использование: " + HelpScreen.phrased(String(line.dropFirst(7))) }
        let words = line.drop { $0 == " " }
        return ParserSentence.russian(String(words)).map { "  " + $0 } ?? line
    }

    /// The language that the words of a command line ask for, whether or not they can be read.
    static func language(of arguments: [String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            let next = arguments.indices.contains(index + 1) ? arguments[index + 1] : ""
            let value = argument == "--lang" ? next : argument.hasPrefix("--lang=") ? String(argument.dropFirst(7)) : ""
            if let name = LanguageName(rawValue: value) { return name.language }
        }
        return CommonOptions.environmentLanguage
    }

    /// A first word that is no command: the parser blames the words behind it.
    private static func unknownCommand(_ arguments: [String]) -> LocalizedText? {
        let names = Stimul.configuration.subcommands.map { $0._commandName }
        guard let word = arguments.first, !word.hasPrefix("-"), !(names + ["help"]).contains(word) else { return nil }
        let remedy =
            Suggestion.remedy(for: word, among: names)
            ?? LocalizedText(en: "'stimul --help' lists them", ru: "список — «stimul --help»")
        return LocalizedText(
            en: "there is no command '\(word)'; \(remedy.en)", ru: "команды «\(word)» нет; \(remedy.ru)")
    }
}
