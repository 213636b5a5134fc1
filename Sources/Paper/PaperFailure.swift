public import Messages

/// Why a document cannot be written.
public enum PaperFailure: Error, Sendable, Hashable {
    /// The drawing library refused; its own words.
    case notDrawn(reason: String)
    /// The file that the library wrote is not laid out as PDF 1.4 prescribes, so its language cannot be entered.
    case unknownLayout
}

extension PaperFailure {
    /// What went wrong, and what to do.
    public var text: LocalizedText {
        switch self {
        case .notDrawn(let reason):
            LocalizedText(
                en: "the document cannot be drawn: \(reason); look whether the fonts are installed (fonts-paratype)",
                ru: "документ не удаётся нарисовать: \(reason); проверьте, установлены ли шрифты («fonts-paratype»)")
        case .unknownLayout:
            LocalizedText(
                en: "the drawing library writes PDF in a way this version does not know; report it",
                ru: "библиотека рисования записывает PDF незнакомым этой версии образом; сообщите об этом")
        }
    }
}
