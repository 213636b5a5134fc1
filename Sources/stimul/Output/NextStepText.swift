import Ledger
internal import Messages
import Payroll
import Storage

extension NextStep {
    /// The step as the words to write on a command line, to stand behind what was refused.
    var text: LocalizedText {
        switch self {
        case .take, .followingPeriod:
            LocalizedText(en: "next: \(words.en)", ru: "дальше: \(words.ru)")
        case .answerDisputes(_, let count):
            LocalizedText(
                en: "answer \(count == 1 ? "it" : "them") first: 'stimul dispute … --resolve NUMBER'",
                ru: "сначала ответьте на \(count == 1 ? "него" : "них"): «stimul dispute … --resolve НОМЕР»")
        case .importRows:
            LocalizedText(en: "'stimul import' takes the tables in", ru: "таблицы загружает «stimul import»")
        case .withdraw(let number):
            LocalizedText(
                en: "'stimul adjust … --withdraw \(number)'", ru: "«stimul adjust … --withdraw \(number)»")
        case .listRuns:
            LocalizedText(
                en: "'stimul status' lists the run of each period", ru: "расчёты периодов показывает «stimul status»")
        case .listAdjustments:
            LocalizedText(en: "see 'stimul adjust … --list'", ru: "см. «stimul adjust … --list»")
        case .listDisputes:
            LocalizedText(en: "see 'stimul dispute … --list'", ru: "см. «stimul dispute … --list»")
        case .compare(let period):
            LocalizedText(
                en: "what \(period) changes in earlier ones shows 'stimul diff … --period \(period)'",
                ru: "что \(period) меняет в прежних, покажет «stimul diff … --period \(period)»")
        case .audit: LocalizedText(en: "look with 'stimul audit'", ru: "посмотрите «stimul audit»")
        case .backUp:
            LocalizedText(
                en: "name a file that 'stimul backup' has made", ru: "назовите файл, который создал «stimul backup»")
        case .writeStatement:
            LocalizedText(
                en: "name a file that 'stimul statement' has written",
                ru: "укажите файл, который записал «stimul statement»")
        }
    }

    /// The step alone: `stimul approve`.
    var words: LocalizedText {
        switch self {
        case .take(let action, _): LocalizedText("stimul \(action.rawValue)")
        case .followingPeriod: LocalizedText(en: "the following period", ru: "следующий период")
        case .answerDisputes: LocalizedText("stimul dispute --resolve")
        case .importRows, .withdraw, .listRuns, .listAdjustments, .listDisputes, .compare, .audit, .backUp,
            .writeStatement:
            text
        }
    }
}

extension StatementProblem {
    /// What is wrong, with what to write about it.
    var told: LocalizedText {
        guard let next = next?.text else { return text }
        return LocalizedText(en: "\(text.en); \(next.en)", ru: "\(text.ru); \(next.ru)")
    }
}

extension PayrollFailure {
    /// What was refused, with what to write about it.
    var told: LocalizedText {
        guard let next = nextText else { return text }
        return LocalizedText(en: "\(text.en); \(next.en)", ru: "\(text.ru); \(next.ru)")
    }

    private var nextText: LocalizedText? {
        guard case .storage(let failure) = self else { return next?.text }
        return switch failure {
        case .noWorkspace:
            // The folder may be the wrong one just as well.
            LocalizedText(
                en: "'stimul import' makes one, or name the folder that holds \(Workspace.fileName)",
                ru: "его создаст «stimul import», или укажите папку, где лежит \(Workspace.fileName)")
        case .notAsWritten:
            LocalizedText(
                en:
                    "nothing was done; look with 'stimul audit', keep the file as it is and compare it with the last backup",
                ru: "ничего не сделано; посмотрите «stimul audit», сохраните файл и сравните его с последней копией")
        default: next?.text
        }
    }
}
