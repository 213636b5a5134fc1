import ArgumentParser
import Foundation
internal import Messages

/// The command line.
@main
struct Stimul: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stimul",
        abstract: .said(
            en: "From sales to pay: who earned what, and why.",
            ru: "От продаж до выплат: кто сколько заработал и почему."),
        discussion: .said(
            en: """
                A company is a folder of text files and tables. Begin with a starter:

                  stimul new acme            make a small company in the folder 'acme'
                  stimul map acme sales.xlsx say how your own file is read
                  stimul check acme          find every fault of every file
                  stimul test acme           run the tests that its plans carry
                  stimul run acme            who earned what
                  stimul explain acme anna   why Anna earned it, down to the events
                  stimul what-if acme …      what another plan, or one more deal, would pay

                What is to be paid goes through a workspace, stimul.sqlite in that folder:

                  stimul import acme                       take the tables in
                  stimul calculate acme --period 2026-01   awards, and corrections
                  stimul review acme --period 2026-01      what each person gets
                  stimul approve acme --period 2026-01     by two whom it does not pay
                  stimul pay acme --period 2026-01         hand it to payroll
                  stimul close acme --period 2026-01       done
                  stimul status acme                       where each period is

                Whoever acts is named: --by dina. In a browser people act in their own name:

                  stimul user add acme dina --by dina      let somebody sign in
                  stimul serve acme                        pay, statements, periods, disputes

                Exit codes: 0 all is well · 1 the company has faults, a test failed, or a step \
                was refused · 2 a file cannot be read or written · 64 the command line is wrong.
                """,
            ru: """
                Компания — это папка текстовых файлов и таблиц. Начните с готовой:

                  stimul new acme            создать небольшую компанию в папке «acme»
                  stimul map acme sales.xlsx сказать, как читать свой файл
                  stimul check acme          найти все ошибки во всех файлах
                  stimul test acme           выполнить проверки, записанные в планах
                  stimul run acme            кто сколько заработал
                  stimul explain acme anna   почему Анна столько заработала, до событий
                  stimul what-if acme …      что дал бы другой план или ещё одна сделка

                То, что будет выплачено, идёт через рабочее пространство, stimul.sqlite в этой папке:

                  stimul import acme                       загрузить таблицы
                  stimul calculate acme --period 2026-01   начисления и исправления
                  stimul review acme --period 2026-01      кто сколько получит
                  stimul approve acme --period 2026-01     двое, которым по нему не платят
                  stimul pay acme --period 2026-01         передать на выплату
                  stimul close acme --period 2026-01       готово
                  stimul status acme                       где какой период

                Тот, кто действует, назван: --by dina. В браузере люди действуют от своего имени:

                  stimul user add acme dina --by dina      разрешить кому-то вход
                  stimul serve acme                        выплаты, листки, возражения

                Коды выхода: 0 всё в порядке · 1 в компании ошибки, проверка не прошла или шаг \
                отклонён · 2 файл нельзя прочитать или записать · 64 неверная командная строка.
                """),
        version: "0.1.0",
        subcommands: [
            New.self, MapCommand.self, Check.self, Test.self, RunCommand.self, ReportCommand.self, Index.self,
            Explain.self, WhatIf.self,
            Card.self,
            Library.self,
            Functions.self,
            Import.self, Calculate.self, Review.self, DisputeCommand.self, Adjust.self, Approve.self, Pay.self,
            Close.self, Reopen.self, Status.self,
            Diff.self, HistoryCommand.self, LedgerCommand.self, StatementCommand.self, Verify.self,
            Audit.self, Backup.self, RestoreCommand.self,
            AccountCommand.self, ContactCommand.self,
            Serve.self, UserCommand.self,
        ])

    /// Every command by its words, the program itself being the empty one: `user grant`.
    static var commandNames: [String] {
        [""]
            + configuration.subcommands.flatMap { command -> [String] in
                let name = command._commandName
                return [name] + command.configuration.subcommands.map { name + " " + $0._commandName }
            }
    }

    static func main() async {
        HeapMemory.keepFreed()
        do {
            var command = try parseAsRoot()
            ProgressLine.shared.begin(
                Console.working[CommandLineFault.language(of: Array(CommandLine.arguments.dropFirst()))])
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard let fault = CommandLineFault(error, arguments: Array(CommandLine.arguments.dropFirst())) else {
                guard exitCode(for: error) == .success else { exit(withError: error) }
                ProgressLine.shared.interrupt {}
                print(HelpScreen(english: fullMessage(for: error)).text(in: .ofProcess))
                exit(withError: ExitCode.success)
            }
            ProgressLine.shared.interrupt { FileHandle.standardError.write(Data((fault.text + "\n").utf8)) }
            exit(withError: ExitCode.validationFailure)
        }
    }
}
