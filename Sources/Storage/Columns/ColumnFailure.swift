public import Formulas

/// Why a file of columns cannot be used or written. The columns are made of other files, so nothing is lost.
public enum ColumnFailure: Error, Sendable, Hashable {
    /// There is no such file yet.
    case missing(path: String)
    /// The file is none of Stimul's columns.
    case notColumns(path: String)
    /// The file was written by another version of Stimul.
    case otherVersion(path: String, Int)
    /// The file was written by a machine with another byte order.
    case otherByteOrder(path: String)
    /// The file is shorter or longer than it says.
    case wrongLength(path: String, expected: UInt64, found: UInt64)
    /// Bytes of the file are not those that were written; the section says where.
    case damaged(path: String, section: String)
    /// The operating system would not open, read or write the file.
    case system(StorageFailure)

    /// What was found.
    public var text: LocalizedText {
        switch self {
        case .missing(let path):
            LocalizedText(en: "there are no stored columns at '\(path)'", ru: "сохранённых столбцов «\(path)» нет")
        case .notColumns(let path):
            LocalizedText(en: "'\(path)' holds no columns of Stimul", ru: "«\(path)» — не столбцы Stimul")
        case .otherVersion(let path, let version):
            LocalizedText(
                en: "'\(path)' has the format \(version) of another version of Stimul",
                ru: "у «\(path)» формат \(version) другой версии Stimul")
        case .otherByteOrder(let path):
            LocalizedText(
                en: "'\(path)' was written by a machine with another byte order",
                ru: "«\(path)» записан машиной с другим порядком байтов")
        case .wrongLength(let path, let expected, let found):
            LocalizedText(
                en: "'\(path)' has \(found) bytes instead of \(expected)",
                ru: "в «\(path)» \(found) байт вместо \(expected)")
        case .damaged(let path, let section):
            LocalizedText(
                en: "'\(path)' is damaged in the section '\(section)'",
                ru: "«\(path)» повреждён в разделе «\(section)»")
        case .system(let failure): failure.text
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .missing, .notColumns, .otherVersion, .otherByteOrder:
            LocalizedText(
                en: "'stimul index' stores them; until then the tables themselves are read",
                ru: "их сохранит «stimul index»; пока читаются сами таблицы")
        case .wrongLength, .damaged:
            LocalizedText(
                en: "they are written anew from the tables; if it happens again, check the disk",
                ru: "они пишутся заново по таблицам; если это повторится, проверьте диск")
        case .system(let failure): failure.remedy
        }
    }
}
