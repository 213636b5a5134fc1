internal import HTTPTypes
internal import Identity
internal import Payroll
internal import Storage

/// Carries a request out once, however often it is sent under its key (draft-ietf-httpapi-idempotency-key-header-07).
///
/// What was done is answered again as it was. Where the server was cut off in the middle, the chain of records tells whether it was done:
/// each record that a request leaves holds its digest, in the transaction that did it.
struct Idempotency {
    /// The method and path, as the table of routes has them.
    let name: String
    let asked: Asked
    let reader: Reader

    private var store: ServerStore { asked.site.store }
    private var workspace: Workspace { asked.site.company.workspace }

    /// The answer of the first sending, or of this one.
    func answered(_ work: (Asked) async throws -> Answer) async throws -> Answer {
        let key = IdempotencyKey(
            try written(), user: reader.user.text, route: name, address: asked.setting.here, body: asked.content)
        let head = try workspace.read { try $0.auditHead().number }
        var asked = asked
        asked.request = key.digest
        switch try store.claim(key, head: head, at: asked.site.clock()) {
        case .first: return try await carriedOut(asked, key, after: head, work)
        case .interrupted(let head):
            asked.earlier = try workspace.read { try $0.records(of: key.digest, after: head) }
            return try await carriedOut(asked, key, after: head, work)
        case .done(let answer): return answer.with("Idempotency-Replayed", "true")
        case .running: throw Problem.keyInUse
        case .otherBody: throw Problem.keyOfOther
        }
    }

    private func carriedOut(
        _ asked: Asked, _ key: IdempotencyKey, after head: Int64, _ work: (Asked) async throws -> Answer
    ) async throws -> Answer {
        let answer: Answer
        do { answer = try await work(asked) } catch {
            // What was refused has left nothing, and may be sent again; what failed after it was done may not be done again.
            let isUndone = (try? workspace.read { try $0.records(of: key.digest, after: head).isEmpty }) ?? false
            if isUndone { try store.release(key) } else { try store.interrupt(key) }
            throw error
        }
        try store.finish(key, answer)
        return answer
    }

    /// The key: a text in quotation marks (RFC 8941, 3.3.3), or without them.
    private func written() throws -> String {
        guard var text = asked.header("Idempotency-Key") else { throw Problem.keyNeeded }
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") { text = String(text.dropFirst().dropLast()) }
        guard (1...IdempotencyKey.longest).contains(text.utf8.count), text.utf8.allSatisfy({ (33...126).contains($0) })
        else { throw Problem.keyNeeded }
        return text
    }
}

extension Asked {
    /// Whoever asks, as the pay cycle asks for him: what he does is noted with the request, so that it can be told again.
    func principal(_ reader: Reader, in period: String? = nil) throws -> Principal {
        let principal = try Gate(asked: self).principal(in: period, reader)
        return request.map { principal.acting(by: $0) } ?? principal
    }
}
