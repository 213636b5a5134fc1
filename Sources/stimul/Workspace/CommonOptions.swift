import ArgumentParser
import Calculation
import Company
import Foundation
internal import Messages

/// The language of a command's texts, as it is written on the command line.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
    case en, ru

    var language: Language { self == .ru ? .ru : .en }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: .said(
            en: "Language of all texts: en or ru (default: from LANG).",
            ru: "Язык всех текстов: en или ru (по умолчанию из LANG)."))
    var chosenLanguage: LanguageName?

    @Flag(
        name: .customLong("no-color"),
        help: .said(
            en: "No colours (never used unless on a terminal).", ru: "Без цвета (цвет бывает только на терминале)."))
    var noColor = false

    /// The language asked for, else that of the environment, else English.
    var language: Language {
        chosenLanguage?.language ?? Self.environmentLanguage
    }

    /// The language of the environment, else English.
    static var environmentLanguage: Language {
        let variables = ProcessInfo.processInfo.environment
        let name = variables["LC_ALL"] ?? variables["LC_MESSAGES"] ?? variables["LANG"] ?? ""
        return name.lowercased().hasPrefix("ru") ? .ru : .en
    }

    var console: Console { Console(language: language, colorAllowed: !noColor) }
}

/// The company a command works on.
struct CompanyArgument: ParsableArguments {
    @Argument(help: .said(en: "The company folder.", ru: "Папка компании."), completion: .directory)
    var company: String
}

extension CommonOptions {
    /// A wrong command line, in the user's language.
    func wrong(_ text: LocalizedText) -> ValidationError { ValidationError(text[language]) }
}

/// What went wrong, as the exit code says it.
enum ExitStatus {
    /// The company has faults, or a test failed.
    static let faults = ExitCode(1)
    /// A file cannot be read or written.
    static let files = ExitCode(2)
}

extension Console {
    /// Reads a company, printing what was found; stops the command when it has errors.
    func load(_ path: String, showingWarnings: Bool = false, threads: Int = 2) throws -> CompanyModel {
        try read(files(of: path), showingWarnings: showingWarnings, threads: threads).model
    }

    /// Works on files, stopping the command when one cannot be read.
    func filed<Found>(_ work: () throws(FileProblem) -> Found) throws -> Found {
        do {
            return try work()
        } catch {
            fail(error.text)
            throw ExitStatus.files
        }
    }

    /// Makes a company of files, printing what was found; stops the command when it has errors.
    func read(
        _ files: [SourceFile], showingWarnings: Bool = false, threads: Int = 2
    ) throws -> (model: CompanyModel, storedFiles: Set<String>) {
        progress(LocalizedText(en: "reading \(files.count) files", ru: "чтение файлов: \(files.count)"))
        let reading = CompanyReader.reading(files, threads: threads)
        endProgress()
        let shown = reading.diagnostics.filter {
            showingWarnings || $0.severity == .error || reading.model == nil
        }
        for diagnostic in shown { show(diagnostic) }
        guard let model = reading.model else {
            summary(reading.diagnostics)
            throw ExitStatus.faults
        }
        return (model, reading.storedFiles)
    }

    /// The files of a folder; one that cannot be read stops the command.
    func files(of path: String) throws -> [SourceFile] {
        try filed { () throws(FileProblem) in
            let folder = CompanyFolder(path: path)
            return try folder.files() + folder.otherFiles()
        }
    }

    /// How many faults, warnings and notes there were.
    func summary(_ diagnostics: [Diagnostic]) {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let text = LocalizedText(
            en: "errors: \(errors), warnings: \(warnings); nothing was written",
            ru: "ошибок: \(errors), предупреждений: \(warnings); ничего не записано")
        tell(text[language])
    }
}
