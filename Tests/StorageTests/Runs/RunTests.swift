import Company
import Ledger
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
