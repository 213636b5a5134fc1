import Accounts
import Periods

/// What bears the rungs of one client: documents, and claims that somebody of another unit examined.
struct LadderRows: Sendable {
    /// The days of each document, before its life is counted.
    var documents: [EvidencePlace: [DayRange]] = [:]
    /// The days on which claims hold.
    var claims: [Key<Ladder.Rung>: [DayRange]] = [:]
}

extension RowReader {
    /// Reads documents and claims of rungs.
    mutating func ladder(_ rules: AccountRules, into records: inout [Key<Client>: AccountRecord]) {
        let known = rules.ladder?.rungs.map(\.id.text) ?? []
        _ = read("proof") { row throws(RowProblem) -> Bool? in
            let rung = try row.needed("rung")
            guard known.contains(rung) else { throw .word("rung", found: rung, known: known) }
            let pieces = rules.ladder?.rungs.first { $0.id.text == rung }?.evidence.map(\.id.text) ?? []
            let piece = try row.needed("piece")
            guard pieces.contains(piece) else { throw .word("piece", found: piece, known: pieces) }
            let place = EvidencePlace(Key(rung), Key(piece))
            let days = DayRange(from: try row.neededDay("from"), clampingUntil: row.day("until") ?? .latest)
            records[try row.neededKey("client")]?.ladder.documents[place, default: []].append(days)
            return true
        }
        let source = self.source
        _ = read("rung") { row throws(RowProblem) -> Bool? in
            let rung = try row.needed("rung")
            guard known.contains(rung) else { throw .word("rung", found: rung, known: known) }
            let client: Key<Client> = try row.neededKey("client")
            let (by, from) = (try row.neededKey("claimed_by") as Key<Person>, try row.neededDay("from"))
            let state: RungClaimState = try row.neededWord("state")
            guard state == .held else { return nil }
            let examiner: Key<Person> = try row.neededKey("examined_by")
            var claim = RungClaim(
                client, Key(rung), by: by, of: source.workplace(of: by, on: from)?.unit ?? "")
            do throws(Refusal) {
                try claim.examine(by: examiner, of: source.workplace(of: examiner, on: from)?.unit ?? "–")
                try claim.hold(from: from)
            } catch {
                throw .refused(error)
            }
            let days = claim.days.map { DayRange(from: $0.from, clampingUntil: row.day("until") ?? $0.until) }
            records[client]?.ladder.claims[Key(rung), default: []] += days
            return true
        }
    }
}
