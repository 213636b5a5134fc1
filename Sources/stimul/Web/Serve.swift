import ArgumentParser
import Company
import Foundation
import Identity
internal import Messages
import Payroll
import Storage
internal import StoredColumns
import Web

/// `stimul serve`: the company for its people, in their browsers.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .said(
            en: "Serve the company to its people: pay, statements, periods, disputes, the ledger.",
            ru: "Открыть компанию её людям в браузере: выплаты, листки, периоды, возражения, книга."),
        discussion: .said(
            en: """
                It listens on this machine alone; a proxy in front of it brings TLS and the name that people type.

                  stimul serve acme                                            http://127.0.0.1:8080, to try it
                  stimul serve acme --origin https://pay.example.com --proxy 127.0.0.1

                Who may sign in is said with 'stimul user'. It stops on SIGTERM or Ctrl-C once what was begun is done.
                """,
            ru: """
                Слушает только на этой машине; TLS и имя, которое набирают люди, даёт прокси перед ним.

                  stimul serve acme                                            http://127.0.0.1:8080, чтобы попробовать
                  stimul serve acme --origin https://pay.example.com --proxy 127.0.0.1

                Кто может входить, говорит «stimul user». По SIGTERM или Ctrl-C останавливается, закончив начатое.
                """))

    @OptionGroup var company: CompanyArgument
    @Option(
        help: .said(
            en: "A YAML file that says how the server is started; options here go before it.",
            ru: "Файл YAML о том, как запускать сервер; параметры здесь важнее него."), completion: .file())
    var configuration: String?
    @Option(
        help: .said(
            en: "The address as people type it (default: http://127.0.0.1 and the port).",
            ru: "Адрес, который набирают люди (по умолчанию http://127.0.0.1 и порт)."))
    var origin: String?
    @Option(
        help: .said(en: "The port on this machine (default: 8080).", ru: "Порт на этой машине (по умолчанию 8080)."))
    var port: Int?
    @Option(
        help: .said(
            en: "The address of a proxy in front of it, whose word about addresses is taken; may be repeated.",
            ru: "Адрес прокси перед сервером, которому верят об адресах; можно повторять."))
    var proxy: [String] = []
    @Option(
        help: .said(
            en: "The server's key (default: stimul-server.key in the company folder).",
            ru: "Ключ сервера (по умолчанию stimul-server.key в папке компании)."), completion: .file())
    var key: String?
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let console = options.console
        let file = try readConfiguration(console)
        let settings = try settings(file)
        let serverFiles = ServerFiles(company: company.company, key: key ?? file?.key)
        let cycle = try console.payCycle(company.company, creating: true)
        let folder = CompanyFolder(path: company.company)
        let keyPath = folder.full(StatementCommand.keyName)
        let words = (try? cycle.reference()).map { [$0.name.ru, $0.name.en] } ?? []
        let accounts = try console.letting {
            try serverFiles.accounts(words: words)
        }
        let store = try console.letting { try serverFiles.store() }
        let server = WebServer(
            settings, workspace: cycle.workspace, accounts: accounts, store: store,
            columns: WorkspaceColumns(of: company.company, program: Stimul.build), clock: ServerFiles.clock,
            signingKey: { try FileManager.default.fileExists(atPath: keyPath) ? SigningKey.load(from: keyPath) : nil },
            replaceText: { try folder.replace($0, ifStill: $1) }
        ) { try folder.text() }
        let language = options.language
        let sweep = PersonalSweep(company: company.company, cycle: cycle).everyDay()
        defer { sweep.cancel() }
        try await server.run { port in
            let text = LocalizedText(
                en: "Listening on port \(port): \(settings.origin)", ru: "Порт \(port): \(settings.origin)")
            FileHandle.standardError.write(Data((text[language] + "\n").utf8))
        }
    }

    private func readConfiguration(_ console: Console) throws -> ServerConfiguration? {
        guard let configuration else { return nil }
        guard let text = try? String(contentsOfFile: configuration, encoding: .utf8) else {
            console.fail(
                LocalizedText(
                    en: "the configuration '\(configuration)' cannot be read",
                    ru: "файл настроек «\(configuration)» не прочитать"))
            throw ExitStatus.files
        }
        do { return try ServerConfiguration(path: configuration, text: text) } catch {
            console.show(error)
            throw ExitStatus.faults
        }
    }

    private func settings(_ file: ServerConfiguration?) throws -> WebOptions {
        let port = port ?? file?.port ?? 8080
        let language = file?.language ?? options.language
        do {
            var settings = try WebOptions(
                origin: origin ?? file?.origin ?? "http://127.0.0.1:\(port)", port: port,
                proxies: proxy.isEmpty ? file?.proxies ?? [] : proxy, isRussian: language == .ru)
            if let file {
                settings.limits.merge(file.limits) { _, own in own }
                settings.webhooks = file.webhooks
            }
            return settings
        } catch {
            throw options.wrong(error.text)
        }
    }
}

extension WebOptions.Fault {
    /// What is wrong and what to do.
    var text: LocalizedText {
        switch self {
        case .badOrigin(let origin):
            LocalizedText(
                en: "'\(origin)' is no address of a site; write it as https://pay.example.com",
                ru: "«\(origin)» — не адрес сайта; напишите так: https://pay.example.com")
        case .plainOrigin(let origin):
            LocalizedText(
                en: "'\(origin)' is not encrypted: only this machine is served that way; put a proxy with TLS in front",
                ru: "«\(origin)» без шифрования: так обслуживается только эта машина; поставьте впереди прокси с TLS")
        case .openPort(let host):
            LocalizedText(
                en: "it does not listen on '\(host)', but on this machine alone; put a proxy in front",
                ru: "сервер не слушает «\(host)», а только эту машину; поставьте впереди прокси")
        }
    }
}
