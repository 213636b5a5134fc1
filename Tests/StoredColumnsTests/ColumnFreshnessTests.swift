import Calculation
import Company
import Foundation
import Testing

@testable import Storage
@testable import StoredColumns

@Suite("Columns are used only while the files are those they were made of")
struct ColumnFreshnessTests {
    @Test(
        "after any change to any file they are outdated",
        arguments: [
            ("sale.csv", "1000.00", "2000.00"), ("share.csv", "0.4", "0.6"), ("people.csv", "anna,Anna\n", ""),
            ("company.yaml", "split(share, sale.seller)", "sale.seller"), ("company.yaml", "unit: RUB", "unit: USD"),
            ("company.yaml", "metrics:", "metrics:\n  seen: {unit: pieces, value: entered}"),
            ("company.yaml", "currency: RUB", "currency: USD"), ("bonus_rates.csv", "5%", "6%"),
            ("exchange_rates.csv", "90", "91"), ("assignments.csv", "2026-01-01", "2026-01-02"),
        ])
    func changed(file: String, old: String, new: String) async throws {
        let company = try StoredCompany.small()
        try company.store()
        _ = try await company.open()
        try company.replace(old, with: new, in: file)
        await expectOutdated(company, file)
    }

    @Test(
        "a change to plans, formulas of metrics or rates leaves tables what they were: it is computed with at once",
        arguments: [
            ("sum(sale.amount)", "sum(sale.amount where sale.kind = \"new\")"),
            ("commission: sales, rates: bonus_rates", "commission: sales, rate: 7%"),
            ("plans:", "# said in words\nplans:"), ("    period: month", "    period: quarter"),
            (
                "      commission: {commission: sales, rates: bonus_rates}",
                "      some: {bonus: 5 RUB}\n      other: {commission: sum(sale.amount), rate: 1%}"
            ),
        ])
    func formulas(old: String, new: String) async throws {
        let company = try StoredCompany.small()
        let before = try company.store()
        try company.replace(old, with: new, in: "company.yaml")
        let (model, tables, columns) = try await company.open()
        let engine = await LineEngine.computed(model, tables: tables)
        let expected = try company.read()
        let lines = expected.lines(EventEngine(expected))
        #expect(!lines.isEmpty)
        #expect(model.lines(engine) == lines)
        #expect(model.lines(EventEngine(model)) == lines)
        #expect(new.hasPrefix("#") || lines != before.lines(EventEngine(before)))
        #expect(columns.lateDamage == nil)
    }

    @Test("a plan that is wrong now is a fault of the plan, whatever the columns")
    func wrongPlan() async throws {
        let company = try StoredCompany.small()
        try company.store()
        try company.replace("commission: sales", with: "commission: sold", in: "company.yaml")
        let columns = try company.cache.open()
        #expect(CompanyReader.reading(try company.files(), stored: columns.stored).model == nil)
    }

    @Test("the same people in another order, in a file of the same length")
    func order() async throws {
        let company = try StoredCompany.small()
        try company.store()
        try company.write(Array("id,name\nboris,Boris\nanna,Anna\n".utf8), to: "people.csv")
        await expectOutdated(company, "people.csv")
        try company.store()
        let (model, tables, _) = try await company.open()
        let engine = await LineEngine.computed(model, tables: tables)
        #expect(model.lines(engine) == (try company.read()).lines(EventEngine(try company.read())))
    }

    @Test("a file more, a file less")
    func files() async throws {
        let company = try StoredCompany.small()
        try company.store()
        try company.write(Array("metrics: {}\n".utf8), to: "more.yaml")
        await expectOutdated(company, "more.yaml")
        try FileManager.default.removeItem(atPath: company.full("more.yaml"))
        _ = try await company.open()
        try FileManager.default.removeItem(atPath: company.full("share.csv"))
        await expectOutdated(company, "share.csv")
    }

    @Test("a change that keeps length and time of the file")
    func sameTime() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let path = company.full("sale.csv")
        let time = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate])
        try company.replace("1000.00", with: "9999.99", in: "sale.csv")
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        await expectOutdated(company, "sale.csv")
    }

    @Test("a change so soon that the file system's clock did not move")
    func sameMoment() async throws {
        let company = try StoredCompany.small()
        // Read at once: no state of a file proves anything then.
        try company.store(readAt: Date())
        let path = company.full("sale.csv")
        let input = try InputFile(
            path: "sale.csv", state: FileState(of: path), bytes: Array("another content of it".utf8))
        let moment = Int64(Date().timeIntervalSince1970 * 1_000_000_000)
        #expect(!input.isStill(at: path, readAt: moment))
        // Much later the same state is proof enough, and the content is not read.
        #expect(input.isStill(at: path, readAt: moment + 60_000_000_000))
        _ = try await company.open()
    }

    @Test(
        "files that were written just before they were read are looked at once more, two seconds later, and trusted from then on"
    )
    func sameMomentLater() throws {
        func nanoseconds(_ date: Date) -> Int64 { Int64(date.timeIntervalSince1970 * 1_000_000_000) }
        let company = try StoredCompany.small()
        let read = Date()
        try company.store(readAt: read, now: read + 10)
        #expect(try company.cache.open().moment == nanoseconds(read + 10))
        try company.store(readAt: read, now: read + 1)
        #expect(try company.cache.open().moment == nanoseconds(read))
        let other = try InputFile(
            path: "sale.csv", state: FileState(of: company.full("sale.csv")), bytes: Array("another content".utf8))
        #expect(throws: ColumnFailure.changedMeanwhile(file: "sale.csv")) {
            try company.cache.store(company.read(), [], inputs: [other], readAt: read, now: read + 10)
        }
    }

    @Test("a copy of the same content, or another time, changes nothing")
    func sameContent() async throws {
        let company = try StoredCompany.small()
        try company.store()
        try company.replace("1000.00", with: "1000.00", in: "sale.csv")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: company.full("share.csv"))
        _ = try await company.open()
    }

    @Test("what changes while it is read is not stored")
    func meanwhile() throws {
        let company = try StoredCompany.small()
        let model = try company.read()
        let path = company.full("sale.csv")
        let input = InputFile(path: "sale.csv", state: try FileState(of: path), bytes: [])
        try company.replace("1000.00", with: "70.00", in: "sale.csv")
        #expect(throws: ColumnFailure.changedMeanwhile(file: "sale.csv")) {
            try company.cache.store(model, [], inputs: [input], readAt: Date())
        }
        #expect(!FileManager.default.fileExists(atPath: company.cache.path))
    }

    @Test("many who store at the same time leave one whole file and nothing else")
    func writers() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let (model, tables, _) = try await company.open()
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { _ = try company.store() } }
            for _ in 0..<8 { group.addTask { _ = try await company.open() } }
            try await group.waitForAll()
        }
        let folder = (company.cache.path as NSString).deletingLastPathComponent
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["company.columns"])
        // Whoever had the old file open goes on reading it.
        #expect(tables.map(\.writtenOut) == LineEngine.tables(of: model).map(\.writtenOut))
        _ = try await company.open()
    }

    @Test("a folder in which nothing can be written is a failure that says so, and leaves nothing behind")
    func unwritable() throws {
        let company = try StoredCompany.small()
        try company.write([], to: ".stimul")
        let failure = #expect(throws: ColumnFailure.self) { try company.store() }
        guard case .system? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: company.full(".stimul"))).isEmpty)
    }

    private func expectOutdated(_ company: StoredCompany, _ file: String) async {
        await #expect(throws: ColumnFailure.outdated(path: company.cache.path, file: file)) {
            _ = try await company.open()
        }
    }
}
