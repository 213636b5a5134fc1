import ArgumentParser
internal import Messages
import Payroll
import PersonalFacts
import Storage

/// `stimul backup`: one file with everything recorded.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Copy what is recorded into one file, and check the copy.",
            ru: "Скопировать записанное в один файл и проверить копию."),
        discussion: .said(
            en: """
                Others may go on working meanwhile. The folder's text and keys are not in it: copy them too. Personal facts of \
                clients' people, where there are any, go into a second file beside it, FILE.personal: keep both together, and no \
                copy longer than 30 days.
                """,
            ru: """
                Остальные могут работать дальше. Текста и ключей папки в копии нет: скопируйте и их. Личные факты о людях \
                клиентов, если они есть, ложатся рядом вторым файлом, FILE.personal: держите их вместе и не дольше 30 дней.
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(
        help: .said(
            en: "The file to make; it must not exist yet.", ru: "Файл, который надо создать; его ещё не должно быть."),
        completion: .file())
    var file: String
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        if let met = ProtectedFiles(of: company.company).reserved(file) {
            console.fail(FileProblem.protected(file, met).text)
            throw ExitStatus.files
        }
        let workspace = try console.workspace(company.company)
        let report = try console.stopping {
            let report = try workspace.backup(to: file)
            if PersonalFacts.exist(in: company.company) {
                try PersonalFacts(in: company.company, workspace: workspace, openedBy: PersonalSweep.actor)
                    .copy(beside: file)
            }
            return report
        }
        console.print(
            LocalizedText(
                en: "Made '\(file)' and checked it. Head: \(report.head)",
                ru: "Создано и проверено: «\(file)». Отметка: \(report.head)")[options.language])
    }
}
