import Testing

@testable import stimul

/// The help of every command, in both languages.
@Suite("Help")
struct HelpTests {
    private static let commands = Stimul.commandNames

    @Test("Help in Russian has no English word but names", arguments: commands)
    func russian(_ command: String) throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let help = try stimul.run("\(command) --help --lang ru")
        #expect(help.code == 0)
        #expect(help.output.hasPrefix("ОБЗОР: "))
        #expect(help.output.contains("ИСПОЛЬЗОВАНИЕ: stimul"))
        let words = Self.prose(help.output)
        #expect(ForeignWords.latin(in: words) == [], "\(words)")
    }

    @Test("Help in English has no Russian letter but in examples", arguments: commands)
    func english(_ command: String) throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let help = try stimul.run("\(command) --help")
        #expect(help.code == 0)
        #expect(help.output.hasPrefix("OVERVIEW: "))
        #expect(!ForeignWords.hasRussian(Self.prose(help.output)))
    }

    @Test("Russian help stands where English help stands: overview, use, arguments, options")
    func layout() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let russian = try stimul.run("card --help --lang ru").output
        #expect(
            russian == """
                ОБЗОР: Показать карточку показателя: что он означает, как считается, кого по
                нему оценивают.

                Без показателя — все показатели, по строке на каждый.

                ИСПОЛЬЗОВАНИЕ: stimul card <company> [<metric>] [--lang <lang>] [--no-color]

                АРГУМЕНТЫ:
                  <company>               Папка компании.
                  <metric>                Имя показателя или его название.

                ПАРАМЕТРЫ:
                  --lang <lang>           Язык всех текстов: en или ru (по умолчанию из LANG).
                                          (бывает: en, ru)
                  --no-color              Без цвета (цвет бывает только на терминале).
                  --version               Показать версию.
                  -h, --help              Показать справку.


                """)
    }

    @Test("A wrong option is told in Russian, with what the option means")
    func wrongOption() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let result = try stimul.run("run acme --threads two --lang ru")
        #expect(result.errors.contains("Ошибка: значение «two» не подходит для «--threads <threads>»"))
        #expect(result.errors.contains("Справка:  --threads <threads>  Сколько потоков считают"))
        #expect(result.errors.contains("Использование: stimul run"))
    }

    /// The help without what is typed: the use, the names of options and commands, the examples.
    private static func prose(_ help: String) -> String {
        var isTyped = false
        return help.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
            let isExample = line.wholeMatch(of: /\s*(stimul |--reason ).*/) != nil
            if isExample || line.hasPrefix("USAGE: ") || line.hasPrefix("ИСПОЛЬЗОВАНИЕ: ") {
                isTyped = true
            } else if line.isEmpty || line.hasPrefix("  ") {
                // A line that was too long goes on at the margin.
                isTyped = false
            }
            if isTyped { return nil }
            // An option, an argument or a command stands before its meaning, two spaces away.
            return String(line).replacing(/^ {2}\S.*?( {2,}|$)/, with: "").replacing(/--[a-z-]+/, with: "")
        }.joined(separator: "\n")
    }
}
