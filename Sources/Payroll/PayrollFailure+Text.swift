public import Formulas
internal import Ledger
internal import Periods
internal import Storage

extension PayrollFailure {
    /// The failure with what to do about it.
    public var text: LocalizedText {
        switch self {
        case .storage(let failure):
            LocalizedText(
                en: "\(failure.text.en); \(failure.remedy.en)", ru: "\(failure.text.ru); \(failure.remedy.ru)")
        case .company:
            LocalizedText(
                en: "the company's text and its stored rows do not fit together; nothing was written",
                ru: "текст компании и сохранённые строки не подходят друг к другу; ничего не записано")
        case .earlierCompany(let period, _):
            LocalizedText(
                en:
                    "the rules of \(period) do not fit the rows of today, so its corrections cannot be calculated; nothing was written",
                ru:
                    "правила периода \(period) не подходят к нынешним строкам, его исправления не рассчитать; ничего не записано"
            )
        case .lifeCycle(let refusal): refusal.text
        case .refused(let refusal): refusal.text
        case .noSuchPeriod(let name):
            LocalizedText(
                en: "there is no period '\(name)'; write, for instance, 2026-03",
                ru: "периода «\(name)» не бывает; пишите, например, 2026-03")
        case .notAPayPeriod(let name, let kind):
            LocalizedText(
                en: "'\(name)' is not a \(kind), and the company pays by the \(kind) (ledger: {period: \(kind)})",
                ru:
                    "«\(name)» — не \(Self.russian(kind)), а компания платит за каждый период «\(Self.russian(kind))» (ledger: {period: \(kind)})"
            )
        case .payPeriodChanged(let posted):
            LocalizedText(
                en:
                    "\(posted) is posted, and by the company's text of now it is no pay period; leave 'ledger: {period: …}' and 'calendar' as they were",
                ru:
                    "период \(posted) уже в книге, а по нынешнему тексту компании это не период выплаты; оставьте «ledger: {period: …}» и «calendar» прежними"
            )
        case .currencyChanged(let posted, let now):
            LocalizedText(
                en:
                    "the ledger is kept in \(posted), the company's text names \(now); leave 'currency: \(posted)', or begin a new workspace",
                ru:
                    "книга ведётся в \(posted), а в тексте компании \(now); оставьте «currency: \(posted)» или заведите новое рабочее пространство"
            )
        case .otherPeriods(let first, let second):
            LocalizedText(
                en:
                    "the runs are of \(first) and \(second), and only runs of one period can be compared; what \(max(first, second)) changes in \(min(first, second)) shows 'stimul diff … --period \(max(first, second))'",
                ru:
                    "расчёты — за \(first) и \(second), а сравнивают расчёты одного периода; что \(max(first, second)) меняет в \(min(first, second)), покажет «stimul diff … --period \(max(first, second))»"
            )
        case .noSuchPerson(let id):
            LocalizedText(
                en: "there is no person '\(id)' in the workspace; import people.csv, or check the identifier",
                ru: "сотрудника «\(id)» в рабочей базе нет; загрузите people.csv или проверьте идентификатор")
        case .nothingImported:
            LocalizedText(
                en: "nothing is imported yet; 'stimul import' takes the tables in",
                ru: "ещё ничего не загружено; таблицы загружает «stimul import»")
        case .notCalculated(let period):
            LocalizedText(
                en: "\(period) is not calculated yet; next: stimul calculate",
                ru: "\(period) ещё не рассчитан; дальше: stimul calculate")
        case .notPaid(let period):
            LocalizedText(
                en: "\(period) is not paid yet, so it has no payroll; next: stimul pay",
                ru: "\(period) ещё не выплачен, ведомости за него нет; дальше: stimul pay")
        case .nothingToCompare(let period, runs: 1):
            LocalizedText(
                en:
                    "\(period) has one run, and nothing was posted before it to compare it with; calculate it again after a change",
                ru: "за \(period) один расчёт, и до него ничего не проведено; рассчитайте его снова после изменения")
        case .nothingToCompare(let period, let runs):
            LocalizedText(
                en: "two runs of \(period) are needed, there are \(runs); calculate it again after a change",
                ru: "нужно два расчёта за \(period), а их \(runs); рассчитайте его снова после изменения")
        case .adjustmentTooLarge(let number, let person):
            LocalizedText(
                en:
                    "adjustment \(number) of \(person) is so large that nothing can be added to it, so nothing is calculated; withdraw it: 'stimul adjust … --withdraw \(number)'",
                ru:
                    "корректировка \(number) (\(person)) так велика, что с ней ничего не сложить, и расчёт не делается; отзовите её: «stimul adjust … --withdraw \(number)»"
            )
        case .otherBasis, .deviates, .paidBeforeRestore: booksText
        case .unexpected(let text):
            LocalizedText(en: "something went wrong: \(text)", ru: "что-то пошло не так: \(text)")
        case .quantity(let error):
            LocalizedText(
                en: "an amount does not fit: \(error)", ru: "сумма не помещается: \(error)")
        }
    }

