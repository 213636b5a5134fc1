import Testing

/// Amounts, shares and numbers in what the command writes in Russian.
@Suite("Amounts in Russian")
struct RussianAmountTests {
    @Test(
        "Every amount has a comma and no-break spaces",
        arguments: [
            "run acme", "run acme --totals", "explain acme anna", "explain acme anna --period 2026-01 --summary",
            "explain acme anna --event sale:1", "explain acme anna --metric sales --period 2026-01",
            "what-if acme --without seller",
        ])
    func amounts(_ line: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let output = try stimul.run(line + " --lang ru").output
        #expect(output.contains(/\d,\d\d\u{A0}RUB/), "\(output)")
        #expect(!output.contains(/\d\.\d+[ \u{A0}](RUB|%|шт|дн)/), "\(output)")
        #expect(!output.contains(/\d \d{3}[,.]\d\d/), "\(output)")
    }

    @Test("The same in English has a point, as before")
    func english() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run("run acme").output.contains(/\d \d{3}\.\d\d RUB/))
    }
}
