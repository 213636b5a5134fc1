import Foundation
import Testing

@Suite("--columns and index calculate from stored columns what is calculated from the files")
struct ColumnsTests {
    private func command() throws -> Command {
        let stimul = try Command()
        try stimul.write(
            "reports: {month: {plan: seller, columns: {sales: sales, commission: pay(commission), total: pay}}}\n",
            to: "acme/reports.yaml")
        return stimul
    }

    private static let stored = "acme/.stimul/columns/company.columns"

    private func phases(_ errors: String) -> [String] {
        errors.split(separator: "\n").map { String($0.split(separator: "\t").first ?? "") }
    }

    @Test(
        "stored by the first calculation, opened by the second, with the same result as without",
        arguments: ["report acme month", "run acme --format csv", "run acme --format json --threads 1"])
    func twice(line: String) throws {
        let stimul = try command()
        defer { stimul.remove() }
        let plain = try stimul.run(line)
        let first = try stimul.run(line + " --columns --timings")
        let second = try stimul.run(line + " --columns --timings")
        #expect(first.output == plain.output && second.output == plain.output)
        #expect(phases(first.errors).starts(with: ["phase", "read", "lay out", "calculate", "write", "store"]))
        #expect(phases(second.errors).starts(with: ["phase", "open", "lay out", "calculate", "write", "events"]))
        #expect(second.errors.contains("events\t6\n"))
        #expect(try stimul.run(line + " --columns") == plain)
    }

    @Test("without lines in the file they are laid out of the events, with the same result")
    func eventsOnly() throws {
        let stimul = try command()
        defer { stimul.remove() }
        let plain = try stimul.run("report acme month")
        #expect(try stimul.run("index acme --events-only").code == 0)
        let size = try Data(contentsOf: stimul.folder.appendingPathComponent(Self.stored)).count
        #expect(try stimul.run("report acme month --columns") == plain)
        let errors = try stimul.run("report acme month --columns --timings").errors
        #expect(phases(errors).starts(with: ["phase", "open", "lay out", "calculate", "write", "events"]))
        try FileManager.default.removeItem(at: stimul.folder.appendingPathComponent(Self.stored))
        #expect(try stimul.run("index acme").code == 0)
        #expect(try Data(contentsOf: stimul.folder.appendingPathComponent(Self.stored)).count > size)
    }

