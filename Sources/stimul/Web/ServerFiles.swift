import Credentials
import Foundation
import Identity
internal import Messages
import Storage
import Web

/// The files of the server in a company folder: who signs in, and the key without which second factors do not open.
struct ServerFiles {
    /// The database of those who sign in.
    static let usersName = "stimul-users.sqlite"
    /// The key.
    static let keyName = "stimul-server.key"

    let company: String
    /// Where the key lies, when not in the company folder.
    let key: String?

    private var keyPath: String { key ?? (company as NSString).appendingPathComponent(Self.keyName) }

    /// The time of now.
    static let clock: @Sendable () -> Instant = { Instant(seconds: Int64(Date.now.timeIntervalSince1970)) }

    /// Who signs in; the database and the key are made when there are none.
    ///
    /// - Parameter words: What everybody around knows, and what therefore makes no password.
    func accounts(words: [String]) throws -> Accounts {
        try Accounts(
            at: (company as NSString).appendingPathComponent(Self.usersName), key: try serverKey(),
            hasher: PasswordHasher(), policy: PasswordPolicy(words: words), clock: Self.clock)
    }

    /// What the server remembers from one request to another; one server has it at a time.
    func store() throws -> ServerStore {
        let path = (company as NSString).appendingPathComponent(ServerStore.fileName)
        // Held until the process ends, however it ends.
        let descriptor = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw ServerFileProblem.served(company)
        }
        return try ServerStore(at: path)
    }

    private func serverKey() throws -> SealingKey {
        if FileManager.default.fileExists(atPath: keyPath) {
            let text = try String(contentsOfFile: keyPath, encoding: .utf8)
            guard let key = [UInt8](hex: text.filter { !$0.isWhitespace }).flatMap(SealingKey.init) else {
                throw ServerFileProblem.notAKey(keyPath)
            }
            return key
        }
        let bytes = Randomness.system.bytes(SealingKey.size)
        // Made only where none is, and for its owner alone from the first moment.
        let descriptor = open(keyPath, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard descriptor >= 0, let key = SealingKey(bytes) else { throw ServerFileProblem.unwritable(keyPath) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data((bytes.hex + "\n").utf8))
        try file.synchronize()
        try file.close()
        return key
    }
}

/// Why the server's files cannot be used.
enum ServerFileProblem: Error {
    case notAKey(String)
    case unwritable(String)
    case served(String)

    /// What is wrong and what to do.
    var text: LocalizedText {
        switch self {
        case .notAKey(let path):
            LocalizedText(
                en: "'\(path)' is no key of the server: 64 hexadecimal digits; take it from its backup",
                ru: "«\(path)» — не ключ сервера: нужны 64 шестнадцатеричные цифры; возьмите его из копии")
        case .unwritable(let path):
            LocalizedText(
                en: "the key '\(path)' cannot be written; name another place with '--key'",
                ru: "ключ «\(path)» не записать; назовите другое место: «--key»")
        case .served(let path):
            LocalizedText(
                en: "another server serves '\(path)', or its folder cannot be written; stop that one first",
                ru: "«\(path)» уже обслуживает другой сервер, или в папку нельзя писать; сначала остановите его")
        }
    }
}

extension Console {
    /// Runs a step about who signs in; what is refused is told, and ends the command.
    func letting<Value>(_ step: () throws -> Value) throws -> Value {
        do { return try step() } catch let refusal as AccessRefusal {
            fail(refusal.text)
            throw ExitStatus.faults
        } catch let problem as ServerFileProblem {
            fail(problem.text)
            throw ExitStatus.files
        } catch {
            return try stopping { throw error }
        }
    }
}
