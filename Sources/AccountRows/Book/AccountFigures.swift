public import Accounts
import Messages
public import Periods
public import Quantities

/// Figures of one client on a day. One without value throws the reason.
extension AccountBook {
    /// Revenue and orders of the last 91 days, and of the 182 before.
    public func trend(of record: AccountRecord, on day: CivilDay) throws(NoFigure) -> SalesTrend {
        let now = Self.window(91, endingOn: day)
        // Windows are of one length for everybody, so a shorter record makes the same comparison with fewer days.
        let from = max(now.from.adding(days: -182) ?? .earliest, recordedFrom)
        let before = DayRange(from: min(from, now.from), clampingUntil: now.from)
        guard before.count >= Self.leastBefore else {
            throw .tooFew(
                LocalizedText(en: "recorded days before the last 91", ru: "дни с данными до последних 91"),
                count: before.count, needed: Self.leastBefore)
        }
        do {
            return SalesTrend(
                revenue: try record.sales(in: now), before: try record.sales(in: before),
                orders: record.trades(in: now).count(where: \.isOrder),
                before: record.trades(in: before).count(where: \.isOrder))
        } catch {
            throw .arithmetic(error)
        }
    }

    /// How many recorded days there must be before the last 91.
    static let leastBefore = 91

    /// Orders less returns of some days.
    public func sales(of record: AccountRecord, in range: DayRange) throws(NoFigure) -> FixedDecimal {
        do { return try record.sales(in: range) } catch { throw .arithmetic(error) }
    }

    /// So many days, the given one being the last.
    static func window(_ days: Int, endingOn day: CivilDay) -> DayRange {
        DayRange(from: day.adding(days: 1 - days) ?? .earliest, clampingUntil: day.adding(days: 1) ?? .latest)
    }

    /// The day since which the oldest unpaid order is overdue; `nil` where nothing is.
    public func overdueSince(_ record: AccountRecord, on day: CivilDay) -> CivilDay? {
        overdue(record, on: day).compactMap(\.due).min()
    }

    /// Orders whose day to pay is over and which were not wholly paid by a day.
    func overdue(_ record: AccountRecord, on day: CivilDay) -> [AccountSource.Trade] {
        record.trades.filter { trade in
            guard trade.isOrder, trade.day <= day, let due = trade.due, due < day else { return false }
            return trade.paid.map { $0 > day } ?? true
        }
    }

    /// The sum of orders that are overdue; what was paid of them in part is not taken off.
    public func overdueAmount(_ record: AccountRecord, on day: CivilDay) throws(NoFigure) -> FixedDecimal {
        do { return try overdue(record, on: day).map(\.amount).total() } catch { throw .arithmetic(error) }
    }

    /// The shares of wallet by period, the oldest first, as far as the client's spend was known on a day.
    public func walletShares(
        _ record: AccountRecord, on day: CivilDay
    ) -> [(period: Period, share: Result<WalletShare, NoFigure>)] {
        var latest: [Period: WalletRow] = [:]
        for row in record.wallets.sorted(by: { $0.day < $1.day }) where row.day <= day { latest[row.period] = row }
        return latest.sorted { $0.key.range.from < $1.key.range.from }.map { period, row in
            do throws(NoFigure) {
                let sales = try sales(of: record, in: period.range)
                return (period, .success(try WalletShare(sales: sales, spend: row.spend, confidence: row.confidence)))
            } catch {
                return (period, .failure(error))
            }
        }
    }

    /// The marks of key factors as one side sees them on a day: for each factor and each giver the newest.
    ///
    /// - Parameter byClient: Whether the client's people gave them, of whom two at least are needed.
    public func keyFactors(_ record: AccountRecord, byClient: Bool, on day: CivilDay) throws(NoFigure) -> KeyFactors {
        struct Place: Hashable {
            let rival: Key<Rival>?
            let contact: Key<Contact>?
            let factor: Key<KeyFactor>
        }
        var newest: [Place: FactorRow] = [:]
        for row in record.factors.sorted(by: { $0.day < $1.day })
        where row.day <= day && (row.contact != nil) == byClient {
            newest[Place(rival: row.rival, contact: row.contact, factor: row.factor)] = row
        }
        var marks: [Key<Rival>?: [Key<Contact>: [Key<KeyFactor>: Score]]] = [:]
        for row in newest.values {
            marks[row.rival, default: [:]][row.contact ?? "", default: [:]][row.factor] = row.score
        }
        var means: [Key<Rival>?: [Key<KeyFactor>: FixedDecimal]] = [:]
        for (rival, views) in marks {
            means[rival] = try KeyFactors.clientsMean(views, least: byClient ? 2 : 1)
        }
        let rivals = Dictionary(uniqueKeysWithValues: means.compactMap { rival, mean in rival.map { ($0, mean) } })
        // The weights were checked where the company's text is read.
        guard let factors = try? KeyFactors(rules.factors, ours: means[nil] ?? [:], rivals: rivals) else {
            throw .noRival
        }
        return factors
    }

    /// Our strength in the client's eyes beside the hardest rival at each assessment by a day, the oldest first.
    public func relativeInTheirEyes(_ record: AccountRecord, on day: CivilDay) -> [FixedDecimal] {
        let days = Set(record.factors.filter { $0.contact != nil && $0.day <= day }.map(\.day)).sorted()
        return days.compactMap { assessed in
            try? keyFactors(record, byClient: true, on: assessed).hardest().relative
        }
    }

    /// The share of good answers of the last year, and the day of the newest; good is four fifths of the scale.
    public func satisfaction(_ record: AccountRecord, on day: CivilDay) throws(NoFigure) -> (
        share: FixedDecimal, newest: CivilDay
    ) {
        let year = Self.window(365, endingOn: day)
        let answers = record.answers.filter { year.contains($0.day) && $0.share != nil }
        let name = LocalizedText(en: "answers of the client", ru: "ответы клиента")
        guard let newest = answers.map(\.day).max() else { throw .tooFew(name, count: 0, needed: 1) }
        let good = answers.count { ($0.share ?? .zero) >= FixedDecimal(raw: 8_000_000_000_000_000) }
        do {
            return (try FixedDecimal(good).divided(by: FixedDecimal(answers.count)), newest)
        } catch {
            throw .arithmetic(error)
        }
    }

    /// Power touched within the norm.
    public func coverage(_ record: AccountRecord, on day: CivilDay) -> Coverage {
        let norm = record.calls?.norm.value(on: day) ?? 0
        return coverage(record, within: norm, on: day)
    }

    func coverage(_ record: AccountRecord, within days: Int, on day: CivilDay) -> Coverage {
        Coverage(
            of: record.client, contacts: record.contacts, touches: record.touches, norm: days,
            functions: rules.functions, on: day)
    }

    /// How much of the power stands well to us.
    public func influence(_ record: AccountRecord, on day: CivilDay) throws(NoFigure) -> Influence {
        try Influence(of: record.client, contacts: record.contacts, relations: record.relations, on: day)
    }
}
