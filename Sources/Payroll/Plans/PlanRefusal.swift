public import Messages

/// Why something with the text of a plan is refused. Nothing was written.
public enum PlanRefusal: Error, Sendable, Hashable {
    /// His rights do not hold it.
    case notAllowed(Right)
    /// The company's text has no such file.
    case noSuchFile(String)
    /// Somebody has saved the draft since it was opened.
    case draftHasChanged(by: String)
    /// There is no draft.
    case noDraft(String)
    /// The draft is what the file holds already.
    case nothingChanged(String)
    /// The file is not what the draft was begun from.
    case fileHasChanged(String)
    /// Nobody approves what he wrote himself.
    case ownDraft
    /// Nobody approves a plan that pays himself.
    case ownPay(plan: String)
    /// The draft is at fault.
    case atFault(errors: Int)
    /// The server does not write into a company folder.
    case notWritable
    /// The text is longer than what a person writes.
    case tooLong(most: Int)
    /// The plan does not pay him.
    case notPaid(plan: String)
    /// What he has read is not what is in force any more.
    case readAnother

    /// What a refusal is about.
    public enum Kind: Sendable {
        /// Somebody else may.
        case person
        /// What was entered.
        case input
        /// What there is.
        case absent
        /// How things stand.
        case state
    }

    /// What it is about.
    public var kind: Kind {
        switch self {
        case .notAllowed, .ownDraft, .ownPay, .notPaid: .person
        case .tooLong, .atFault: .input
        case .noSuchFile, .noDraft: .absent
        case .draftHasChanged, .nothingChanged, .fileHasChanged, .notWritable, .readAnother: .state
        }
    }

    /// A stable name, never translated.
    public var code: String {
        switch self {
        case .notAllowed: "plan-not-allowed"
        case .noSuchFile: "plan-no-file"
        case .draftHasChanged: "plan-draft-changed"
        case .noDraft: "plan-no-draft"
        case .nothingChanged: "plan-nothing-changed"
        case .fileHasChanged: "plan-file-changed"
        case .ownDraft: "plan-own-draft"
        case .ownPay: "plan-own-pay"
        case .atFault: "plan-at-fault"
        case .notWritable: "plan-not-writable"
        case .tooLong: "plan-too-long"
        case .notPaid: "plan-not-paid"
        case .readAnother: "plan-read-another"
        }
    }

    /// What is so, and what can be done.
    public var text: LocalizedText {
        switch self {
        case .notAllowed:
            LocalizedText(en: "your role does not do this with plans", ru: "ваша роль этого с планами не делает")
        case .noSuchFile(let file):
            LocalizedText(en: "the company has no file '\(file)'", ru: "в тексте компании нет файла «\(file)»")
        case .draftHasChanged(let author):
            LocalizedText(
                en: "\(author) has saved this draft since you opened it; compare both and save again",
                ru: "пока вы писали, черновик сохранил(а) \(author); сравните тексты и сохраните снова")
        case .noDraft(let file):
            LocalizedText(en: "there is no draft of '\(file)'", ru: "черновика файла «\(file)» нет")
        case .nothingChanged(let file):
            LocalizedText(
                en: "the draft is the same as '\(file)'; there is nothing to approve",
                ru: "черновик не отличается от файла «\(file)»; утверждать нечего")
        case .fileHasChanged(let file):
            LocalizedText(
                en:
                    "'\(file)' has changed since the draft was begun; nothing was written, begin the draft from what it holds now",
                ru:
                    "файл «\(file)» изменился с тех пор, как начат черновик; ничего не записано, начните черновик с нынешнего текста"
            )
        case .ownDraft:
            LocalizedText(
                en: "nobody approves what he wrote himself; ask another executive",
                ru: "никто не утверждает то, что написал сам; попросите другого руководителя компании")
        case .ownPay(let plan):
            LocalizedText(
                en: "the plan '\(plan)' pays you, and nobody approves his own pay; ask somebody whom it does not pay",
                ru:
                    "по плану «\(plan)» платят вам, а свои выплаты никто не утверждает; попросите того, кому он не платит"
            )
        case .atFault(let errors):
            LocalizedText(
                en: "the draft has errors: \(errors); mend them first",
                ru: "в черновике есть ошибки: \(errors); сначала исправьте их")
        case .notWritable:
            LocalizedText(
                en: "this server does not write into the company folder; change the file there",
                ru: "этот сервер не пишет в папку компании; измените файл там")
        case .tooLong(let most):
            LocalizedText(
                en: "a text may have \(most) KB here; change a longer file in the company folder",
                ru: "здесь текст может занимать \(most) КБ; файл длиннее измените в папке компании")
        case .notPaid(let plan):
            LocalizedText(
                en: "the plan '\(plan)' does not pay you now, so there is nothing to acknowledge",
                ru: "по плану «\(plan)» вам сейчас не платят, подтверждать нечего")
        case .readAnother:
            LocalizedText(
                en: "the plan has changed since you opened the page; read it as it is now",
                ru: "план изменился, пока страница была открыта; прочитайте его снова")
        }
    }
}
