import Foundation
import TestPrograms
import Testing

/// `stimul contact`: personal facts are kept with consent, seen by few, seen by no other command, and forgotten.
@Suite("stimul contact")
struct ContactCommandTests {
    private static let secret = "Collects steam engines of tin"

    private struct Company {
        let stimul: Command

        init() throws {
            stimul = try Command()
            for (name, text) in ContactCommandTests.files { try stimul.write(text, to: "acme/\(name)") }
        }

        /// Runs a line that asks for a text, and types it.
        func type(_ text: String, into line: String) throws -> Command.Result {
            try stimul.write(text + "\n", to: "typed")
            let input = open(stimul.folder.path + "/typed", O_RDONLY | O_CLOEXEC)
            let names = ["out", "err"].map { stimul.folder.path + "/\($0).txt" }
            let files = names.map { open($0, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600) }
            defer { for file in files + [input] { close(file) } }
            let code = try Program.run(
                Command.binary.path, line.split(separator: " ").map(String.init), in: stimul.folder.path,
                environment: ["LANG": "C", "PATH": "/usr/bin:/bin"], input: input, output: files[0], errors: files[1])
            let texts = try names.map { try String(contentsOfFile: $0, encoding: .utf8) }
            for name in names + [stimul.folder.path + "/typed"] { try FileManager.default.removeItem(atPath: name) }
            return Command.Result(output: texts[0], errors: texts[1], code: code)
        }

        /// A consent of Olga, and a note that Anna's head may read.
        func noted() throws {
            let consent = try stimul.run(
                "contact consent acme k1 --purpose courtesy --how letter --proof letter-17 --by anna")
            #expect(consent.code == 0, "\(consent.errors)")
            let note = try type(
                ContactCommandTests.secret, into: "contact note acme k1 --purpose courtesy --visible-to head --by anna")
            #expect(note.code == 0, "\(note.errors)")
        }

        /// The files below the folder that hold a text.
        func files(holding text: String) throws -> [String] {
            let found = FileManager.default.enumerator(atPath: stimul.folder.path)?.compactMap { $0 as? String } ?? []
            return try found.filter { name in
                let path = stimul.folder.path + "/" + name
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                    return false
                }
                return try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(text.utf8)) != nil
            }.sorted()
        }
    }

    private static let files = [
        "accounts.yaml": """
        records: {client: {}}
        events: {order: {fields: {date: day, client: client, amount: money}, credit: 'team(order.client, "kam")'}}
        accounts: {sales: {add: order.amount}, tiers: {A: {call_norm: 14 days}}}

        """,
        "clients.csv": "id,title\nc1,Emerald\n", "order.csv": "id,date,client,amount\no1,2026-01-10,c1,1000.00\n",
        "teams.csv": "subject,role,person,from\nc1,kam,anna,2025-01-01\n",
        "account.csv": "id,client,status,tier,from\n1,c1,key,A,2025-01-01\n",
        "contact.csv": "id,name,client,power,from,until\nk1,Olga Ilyina,c1,8,2025-01-01,\n",
    ]

    @Test("a note needs a consent, is seen by whom it names, and each look stands in the history")
    func keeps() throws {
        let company = try Company()
        defer { company.stimul.remove() }
        let refused = try company.type("Likes tea", into: "contact note acme k1 --purpose courtesy --by anna")
        #expect(refused.code == 1)
        #expect(refused.errors.contains("no consent that holds"))
        try company.noted()
        let unknown = try company.stimul.run("contact notes acme Olga --by anna")
        #expect(unknown.code == 64)
        #expect(unknown.errors.contains("k1 (Olga Ilyina)"))
        for (viewer, sees) in [("anna", true), ("vera", true), ("boris", false)] {
            let seen = try company.stimul.run("contact notes acme k1 --by \(viewer)")
            #expect(seen.code == 0, "\(seen.errors)")
            #expect(seen.output.contains(Self.secret) == sees)
        }
        let forbidden = try company.type(
            "Ходит в церковь", into: "contact note acme k1 --purpose courtesy --by anna --lang ru")
        #expect(forbidden.code == 1)
        #expect(forbidden.errors.contains("религия") && forbidden.errors.contains("уберите это"))
        let audit = try company.stimul.run("audit acme")
        #expect(audit.code == 0, "\(audit.errors)")
    }

    @Test("no other command shows it: check, run, report, explain, what-if, history, statement, account")
    func unseen() throws {
        let company = try Company()
        defer { company.stimul.remove() }
        try company.noted()
        try company.stimul.approveJanuary()
        for line in [
            "check acme", "run acme --format json", "report acme", "explain acme anna --period 2026-01", "history acme",
            "ledger acme", "what-if acme --set commission.rate=1%", "audit acme", "account list acme",
            "account show acme c1", "account week acme --of anna", "account radar acme", "diff acme",
            "statement acme anna --period 2026-01 --output anna.json",
        ] {
            let said = try company.stimul.run(line)
            #expect(!said.output.contains("steam") && !said.errors.contains("steam"), "\(line)")
        }
        #expect(try company.files(holding: "steam engines") == ["acme/.stimul/personal.sqlite"])
        // A formula cannot name it either.
        try company.stimul.write("metrics: {m: {unit: pieces, value: count(note)}}\n", to: "acme/m.yaml")
        #expect(try company.stimul.run("check acme").output.contains("there is no name 'note' here"))
    }

    @Test(
        "forgotten, it is in no byte of the folder, and an old backup does not bring it back",
        arguments: ["forget", "withdraw"])
    func forgets(_ verb: String) throws {
        let company = try Company()
        defer { company.stimul.remove() }
        #expect(try company.stimul.run("import acme --by dina").code == 0)
        try company.noted()
        #expect(try company.stimul.run("backup acme old.sqlite").code == 0)
        #expect(
            try company.files(holding: "steam engines") == ["acme/.stimul/personal.sqlite", "old.sqlite.personal"])
        let certificate = try company.stimul.run("contact \(verb) acme k1 --by vera")
        #expect(certificate.code == 0, "\(certificate.errors)")
        for part in ["Certificate of erasure", "by: vera", "note", "consent", "courtesy"] {
            #expect(certificate.output.contains(part), "\(part)")
        }
        #expect(try company.files(holding: "steam engines") == ["old.sqlite.personal"])
        let restored = try company.stimul.run(
            words: ["restore", "acme", "old.sqlite", "--by", "dina", "--reason", "disk", "--undo"])
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(try company.files(holding: "steam engines") == ["old.sqlite.personal"])
        let notes = try company.stimul.run("contact notes acme k1 --by anna")
        #expect(notes.output.contains("nothing that you may read"))
        #expect(try company.stimul.run("audit acme").code == 0)
    }

    @Test("a contact who has been gone for ninety days is forgotten by whoever works with contacts next")
    func expires() throws {
        let company = try Company()
        defer { company.stimul.remove() }
        try company.noted()
        try company.stimul.write(
            "id,name,client,power,from,until\nk1,Olga Ilyina,c1,8,2025-01-01,2025-06-01\nk2,Ivan,c1,5,2025-01-01,\n",
            to: "acme/contact.csv")
        #expect(try company.stimul.run("contact notes acme k2 --by anna").code == 0)
        #expect(try company.files(holding: "steam engines") == [])
    }
}
