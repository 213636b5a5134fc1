/// Sentences that many companies in these tests begin with.
enum Sales {
    /// Sales with a seller and an amount, and a monthly plan for every seller without components yet.
    static let kind = """
        events:
          sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
        metrics:
          sales: {unit: RUB, value: sum(sale.amount)}

        """

    /// ``kind`` with a monthly plan of one component.
    static func paying(_ component: String, plan: String = "period: month") -> String {
        kind + """
            plans:
              seller:
                for: {position: seller}
                \(plan)
                components:
                  pay: \(component)
            """
    }

    /// Rows of `sale.csv`: `"2026-01-14 anna 850000"`, numbered from 1.
    static func table(_ rows: String...) -> [String: String] {
        let lines = rows.enumerated().map { number, row in
            "\(number + 1),\(row.split(separator: " ").joined(separator: ","))\n"
        }
        return ["sale.csv": "id,date,seller,amount\n" + lines.joined()]
    }
}
