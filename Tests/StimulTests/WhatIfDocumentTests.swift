import Foundation
import Testing

@Suite("Docs/what-if.md shows what the program prints")
struct WhatIfDocumentTests {
    @Test("every command of the document prints what stands below it")
    func document() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        let document = try CommandDocument("Docs/what-if.md")
        try stimul.write(try document.text(of: "yaml"), to: "new.yaml")
        #expect(document.steps.count == 4)
        for step in document.steps {
            let result = try stimul.run(words: step.words)
            let printed = (result.output + result.errors).trimmingCharacters(in: .newlines)
            #expect(printed == step.shown.trimmingCharacters(in: .newlines))
        }
    }
}
