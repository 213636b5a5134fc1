internal import Messages
import Periods
public import Quantities

extension Radar {
    /// R7–R9, R27, R29: sales, wallet, money, incentives and rivals.
    func trade(_ account: RadarAccount, market: SalesTrend?, on day: CivilDay) -> [Finding] {
        [
            salesFall(account, market: market, on: day), walletFalls(account, on: day), money(account, on: day),
            incentive(account, on: day), rivalAhead(account, on: day),
        ].compactMap(\.self)
    }

    /// How far a client's sales and orders changed against those of all: (now ÷ before) ÷ (all now ÷ all before) − 1.
    ///
    /// The windows are of equal length for everybody, so their lengths cancel out.
    public static func change(
        _ trend: SalesTrend, against market: SalesTrend
    ) throws(NoFigure) -> (revenue: FixedDecimal, orders: FixedDecimal) {
        func relative(
            _ now: FixedDecimal, _ before: FixedDecimal, _ allNow: FixedDecimal, _ allBefore: FixedDecimal
        ) throws(NoFigure) -> FixedDecimal {
            let name = LocalizedText(en: "sales in the windows compared", ru: "продажи в сравниваемых окнах")
            let own = try Exact.share(now, of: before, name)
            let all = try Exact.share(allNow, of: allBefore, name)
            return try Exact.difference(try Exact.share(own, of: all, name), .one)
        }
        return (
            try relative(trend.revenue, trend.revenueBefore, market.revenue, market.revenueBefore),
            try relative(
                FixedDecimal(trend.orders), FixedDecimal(trend.ordersBefore), FixedDecimal(market.orders),
                FixedDecimal(market.ordersBefore))
        )
    }

    private func salesFall(_ account: RadarAccount, market: SalesTrend?, on day: CivilDay) -> Finding? {
        guard let trend = account.sales, let market, let change = try? Self.change(trend, against: market),
            let limit = try? thresholds.drop.negated(), change.revenue <= limit, change.orders <= limit
        else { return nil }
        let (revenue, orders) = (change.revenue.percent, change.orders.percent)
        let text = LocalizedText(en: "\(revenue) % / \(orders) %", ru: "\(revenue) % / \(orders) %")
        return Finding(
            .salesFall, account.client.text, client: account.client, since: day, .alarm, to: [.manager, .head],
            [
                Finding.Evidence(
                    account.client.text, en: "91 days against all key clients: revenue / orders \(text)",
                    ru: "91 день к остальным ключевым: выручка / заказы \(text)")
            ])
    }

    private func walletFalls(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        var evidence: [Finding.Evidence] = []
        let last = Array(account.wallet.suffix(3))
        if last.count == 3, last[0] > last[1], last[1] > last[2] {
            let text = last.map { LocalizedText(en: "\($0.percent) %", ru: "\($0.percent) %") }.joined(separator: ", ")
            evidence.append(
                Finding.Evidence(account.client.text, en: "share of wallet \(text)", ru: "доля у клиента \(text)"))
        }
        for risk in account.risks where risk.kind == .secondSupplier && !risk.isSettled && risk.seenOn <= day {
            evidence.append(Finding.Evidence(risk.id.text, en: "second supplier", ru: "второй поставщик"))
        }
        guard !evidence.isEmpty else { return nil }
        return Finding(
            .wallet, account.client.text, client: account.client, since: day, .warning, to: [.manager, .head], evidence)
    }

    private func money(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let since = account.overdueSince, age(since, day) > thresholds.moneyWarning else { return nil }
        let isAlarm = age(since, day) > thresholds.moneyAlarm
        return Finding(
            .money, account.client.text, client: account.client,
            since: since.adding(days: thresholds.moneyWarning)?.adding(days: 1) ?? day, isAlarm ? .alarm : .warning,
            to: isAlarm ? [.manager, .finance, .head] : [.manager, .finance],
            [
                Finding.Evidence(
                    account.client.text, en: "overdue \(age(since, day)) days",
                    ru: "просрочка, дней: \(age(since, day))")
            ])
    }

    private func incentive(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let (now, gains) = account.incentive else { return nil }
        var evidence: [Finding.Evidence] = []
        var severity = Severity.warning
        if let ceiling = try? now.ceiling(), let cost = try? now.cost(),
            let share = try? Exact.share(cost, of: ceiling, LocalizedText("ceiling")), share >= thresholds.ceiling
        {
            if share > .one { severity = .alarm }
            evidence.append(
                Finding.Evidence(
                    account.client.text, en: "\(share.percent) % of the ceiling", ru: "\(share.percent) % предела"))
        }
        let last = gains.suffix(2)
        if last.count == 2, last.allSatisfy({ $0 <= .zero }) {
            evidence.append(
                Finding.Evidence(account.client.text, en: "two quarters without effect", ru: "два квартала без эффекта")
            )
        }
        guard !evidence.isEmpty else { return nil }
        return Finding(
            .incentive, account.client.text, client: account.client, since: day, severity, to: [.manager, .finance],
            evidence)
    }

    private func rivalAhead(_ account: RadarAccount, on day: CivilDay) -> Finding? {
        guard let now = account.relativeInTheirEyes.last else { return nil }
        let before = account.relativeInTheirEyes.dropLast().last
        let fell = before.flatMap { try? $0.subtracting(now) }.map { $0 >= thresholds.relativeFall } ?? false
        guard now < thresholds.relative || fell else { return nil }
        let text = [before, now].compactMap { $0?.shown(places: 2) }.joined(separator: " → ")
        return Finding(
            .rivalAhead, account.client.text, client: account.client, since: day, .warning, to: [.manager, .marketing],
            [Finding.Evidence(account.client.text, en: "in their eyes \(text)", ru: "в их глазах \(text)")])
    }
}