    @Test("a table that changed is read again, which is said")
    func changed() throws {
        let stimul = try command()
        defer { stimul.remove() }
        _ = try stimul.run("index acme")
        let old = try stimul.run("report acme month").output
        let sales = try String(contentsOf: stimul.folder.appendingPathComponent("acme/sale.csv"), encoding: .utf8)
        let lines = sales.split(separator: "\n", omittingEmptySubsequences: false)
        try stimul.write(([lines[0]] + lines.dropFirst(2)).joined(separator: "\n"), to: "acme/sale.csv")
        let plain = try stimul.run("report acme month").output
        let result = try stimul.run("report acme month --columns")
        #expect(
            result
                == .init(
                    output: plain,
                    errors: "'sale.csv' is not the file that the columns in '\(Self.stored)' were made of: "
                        + "the company's tables are read, and their columns stored anew\n", code: 0))
        #expect(plain != old)
        #expect(try stimul.run("report acme month --columns") == .init(output: plain, errors: "", code: 0))
    }

    @Test("a damaged file is made anew, which is said")
    func damaged() throws {
        let stimul = try command()
        defer { stimul.remove() }
        _ = try stimul.run("index acme")
        let plain = try stimul.run("report acme month").output
        let file = stimul.folder.appendingPathComponent(Self.stored)
        let whole = try Data(contentsOf: file)
        try whole.prefix(whole.count / 2).write(to: file)
        let result = try stimul.run("report acme month --columns --lang ru")
        #expect(result.output == plain && result.code == 0)
        #expect(
            result.errors
                == "в «\(Self.stored)» \(whole.count / 2) байт вместо \(whole.count): читаются таблицы компании, их "
                + "столбцы сохраняются заново; если это повторится, проверьте диск\n")
        #expect(try stimul.run("report acme month --columns") == .init(output: plain, errors: "", code: 0))
    }

    @Test(
        "wherever the file is damaged, also where it is looked at only when figures are computed, the result is the same"
    )
    func damagedAnywhere() throws {
        let stimul = try command()
        defer { stimul.remove() }
        try stimul.write(
            """
            metrics: {middle: {unit: RUB, value: median(sale.amount)}}
            reports: {middle: {plan: seller, columns: {sales: sales, middle: middle}}}

            """, to: "acme/middle.yaml")
        let plain = try stimul.run("report acme middle")
        #expect(plain.code == 0)
        _ = try stimul.run("index acme")
        let file = stimul.folder.appendingPathComponent(Self.stored)
        let whole = try Data(contentsOf: file)
        var late = 0
        for place in stride(from: 64, to: whole.count, by: 192) {
            var bytes = whole
            bytes[place] ^= 0xFF
            try bytes.write(to: file)
            let result = try stimul.run("report acme middle --columns")
            #expect(result.output == plain.output && result.code == 0, "byte \(place): \(result.errors)")
            late += result.errors.contains("is damaged in the section 'events.0.column.") ? 1 : 0
        }
        #expect(late > 0)
    }

    @Test("a result goes to what is no file as it does to a file, and leaves it what it is")
    func pipe() throws {
        let stimul = try command()
        defer { stimul.remove() }
        let plain = try stimul.run("report acme month").output
        let standard = stimul.folder.appendingPathComponent("stdout")
        try FileManager.default.createSymbolicLink(atPath: standard.path, withDestinationPath: "/dev/fd/1")
        #expect(try stimul.run("report acme month --output stdout").output == plain)
        #expect(try stimul.run("report acme month --output month.csv").output.isEmpty)
        #expect(
            try String(contentsOf: stimul.folder.appendingPathComponent("month.csv"), encoding: .utf8) == plain)
        #expect(try stimul.run("report acme month --output acme").code == 2)
        let names = try FileManager.default.contentsOfDirectory(atPath: stimul.folder.path)
        #expect(names.filter { $0.contains(".new-") }.isEmpty)
        let link = stimul.folder.appendingPathComponent("link.csv")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "month.csv")
        try stimul.write("much older and longer".appending(plain), to: "month.csv")
        #expect(try stimul.run("report acme month --output link.csv").code == 2)
        #expect(try stimul.run("report acme month --output link.csv --overwrite").code == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "month.csv")
        #expect(try String(contentsOf: link, encoding: .utf8) == plain)
    }

    @Test("where nothing can be written it is calculated all the same")
    func unwritable() throws {
        let stimul = try command()
        defer { stimul.remove() }
        let plain = try stimul.run("report acme month").output
        try stimul.write("in the way", to: "acme/.stimul")
        let result = try stimul.run("report acme month --columns")
        #expect(result.output == plain && result.code == 0 && result.errors.contains("acme/.stimul"))
        #expect(try stimul.run("index acme").code == 2)
    }

    @Test("index says what it stored, and that there is nothing to do")
    func index() throws {
        let stimul = try command()
        defer { stimul.remove() }
        #expect(
            try stimul.run("index acme") == .init(output: "events: 6 → \(Self.stored)\n", errors: "", code: 0))
        #expect(
            try stimul.run("index acme")
                == .init(
                    output: "\(Self.stored) holds the columns of the files as they are\n", errors: "", code: 0))
    }

    @Test("two processes that store at the same time leave a file that opens")
    func processes() async throws {
        let stimul = try command()
        defer { stimul.remove() }
        let plain = try stimul.run("report acme month").output
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<4 { group.addTask { try? stimul.run("report acme month --columns").output } }
            for await output in group { #expect(output == plain) }
        }
        #expect(try stimul.run("index acme").output.hasSuffix("holds the columns of the files as they are\n"))
    }

    @Test("an error in the files is shown as without columns")
    func faults() throws {
        let stimul = try command()
        defer { stimul.remove() }
        _ = try stimul.run("index acme")
        try stimul.write("metrics: {broken: {unit: RUB, value: sum(sale.nothing)}}\n", to: "acme/broken.yaml")
        let plain = try stimul.run("report acme month")
        let result = try stimul.run("report acme month --columns")
        #expect(result.code == 1 && plain.code == 1 && result.errors.hasSuffix(plain.errors))
    }
}
