public import Messages

/// Why a statement cannot be trusted, or cannot be calculated again.
public enum StatementProblem: Error, Sendable {
    /// It is no statement.
    case notAStatement
    /// It has another form than this version reads.
    case otherForm(Int)
    /// It says something in another way than a statement is written.
    case notAsWritten
    /// A table has a row that does not fit its columns, or stands twice.
    case malformedTable(String)
    /// It has no signature.
    case notSigned
    /// It is signed with another key; this one.
    case otherKey(String)
    /// Its content is not what was signed.
    case changed
    /// Its text and rows do not make a company.
    case company([Diagnostic])
    /// It names a person that its own rows do not have.
    case nobody(String)
    /// It names a period that there is not.
    case noSuchPeriod(String)
    /// There is more to calculate in it than any statement needs.
    case tooMuchWork

    /// Whether the file is no statement that this version could read, rather than one that it refuses.
    public var isUnreadable: Bool {
        switch self {
        case .notAStatement, .otherForm, .malformedTable: true
        default: false
        }
    }

    /// What is wrong with the company in it.
    public var diagnostics: [Diagnostic] {
        if case .company(let diagnostics) = self { diagnostics.filter { $0.severity == .error } } else { [] }
    }

    /// What can be done about it; `nil` where the text says all there is.
    public var next: NextStep? {
        if case .notAStatement = self { .writeStatement } else { nil }
    }

    /// The problem with what to do about it.
    public var text: LocalizedText {
        switch self {
        case .notAStatement:
            LocalizedText(
                en: "this is no statement", ru: "это не расчётный лист")
        case .otherForm(let form):
            LocalizedText(
                en:
                    "the statement has form \(form), this version reads form \(StatementBundle.currentForm); use another version",
                ru:
                    "форма расчётного листа — \(form), эта версия читает форму \(StatementBundle.currentForm); возьмите другую версию"
            )
        case .malformedTable(let kind):
            LocalizedText(
                en:
                    "the table '\(kind)' of the statement stands twice, or has a row that does not fit its columns; ask for a new one",
                ru:
                    "таблица «\(kind)» расчётного листа стоит дважды или в ней есть строка не по колонкам; попросите новый"
            )
        case .noSuchPeriod(let name):
            LocalizedText(
                en: "the statement is of '\(name)', which is no period; ask for a new one",
                ru: "расчётный лист — за «\(name)», такого периода не бывает; попросите новый")
        case .tooMuchWork:
            LocalizedText(
                en: "there is more to calculate in the statement than in any that a company writes; ask for a new one",
                ru: "вычислять в расчётном листе нужно больше, чем в любом, какой пишет компания; попросите новый")
        default: refusalText
        }
    }

    private var refusalText: LocalizedText {
        switch self {
        case .notAsWritten:
            LocalizedText(
                en:
                    "the file is not as a statement is written: something was added, moved or left out; ask for a new one",
                ru:
                    "файл не такой, каким записывают расчётный лист: что-то добавлено, сдвинуто или убрано; попросите новый"
            )
        case .notSigned:
            LocalizedText(
                en: "the statement has no signature that could be read; ask for a new one",
                ru: "у расчётного листа нет читаемой подписи; попросите новый")
        case .otherKey(let key):
            LocalizedText(
                en: "the statement is signed with another key, \(key); ask the company for its key",
                ru: "расчётный лист подписан другим ключом, \(key); спросите ключ у компании")
        case .changed:
            LocalizedText(
                en: "the signature does not fit: the statement was changed after it was signed; ask for a new one",
                ru: "подпись не подходит: расчётный лист изменён после подписания; попросите новый")
        case .company:
            LocalizedText(
                en: "the text and the rows of the statement do not make a company that can be calculated",
                ru: "текст и строки расчётного листа не складываются в компанию, которую можно рассчитать")
        case .nobody(let person):
            LocalizedText(
                en: "the statement is of '\(person)', who is not among its own people",
                ru: "расчётный лист — для «\(person)», которого нет среди его же людей")
        default: LocalizedText("")
        }
    }
}
