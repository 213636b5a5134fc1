import ArgumentParser
import Company
import Files
import Foundation
internal import Messages
import Periods

/// What is supposed, as the command line says it.
struct ScenarioOptions: ParsableArguments {
    @Option(
        help: .said(
            en: "A YAML file, or a folder of them, whose definitions take the place of those with the same name.",
            ru: "Файл YAML или папка с ними: описания из них заменяют одноимённые."),
        completion: .file())
    var with: [String] = []
    @Option(help: .said(en: "Leave this plan out.", ru: "Без этого плана."))
    var without: [String] = []
    @Option(
        help: .said(
            en: "The day from which the plans of --with are in force.",
            ru: "День, с которого действуют планы из --with."))
    var from: String?
    @Option(
        help: .said(
            en: "One more event: \"sale: date=2026-03-20, seller=anna, amount=300 000 RUB\".",
            ru: "Ещё одно событие: \"sale: date=2026-03-20, seller=anna, amount=300 000 RUB\"."))
    var add: [String] = []
    @Option(
        help: .said(
            en: "Other values of an event: \"sale 1042: amount=250 000\".",
            ru: "Другие значения события: \"sale 1042: amount=250 000\"."))
    var change: [String] = []
    @Option(
        help: .said(en: "An event that is not there: \"sale 1042\".", ru: "Событие, которого не было: \"sale 1042\"."))
    var cancel: [String] = []

    /// Whether nothing is supposed.
    var isEmpty: Bool { [with, without, add, change, cancel].allSatisfy { $0.isEmpty } }

    /// The scenario; a file that cannot be read stops the command.
    func scenario(_ options: CommonOptions) throws -> Scenario {
        var scenario = Scenario()
        scenario.placePrefix = "--"
        scenario.definitions = try with.flatMap { try definitions($0, options.console) }
        scenario.withoutPlans = without
        if let from {
            guard let day = CivilDay(parsing: from) else {
                throw options.wrong(
                    LocalizedText(
                        en: "'\(from)' is not a day; write 2026-01-31", ru: "«\(from)» — не день; пишите 2026-01-31"))
            }
            scenario.plansFrom = day
        }
        let rows: [(Scenario.Action, [String])] = [(.add, add), (.change, change), (.cancel, cancel)]
        scenario.rows = rows.flatMap { action, texts in texts.map { Scenario.RowEdit(action, $0) } }
        return scenario
    }

    /// The YAML files of a path; what they define is shown under the path as it was given.
    private func definitions(_ path: String, _ console: Console) throws -> [SourceFile] {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if exists, isFolder.boolValue {
            let files = try console.files(of: path)
            let text = files.filter { !$0.path.lowercased().hasSuffix(".csv") }
            if text.count < files.count { tellOfTables(path, console) }
            if text.isEmpty { return try refuse(path, .noYAML, console) }
            return text.map {
                SourceFile(path: (path as NSString).appendingPathComponent($0.path), content: $0.content)
            }
        }
        guard ["yaml", "yml"].contains((path as NSString).pathExtension.lowercased()) else {
            return try refuse(path, exists ? .notYAML : .system(.noSuchFile), console)
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return try refuse(path, exists ? .system(.noPermission) : .system(.noSuchFile), console)
        }
        defer { try? handle.close() }
        guard let bytes = try? handle.read(upToCount: CompanyReader.textLimit + 1) else {
            return try refuse(path, .system(.noPermission), console)
        }
        return [SourceFile(path: path, bytes: [UInt8](bytes))]
    }

    private func refuse(_ path: String, _ cause: FileProblem.Cause, _ console: Console) throws -> [SourceFile] {
        console.fail(FileProblem.unreadable(path, cause).text)
        throw ExitStatus.files
    }

    /// Somebody who changes a copy of the whole company may think that its tables count too.
    private func tellOfTables(_ path: String, _ console: Console) {
        console.error(
            LocalizedText(
                en: "the tables in '\(path)' are not read: the rows stay those of the company",
                ru: "таблицы в «\(path)» не читаются: строки остаются те, что у компании"))
    }
}
