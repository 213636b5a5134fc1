import Ledger
import Quantities
import Testing

extension LedgerPeer {
    /// Debts, limits and ordered sources (formancehq/numscript@1643d54, internal/interpreter/testdata).
    static let debts: [LedgerPeer] = [
        // script-tests/do-not-exceed-overdraft.num: balance -2, overdraft limit 5, need 10.
        LedgerPeer("B3-3", "3 from the account, 7 from elsewhere") {
            var draw = DrawAccount()
            let terms = DrawTerms(amount: 10, limit: 5)
            _ = try draw.take(earned: 8, terms)
            let advance = try draw.take(earned: 0, terms)
            return "\(advance) from the account, \(10 - advance) from elsewhere"
        },
        // script-tests/cascading-sources.num: need 10 000 from 5 000, then vouchers 1 000, 3 000, 10 000.
        LedgerPeer("B3-5", "5000 / 1000 / 3000 / 1000") {
            try recovered(10_000, from: [5_000, 1_000, 3_000, 10_000]).map(String.init).joined(separator: " / ")
        },
        // numscript-cookbook/top-up-max.num: top up by 100, balance must not exceed 150; balance 0, 50, 51.
        LedgerPeer("B3-6", peer: "100; 100; refused", stimul: "100; 100; 99") {
            try ([0, 50, 51] as [Int64]).map { balance in
                var draw = DrawAccount()
                _ = try draw.take(earned: 0, DrawTerms(amount: balance))
                return try "\(draw.take(earned: 0, DrawTerms(amount: 100, limit: 150)))"
            }.joined(separator: "; ")
        },
        // script-tests/insufficient-funds.num: need 16 from 3 + 12.
        LedgerPeer("B3-7", peer: "refused: missing funds", stimul: "3 + 12, and 1 is carried on") {
            let taken = try recovered(16, from: [3, 12])
            return "\(taken[0]) + \(taken[1]), and \(16 - taken[0] - taken[1]) is carried on"
        },
        // script-tests/zero-postings-explicit-allotment.num: send 0 through two halves.
        LedgerPeer("B3-9", "no postings at all") {
            let half = try exactly("0.5")
            let standing = try TargetBalance(
                deferring: 0, [TrancheState(share: half, .due(.one)), TrancheState(share: half, .waiting)])
            var book = Book()
            let entries = try book.post("2026-01", Posting.Target([.commission("2026-01"): standing]))
            return entries.isEmpty ? "no postings at all" : "\(entries)"
        },
    ]

    /// What is taken of each pay, one period after the other, for a debt.
    private static func recovered(_ debt: Int64, from pays: [Int64]) throws -> [Int64] {
        var book = Book()
        var standings: [Obligation: TargetBalance] = [.commission("0"): TargetBalance(earned: -debt)]
        try book.post("0", Posting.Target(standings))
        return try pays.enumerated().map { number, pay in
            standings[.commission("\(number + 1)")] = TargetBalance(earned: pay)
            return try book.post("\(number + 1)", Posting.Target(standings))
                .filter { $0.cause == .recovery }.map(\.amount).reduce(0, +)
        }
    }
}
