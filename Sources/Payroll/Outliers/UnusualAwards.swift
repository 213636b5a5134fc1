internal import Ledger
internal import Storage

/// Whose awards of a run are far from his own past: the one rule, for the page of outliers and for the sheet that is signed.
///
/// What is compared is what the run awards, before anything is held or carried: that is what the rules make of a period, while what
/// becomes payable also moves by what earlier periods left.
struct UnusualAwards {
    /// Somebody whose awards are unusual.
    struct Found {
        let person: String
        /// What the run awards him, in minor units.
        let amount: Int64
        /// The middle of the periods before.
        let median: Int64
        /// How many periods before there are.
        let periods: Int
    }

    /// What the run awards each person, by identifier.
    let sums: [String: Int64]
    /// What the periods before awarded.
    let past: [String: [Int64]]

    /// - Parameter books: What is remembered of the periods before.
    init(of run: StoredRun, _ books: ReadTransaction) throws {
        sums = Self.sums(run.lines)
        past = try Self.past(before: run.period, books)
    }

    /// What each person is awarded; what has no value is not among it, and sums that do not fit are left out.
    static func sums(_ lines: [RunLine]) -> [String: Int64] {
        var sums: [String: Int128] = [:]
        for line in lines { sums[line.person, default: 0] += Int128(line.amount ?? 0) }
        return sums.compactMapValues { Int64(exactly: $0) }
    }

    /// What each person was awarded in the periods before, the last twelve of them.
    private static func past(before period: String, _ books: ReadTransaction) throws -> [String: [Int64]] {
        let earlier = try books.periods()
            .filter { $0.period < period && !($0.run.isEmpty && $0.postedRun.isEmpty) }
            .sorted { $0.period < $1.period }.suffix(OwnPast.periods)
        var past: [String: [Int64]] = [:]
        for life in earlier {
            let run = try books.run(life.run.isEmpty ? life.postedRun : life.run)
            for (person, sum) in sums(run.lines) { past[person, default: []].append(sum) }
        }
        return past
    }

    /// Those whose awards are far from their own past; somebody who is awarded nothing now may have been always.
    var unusual: [Found] {
        let gone = past.keys.filter { sums[$0] == nil }.map { ($0, Int64(0)) }
        return (sums.map { ($0.key, $0.value) } + gone).compactMap { person, sum in
            let own = past[person] ?? []
            let before = OwnPast(own)
            guard before.isUnusual(sum), let median = before.median else { return nil }
            return Found(person: person, amount: sum, median: median, periods: own.count)
        }
    }

    /// Those who are awarded something for the first time; nobody while there is no period before.
    var firsts: [String] {
        past.isEmpty
            ? [] : sums.filter { sum in sum.value != 0 && (past[sum.key] ?? []).allSatisfy { $0 == 0 } }.map(\.key)
    }
}
