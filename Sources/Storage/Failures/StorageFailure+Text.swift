internal import Files
public import Messages

extension StorageFailure {
    /// What was found.
    public var text: LocalizedText {
        switch self {
        case .noWorkspace, .alreadyThere, .notAWorkspace, .newerVersion, .readOnly, .closed: fileText
        case .busy, .diskFull, .corrupted, .inaccessible, .database, .notAKey, .badBackup: diskText
        case .leadsNowhere, .notABackup, .goesOn, .system: placeText
        case .noSuchRun(let prefix): LocalizedText(en: "there is no run '\(prefix)'", ru: "расчёта «\(prefix)» нет")
        case .ambiguousRun(let prefix, let candidates):
            LocalizedText(
                en: "'\(prefix)' may be any of the runs \(candidates.joined(separator: ", "))",
                ru: "«\(prefix)» подходит к нескольким расчётам: \(candidates.joined(separator: ", "))")
        case .noSuchModel(let digest): LocalizedText(en: "there is no model '\(digest)'", ru: "модели «\(digest)» нет")
        case .noSuchAdjustment(let number):
            LocalizedText(en: "there is no adjustment \(number)", ru: "корректировки \(number) нет")
        case .noSuchDispute(let number):
            LocalizedText(en: "there is no dispute \(number)", ru: "возражения \(number) нет")
        case .objectHasChanged(let name, _):
            LocalizedText(
                en: "\(name.kind) '\(name.key)' has changed meanwhile",
                ru: "«\(name.key)» (\(name.kind)) тем временем изменили")
        case .malformedTable(let kind, let fault): Self.malformed(kind, fault)
        case .notAsWritten(let path, let faults): Self.notAsWritten(path, faults)
        case .broken(let invariant): invariant.text
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self {
        case .noWorkspace, .alreadyThere, .notAWorkspace, .newerVersion, .readOnly, .closed: fileRemedy
        case .busy, .diskFull, .corrupted, .inaccessible, .database, .notAKey, .badBackup: diskRemedy
        case .leadsNowhere, .notABackup, .goesOn, .system: placeRemedy
        case .noSuchRun, .noSuchModel, .noSuchAdjustment, .noSuchDispute:
            LocalizedText(en: "look which there are", ru: "посмотрите, какие есть")
        case .objectHasChanged:
            LocalizedText(
                en: "look at what it is now and decide again; nothing was written",
                ru: "посмотрите, что с ним теперь, и решите заново; ничего не записано")
        case .ambiguousRun:
            LocalizedText(en: "write more of its identifier", ru: "укажите идентификатор подробнее")
        case .malformedTable:
            LocalizedText(en: "mend the table and import it again", ru: "исправьте таблицу и загрузите её снова")
        case .notAsWritten:
            LocalizedText(
                en:
                    "nothing was done; have the records checked, keep the file as it is and compare it with the last backup",
                ru: "ничего не сделано; проверьте записи, сохраните файл и сравните его с последней копией")
        case .broken: LocalizedText(en: "nothing was written", ru: "ничего не записано")
        }
    }

    private var fileText: LocalizedText {
        switch self {
        case .noWorkspace(let folder):
            LocalizedText(en: "there is no workspace in \(folder)", ru: "в папке \(folder) нет рабочего пространства")
        case .alreadyThere(let path): LocalizedText(en: "\(path) is there already", ru: "\(path) уже есть")
        case .notAWorkspace(let path):
            LocalizedText(en: "\(path) is not a workspace of Stimul", ru: "\(path) — не рабочее пространство Стимула")
        case .newerVersion(let path):
            LocalizedText(
                en: "\(path) was written by a newer version of Stimul",
                ru: "\(path) записан более новой версией Стимула")
        case .readOnly(let path):
            LocalizedText(
                en: "\(path) cannot be written: the file, its folder or the disk is read-only",
                ru: "в \(path) нельзя писать: файл, его папка или диск доступны только для чтения")
        case .closed(let path): LocalizedText(en: "\(path) was closed", ru: "\(path) закрыт")
        default: LocalizedText("")
        }
    }

    private var fileRemedy: LocalizedText {
        switch self {
        case .noWorkspace:
            LocalizedText(
                en: "take tables in, which makes one, or name the folder that holds \(Workspace.fileName)",
                ru: "загрузите таблицы, тогда оно появится, или укажите папку, где лежит \(Workspace.fileName)")
        case .alreadyThere:
            LocalizedText(
                en: "choose another name, or move the file away first",
                ru: "выберите другое имя или сначала уберите файл")
        case .notAWorkspace:
            LocalizedText(en: "name the right file or folder", ru: "укажите нужный файл или папку")
        case .newerVersion:
            LocalizedText(
                en: "install that version; nothing was changed", ru: "установите ту версию; ничего не изменено")
        case .readOnly:
            LocalizedText(
                en: "give yourself the right to write the file and its folder",
                ru: "дайте себе право писать в файл и его папку")
        default: LocalizedText(en: "open the workspace again", ru: "откройте рабочее пространство снова")
        }
    }

    private var diskText: LocalizedText {
        switch self {
        case .busy(let path):
            LocalizedText(en: "somebody else keeps \(path) locked", ru: "\(path) занят другой программой")
        case .diskFull(let path):
            LocalizedText(
                en: "the disk is full: there is no room to write \(path)",
                ru: "на диске нет места, чтобы записать \(path)")
        case .corrupted(let path, let detail):
            LocalizedText(en: "\(path) is damaged (\(detail))", ru: "\(path) повреждён (\(detail))")
        case .inaccessible(let path, let detail):
            LocalizedText(en: "\(path) cannot be opened (\(detail))", ru: "\(path) не открывается («\(detail)»)")
        case .database(let path, let code, let detail):
            LocalizedText(
                en: "SQLite refused to work on \(path): \(detail) (\(code))",
                ru: "SQLite не выполнил работу с \(path): «\(detail)» (\(code))")
        case .notAKey(let path): LocalizedText(en: "\(path) is not a signing key", ru: "\(path) — не ключ подписи")
        case .badBackup(let path, let faults):
            LocalizedText(
                en: "the copy \(path) did not pass the audit: \(faults.first?.text.en ?? "")",
                ru: "копия \(path) не прошла проверку: \(faults.first?.text.ru ?? "")")
        default: LocalizedText("")
        }
    }

    private var diskRemedy: LocalizedText {
        switch self {
        case .busy:
            LocalizedText(
                en: "try again when the other program is done; nothing was written",
                ru: "повторите, когда другая программа закончит; ничего не записано")
        case .diskFull:
            LocalizedText(
                en: "make room and do it again; what was there before is whole",
                ru: "освободите место и повторите; прежнее цело")
        case .corrupted:
            LocalizedText(
                en: "keep the file as it is and restore the last backup",
                ru: "сохраните файл и восстановите последнюю копию")
        case .badBackup: LocalizedText(en: "take an earlier backup", ru: "возьмите более раннюю копию")
        case .notAKey:
            LocalizedText(en: "name the file that holds the key", ru: "укажите файл, в котором лежит ключ")
        default:
            LocalizedText(
                en: "check the path, its rights and the disk", ru: "проверьте путь, права на него и диск")
        }
    }

    private var placeText: LocalizedText {
        switch self {
        case .leadsNowhere(let path):
            LocalizedText(
                en: "\(path) is a link to a file that is not there", ru: "\(path) — ссылка на файл, которого нет")
        case .notABackup(let path):
            LocalizedText(en: "\(path) is not a backup", ru: "\(path) — не резервная копия")
        case .system(let path, let cause):
            LocalizedText(
                en: "\(path) cannot be read or written: \(cause.text.en)",
                ru: "\(path) не читается или не записывается: \(cause.text.ru)")
        case .goesOn(let path):
            LocalizedText(
                en: "something was recorded in \(path) meanwhile", ru: "тем временем в \(path) появились новые записи")
        default: LocalizedText("")
        }
    }

    private var placeRemedy: LocalizedText {
        switch self {
        case .leadsNowhere: LocalizedText(en: "mend or remove the link", ru: "исправьте или уберите ссылку")
        case .system: LocalizedText(en: "nothing was written", ru: "ничего не записано")
        case .notABackup:
            LocalizedText(
                en: "name a file that was made as a backup", ru: "назовите файл, созданный как резервная копия")
        case .goesOn:
            LocalizedText(
                en: "look again what would be undone, while nobody works with the company",
                ru: "посмотрите ещё раз, что будет отменено, когда с компанией никто не работает")
        default: LocalizedText("")
        }
    }

    private static func notAsWritten(_ path: String, _ faults: [AuditFault]) -> LocalizedText {
        let shown = faults.prefix(3).map(\.text)
        let more = faults.count > shown.count ? faults.count - shown.count : 0
        return LocalizedText(
            en: "what \(path) holds was changed from outside: \(shown.map(\.en).joined(separator: "; "))"
                + (more > 0 ? "; and \(more) more" : ""),
            ru: "содержимое \(path) изменено извне: \(shown.map(\.ru).joined(separator: "; "))"
                + (more > 0 ? "; и ещё \(more)" : ""))
    }

    private static func malformed(_ kind: String, _ fault: TableFault) -> LocalizedText {
        switch fault {
        case .repeatedColumn(let name):
            LocalizedText(
                en: "the table '\(kind)' has two columns '\(name)'", ru: "в таблице «\(kind)» две колонки «\(name)»")
        case .cellsWithoutColumn(let key, let place):
            LocalizedText(
                en: "the row '\(key)' of '\(kind)' has more cells than columns (\(place))",
                ru: "в строке «\(key)» таблицы «\(kind)» ячеек больше, чем колонок (\(place))")
        }
    }
}
