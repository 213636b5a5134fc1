import Company
import Credentials
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Identity
import Logging
import NIOCore
import NIOEmbedded
import Payroll
import Periods
import Storage
import Synchronization
import Testing

@testable import Web

/// A served company: Vera heads Anna and, from 15 January on, Boris; Gleb reported to her until 2026. January is in review.
///
/// A sale pays 10 %: Anna earns 5 000.00, Boris 6 000.00, Gleb 1 000.00, Vera one percent of what her people sold.
final class Office: Sendable {
    let folder: String
    let workspace: Workspace
    let accounts: Accounts
    let server: WebServer
    private let clock: StoppedClock
    private let cookies = Mutex<[String: OpenedSession]>([:])
    private let keys = Mutex<[String: TOTPKey]>([:])
    /// The tokens of programs that were asked for.
    let tokens = Mutex<[String: String]>([:])

    static let password = "лошадь ест зелёный батон"
    static let place = Place(address: "127.0.0.1", agent: "Firefox")
    static let origin = "http://127.0.0.1:8080"
    /// Who has which role.
    static let people: [(person: String, role: Role)] = [
        ("anna", .employee), ("vera", .head), ("lena", .analyst), ("dina", .finance), ("egor", .executive),
        ("olga", .auditor), ("ivan", .administrator),
    ]

    init(
        bounds: ConnectionBounds = ConnectionBounds(), port: Int = 8080, hostileName: String = "Анна Орлова",
        text: String? = nil, tables: [String: String]? = nil
    ) throws {
        folder = NSTemporaryDirectory() + "stimul-\(UUID().uuidString)"
        let clock = StoppedClock()
        self.clock = clock
        workspace = try Workspace.create(at: folder, clock: { clock.read().description })
        guard let key = SealingKey([UInt8](repeating: 7, count: 32)),
            let cheap = Argon2Parameters(memory: 64, passes: 1)
        else { throw Impossible() }
        accounts = try Accounts(
            at: folder + "/users.sqlite", key: key, hasher: PasswordHasher(cheap), policy: PasswordPolicy(),
            clock: { clock.read() })
        let folder = TextFolder(text.map { [SourceFile(path: "company.yaml", bytes: Array($0.utf8))] } ?? Self.text)
        textFolder = folder
        let signingKey = try SigningKey.generate()
        server = WebServer(
            try WebOptions(
                origin: Self.origin, host: "127.0.0.1", port: port, proxies: [], isRussian: false, bounds: bounds),
            workspace: workspace, accounts: accounts, store: try ServerStore(at: self.folder + "/web.sqlite"),
            columns: nil,
            clock: { clock.read() },
            signingKey: { signingKey }, replaceText: { folder.replace($0, ifStill: $1) }, text: { folder.files })
        self.tables =
            tables.map { tables in
                tables.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }.sorted { $0.path < $1.path }
            } ?? Self.tables(hostileName)
    }

    private let tables: [SourceFile]
    private let textFolder: TextFolder

    /// The company's text as it lies in its folder now.
    var texts: [SourceFile] {
        get { textFolder.files }
        set { textFolder.files = newValue }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    struct Impossible: Error {}

    /// Imports the tables, calculates January and shows it to people; then gives everybody his role.
    func prepared() async throws -> Office {
        let cycle = PayCycle(workspace, text: texts, threads: 1)
        let dina = Principal.localOperator("dina")
        let imported = try cycle.importTables(tables, source: "", complete: true, by: dina)
        #expect(imported.rejected == 0, "\(imported.diagnostics)")
        _ = try await cycle.calculate("2026-01", by: dina)
        try cycle.review("2026-01", by: dina)
        let grants = Grants(in: workspace)
        let (first, second) = (Principal.localOperator("mila"), Principal.localOperator("nina"))
        guard let days = DayRange(from: today, until: today.adding(days: 365) ?? today) else { throw Impossible() }
        for (person, role) in Self.people + [("boris", .employee)] {
            let user = try await activated(person)
            guard role != .employee else { continue }
            let grant = try grants.give(role, to: user, on: days, by: first, reason: "duty", today: today)
            if grant.state == .proposed { try grants.agree(to: grant.key, by: second) }
        }
        _ = try server.site.live.shown(try server.site.company.cycle())
        while !server.site.live.isReady { try await Task.sleep(for: .milliseconds(5)) }
        return self
    }

    private static let made = Task {
        let office = try await Office().prepared()
        // One after the other, for of two who set one authenticator up at once the first one's session ends.
        for (person, _) in people { _ = try await office.session(of: person) }
        return office
    }

    /// One that several tests look at, and none changes.
    static func shared() async throws -> Office {
        let office = try await made.value
        // So that nobody waits because others have asked before.
        office.pass(1)
        return office
    }

    /// The day that the clock shows.
    var today: CivilDay { CivilDay(number: Int32(clock.read().seconds / 86_400)) }

    /// Moves the clock on.
    func pass(_ seconds: Int64) { clock.pass(seconds) }

    private func activated(_ person: String) async throws -> User {
        let invitation = try accounts.invite(person, person: person, by: .localOperator("mila"))
        try await accounts.setPassword(Secret(Self.password), by: invitation.token.shown)
        return try accounts.user(invitation.user.id)
    }

    /// The session of somebody, signed in with both factors.
    func session(of person: String) async throws -> OpenedSession {
        if let known = cookies.withLock({ $0[person] }) { return known }
        let half = try await accounts.signIn(person, Secret(Self.password), at: Self.place)
        let totp = try accounts.beginEnrolment(half.token.shown)
        let opened = try accounts.finishEnrolment(try code(totp), half.token.shown).opened
        cookies.withLock { $0[person] = opened }
        keys.withLock { $0[person] = totp }
        pass(30)
        return opened
    }

    /// The code that somebody's authenticator shows now.
    func code(of person: String) throws -> String {
        guard let key = keys.withLock({ $0[person] }) else { throw Impossible() }
        return try code(key).revealed
    }

    private func code(_ totp: TOTPKey) throws -> Secret<String> {
        guard let code = totp.code(of: TOTPKey.step(at: clock.read())) else { throw Impossible() }
        return code
    }

    // MARK: The company

    static let text = [
        SourceFile(
            path: "company.yaml",
            bytes: Array(
                """
                company: {name: {en: Test, ru: Проба}, currency: RUB}
                positions: {seller: Seller, head: Head, office: {title: Office, plan: none}}
                units: {north: North}
                events:
                  sale:
                    fields: {date: day, seller: person, amount: money}
                    credit: sale.seller
                metrics:
                  sales: {unit: RUB, value: sum(sale.amount)}
                plans:
                  seller:
                    for: {position: seller}
                    period: month
                    components: {commission: {commission: sales, rate: 10%}}
                  head:
                    for: {position: head}
                    period: month
                    components: {overlay: {commission: rollup(sales), rate: 1%}}
                """.utf8))
    ]

    private static func tables(_ name: String) -> [SourceFile] {
        let tables = [
            "people.csv": """
            id,name
            anna,"\(name.replacing("\"", with: "\"\""))"
            boris,Борис Котов
            gleb,Глеб Ильин
            vera,Вера Лисина
            lena,Лена Зуева
            dina,Дина Юрьева
            egor,Егор Мельник
            olga,Ольга Жук
            ivan,Иван Серов

            """,
            "assignments.csv": """
            person,position,unit,manager,from,until
            vera,head,north,,2025-01-01,
            anna,seller,north,vera,2025-01-01,
            boris,seller,north,vera,2026-01-15,
            gleb,seller,north,vera,2025-01-01,2026-01-01
            gleb,seller,north,,2026-01-01,
            dina,office,north,,2025-01-01,

            """,
            "sale.csv": """
            id,date,seller,amount
            1,2026-01-10,anna,50000
            2,2026-01-20,boris,60000
            3,2026-01-25,gleb,10000
            4,2026-02-03,anna,70000

            """,
        ]
        return tables.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }.sorted { $0.path < $1.path }
    }
}

