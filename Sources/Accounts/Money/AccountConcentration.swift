public import Quantities
import Statistics

/// How much of the sales hang on few clients; clients of one holding are one.
public struct AccountConcentration: Hashable, Sendable {
    /// Holdings, or clients without one, the largest first.
    public let holders: [String]
    /// Their exact shares; one below zero has share 0.
    public let shares: [FixedDecimal]
    /// Those below zero, which count 0.
    public let belowZero: [String]
    /// Σ share² · 10,000; 10,000 is one holder.
    public let herfindahl: Double

    /// The concentration of amounts by client; without value where nothing is above zero.
    public init(
        _ amounts: [Key<Client>: FixedDecimal], holding: [Key<Client>: String] = [:]
    ) throws(NoFigure) {
        var sums: [String: [FixedDecimal]] = [:]
        for (client, amount) in amounts { sums[holding[client] ?? client.text, default: []].append(amount) }
        var totals: [(holder: String, amount: FixedDecimal)] = []
        for (holder, list) in sums { totals.append((holder, try Exact.sum(list))) }
        totals.sort { ($1.amount, $0.holder) < ($0.amount, $1.holder) }
        let whole = try Exact.sum(totals.map { max($0.amount, .zero) })
        guard whole > .zero else { throw .statistic(.noTotal) }
        var shares: [FixedDecimal] = []
        for total in totals {
            do { shares.append(try max(total.amount, .zero).divided(by: whole)) } catch { throw .arithmetic(error) }
        }
        holders = totals.map(\.holder)
        self.shares = shares
        belowZero = totals.filter { $0.amount < .zero }.map(\.holder)
        do {
            // Shares lie between 0 and 1, so a Double holds them well enough for a statistic.
            let concentration = try Concentration(amounts: shares.map { Double($0.raw) / 1e16 })
            herfindahl = concentration.herfindahl
        } catch {
            throw .statistic(error)
        }
    }

    /// The largest share.
    public var top: FixedDecimal { shares.first ?? .zero }
}
