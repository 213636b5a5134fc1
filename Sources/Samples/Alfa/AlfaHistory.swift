/// What was known of each row by the end of each month.
struct AlfaHistory {
    /// A sale of March that nobody entered before May.
    static let lateSale = (id: "S0821", month: 5)
    /// A sale of February entered with two digits changed over, put right in March.
    static let mistyped = (id: "S0557", amount: "78264.00")
    /// A return of May that the store told of in July only.
    static let lateReturn = (id: "R035", month: 7)
    /// A sale of May whose second seller had to dispute his statement before his share was entered in June.
    static let disputed = (id: "S1379", month: 6)
    /// What the cancelled order of April was entered with; in May it was set to nothing.
    static let cancelled = (amount: "120000.00", cost: "90000.00", month: 5)

    private var hired: [String: Int] = [:]
    private var clientSince: [String: Int] = [:]
    private var saleMonth: [String: Int] = [:]

    init(_ tables: [AlfaSheet]) {
        let byPath = Dictionary(uniqueKeysWithValues: tables.map { ($0.path, $0.rows) })
        for row in byPath["assignments.csv"] ?? [] {
            hired[row[0]] = min(hired[row[0]] ?? 12, Self.month(row[4]))
        }
        for row in byPath["sale.csv"] ?? [] {
            saleMonth[row[0]] = row[0] == Self.lateSale.id ? Self.lateSale.month : Self.month(row[1])
        }
        let mentions = [
            ("sale.csv", 3, 1), ("client_status.csv", 2, 1), ("export_sale.csv", 3, 1), ("teams.csv", 0, 3),
        ]
        for (path, client, day) in mentions {
            for row in byPath[path] ?? [] {
                clientSince[row[client]] = min(clientSince[row[client]] ?? 12, Self.month(row[day]))
            }
        }
    }

    /// The rows of a table that a month brought or changed; `nil` when there were none.
    func news(of table: AlfaSheet, in month: Int) -> SampleFile? {
        let rows = table.rows.compactMap { row -> String? in
            guard let now = known(row, table.path, by: month) else { return nil }
            if month > 1, known(row, table.path, by: month - 1) == now { return nil }
            return now.joined(separator: ",")
        }
        guard !rows.isEmpty else { return nil }
        let text = ([table.columns] + rows).joined(separator: "\n") + "\n"
        return SampleFile(path: table.path, bytes: [UInt8](text.utf8))
    }

    /// A row as it was known at the end of a month; `nil` before it was entered.
    private func known(_ row: [String], _ path: String, by month: Int) -> [String]? {
        guard entered(row, path) <= month else { return nil }
        switch path {
        case "sale.csv": return sale(row, by: month)
        case "lead.csv":
            // Nobody can have lost or won what nobody has taken up.
            if row[3].isEmpty || Self.month(row[3]) <= month { return row }
            return row.replacing(3, with: "").replacing(4, with: "open")
        case "claim.csv", "teams.csv": return row.blanking(4, after: month)
        case "commitment.csv": return promise(row, by: month)
        case "assignments.csv": return row.blanking(5, after: month)
        case "focus_rates.csv": return row.blanking(3, after: month)
        case "goals.csv":
            if Self.quarterEnd(row[1]) <= month { return row }
            return (5...8).reduce(row) { $0.replacing($1, with: "") }
        default: return row
        }
    }

    /// The month in which a row was first entered.
    private func entered(_ row: [String], _ path: String) -> Int {
        switch path {
        case "units.csv", "positions.csv", "products.csv": 1
        case "people.csv": hired[row[0]] ?? 1
        case "clients.csv": clientSince[row[0]] ?? 1
        case "assignments.csv": Self.month(row[4])
        case "teams.csv": Self.month(row[3])
        case "targets.csv": max(Self.quarterStart(row[2]), hired[row[1]] ?? 1)
        case "entered.csv": Self.quarterEnd(row[2])
        case "goals.csv": Self.quarterStart(row[1])
        case "spot.csv", "focus_rates.csv": Self.month(row[2])
        case "sale.csv": saleMonth[row[0]] ?? 1
        case "sale_share.csv": row[0] == Self.disputed.id ? Self.disputed.month : saleMonth[row[0]] ?? 1
        case "payment.csv": max(Self.month(row[1]), saleMonth[row[2]] ?? 1)
        case "return.csv":
            row[0] == Self.lateReturn.id ? Self.lateReturn.month : max(Self.month(row[1]), saleMonth[row[7]] ?? 1)
        default: Self.month(row[1])
        }
    }

    /// A promise before it was taken on, done, confirmed, moved or denied.
    private func promise(_ row: [String], by month: Int) -> [String] {
        let (accepted, done, confirmed, ended, denied) = (11, 12, 13, 17, 18)
        func isAhead(_ place: Int) -> Bool { !row[place].isEmpty && Self.month(row[place]) > month }
        var known = row
        if isAhead(denied) { known = known.replacing(denied, with: "").replacing(10, with: "kept") }
        if isAhead(confirmed) {
            known = (confirmed...16).reduce(known) { $0.replacing($1, with: "") }.replacing(10, with: "done")
        }
        if isAhead(done) || isAhead(ended) {
            known = (done...denied).reduce(known) { $0.replacing($1, with: "") }
                .replacing(10, with: known[accepted].isEmpty ? "made" : "accepted")
        }
        return isAhead(accepted) ? known.replacing(accepted, with: "").replacing(10, with: "made") : known
    }

    private func sale(_ row: [String], by month: Int) -> [String] {
        let known = row.blanking(8, after: month)
        if row[0] == Self.mistyped.id, month == saleMonth[row[0]] {
            return known.replacing(5, with: Self.mistyped.amount)
        }
        if row[5] == "0.00", month < Self.cancelled.month {
            return known.replacing(5, with: Self.cancelled.amount).replacing(6, with: Self.cancelled.cost)
        }
        return known
    }

    // MARK: Months

    /// The month of a day; what lies before the year was there in January.
    static func month(_ day: String) -> Int {
        day.hasPrefix("2026-") ? Int(day.dropFirst(5).prefix(2)) ?? 1 : 1
    }

    /// The first month of the quarter in which a period begins: plans are set by the quarter.
    private static func quarterStart(_ period: String) -> Int {
        if let quarter = Int(period.suffix(1)), period.contains("Q") { return 3 * quarter - 2 }
        return (month(period) - 1) / 3 * 3 + 1
    }

    private static func quarterEnd(_ period: String) -> Int { quarterStart(period) + 2 }
}

extension [String] {
    fileprivate func replacing(_ place: Int, with text: String) -> [String] {
        var cells = self
        cells[place] = text
        return cells
    }

    /// The cells without a day that lies after the month.
    fileprivate func blanking(_ place: Int, after month: Int) -> [String] {
        self[place].isEmpty || AlfaHistory.month(self[place]) <= month ? self : replacing(place, with: "")
    }
}
