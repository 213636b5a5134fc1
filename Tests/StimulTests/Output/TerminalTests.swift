import Foundation
import Testing

@Suite("What is written suits the terminal it is read on")
struct TerminalTests {
    @Test("a table is as wide as the terminal, or as COLUMNS says")
    func width() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let line = "run acme --period 2026-01"
        let wide = try stimul.run(line, onTerminal: STDOUT_FILENO, columns: 200)
        #expect(wide == (try stimul.run(line).output))
        let narrow = try stimul.run(line, onTerminal: STDOUT_FILENO, columns: 80)
        #expect(narrow != wide && narrow.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let told = try stimul.run(line, onTerminal: STDOUT_FILENO, columns: 200, environment: ["COLUMNS": "80"])
        #expect(told == narrow)
    }

    @Test("a file has no width")
    func file() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("run acme --period 2026-01 --output t.txt", onTerminal: STDOUT_FILENO, columns: 40)
        let file = try String(contentsOf: stimul.folder.appendingPathComponent("t.txt"), encoding: .utf8)
        #expect(file == (try stimul.run("run acme --period 2026-01").output))
    }

    @Test("findings have colours, unless the terminal is dumb or they are not wanted")
    func colours() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("rate: 1%", with: "rate: 300%", in: "acme/company.yaml")
        try stimul.replace("currency: RUB", with: "currency: RUBB", in: "acme/company.yaml")
        let coloured = try stimul.run("check acme", onTerminal: STDOUT_FILENO)
        #expect(coloured.contains("\u{1B}[31merror:\u{1B}[0m"))
        for (name, value) in [("TERM", "dumb"), ("NO_COLOR", "1")] {
            let plain = try stimul.run("check acme", onTerminal: STDOUT_FILENO, environment: [name: value])
            #expect(plain.contains("error:") && !plain.contains("\u{1B}"))
        }
        #expect(!(try stimul.run("check acme --no-color", onTerminal: STDOUT_FILENO)).contains("\u{1B}"))
    }

    @Test("a short command says nothing of its progress")
    func quick() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run("check acme", onTerminal: STDERR_FILENO) == "")
    }
}
