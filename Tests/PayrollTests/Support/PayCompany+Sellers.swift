/// The company that most tests begin with.
extension PayCompany {
    /// Anna and Bella sell; 10 % of what one sold in the month is his.
    static let sellers = """
        company: {name: Test, currency: RUB}
        positions: {seller: Seller}
        units: {sales: Sales}
        events:
          sale: {fields: {date: day, seller: person, amount: money, paid: money?, paid_on: day?}, credit: sale.seller}
        metrics:
          sold: {unit: RUB, value: sum(sale.amount)}
        plans:
          seller:
            for: {position: seller}
            period: month
            components:
              commission: {commission: sold, rate: 10%}
        """

    static let people = [
        "people.csv": "id,name\nanna,Anna\nbella,Bella\n",
        "assignments.csv": """
        person,position,unit,from,until,share,base_pay
        anna,seller,sales,2025-01-01,,,90000
        bella,seller,sales,2025-01-01,,,90000

        """,
    ]

    /// Sellers who have sold: `1,2026-01-12,anna,10000,,`.
    static func sellers(_ sales: String..., text: String = sellers) throws -> PayCompany {
        try PayCompany(text, people.merging(["sale.csv": table("sale.csv", sales)]) { $1 })
    }

    static func table(_ name: String, _ rows: [String]) -> String {
        ([header(of: name)] + rows).map { $0 + "\n" }.joined()
    }

    /// The columns of the tables of these tests.
    static func header(of table: String) -> String {
        switch table {
        case "people.csv": "id,name"
        case "assignments.csv": "person,position,unit,from,until,share,base_pay"
        case "sale.csv": "id,date,seller,amount,paid,paid_on"
        case "payment.csv": "id,date,sale,amount"
        case "sale_share.csv": "sale,person,share"
        case "entered.csv", "targets.csv": "metric,subject,period,value,author"
        default: "id"
        }
    }
}
