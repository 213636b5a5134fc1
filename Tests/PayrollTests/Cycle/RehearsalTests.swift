import Company
import Payroll
import Storage
import Testing

/// An import that is tried and taken back.
@Suite("Trying an import")
struct RehearsalTests {
    private static func files(_ rows: [String]) -> [SourceFile] {
        [SourceFile(path: "sale.csv", bytes: Array(PayCompany.table("sale.csv", rows).utf8))]
    }

    @Test("it counts what the import then does, gives the rows before and after, and leaves nothing behind")
    func counts() throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let audited = try company.workspace.read { try $0.auditHead() }
        let files = Self.files(["1,2026-01-12,anna,20000,,", "2,2026-01-15,anna,500,,", "3,2026-01-15,nobody,1,,"])
        let tried = try company.cycle.rehearse(files, source: "", complete: false, by: "olga")
        #expect(try company.workspace.read { try $0.auditHead() } == audited)
        #expect(tried.imported.report.total.accepted == 1 && tried.imported.report.total.changed == 1)
        #expect(tried.imported.rejected == 1)
        func amounts(_ tables: [PlainTable]) -> [String] {
            tables.filter { $0.kind == "sale" }.flatMap { table in
                table.rows.map { row in row.key + "=" + row.cells[table.columns.firstIndex(of: "amount") ?? 0] }
            }
        }
        #expect(amounts(tried.now) == ["1=10000"] || amounts(tried.now) == ["1=10000.00"])
        #expect(amounts(tried.then).count == 2)

        let imported = try company.cycle.importTables(
            files, source: "", complete: false, after: tried.head, by: "olga")
        #expect(imported.report.counts == tried.imported.report.counts)
        #expect(try company.workspace.read { try $0.tables() } == tried.then)
        #expect(try company.workspace.audit().isSound)
    }

    @Test("an import that names a state of the rows is refused when others have come in since")
    func movedOn() throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let files = Self.files(["2,2026-01-15,anna,500,,"])
        let tried = try company.cycle.rehearse(files, source: "", complete: false, by: "olga")
        try company.accept("sale.csv", "9,2026-01-15,anna,1,,")
        #expect {
            try company.cycle.importTables(files, source: "", complete: false, after: tried.head, by: "olga")
        } throws: { error in
            guard case .refused(.rowsMovedOn)? = error as? PayrollFailure else { return false }
            return true
        }
    }

    @Test("how a header is read is kept once, under who has said so; the text itself stays as it is")
    func headers() throws {
        let company = try PayCompany.sellers("1,2026-01-12,anna,10000,,")
        let entry = "tables:\n  a.csv: {reads: sale, fingerprint: \"0123456789abcdef\"}\n"
        try company.cycle.learn(header: "0123456789abcdef", entry, by: "olga")
        try company.cycle.learn(header: "0123456789abcdef", entry, by: "anna")
        let kept = try company.cycle.learnedHeaders()
        #expect(kept.map(\.actor) == ["olga"] && kept.map(\.version) == [1])
        #expect(kept.first?.content == entry)
        let found = CompanyReader.tablesEntries(in: [SourceFile(path: "a.yaml", bytes: Array(entry.utf8))])
        #expect(found.map(\.table) == ["a.csv"])
    }
}
