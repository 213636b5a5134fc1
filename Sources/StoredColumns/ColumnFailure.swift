public import Messages
public import Storage

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
    /// The columns were stored by another build of Stimul, which may compute them otherwise.
    case otherProgram(path: String)
    /// A file of the company is not the one the columns were made of.
    case outdated(path: String, file: String)
    /// A file of the company changed while it was read, so that columns made of it are not stored.
    case changedMeanwhile(file: String)
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
        case .otherProgram(let path):
            LocalizedText(
                en: "the columns in '\(path)' were stored by another build of Stimul",
                ru: "столбцы в «\(path)» сохранила другая сборка Stimul")
        case .outdated(let path, let file):
            LocalizedText(
                en: "'\(file)' is not the file that the columns in '\(path)' were made of",
                ru: "«\(file)» — уже не тот файл, по которому сделаны столбцы в «\(path)»")
        case .changedMeanwhile(let file):
            LocalizedText(
                en: "'\(file)' changed while it was read, so no columns were stored",
                ru: "«\(file)» изменился, пока его читали, поэтому столбцы не сохранены")
        case .system(let failure): failure.text
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .missing, .notColumns, .otherVersion, .otherByteOrder, .otherProgram, .outdated:
            LocalizedText(
                en: "the company's tables are read, and their columns stored anew",
                ru: "читаются таблицы компании, их столбцы сохраняются заново")
        case .wrongLength, .damaged:
            LocalizedText(
                en: "the company's tables are read, and their columns stored anew; if it happens again, check the disk",
                ru: "читаются таблицы компании, их столбцы сохраняются заново; если это повторится, проверьте диск")
        case .changedMeanwhile:
            LocalizedText(
                en: "calculate again when nobody writes it", ru: "посчитайте ещё раз, когда его никто не пишет")
        case .system(let failure): failure.remedy
        }
    }
}
