internal import Foundation
public import Messages

/// Why the operating system would not read or write a file, with what to do about it.
///
/// The one place in which its error numbers get words.
public enum FileCause: Error, Sendable, Hashable {
    /// A folder of the name is there.
    case isFolder
    /// Neither a file nor a folder: a pipe, a device.
    case notAFile
    /// A link to a file that is not there.
    case leadsNowhere
    /// A link that leads back to itself.
    case leadsInCircle
    /// Rights are missing.
    case noPermission
    /// The file system takes no writing at all.
    case readOnly
    /// There is no room left, for everybody or for this user.
    case diskFull
    /// The folder it would lie in is not there.
    case noSuchFolder
    /// There is no such file.
    case noSuchFile
    /// A file of the name is there already.
    case exists
    /// The process has as many files open as it may.
    case tooManyOpen
    /// The name is longer than the file system takes.
    case nameTooLong
    /// The disk itself failed.
    case failingDisk
    /// What has no words of its own, by the system's number.
    case other(Int32)

    /// The cause that the system names by a number.
    public init(errno code: Int32) {
        switch code {
        case EISDIR: self = .isFolder
        case ENOENT, ENOTDIR: self = .noSuchFile
        case ELOOP: self = .leadsInCircle
        case EACCES, EPERM: self = .noPermission
        case EROFS: self = .readOnly
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull
        case EEXIST: self = .exists
        case EMFILE, ENFILE: self = .tooManyOpen
        case ENAMETOOLONG: self = .nameTooLong
        case EIO: self = .failingDisk
        default: self = .other(code)
        }
    }

    /// The cause behind an error of Foundation.
    public init(_ error: any Error) {
        let described = error as NSError
        if let cause = error as? FileCause {
            self = cause
        } else if described.domain == NSPOSIXErrorDomain {
            self.init(errno: Int32(described.code))
        } else if let below = described.userInfo[NSUnderlyingErrorKey] as? any Error {
            self.init(below)
        } else if let error = error as? CocoaError {
            self = Self.named(error)
        } else {
            self = .other(EIO)
        }
    }

    private static func named(_ error: CocoaError) -> FileCause {
        switch error.code {
        case .fileReadNoPermission, .fileWriteNoPermission: .noPermission
        case .fileNoSuchFile, .fileReadNoSuchFile: .noSuchFile
        case .fileWriteOutOfSpace: .diskFull
        case .fileWriteVolumeReadOnly: .readOnly
        case .fileWriteFileExists: .exists
        default: .failingDisk
        }
    }

    /// The cause, then what to do.
    public var text: LocalizedText {
        switch self {
        case .isFolder: LocalizedText(en: "it is a folder; give it another name", ru: "это папка; назовите её иначе")
        case .notAFile:
            LocalizedText(en: "it is no ordinary file; remove it", ru: "это не обычный файл; уберите его")
        case .leadsNowhere:
            LocalizedText(
                en: "it is a link to a file that is not there; mend or remove it",
                ru: "это ссылка на файл, которого нет; исправьте или уберите её")
        case .leadsInCircle:
            LocalizedText(
                en: "it is a link that leads back to itself; mend or remove it",
                ru: "это ссылка, которая ведёт к себе самой; исправьте или уберите её")
        case .noPermission:
            LocalizedText(
                en: "permission is missing; change the rights or the place",
                ru: "нет прав; измените права или место")
        case .readOnly:
            LocalizedText(
                en: "the disk is read-only; choose another place",
                ru: "диск доступен только для чтения; выберите другое место")
        case .diskFull:
            LocalizedText(
                en: "the disk is full; free some space, or choose another disk",
                ru: "на диске нет места; освободите место или выберите другой диск")
        default: nameText
        }
    }

    private var nameText: LocalizedText {
        switch self {
        case .noSuchFolder:
            LocalizedText(en: "its folder does not exist; make it first", ru: "такой папки нет; сначала создайте её")
        case .noSuchFile:
            LocalizedText(en: "there is no such file; check its path", ru: "такого файла нет; проверьте путь")
        case .exists:
            LocalizedText(
                en: "it is there already; name another file, or have it replaced",
                ru: "такой файл уже есть; назовите другой или разрешите заменить его")
        case .tooManyOpen:
            LocalizedText(
                en: "too many files are open; close some programs, or raise the limit",
                ru: "открыто слишком много файлов; закройте лишние программы или поднимите предел")
        case .nameTooLong:
            LocalizedText(en: "its name is too long; shorten it", ru: "имя слишком длинное; сократите его")
        case .failingDisk:
            LocalizedText(en: "the disk reports an error; check it", ru: "диск сообщает об ошибке; проверьте его")
        case .other(let code):
            LocalizedText(
                en: "\(String(cString: strerror(code)))",
                ru: "ошибка системы \(code): «\(String(cString: strerror(code)))»")
        default: LocalizedText("")
        }
    }
}