/// A folder of texts in memory.
final class TextFolder: Sendable {
    private let content: Mutex<[SourceFile]>

    init(_ files: [SourceFile]) { content = Mutex(files) }

    var files: [SourceFile] {
        get { content.withLock { $0 } }
        set { content.withLock { $0 = newValue } }
    }

    func replace(_ file: SourceFile, ifStill before: [UInt8]) -> Bool {
        content.withLock { files in
            guard let place = files.firstIndex(where: { $0.path == file.path && $0.bytes == before }) else {
                return false
            }
            files[place] = file
            return true
        }
    }
}

/// A clock that stands until it is moved.
final class StoppedClock: Sendable {
    private let now = Mutex(Instant(seconds: 1_770_100_000))

    func read() -> Instant { now.withLock { $0 } }

    func pass(_ seconds: Int64) { now.withLock { $0 = $0.adding(seconds) } }
}

/// An answer of the server.
struct Answered {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    /// The bytes as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The value of a cookie that the answer sets.
    func cookie(_ name: String) -> String? {
        headers[values: .setCookie].lazy.compactMap { line -> String? in
            guard line.hasPrefix(name + "=") else { return nil }
            return String(line.dropFirst(name.count + 1).prefix { $0 != ";" })
        }.first
    }
}

extension Office {
    /// Asks the router, as somebody or as nobody.
    func ask(
        _ method: HTTPRequest.Method = .get, _ path: String, as person: String? = nil, cookie: String? = nil,
        headers: [String: String] = [:], form: [(String, String)]? = nil, body: String? = nil,
        bytes: [UInt8]? = nil
    ) async throws -> Answered {
        var fields = HTTPFields()
        var form = form
        if let person {
            let session = try await session(of: person)
            fields[.cookie] = "stimul=" + session.token.shown.revealed
            if form != nil { form?.append(("token", session.token.formToken.revealed)) }
        } else if let cookie {
            fields[.cookie] = "stimul=" + cookie
        }
        var content = body ?? ""
        if let form {
            content = form.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
            fields[.contentType] = "application/x-www-form-urlencoded"
            if let name = HTTPField.Name("Sec-Fetch-Site") { fields[name] = "same-origin" }
        }
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value.isEmpty ? nil : value }
        }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: headers["Host"] ?? "127.0.0.1:8080", path: path,
                headerFields: fields),
            body: RequestBody(buffer: bytes.map { ByteBuffer(bytes: $0) } ?? ByteBuffer(string: content)))
        var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        logger[metadataKey: "hb.request.id"] = "test"
        let context = WebContext(source: .init(channel: NIOAsyncTestingChannel(), logger: logger))
        let response = try await RouterBuilding.router(server.site).buildResponder().respond(
            to: request, context: context)
        let collected = Collected()
        try await response.body.write(collected)
        return Answered(status: response.status.code, headers: response.headers, bytes: collected.all)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// Takes a body in.
private final class Collected: ResponseBodyWriter, Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var all: [UInt8] { bytes.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0 += Array(buffer.readableBytesView) } }

    func finish(_ trailers: HTTPFields?) async throws {}
}
