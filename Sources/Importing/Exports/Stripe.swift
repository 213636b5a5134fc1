internal import Messages

extension ExportProfile {
    /// Stripe: its export of payments.
    static let stripe: [ExportProfile] = [
        ExportProfile(
            "Stripe", LocalizedText(en: "payments", ru: "платежи"), feeds: ["payment", "sale"],
            signature: ["id", "Created (UTC)", "Amount", "Amount Refunded", "Currency", "Status", "Customer ID"],
            fields: [
                "id": ["id"], "date": ["Created (UTC)"], "amount": ["Amount"], "currency": ["Currency"],
                "status": ["Status"], "client": ["Customer ID", "Customer Email"], "sale": ["Invoice ID"],
                "title": ["Description"],
            ],
            remarks: [
                LocalizedText(
                    en: "times are of UTC: 2026-01-31 22:10 is 1 February in Moscow",
                    ru: "время — по UTC: 2026-01-31 22:10 в Москве уже 1 февраля"),
                LocalizedText(
                    en: "what was paid back stands in 'Amount Refunded', without a day of its own",
                    ru: "возвраты стоят в «Amount Refunded», без своего дня"),
            ])
    ]
}
