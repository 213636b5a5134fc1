import Foundation
import Ledger
import Messages
import Payroll
import Storage
import StoredColumns
import Testing

@Suite("The columns of large tables that one calculation stores and the next one opens")
struct StoredColumnsTests {
    /// A company that keeps columns however few its rows are.
    private static func company(_ sales: String...) throws -> PayCompany {
        let company = try PayCompany(
            PayCompany.sellers, PayCompany.people.merging(["sale.csv": PayCompany.table("sale.csv", sales)]) { $1 })
        company.columns = WorkspaceColumns(of: company.folder, program: "this build", leastRows: 0)
        return company
    }

    /// Tells one written file from the next.
    private static func written(_ company: PayCompany) throws -> Int? {
        let path = try #require(company.columns?.path)
        return try? FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }

    /// A run as it would be without columns.
    private static func runOfRows(_ period: String, _ company: PayCompany) async throws -> StoredRun {
        let columns = company.columns
        company.columns = nil
        defer { company.columns = columns }
        return try await company.calculate(period).run
    }

    @Test("calculated again: the same run out of the same file, 10 % of 12 000.50")
    func again() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,", "2,2026-01-13,anna,2000.50,,")
        let first = try await company.calculate("2026-01")
        let file = try #require(try Self.written(company))
        let second = try await company.calculate("2026-01")
        #expect(first.run == second.run)
        #expect(second.run.lines.map(\.amount) == [120_005, 0])
        #expect(try Self.written(company) == file)
        #expect(second.columnFailure == nil)
    }

    @Test(
        "whatever comes in, the columns of before follow, and stay as they are",
        arguments: ["1,2026-01-12,anna,9000,,", "3,2026-01-14,bella,500,,", "3,2026-02-14,anna,500,2026-02-20,"])
    func rowsCome(row: String) async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,")
        try await company.calculate("2026-01")
        let file = try Self.written(company)
        _ = try company.learn(["sale.csv": PayCompany.table("sale.csv", [row])])
        try company.accept("people.csv", "clara,Clara")
        let run = try await company.calculate("2026-01").run
        #expect(try Self.written(company) == file)
        #expect(try await run == Self.runOfRows("2026-01", company))
    }

    @Test("rows that the columns cannot follow are all read, and stored: an amount with more places than any before")
    func rowsComeThatNeedMore() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,")
        try await company.calculate("2026-01")
        let file = try Self.written(company)
        _ = try company.learn(["sale.csv": PayCompany.table("sale.csv", ["2,2026-01-12,anna,0.25,,"])])
        let run = try await company.calculate("2026-01").run
        #expect(try Self.written(company) != file)
        #expect(try await run == Self.runOfRows("2026-01", company))
    }

    @Test("a plan that changes is calculated from the columns there are; a field that changes is not")
    func textChanges() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,700,")
        try await company.calculate("2026-01")
        let file = try Self.written(company)
        try company.rewrite("rate: 10%", "rate: 5%")
        let halved = try await company.calculate("2026-01").run
        #expect(halved.lines.map(\.amount) == [50_000, 0])
        #expect(try Self.written(company) == file)
        // Nobody has asked for what was paid before, so that its lines are laid out now.
        try company.rewrite("sum(sale.amount)", "sum(sale.paid)")
        let ofPaid = try await company.calculate("2026-01").run
        #expect(ofPaid.lines.map(\.amount) == [3_500, 0])
        try company.rewrite("paid_on: day?", "paid_on: text?")
        let run = try await company.calculate("2026-01").run
        #expect(try Self.written(company) != file)
        #expect(try await run == Self.runOfRows("2026-01", company))
    }

    @Test("another build stores its own")
    func otherBuild() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,")
        try await company.calculate("2026-01")
        let file = try Self.written(company)
        company.columns = WorkspaceColumns(of: company.folder, program: "the next build", leastRows: 0)
        try await company.calculate("2026-01")
        #expect(try Self.written(company) != file)
    }

    @Test("the columns of another database are not taken, though its rows have the same numbers")
    func otherDatabase() async throws {
        let own = try Self.company("1,2026-01-12,anna,10000,,")
        let other = try Self.company("1,2026-01-12,anna,70000,,")
        try await own.calculate("2026-01")
        try await other.calculate("2026-01")
        let (from, to) = (try #require(other.columns?.path), try #require(own.columns?.path))
        try FileManager.default.removeItem(atPath: to)
        try FileManager.default.copyItem(atPath: from, toPath: to)
        #expect(try await own.calculate("2026-01").run.lines.map(\.amount) == [100_000, 0])
    }

    @Test("a damaged file is told of, the rows are read, and the next calculation has a file again", arguments: 0..<20)
    func damaged(part: Int) async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,", "2,2026-01-13,bella,3000,,")
        let whole = try await company.calculate("2026-01").run
        let path = try #require(company.columns?.path)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // Every twentieth of the file has a hundred of its bytes turned round.
        let start = bytes.count * part / 20
        for place in start..<min(bytes.count, start + 100) { bytes[place] ^= 0xFF }
        try bytes.write(to: URL(fileURLWithPath: path))
        let calculated = try await company.calculate("2026-01")
        #expect(calculated.run == whole)
        // The header is looked at first of all; what nobody asks for may be damaged unseen.
        #expect(part > 0 || calculated.columnFailure != nil)
        if let failure = calculated.columnFailure {
            #expect(failure.text.en.contains("workspace.columns"))
            #expect(try await company.calculate("2026-01").columnFailure == nil)
        }
    }

    @Test("a folder that takes no file stops no calculation")
    func noFile() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,")
        _ = FileManager.default.createFile(atPath: company.folder + "/.stimul", contents: Data())
        let calculated = try await company.calculate("2026-01")
        #expect(calculated.run.lines.map(\.amount) == [100_000, 0])
        #expect(calculated.columnFailure != nil)
    }

    @Test("few rows have no columns of their own")
    func few() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,")
        company.columns = WorkspaceColumns(of: company.folder, program: "this build")
        try await company.calculate("2026-01")
        #expect(try Self.written(company) == nil)
    }

    @Test("an earlier month is corrected by its own rules, with the rows of now: 10 % of 2 000 for January")
    func earlierRules() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,")
        try await company.finish("2026-01")
        try company.rewrite("rate: 10%", "rate: 5%")
        try company.accept("sale.csv", "2,2026-01-31,anna,2000,,", "3,2026-02-10,anna,2000,,")
        let first = try await company.calculate("2026-02").run
        let file = try Self.written(company)
        try await company.finish("2026-02")
        #expect(try Self.written(company) == file)
        #expect(
            try company.entries("2026-02").prefix(2) == [
                "correction anna: earned → accrued 200.00", "award anna: earned → accrued 100.00",
            ])
        #expect(first.lines.map(\.amount) == [10_000, 0])
    }

    @Test("a company whose text is at fault is told of its rows, not of its columns")
    func faulty() async throws {
        let company = try Self.company("1,2026-01-12,anna,10000,,")
        try await company.calculate("2026-01")
        try company.rewrite("rate: 10%", "rate: ten")
        let ofColumns = await PayCompany.refusal { try await company.calculate("2026-01") }
        company.columns = nil
        let ofRows = await PayCompany.refusal { try await company.calculate("2026-01") }
        #expect(ofColumns != nil)
        #expect(ofColumns == ofRows)
    }
}
