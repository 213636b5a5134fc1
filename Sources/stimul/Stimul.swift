import ArgumentParser

/// The command line.
@main
struct Stimul: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stimul",
        abstract: "From sales to pay: who earned what, and why.",
        discussion: """
            A company is a folder of text files and tables. Begin with a starter:

              stimul new acme            make a small company in the folder 'acme'
              stimul check acme          find every fault of every file
              stimul test acme           run the tests that its plans carry
              stimul run acme            who earned what
              stimul explain acme anna   why Anna earned it, down to the events

            Exit codes: 0 all is well · 1 the company has faults, or a test failed · 2 a file cannot be read or
            written · 64 the command line is wrong.
            """,
        version: "0.1.0",
        subcommands: [
            New.self, Check.self, Test.self, RunCommand.self, Explain.self, Card.self, Library.self, Functions.self,
            Diff.self, LedgerCommand.self, StatementCommand.self, Verify.self,
            Audit.self, Backup.self, Restore.self,
        ])
}
