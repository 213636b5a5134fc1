public import Messages

/// Why bytes are no table of text.
public enum TextFault: Error, Hashable, Sendable {
    /// The encoding is not said and cannot be told for sure.
    case unknownEncoding
    /// A byte, counted from 0, that the encoding does not have there.
    case invalid(TextEncoding, at: Int)

    /// What is wrong.
    public var message: LocalizedText {
        switch self {
        case .unknownEncoding:
            LocalizedText(
                en: "the encoding cannot be told for sure",
                ru: "по самому файлу нельзя уверенно сказать, какая в нём кодировка")
        case .invalid(let encoding, let place):
            LocalizedText(
                en: "byte \(place + 1) is not \(encoding.rawValue)", ru: "байт \(place + 1) — не \(encoding.rawValue)")
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .unknownEncoding:
            LocalizedText(
                en: "say it (\(Self.names)), or save the table as 'CSV UTF-8'",
                ru: "укажите её (\(Self.names)) или сохраните таблицу в формате «CSV UTF-8»")
        case .invalid:
            LocalizedText(
                en: "say another encoding (\(Self.names)), or save the table as 'CSV UTF-8'",
                ru: "укажите другую кодировку (\(Self.names)) или сохраните таблицу в формате «CSV UTF-8»")
        }
    }

    private static let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
}
