import Foundation
import TestPrograms
import Testing

@Suite("A wrong command line ends with 64 and says what would be right")
struct CommandLineTests {
    @Test(
        "names that the company does not have",
        arguments: [
            ("run acme --person ana", "Error: there is no person 'ana'; did you mean 'anna'?"),
            ("run acme --plan boss", "Error: there is no plan 'boss'; there is seller, head"),
            (
                "run acme --period 2026-13",
                "Error: there is no period '2026-13'; write 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W05, 2026-03-31 or all"
            ),
            ("explain acme zoe", "Error: there is no person 'zoe'; there is anna, boris, vera, dina, egor"),
            ("explain acme anna --metric saels", "Error: there is no metric 'saels'; did you mean 'sales'?"),
            ("explain acme anna --component bonu", "Error: there is no component 'bonu'; did you mean 'bonus'?"),
            (
                "explain acme nobody --metric sales",
                "Error: there is no person or unit 'nobody'; there is anna, boris, vera, dina, egor, sales, company"
            ),
            (
                "explain acme anna --event 33",
                "Error: there is no event '33'; it is written kind:id, for instance 'sale:33'"
            ),
            ("explain acme anna --event slae:3", "Error: there is no kind of event 'slae'; did you mean 'sale'?"),
            ("explain acme anna --event sale:99", "Error: there is no sale '99'"),
            ("card acme deal", "Error: there is no metric 'deal'; did you mean 'deals'?"),
            ("library K666", "Error: the library has no KPI 'K666'; 'stimul library' lists them"),
            ("run acme --person ana --lang ru", "Ошибка: не найдено: сотрудник «ana»; может быть, «anna»?"),
            ("run acme --plan boss --lang ru", "Ошибка: не найдено: план «boss»; есть seller, head"),
        ])
    func names(line: String, error: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let usage =
            line.hasSuffix("--lang ru")
            ? "Использование: stimul <команда>\n  Подробнее: «stimul --help»\n"
            : "Usage: stimul <subcommand>\n  See 'stimul --help' for more information.\n"
        #expect(try stimul.run(line) == .init(output: "", errors: error + "\n" + usage, code: 64))
    }

