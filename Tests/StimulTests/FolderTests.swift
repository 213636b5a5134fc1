import Foundation
import Testing

@Suite("A folder that cannot be read ends with 2 and says why")
struct FolderTests {
    @Test(
        "no folder at all",
        arguments: [
            ("check nowhere", "error: there is no folder 'nowhere'; 'stimul new nowhere' makes a company there\n"),
            (
                "check nowhere --lang ru",
                "ошибка: папки «nowhere» нет; «stimul new nowhere» создаст в ней компанию\n"
            ),
            ("run acme/sale.csv", "error: 'acme/sale.csv' is a file; a company is the folder that it lies in\n"),
        ])
    func noFolder(line: String, errors: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        #expect(try stimul.run(line) == .init(output: "", errors: errors, code: 2))
    }

    @Test("an empty folder has faults: there is no company in it")
    func empty() throws {
        let stimul = try Command(withStarter: false)
        defer { stimul.remove() }
        #expect(
            try stimul.run("check .")
                == .init(
                    output: """
                        error: there is no YAML file in this folder, so there is no company
                           help: 'stimul new' makes a starter company
                        errors: 1, warnings: 0; nothing was written

                        """, errors: "", code: 1))
    }

    @Test("a folder in place of a file", arguments: ["clients.csv", "more.yaml"])
    func folderAsFile(name: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write("", to: "acme/\(name)/inside.txt")
        #expect(
            try stimul.run("check acme")
                == .init(
                    output: "", errors: "error: '\(name)' cannot be read: it is a folder; give it another name\n",
                    code: 2))
    }

    @Test(
        "links that lead nowhere or in a circle",
        arguments: [
            ("loop.yaml", "it is a link that leads back to itself; mend or remove it"),
            ("gone", "it is a link to a file that is not there; mend or remove it"),
        ])
    func links(target: String, why: String) throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try link("acme/loop.yaml", to: target, stimul)
        #expect(
            try stimul.run("check acme")
                == .init(
                    output: "", errors: "error: 'loop.yaml' cannot be read: \(why)\n", code: 2))
    }

    @Test("a link to a folder is not followed, a link to a file is read under its own name")
    func goodLinks() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try link("acme/again", to: ".", stimul)
        try stimul.write("metrics:\n  odd: {unit: RUB, value: saels}\n", to: "elsewhere/shared.yaml")
        try link("acme/odd.yaml", to: "../elsewhere/shared.yaml", stimul)
        let result = try stimul.run("check acme")
        #expect(result.output.hasPrefix("odd.yaml:2:27: error: there is no name 'saels' here\n"))
        #expect(result.code == 1)
    }

    @Test("a file without the right to read it")
    func unreadable() throws {
        // Root may read everything.
        guard getuid() != 0 else { return }
        let stimul = try Command()
        defer { stimul.remove() }
        let file = stimul.folder.appendingPathComponent("acme/people.csv").path
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
        let why = "permission is missing; change the rights or the place"
        #expect(
            try stimul.run("check acme")
                == .init(
                    output: "", errors: "error: 'people.csv' cannot be read: \(why)\n", code: 2))
    }

    @Test("hidden files and folders are no part of the company; subfolders and capital letters are")
    func hidden() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.write("- no company", to: "acme/.github/workflows/check.yml")
        try stimul.write("- no company", to: "acme/.draft.yaml")
        try stimul.write("metrics:\n  odd: {unit: RUB, value: saels}\n", to: "acme/more/ODD.YAML")
        let result = try stimul.run("check acme")
        #expect(result.output.hasPrefix("more/ODD.YAML:2:27: error: there is no name 'saels' here\n"))
        #expect(result.output.hasSuffix("\nerrors: 1, warnings: 0; nothing was written\n"))
    }

    @Test("200 MB of garbage are refused in seconds")
    func garbage() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        var line = [UInt8]()
        for number in 0..<1_000 { line += Array("x\(number);\"y,\t\(number &* 7919)".utf8) }
        let block = Data([UInt8](repeating: 0, count: 1 << 20).indices.map { line[$0 % line.count] })
        for name in ["clients.csv", "huge.yaml"] {
            let file = stimul.folder.appendingPathComponent("acme/\(name)")
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            for _ in 0..<200 { try handle.write(contentsOf: block) }
            try handle.close()
        }
        let start = Date()
        let result = try stimul.run("check acme")
        #expect(Date().timeIntervalSince(start) < 30)
        #expect(result.code == 1)
        #expect(
            result.output.hasPrefix(
                """
                huge.yaml: error: a YAML file may have 8 MB; this one has more
                   help: data belongs in CSV tables
                clients.csv:1
                """))
        #expect(result.output.hasSuffix("\nerrors: 2, warnings: 0; nothing was written\n"))
        #expect(result.output.count < 5_000)
    }

    @Test("nothing is coloured where there is no terminal")
    func noColours() throws {
        let stimul = try Command()
        defer { stimul.remove() }
        try stimul.replace("sum(sale.amount)", with: "sum(sale.amuont)", in: "acme/company.yaml")
        let result = try stimul.run("check acme")
        #expect(!result.errors.contains("\u{1B}") && !result.output.contains("\u{1B}"))
    }

    private func link(_ path: String, to target: String, _ stimul: Command) throws {
        try FileManager.default.createSymbolicLink(
            atPath: stimul.folder.appendingPathComponent(path).path, withDestinationPath: target)
    }
}
