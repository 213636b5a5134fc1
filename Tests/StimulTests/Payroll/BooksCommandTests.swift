import Foundation
import GRDB
import Testing

/// The commands that keep the books safe, by what they print.
struct BooksCommandTests {
    @Test("a restore says which payments and approvals it undoes, and pay warns of them afterwards")
    func restoreAndPay() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.approveJanuary()
        #expect(try stimul.run("backup acme approved.sqlite").code == 0)
        #expect(try stimul.run("pay acme --period 2026-01 --by dina").code == 0)
        #expect(try stimul.run("restore acme approved.sqlite").code == 64)
        let line = "restore acme approved.sqlite --by dina --reason test"
        let refused = try stimul.run(line)
        #expect(refused.code == 1 && refused.output.isEmpty)
        let told = refused.errors.replacing(/records \d+ to \d+/, with: "records N to M")
        #expect(
            told == """
                records N to M are not in the backup; this undoes them
                  payment of 2026-01: 197 688.30 RUB to 3 people
                    anna (Анна Орлова) 157 388.30 RUB
                    boris (Борис Котов) 12 600.00 RUB
                    vera (Вера Лисина) 27 700.00 RUB
                error: nothing was changed; to give that up, add --undo

                """)
        #expect(try stimul.run("status acme").output.contains("paid"))
        let nobody = try stimul.run("restore acme approved.sqlite --by ghost --reason test --undo")
        #expect(nobody.code == 64)
        #expect(try stimul.run("\(line) --undo").code == 0)

        let again = try stimul.run("pay acme --period 2026-01 --by dina")
        #expect(again.code == 1 && again.output.isEmpty)
        #expect(again.errors.contains("payments were made before the restore of"))
        #expect(again.errors.contains("anna (Анна Орлова) 157 388.30 RUB"))
        #expect(again.errors.contains("add --after-restore"))
        let russian = try stimul.run("pay acme --period 2026-01 --by dina --lang ru").errors.plainSpaces
        #expect(russian.contains("выплата за 2026-01: 197 688,30 RUB, получателей 3"))
        #expect(
            try stimul.run("pay acme --period 2026-01 --by dina --after-restore").output
                == "2026-01 is paid: 197 688.30 RUB to 3 people\n")
        #expect(try stimul.run("audit acme").code == 0)
    }

    @Test("what is no backup is called that")
    func noBackup() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let result = try stimul.run("restore acme acme/sale.csv --by dina --reason test")
        #expect(
            result
                == .init(
                    output: "",
                    errors: "error: acme/sale.csv is not a backup; name a file that 'stimul backup' has made\n", code: 2
                ))
        #expect(try stimul.run("restore acme nothing.sqlite --by dina --reason test").code == 2)
    }

    @Test("an approver forged by SQL is not shown as one, and the exit code says that something is wrong")
    func forgedApprover() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        for line in [
            "import acme --by dina", "calculate acme --period 2026-01 --by dina",
            "review acme --period 2026-01 --by dina", "approve acme --period 2026-01 --by dina",
        ] { #expect(try stimul.run(line).code == 0) }
        let queue = try DatabaseQueue(path: stimul.folder.appendingPathComponent("acme/stimul.sqlite").path)
        try queue.write { database in
            try database.execute(sql: "DROP TRIGGER period_steps_is_never_changed")
            try database.execute(sql: "UPDATE period_steps SET actor = 'egor' WHERE action = 'approve'")
        }
        let status = try stimul.run("status acme")
        #expect(status.code == 1)
        #expect(status.output.contains("not borne out"))
        #expect(!status.output.contains("egor"))
        #expect(status.errors.contains("(period_steps)"))
        #expect(try stimul.run("status acme --lang ru").output.contains("не подтверждено"))
        let approved = try stimul.run("approve acme --period 2026-01 --by dina")
        #expect(approved.code == 1)
        #expect(approved.errors.contains("was changed from outside"))
    }

    @Test("whoever imports for the first time after a posting is told in the status")
    func newcomer() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.payJanuary()
        #expect(try !stimul.run("status acme").output.contains("first time"))
        let people = try stimul.read("acme/people.csv")
        try stimul.write(people + "ghost,Ghost\n", to: "acme/people.csv")
        #expect(try stimul.run("import acme --by ghost").code == 0)
        #expect(try stimul.run("status acme").output.contains("ghost has imported for the first time, "))
    }

    @Test("an adjustment is withdrawn by two")
    func withdraw() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let adjust = "adjust acme --person anna --period 2026-01 --amount 5000.00 --reason fair --by dina"
        #expect(try stimul.run(adjust).code == 0)
        #expect(try stimul.run("approve acme --adjustment 1 --by egor").code == 0)
        #expect(try stimul.run("adjust acme --withdraw 1 --by egor").code == 64)
        #expect(
            try stimul.run("adjust acme --withdraw 1 --reason twice --by egor").output
                == "adjustment 1 is to be withdrawn; somebody else must approve that: stimul approve acme --adjustment 1\n"
        )
        #expect(try stimul.run("approve acme --adjustment 1 --by egor").code == 1)
        #expect(
            try stimul.run("approve acme --adjustment 1 --by dina").output
                == "adjustment 1 is withdrawn; the next calculation takes back what it paid\n")
        #expect(
            try stimul.run("adjust acme --list").output.contains(
                "approved (egor); withdrawal (egor: twice) approved (dina)"))
    }

    @Test(
        "an amount that no sum can hold is refused where it is entered",
        arguments: ["-92233720368547758.08", "10000000000000.01"])
    func hugeAmount(amount: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let result = try stimul.run(words: [
            "adjust", "acme", "--person", "anna", "--period", "2026-01", "--amount=\(amount)", "--reason", "x", "--by",
            "dina",
        ])
        #expect(result.code == 64)
        #expect(result.errors.contains("the most is 10 000 000 000 000.00 RUB"))
        #expect(try stimul.run("adjust acme --list").output == "there are no adjustments\n")
    }

    @Test("two first imports at once both come in")
    func together() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        // More than two, and again and again: the moment between looking and making is short.
        for _ in 0..<3 {
            try? FileManager.default.removeItem(at: stimul.folder.appendingPathComponent("acme/stimul.sqlite"))
            let results = Results()
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                results.add((try? stimul.run("import acme --by dina").code) ?? -1)
            }
            #expect(results.codes == [0, 0, 0, 0])
        }
        #expect(try stimul.run("audit acme").code == 0)
    }

    @Test("a key that others can read is used, and told of")
    func looseKey() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        _ = try stimul.run("import acme --by dina")
        let made = try stimul.run("statement acme --public-key")
        #expect(made.code == 0)
        let path = stimul.folder.appendingPathComponent("acme/stimul.key").path
        #expect(try stimul.run("statement acme --public-key").errors.isEmpty)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let loose = try stimul.run("statement acme --public-key")
        #expect(loose.output == made.output)
        #expect(loose.errors.contains("can be read by others than its owner"))
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
        let dangling = try stimul.run("statement acme --public-key")
        #expect(dangling.code == 2)
        #expect(dangling.errors.contains("is a link to a file that is not there; mend or remove the link"))
    }
}

/// Exit codes of commands that run at the same time.
private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var codes: [Int32] = []

    func add(_ code: Int32) { lock.withLock { codes.append(code) } }
}
