import ArgumentParser
import Formulas
import Foundation

/// `stimul new`: a starter company that checks, tests and runs.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a small company to begin with.",
        discussion: "Refuses a folder that is not empty. Replace its sale.csv with your own and run again.")

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String
    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = options.console
        do {
            try write()
        } catch let problem as FileProblem {
            console.fail(problem.text)
            throw ExitStatus.files
        }
        console.print(
            LocalizedText(
                en:
                    "Made '\(folder)'. Next: stimul check \(folder); stimul run \(folder); stimul explain \(folder) anna --period 2026-01",
                ru:
                    "Создано: «\(folder)». Дальше: stimul check \(folder); stimul run \(folder); stimul explain \(folder) anna --period 2026-01"
            )[options.language])
    }

    private func write() throws {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            throw FileProblem.notAFolder(folder)
        }
        if let content = try? manager.contentsOfDirectory(atPath: folder), !content.isEmpty {
            throw FileProblem.folderNotEmpty(folder)
        }
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in StarterCompany.files {
                let url = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(file.path)
                try Data(file.text.utf8).write(to: url)
            }
        } catch {
            throw FileProblem.unwritable(folder, .init(error))
        }
    }
}
