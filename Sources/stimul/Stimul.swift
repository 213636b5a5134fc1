import ArgumentParser
import Formulas
import Foundation

/// The command line.
@main
struct Stimul: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stimul",
        abstract: "From sales to pay: who earned what, and why.",
        discussion: """
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
            Serve.self, UserCommand.self,
        ])

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
                exit(withError: error)
            }
            ProgressLine.shared.interrupt { FileHandle.standardError.write(Data((fault.text + "\n").utf8)) }
            exit(withError: ExitCode.validationFailure)
        }
    }
}