    @Test(
        "options that mean nothing",
        arguments: [
            ("frob", "Error: there is no command 'frob'; 'stimul --help' lists them"),
            ("run", "Error: Missing expected argument '<company>'"),
            ("run acme --frob", "Error: Unknown option '--frob'"),
            ("run acme --threads 0", "Error: '--threads' must be at least 1"),
            ("run acme --threads two", "Error: The value 'two' is invalid for '--threads <threads>'"),
            ("run acme --totals --format csv", "Error: '--totals' goes with '--format table' only"),
            ("run acme --totals --format csv --lang ru", "Ошибка: «--totals» бывает только с «--format table»"),
            (
                "run acme --format xml",
                "Error: The value 'xml' is invalid for '--format <format>'. Please provide one of 'table', 'csv' or 'json'."
            ),
            ("run --lang ru", "Ошибка: не хватает «<company>»"),
            ("run acme --frob --lang ru", "Ошибка: параметра «--frob» нет"),
            ("run acme --preiod 1 --lang=ru", "Ошибка: параметра «--preiod» нет; может быть, «--period»?"),
            ("run acme --lang ru --period", "Ошибка: у «--period <period>» нет значения"),
            ("run acme more words --lang ru", "Ошибка: лишних слов 2: «more», «words»"),
            ("run acme --totals=yes --lang ru", "Ошибка: у «--totals» не бывает значения, а указано «yes»"),
            ("run acme --threads two --lang ru", "Ошибка: значение «two» не подходит для «--threads <threads>»"),
            (
                "run acme --format xml --lang ru",
                "Ошибка: значение «xml» не подходит для «--format <format>»; бывает: table, csv, json"
            ),
            ("rnu acme --lang ru", "Ошибка: команды «rnu» нет; может быть, «run»?"),
            ("rnu acme --lang en", "Error: there is no command 'rnu'; did you mean 'run'?"),
            (
                "check acme --lang de",
                "Error: The value 'de' is invalid for '--lang <lang>'. Please provide one of 'en' and 'ru'."
            ),
        ])
    func options(line: String, error: String) throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let result = try stimul.run(line)
        #expect(result.output.isEmpty)
        #expect(result.errors.split(separator: "\n").first.map(String.init) == error)
        #expect(result.code == 64)
    }

    @Test(
        "every command has help",
        arguments: [
            "", "new", "check", "test", "run", "explain", "card", "library", "functions", "import",
            "calculate", "review", "dispute", "adjust", "approve", "pay", "close", "reopen", "status", "history",
        ])
    func help(command: String) throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let result = try stimul.run("\(command) --help")
        #expect(result.errors.isEmpty && result.code == 0)
        #expect(result.output.hasPrefix("OVERVIEW: "))
        #expect(result.output.contains("\nUSAGE: stimul"))
    }

    @Test("the first help a user sees")
    func firstHelp() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        #expect(
            try stimul.run("--help").output == """
                OVERVIEW: From sales to pay: who earned what, and why.

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

                Exit codes: 0 all is well · 1 the company has faults, a test failed, or a step
                was refused · 2 a file cannot be read or written · 64 the command line is wrong.

                USAGE: stimul <subcommand>

                OPTIONS:
                  --version               Show the version.
                  -h, --help              Show help information.

                SUBCOMMANDS:
                  new                     Make a small company to begin with.
                  map                     Look at a file as its system exported it, and write
                                          down how it is read.
                  check                   Find every fault of every file, and what an
                                          experienced reader would object to.
                  test                    Run the tests that the plans carry with them.
                  run                     Calculate what the plans pay.
                  report                  Write a table of figures and pay that the company
                                          defines.
                  index                   Store the columns of a company's tables, so that
                                          '--columns' need not read the tables.
                  explain                 Explain a person's pay, a figure, or an event.
                  what-if                 Compare the pay with what other definitions or other
                                          events would pay.
                  card                    Show a metric's card: what it means, how it is
                                          computed, who is assessed by it.
                  library                 Show the bundled KPI library, or one card of it.
                  functions               List the functions that formulas may use.
                  import                  Take tables into the workspace: what is new, what has
                                          changed, and nothing twice.
                  calculate               Calculate a pay period: its awards, and what earlier
                                          periods now come to differently.
                  review                  Move a calculated period to review, and print what
                                          each person gets.
                  dispute                 Object to somebody's pay, answer an objection, or
                                          list them.
                  adjust                  Change somebody's pay by hand, or list what was
                                          changed.
                  approve                 Approve a period in review, or decide about an
                                          adjustment.
                  pay                     Hand everything payable to payroll, and write the
                                          payroll file.
                  close                   Close a paid period; what comes later is posted in a
                                          later one.
                  reopen                  Open a period again, with a reason; what was posted
                                          stays.
                  status                  Show how far each pay period has come, and what comes
                                          next.
                  diff                    Show what changed between two runs of a period, and
                                          what each change is worth.
                  history                 Show who did what, when and why.
                  ledger                  Show where money stands and every entry that moved it.
                  statement               Write a signed statement that anybody can check with
                                          'stimul verify', or one for people: a page, a PDF, a
                                          workbook.
                  verify                  Check a statement: its signature, and its figures by
                                          calculating them again.
                  audit                   Check that nothing recorded was changed, removed or
                                          added from outside.
                  backup                  Copy what is recorded into one file, and check the
                                          copy.
                  restore                 Put a backup in the place of what is recorded; that
                                          is kept beside it.
                  account                 Look after key accounts: whom to call, what was
                                          promised, what needs somebody.
                  contact                 Keep personal facts of clients' people: with consent,
                                          for a term, to be erased.
                  serve                   Serve the company to its people: pay, statements,
                                          periods, disputes, the ledger.
                  user                    Let people sign in to 'stimul serve', and give them
                                          roles.

                  See 'stimul help <subcommand>' for detailed help.

                """)
        #expect(try stimul.run("").output == stimul.run("--help").output)
        #expect(try stimul.run("--version") == .init(output: "0.1.0\n", errors: "", code: 0))
    }

    @Test("the help of run")
    func runHelp() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        #expect(
            try stimul.run("run --help").output == """
                OVERVIEW: Calculate what the plans pay.

                A period pays every plan whose own period ends in it: March pays the month of
                March and the first quarter. The ending of a file decides its form: .txt, .csv,
                .json or .xlsx.

                  stimul run acme --period 2026-03
                  stimul run acme --output march.csv

                USAGE: stimul run [<options>] <company>

                ARGUMENTS:
                  <company>               The company folder.

                OPTIONS:
                  --period <period>       Which period: 2026-03, 2026-Q1, 2026-H1, 2026,
                                          2026-W05, 2026-03-31, or all (default). (default: all)
                  --plan <plan>           Only this plan, by its name or its title.
                  --person <person>       Only this person, by the identifier or the name.
                  --format <format>       table, csv or json (default: table, or what the
                                          file's ending says). (values: table, csv, json)
                  --totals                Only the total of each person.
                  --output <output>       Write to this file instead of the screen; its ending
                                          decides the form.
                  --overwrite             Replace the file when it is there already.
                  --threads <threads>     How many threads calculate; the result does not
                                          depend on it. (default: 2)
                  --columns               Keep the columns of large tables in
                                          <company>/.stimul/columns, and calculate from them
                                          while they are fresh.
                  --timings               Print to standard error how long each phase took and
                                          how much memory the process has needed by its end.
                                          Names what leaves the fast path, and why.
                  --lang <lang>           Language of all texts: en or ru (default: from LANG).
                                          (values: en, ru)
                  --no-color              No colours (never used unless on a terminal).
                  --version               Show the version.
                  -h, --help              Show help information.


                """)
    }

    @Test("the completion script is one that bash can read")
    func completion() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let result = try stimul.run("--generate-completion-script bash")
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output.hasPrefix("#!/bin/bash\n"))
        try stimul.write(result.output, to: "completion.bash")
        let script = stimul.folder.appendingPathComponent("completion.bash").path
        #expect(try Program.run("/bin/bash", ["-n", script]) == 0)
    }

    @Test("the library and one of its cards")
    func library() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        #expect(
            try stimul.run("library K6")
                == .init(
                    output: """
                        K6  Average collection period (ACP)  ДЗ / ОП × дней
                        How many days of sales clients owe. The days are those of the period: 365 fits yearly sales only.
                        sales manager
                        bonus, terms of payment, discounts
                          ДЗ  receivables (money)
                          ОП  sales volume of the period (money)
                          дней = days(period)  length of the period (days)

                        """, errors: "", code: 0))
        let all = try stimul.run("library --lang ru")
        #expect(all.code == 0)
        #expect(all.output.split(separator: "\n").count > 30)
    }

    @Test("the functions, a line each")
    func functions() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let result = try stimul.run("functions")
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("min(a, b, …)  the smallest; over events when given a field\n"))
        #expect(result.output.contains("\nsum(event.field where …)  the sum of a field over events\n"))
        let russian = try stimul.run("functions --lang ru").output
        #expect(russian.split(separator: "\n").count == result.output.split(separator: "\n").count)
        #expect(russian.contains(" (по-русски: сумма)\n") && !result.output.contains("сумма"))
    }
}
