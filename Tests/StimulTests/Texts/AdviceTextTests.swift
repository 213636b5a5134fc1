import Testing

/// What the command line says to type about findings that only name the step.
@Suite("Steps on the command line")
struct AdviceTextTests {
    @Test(
        "the step stands behind the remedy",
        arguments: [
            (
                ["what-if", "acme", "--cancel", "sale 1: amount=3"],
                "cancel it without values, or change its values instead; write '--cancel \"sale 1\"', or '--change' for other values"
            ),
            (
                ["what-if", "acme", "--from", "2026-01-01", "--cancel", "sale 1"],
                "name a file with a plan; write '--with plans.yaml'"
            ),
            (
                ["what-if", "acme", "--cancel", "sale 1: amount=3", "--lang", "ru"],
                "отмените его без значений или измените его значения; пишите «--cancel \"sale 1\"» или «--change», чтобы изменить значения"
            ),
        ])
    func behind(line: [String], expected: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run(words: line).errors.contains(expected))
    }

    @Test("a folder without a company names the command that makes one")
    func noCompany() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        try stimul.write("", to: "empty/notes.txt")
        #expect(try stimul.run("check empty").output.contains("help: 'stimul new' makes a starter company"))
        #expect(try stimul.run("check empty --lang ru").output.contains("совет: «stimul new» создаёт компанию"))
    }

    @Test("a code that the library does not have, with nothing like it")
    func library() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write("metrics:\n  turnover: {library: K666}\n", to: "acme/more.yaml")
        #expect(try stimul.run("check acme").output.contains("help: 'stimul library' lists them"))
        #expect(
            try stimul.run("library K666").errors.contains("the library has no KPI 'K666'; 'stimul library' lists them")
        )
    }
}
