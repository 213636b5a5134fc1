internal import Messages

extension ExportProfile {
    /// QuickBooks: the report of sales by customer and the like, as saved from its pages.
    static let quickBooks: [ExportProfile] = [
        ExportProfile(
            "QuickBooks", LocalizedText(en: "sales in detail", ru: "продажи подробно"), feeds: ["sale"],
            signature: [
                "Date", "Transaction Type", "Num", "Product/Service", "Qty", "Sales Price", "Amount", "Balance",
            ],
            fields: [
                "date": ["Date"], "kind": ["Transaction Type"], "id": ["Num"], "product": ["Product/Service"],
                "title": ["Memo/Description"], "quantity": ["Qty"], "price": ["Sales Price"], "amount": ["Amount"],
                "client": ["Customer", "Name"], "seller": ["Sales Rep"],
            ],
            traps: [
                "Balance": LocalizedText(
                    en: "it is a running total", ru: "это нарастающий итог")
            ],
            remarks: [
                LocalizedText(
                    en: "names of customers stand in rows of their own above their sales",
                    ru: "названия клиентов стоят отдельными строками над их продажами")
            ])
    ]
}