    private var booksText: LocalizedText {
        switch self {
        case .otherBasis(let period, .rows):
            LocalizedText(
                en:
                    "the rows that are kept are not those from which \(period) was calculated: something was changed from outside; look with 'stimul audit', then calculate again",
                ru:
                    "сохранённые строки — не те, по которым рассчитан \(period): их изменили извне; посмотрите «stimul audit», потом рассчитайте снова"
            )
        case .otherBasis(let period, .rules):
            LocalizedText(
                en:
                    "the text that is kept is not the one by which \(period) was calculated: something was changed from outside; look with 'stimul audit', then calculate again",
                ru:
                    "сохранённый текст — не тот, по которому рассчитан \(period): его изменили извне; посмотрите «stimul audit», потом рассчитайте снова"
            )
        case .deviates(let period, let deviations):
            LocalizedText(
                en:
                    "the run of \(period) is not right, so nothing is approved: \(Self.list(deviations).en); calculate it again; if that does not help, do not pay it and report this",
                ru:
                    "расчёт за \(period) неверен, поэтому не утверждается: \(Self.list(deviations).ru); рассчитайте его снова; если не поможет, не платите и сообщите об этом"
            )
        case .paidBeforeRestore(let payments, let restore):
            LocalizedText(
                en:
                    "payments were made before the restore of \(restore.at) (\(restore.actor): \(restore.reason)) that the records do not know any more: \(Self.list(payments))",
                ru:
                    "до восстановления \(restore.at) (\(restore.actor): \(restore.reason)) были выплаты, которых записи больше не знают: \(Self.list(payments))"
            )
        default: LocalizedText("")
        }
    }

    private static func list(_ deviations: [RunDeviation]) -> LocalizedText {
        let shown = deviations.prefix(3).map(\.text)
        let more = deviations.count - shown.count
        return LocalizedText(
            en: shown.map(\.en).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : ""),
            ru: shown.map(\.ru).joined(separator: "; ") + (more > 0 ? "; и ещё \(more)" : ""))
    }

    /// Period by period, how many people; amounts are shown by whoever knows the currency.
    private static func list(_ payments: [UndonePayment]) -> String {
        let people = Dictionary(grouping: payments, by: \.period)
        return people.sorted { $0.key < $1.key }
            .map { "\($0.key): \($0.value.map(\.person).joined(separator: ", "))" }.joined(separator: "; ")
    }

    /// What is wrong with the company, where that is the reason.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .company(let diagnostics), .earlierCompany(_, let diagnostics):
            diagnostics.filter { $0.severity == .error }
        default: []
        }
    }

    /// Whether a file could not be read or written, rather than a rule having refused or a name being unknown.
    public var isOfFiles: Bool {
        guard case .storage(let failure) = self else { return false }
        switch failure {
        case .noSuchRun, .ambiguousRun, .noSuchModel, .noSuchAdjustment, .noSuchDispute, .malformedTable, .notAsWritten,
            .refused:
            return false
        default: return true
        }
    }
}

extension PayrollFailure {
    /// The word for a kind of period.
    private static func russian(_ kind: String) -> String { PeriodKind(rawValue: kind)?.russian ?? kind }
}
