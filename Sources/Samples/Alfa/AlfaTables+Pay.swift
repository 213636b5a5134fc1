import Periods

/// The tables that only pay rests on: sales abroad, rates, goals, rewards.
extension AlfaTables {
    static var exportSales: SampleFile {
        var table = TableBytes(columns: "id", "date", "seller", "client", "currency", "amount")
        for (number, sale) in AlfaExport.all.enumerated() {
            table.cell(identifier("X", number + 1, width: 2))
            table.cell(day: sale.day)
            table.cells(sale.seller, sale.client, sale.currency)
            table.cell(kopecks: sale.amount)
            table.endRow()
        }
        return table.file("export_sale.csv")
    }

    static var exchangeRates: SampleFile {
        var table = TableBytes(columns: "currency", "from", "rate", "units")
        for rate in AlfaExport.rates {
            table.cell(rate.currency)
            table.cell(day: rate.from)
            table.cell(thousandths: rate.rate)
            table.cell(number: rate.units)
            table.endRow()
        }
        return table.file("exchange_rates.csv")
    }

    /// What is paid besides for goods in focus; from July on other goods are.
    static var focusRates: SampleFile {
        let half = SampleYear.day(7, 1)
        let start = SampleYear.day(1, 1)
        let rows: [(group: String, segment: String, from: CivilDay, until: CivilDay?, rate: String)] = [
            ("sweets", "", start, half, "0.4%"), ("sweets", "horeca", start, nil, "0.8%"),
            ("drinks", "retail", start, half, "0.5%"), ("drinks", "retail", half, nil, "0.7%"),
            ("hygiene", "", half, nil, "0.6%"), ("", "wholesale", start, nil, "0.2%"),
        ]
        var table = TableBytes(columns: "group", "segment", "from", "until", "rate")
        for row in rows {
            table.cells(row.group, row.segment)
            table.cell(day: row.from)
            table.cell(day: row.until)
            table.cell(row.rate)
            table.endRow()
        }
        return table.file("focus_rates.csv")
    }

    static var goals: SampleFile {
        var table = TableBytes(
            columns: "person", "period", "goal", "title", "weight", "reached", "assessor", "evidence", "date")
        for goal in AlfaGoal.all {
            table.cells(
                goal.head, "2026-Q\(goal.quarter)", goal.goal, goal.title, "\(goal.weight)%", "\(goal.reached)%",
                "orlova", goal.evidence)
            table.cell(day: SampleYear.months[3 * goal.quarter - 1].last)
            table.endRow()
        }
        return table.file("goals.csv")
    }

    static var rewards: SampleFile {
        var table = TableBytes(
            columns: "id", "person", "given", "amount", "author", "reason", "event", "happened")
        for (number, reward) in AlfaReward.all.enumerated() {
            table.cell(identifier("B", number + 1, width: 2))
            table.cells(reward.person, reward.given)
            table.cell(kopecks: reward.amount * 100)
            table.cells(reward.author, reward.reason, reward.event, reward.happened)
            table.endRow()
        }
        return table.file("spot.csv")
    }
}
