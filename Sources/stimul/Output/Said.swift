import ArgumentParser
internal import Messages

extension Language {
    /// The language of this process: what its command line asks for, else that of the environment, else English.
    ///
    /// Help is made before any command is read, so it cannot ask the command.
    static let ofProcess = CommandLineFault.language(of: Array(CommandLine.arguments.dropFirst()))
}

extension String {
    /// A text of the help in the language of the process.
    static func said(en: EnglishText, ru: RussianText) -> String { LocalizedText(en: en, ru: ru)[.ofProcess] }
}

extension ArgumentHelp {
    /// What an option or an argument means, in the language of the process.
    static func said(en: EnglishText, ru: RussianText) -> ArgumentHelp {
        ArgumentHelp(.said(en: en, ru: ru))
    }
}
