import ArgumentParser
import Company
import Foundation
import Importing
import Intake
internal import Messages

/// `stimul map`: how a file is read, found out, shown and written down.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: .said(
            en: "Look at a file as its system exported it, and write down how it is read.",
            ru: "Посмотреть файл в том виде, как его выгрузила система, и записать, как его читать."),
        discussion: .said(
            en: """
                Finds out by itself what can be found out: encoding, delimiter, header, columns, days, amounts, totals, owners. \
                Shows the first rows as they will be read, and asks only what the file cannot tell: on a terminal; elsewhere \
                the answers are options, and those that are missing are listed.

                  stimul map acme 'Sales January.xlsx'           look, answer, write
                  stimul map acme export.csv --write             the same in a script, when nothing is to be asked
                  stimul map acme export.csv --answer dates=d/m/y --answer 'column.seller=Owner' --write

                What is written is one entry under 'tables:'; nothing else in the file changes. A file outside the company \
                folder is copied into it. Next month's file is known by its header, whatever its name.
                """,
            ru: """
                Сама узнаёт всё, что можно узнать: кодировку, разделитель, заголовок, столбцы, даты, суммы, итоги, владельцев. \
                Показывает первые строки такими, какими они будут прочитаны, и спрашивает только то, чего файл не говорит: на \
                терминале; в остальных случаях ответы — параметры, а недостающие перечисляются.

                  stimul map acme 'Sales January.xlsx'           посмотреть, ответить, записать
                  stimul map acme export.csv --write             то же в сценарии, если спрашивать нечего
                  stimul map acme export.csv --answer dates=d/m/y --answer 'column.seller=Owner' --write

                Записывается одна запись в «tables:»; больше в файле ничего не меняется. Файл не из папки компании копируется в неё. \
                Файл следующего месяца узнаётся по заголовку, как бы он ни назывался.
                """))

    @OptionGroup var company: CompanyArgument
    @Argument(
        help: .said(
            en: "The file: CSV in any encoding, .xlsx, .ods, .xls.",
            ru: "Файл: CSV в любой кодировке, .xlsx, .ods, .xls."), completion: .file())
    var file: String
    @Option(
        help: .said(
            en: "The sheet of a workbook (default: the first in sight).",
            ru: "Лист книги (по умолчанию первый видимый)."))
    var sheet: String?
    @Option(
        help: .said(
            en: "What it holds: sale, person, targets … (default: what it looks like).",
            ru: "Что в нём: sale, person, targets … (по умолчанию — на что похоже)."))
    var kind: String?
    @Option(
        name: .customLong("answer"),
        help: .said(en: "An answer: key=value; may be repeated.", ru: "Ответ: ключ=значение; можно повторять."))
    var answers: [String] = []
    @Flag(
        help: .said(
            en: "Write the entry as soon as nothing is open.", ru: "Записать, как только вопросов не останется."))
    var write = false
    @Flag(
        help: .said(
            en: "Leave out of account what is written of this file already.",
            ru: "Не учитывать то, что об этом файле уже записано."))
    var anew = false
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        let talk = MappingTalk(console: console)
        let files = try console.files(of: company.company)
        let home = try console.filed { () throws(FileProblem) in try MappingHome(company.company, file, files) }
        let ground = CompanyReader.mappingGround(in: files.filter { $0.path != home.inside })
        guard !ground.kinds.isEmpty, ground.faults.isEmpty else {
            for fault in ground.faults { console.show(fault) }
            throw ExitStatus.faults
        }
        var said = try said(home, files)
        let source = try OpenedFile(opening: home.path, console)
        let kinds = MappingTargets(ground)
        var look = try look(source, kinds, said)
        talk.show(look, source, said)
        if talk.isPossible, !look.open.isEmpty {
            while let question = look.open.first {
                guard let answer = talk.ask(question) else { throw ExitCode.validationFailure }
                let taken = talk.taking(answer, said) { (more) throws(MappingAnswerFault) in
                    try source.look(kinds, more)
                }
                guard let taken else { continue }
                (said, look) = taken
            }
            console.print("")
            talk.show(look, source, said)
        }
        guard look.open.isEmpty else {
            talk.list(look.open)
            throw ExitCode.validationFailure
        }
        guard let rules = look.dialogue?.rules, let aliases = look.dialogue?.aliases, look.isReady else {
            talk.list(faults: look.faults)
            throw ExitStatus.faults
        }
        try finish(rules, aliases, home, ground, talk)
    }

    /// What was said before, and by options.
    private func said(_ home: MappingHome, _ files: [SourceFile]) throws -> MappingAnswers {
        do {
            var said = MappingAnswers()
            if !anew, let entry = CompanyReader.tablesEntry(of: home.inside, in: files) {
                said = try MappingAnswers(entry: entry.words)
            }
            if let sheet { said.sheet = sheet }
            if let kind { said.kind = kind }
            for answer in answers {
                let parts = answer.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2 else {
                    throw options.wrong(
                        LocalizedText(
                            en: "'\(answer)' is no answer: write key=value",
                            ru: "«\(answer)» — не ответ: пишите ключ=значение"))
                }
                try said.take(String(parts[0]), String(parts[1]))
            }
            return said
        } catch let fault as MappingAnswerFault {
            throw options.wrong(fault.text)
        }
    }

    private func look(_ source: OpenedFile, _ targets: MappingTargets, _ said: MappingAnswers) throws -> MappingLook {
        do throws(MappingAnswerFault) { return try source.look(targets, said) } catch {
            throw options.wrong(error.text)
        }
    }

    private func finish(
        _ rules: TableRules, _ aliases: [MappingDialogue.Alias], _ home: MappingHome, _ ground: MappingGround,
        _ talk: MappingTalk
    ) throws {
        let spellings = aliases.filter { ground.recordKinds.contains($0.kind) }
        let writer = MappingWriter(home, rules, spellings)
        guard write || talk.isPossible && talk.confirms(writer.target) else {
            talk.propose(rules, spellings, home)
            return
        }
        do {
            try writer.write()
        } catch {
            talk.fail(error, rules, home)
            throw ExitStatus.files
        }
        talk.tell(writer, company.company, rivals: ground.feeding[rules.reads ?? ""] ?? [])
    }
}
