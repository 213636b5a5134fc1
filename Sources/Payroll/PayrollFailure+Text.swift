public import Messages
internal import Quantities
internal import Storage

extension PayrollFailure {
    /// The failure with what to do about it, without a word of how that is called on a screen (``next``).
    public var text: LocalizedText {
        switch self {
        case .refused(let refusal): refusal.text
        case .storage(let failure):
            next == nil
                ? LocalizedText(
                    en: "\(failure.text.en); \(failure.remedy.en)", ru: "\(failure.text.ru); \(failure.remedy.ru)")
                : failure.text
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
        case .unexpected(let text):
            LocalizedText(en: "something went wrong: \(text)", ru: "что-то пошло не так: \(text)")
        case .quantity(let error):
            LocalizedText(en: "an amount does not fit: \(error)", ru: "сумма не помещается: \(error)")
        }
    }

    /// What is wrong with the company, where that is the reason.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .company(let diagnostics), .earlierCompany(_, let diagnostics):
            diagnostics.filter { $0.severity == .error }
        case .refused, .storage, .unexpected, .quantity: []
        }
    }

    /// Whether a file could not be read or written, rather than a rule having refused or a name being unknown.
    public var isOfFiles: Bool {
        guard case .storage(let failure) = self else { return false }
        switch failure {
        case .noSuchRun, .ambiguousRun, .noSuchModel, .noSuchAdjustment, .noSuchDispute, .malformedTable, .notAsWritten,
            .broken:
            return false
        default: return true
        }
    }
}
