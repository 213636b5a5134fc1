import Foundation
import Testing

@Suite("Docs/payroll.md shows what the program prints")
struct PayrollDocumentTests {
    @Test("every command of the document, one after the other, prints what stands below it")
    func document() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        let document = try CommandDocument("Docs/payroll.md")
        try stimul.write(try document.text(of: "csv"), to: "late/sale.csv")
        #expect(document.steps.count > 20)
        for step in document.steps {
            let result = try stimul.run(words: step.words)
            // Which of the two streams is seen first is the terminal's affair.
            let printed = Command.Result(output: result.output + result.errors, errors: "", code: 0).withoutRun.output
            let shown = Command.Result(output: step.shown, errors: "", code: 0).withoutRun.output
            #expect(
                printed.split(separator: "\n").sorted() == shown.split(separator: "\n").sorted(),
                "\(step.words.joined(separator: " "))\n\(printed)")
        }
    }
}
