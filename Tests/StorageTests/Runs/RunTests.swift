import Company
import Ledger
import Messages
import Testing

@testable import Storage

/// Models and runs are kept once, and come back as they were.
struct RunTests {
    @Test("a model is kept once, whatever the order of its files")
    func model() throws {
        let made = try TestWorkspace()
        let files = [SourceFile(path: "plans.yaml", bytes: [0, 255]), SourceFile(path: "company.yaml", bytes: [])]
        let digest = try made.workspace.write(by: "belov") { try $0.saveModel(files) }
        #expect(try made.workspace.write(by: "belov") { try $0.saveModel(files.reversed()) } == digest)
        let kept = try made.workspace.read { try $0.model(digest) }
        #expect(kept.map(\.path) == ["company.yaml", "plans.yaml"])
        #expect(kept.map(\.bytes) == [[], [0, 255]])
        #expect(try made.workspace.audit().records == 1)
        #expect(try made.workspace.read { try $0.latestModel() } == digest)
        #expect(throws: StorageFailure.noSuchModel("abc")) { try made.workspace.read { try $0.model("abc") } }
    }

    @Test("a run comes back as it was, and is kept once")
    func run() throws {
        let made = try TestWorkspace()
        let digest = try made.workspace.write(by: "belov") { try $0.saveModel([]) }
        let run = StoredRun.sample(id: "ab12", model: digest)
        try made.workspace.write(by: "belov") { try $0.save(run) }
        #expect(try made.workspace.read { try $0.run("ab12") } == run)
        let head = try made.workspace.read { try $0.auditHead() }
        try made.workspace.write(by: "belov") { try $0.save(run) }
        #expect(try made.workspace.read { try $0.auditHead() } == head)
    }

    @Test("remarks come back with their arguments, and a line of an earlier version has none")
    func remarks() throws {
        let made = try TestWorkspace()
        let digest = try made.workspace.write(by: "belov") { try $0.saveModel([]) }
        try made.workspace.write(by: "belov") { try $0.save(.sample(id: "ab12", model: digest)) }
        let run = try made.workspace.read { try $0.run("ab12") }
        #expect(run.keepsRemarks)
        #expect(run.lines.map(\.remarks) == [[.cut], []])
        #expect(run.lines.map { $0.reason?.code } == [nil, "no-target"])
        #expect(run.notes.map(\.place) == ["sale.csv:7"])
        #expect(run.notes.first?.message.arguments == [MessageArgument("count", .count(3))])

        // As the first version wrote them: a code where there is no amount, nothing else.
        let old = ["no-target", ""].map { text in
            RunLine(
                person: "petrov", plan: "sellers", component: "bonus", period: "2026-01", from: "2026-01-01",
                until: "2026-02-01", amount: nil, kept: text)
        }
        #expect(old.map { $0.reason?.code } == ["no-target", nil])
        #expect(old.map(\.remarks) == [nil, nil])
    }

    @Test("texts with quotation marks, backslashes and line ends come back as they were")
    func hostileTexts() throws {
        let texts = ["\"", "\\", "a\nb\u{1}", "Ромашка «1»", "\u{2028}", "}],{"]
        for text in texts {
            let message = CodedMessage(
                text, [MessageArgument(text, .text(LocalizedText(text)))], LocalizedText(text))
            let (reason, remarks) = LineRemarks.read(LineRemarks.text(message, [message, message]))
            #expect(reason == message)
            #expect(remarks == [message, message])
        }
    }

    @Test("a run is found by the beginning of its identifier, when only one begins so")
    func prefix() throws {
        let made = try TestWorkspace()
        try made.workspace.write(by: "belov") { writing in
            let digest = try writing.saveModel([])
            for id in ["ab12", "ab34", "ab3"] {
                try writing.save(.sample(id: id, period: "2026-0\(id.count)", model: digest))
            }
        }
        try made.workspace.read { reading throws in
            #expect(try reading.run("ab1").id == "ab12")
            #expect(try reading.run("ab3").id == "ab3")
            #expect(throws: StorageFailure.ambiguousRun("ab", candidates: ["ab12", "ab3", "ab34"])) {
                try reading.run("ab")
            }
            #expect(throws: StorageFailure.noSuchRun("c")) { try reading.run("c") }
            #expect(throws: StorageFailure.noSuchRun("")) { try reading.run("") }
            #expect(try reading.runs(period: "2026-04").map(\.id) == ["ab12", "ab34"])
            #expect(try reading.runs().map(\.id) == ["ab12", "ab34", "ab3"])
        }
    }

    @Test("a run of a model that is not kept is refused")
    func foreignModel() throws {
        let made = try TestWorkspace()
        #expect(throws: StorageFailure.noSuchModel("abc")) {
            try made.workspace.write(by: "belov") { try $0.save(.sample(id: "ab", model: "abc")) }
        }
    }
}
