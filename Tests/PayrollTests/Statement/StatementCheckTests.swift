import Foundation
import Messages
import Samples
import Storage
import Testing

@testable import Payroll

@Suite("a statement that is not as it was signed is refused with its reason")
struct StatementCheckTests {
    private static func signed(with key: SigningKey) async throws -> StatementBundle {
        let company = try TestCompany()
        try await company.calculate(CompanyFiles())
        return try await company.cycle().statement(of: "anna", "2026-01").signed(with: key)
    }

    private static func problem(_ data: Data, key: [UInt8]? = nil) async -> StatementProblem? {
        do throws(StatementProblem) {
            _ = try await StatementBundle.read(data).check(expectedKey: key)
            return nil
        } catch {
            return error
        }
    }

    @Test("one character changed, anywhere")
    func oneCharacter() async throws {
        let bundle = try await Self.signed(with: .generate())
        let characters = Array(String(decoding: try bundle.json(), as: UTF8.self))
        let others = Array("0123456789abcdefXYZ \n\"{}[],:-я")
        var dice = SeededGenerator(seed: 7)
        for _ in 0..<400 {
            var changed = characters
            let place = Int.random(in: changed.indices, using: &dice)
            changed[place] = others.filter { $0 != changed[place] }.randomElement(using: &dice) ?? "?"
            let found = await Self.problem(Data(String(changed).utf8))
            #expect(found != nil, "\(place): \(characters[place]) → \(changed[place])")
        }
    }

    @Test(
        "one digit of each part",
        arguments: [
            ("rate: 10%", "rate: 11%"), ("\"50000\"", "\"50001\""), ("\"5800.00\"", "\"5800.01\""),
            ("\"period\" : \"2026-01\"", "\"period\" : \"2026-02\""),
        ])
    func digit(original: String, changed: String) async throws {
        let text = String(decoding: try await Self.signed(with: .generate()).json(), as: UTF8.self)
        #expect(text.contains(original))
        let found = await Self.problem(Data(text.replacing(original, with: changed).utf8))
        guard case .changed = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test("signed anew by somebody else it is sound by itself, but not by the company's key")
    func otherKey() async throws {
        let (own, foreign) = (try SigningKey.generate(), try SigningKey.generate())
        let bundle = try await Self.signed(with: foreign)
        let data = try bundle.json()
        #expect(await Self.problem(data) == nil)
        #expect(await Self.problem(data, key: foreign.publicKey) == nil)
        guard case .otherKey(let named) = await Self.problem(data, key: own.publicKey) else {
            Issue.record("accepted")
            return
        }
        #expect(named == foreign.publicKey.hex)
    }

    @Test("a figure that does not follow from the rows is shown with what does")
    func wrongFigure() async throws {
        let key = try SigningKey.generate()
        var bundle = try await Self.signed(with: key)
        bundle.results[0].amount = "5900.00"
        bundle.results.append(bundle.results[1])
        let check = try await bundle.signed(with: key).check()
        #expect(
            check.differences == [
                .init(
                    item: "seller · bonus · 2026-01 · 2026-01-01…2026-02-01", stated: "0.00, 0.00", calculated: "0.00"),
                .init(
                    item: "seller · commission · 2026-01 · 2026-01-01…2026-02-01", stated: "5900.00",
                    calculated: "5800.00"),
            ])
    }

    @Test("metrics that each add the one before to themselves are refused, whoever signed them")
    func towers() async throws {
        let key = try SigningKey.generate()
        var bundle = try await Self.signed(with: key)
        let chain = (1...60).map { "  a\($0): {unit: RUB, value: a\($0 - 1) + a\($0 - 1)}\n" }.joined()
        bundle.text.append(
            .init(path: "towers.yaml", content: "metrics:\n  a0: {unit: RUB, value: entered}\n" + chain))
        guard case .company(let diagnostics) = await Self.problem(try bundle.signed(with: key).json()) else {
            Issue.record("accepted")
            return
        }
        #expect(diagnostics.contains { $0.message.en.contains("'a14' has more than 50,000 parts to calculate") })
    }

    @Test("more work than it is worth ends at once")
    func work() async throws {
        let key = try SigningKey.generate()
        let bundle = try await Self.signed(with: key).signed(with: key)
        // The smallest company has two components and a few figures: some hundreds of parts, and far from millions.
        #expect(try await bundle.check(work: 100_000).differences.isEmpty)
        do throws(StatementProblem) {
            _ = try await bundle.check(work: 5)
            Issue.record("accepted")
        } catch {
            guard case .tooMuchWork = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.text.en.contains("more to calculate"))
        }
    }

    @Test(
        "what is no statement is said to be none",
        arguments: [
            "", "garbage", "{}", "[]", "null", "{\"form\": 1}", String(repeating: "[", count: 100_000),
            "{\"form\": 1, \"text\": " + String(repeating: "[", count: 100_000),
            String(repeating: "{\"form\":", count: 5_000) + "1" + String(repeating: "}", count: 5_000),
        ])
    func garbage(text: String) async throws {
        let found = try #require(await Self.problem(Data(text.utf8)))
        guard case .notAStatement = found else {
            Issue.record("\(found)")
            return
        }
        #expect(found.isUnreadable)
    }

    @Test("another form, a field more, a table twice, a row too short, no signature, no company")
    func forms() async throws {
        let key = try SigningKey.generate()
        let bundle = try await Self.signed(with: key)
        let text = String(decoding: try bundle.json(), as: UTF8.self)

        let other = await Self.problem(Data(text.replacing("\"form\" : 1,", with: "\"form\" : 2,").utf8))
        guard case .otherForm(2) = other else {
            Issue.record("\(String(describing: other))")
            return
        }
        let more = await Self.problem(Data(text.replacing("\"form\" : 1,", with: "\"form\" : 1,\n  \"a\" : 1,").utf8))
        guard case .notAsWritten = more else {
            Issue.record("\(String(describing: more))")
            return
        }

        var twice = bundle
        twice.tables.append(twice.tables[0])
        guard case .malformedTable(bundle.tables[0].kind) = await Self.problem(try twice.signed(with: key).json())
        else {
            Issue.record("a table twice")
            return
        }
        var short = bundle
        short.tables[0].rows[0].removeLast()
        guard case .malformedTable = await Self.problem(try short.signed(with: key).json()) else {
            Issue.record("a row too short")
            return
        }
        var unsigned = bundle
        unsigned.signature = nil
        guard case .notSigned = await Self.problem(try unsigned.json()) else {
            Issue.record("no signature")
            return
        }
        var faulty = bundle
        faulty.text[1].content += "\n  nonsense: ["
        guard case .company(let diagnostics) = await Self.problem(try faulty.signed(with: key).json()) else {
            Issue.record("no company")
            return
        }
        #expect(!diagnostics.isEmpty)
        var nobody = bundle
        nobody.person = "carl"
        guard case .nobody("carl") = await Self.problem(try nobody.signed(with: key).json()) else {
            Issue.record("nobody")
            return
        }
    }
}
