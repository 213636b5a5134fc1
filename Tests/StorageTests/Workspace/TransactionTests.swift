import Company
import Foundation
import Ledger
import Testing

@testable import Storage

/// One transaction is there whole or not at all, whoever else writes.
struct TransactionTests {
    private struct Change: Error {}

    @Test("what a body did before it threw is not there")
    func nothing() throws {
        let made = try TestWorkspace()
        #expect(throws: Change.self) {
            try made.workspace.write(by: "belov") { writing in
                try writing.importTables([.sales(("s1", "alfa", "100"))])
                #expect(try writing.factHead == 1)
                throw Change()
            }
        }
        #expect(try made.workspace.read { try $0.factHead } == 0)
        #expect(try made.workspace.read { try $0.auditHead().number } == 0)
    }

    @Test("a refusal writes nothing, and the transaction goes on")
    func refusal() throws {
        let made = try TestWorkspace()
        try made.workspace.write(by: "belov") { writing in
            #expect(throws: StorageFailure.broken(.ownPay)) {
                try writing.adjust("belov", period: "2026-01", amount: 1, reason: "a present")
            }
            try writing.importTables([.sales(("s1", "alfa", "100"))])
        }
        #expect(try made.workspace.read { try $0.auditHead().number } == 1)
        #expect(try made.workspace.audit().isSound)
    }

    @Test("four writers in two pools lose nothing, and the chain holds", .timeLimit(.minutes(2)))
    func writers() async throws {
        let made = try TestWorkspace()
        let pools = [made.workspace, try made.another()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<25 {
                        let key = "w\(writer)-\(number)"
                        try pools[writer % 2].write(by: "writer\(writer)") { writing in
                            try writing.importTables([.sales((key, "alfa", "1"))], source: "crm\(writer)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let rows = try made.workspace.read { try $0.tables() }.flatMap(\.rows)
        #expect(rows.count == 100)
        let report = try made.workspace.audit()
        #expect(report.isSound)
        #expect(report.records == 100)
    }

    @Test("a reader sees one state while others write")
    func isolation() throws {
        let made = try TestWorkspace.filled()
        let other = try made.another()
        try made.workspace.read { reading throws in
            let before = try reading.factHead
            try other.write(by: "belov") { try $0.importTables([.sales(("s9", "beta", "7"))]) }
            #expect(try reading.factHead == before)
        }
        #expect(try made.workspace.read { try $0.factHead } == 3)
    }

    @Test("when the disk is full, what was there is whole and goes on when there is room")
    func full() throws {
        let made = try TestWorkspace.filled()
        let head = try made.workspace.read { try $0.auditHead() }
        let pages = try made.workspace.limitPages(to: 1)
        let many = PlainTable(
            kind: "sale", columns: ["id"], rows: (0..<20_000).map { PlainRow(key: "k\($0)", cells: ["\($0)"]) })
        #expect(throws: StorageFailure.diskFull(path: made.path)) {
            try made.workspace.write(by: "belov") { try $0.importTables([many]) }
        }
        // Whoever swallows the failure does not keep half of it either.
        #expect(throws: StorageFailure.diskFull(path: made.path)) {
            try made.workspace.write(by: "belov") { writing in _ = try? writing.importTables([many]) }
        }
        #expect(try made.workspace.audit(expectedHead: head).isSound)
        #expect(try made.workspace.read { try $0.auditHead() } == head)
        try made.workspace.limitPages(to: pages + 10_000)
        let report = try made.workspace.write(by: "belov") { try $0.importTables([many]) }
        #expect(report.total.accepted == 20_000)
        #expect(try made.workspace.audit(expectedHead: head).isSound)
    }
}
