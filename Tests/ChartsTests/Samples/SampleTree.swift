import HTML

/// The explanation of the sample page.
struct SampleTree {
    let page: SamplePage

    var steps: [Explanation] { [commission, bonus, missing, fixed] }

    private var commission: Explanation {
        let events = (1...3).map { number in
            Explanation(
                name: "sale \(number)",
                label: page.words("Продажа \(number), ООО «Ромашка»", "Sale \(number), Romashka Ltd"),
                amount: .figure(Figure(hundredths: Int64(number) * 50_000_000)),
                links: [NavigationItem(page.words("Строка источника", "Source row"), page.here("row"))])
        }
        return Explanation(
            name: "commission", label: page.words("Комиссия", "Commission"),
            amount: .figure(Figure(hundredths: 2_500_000)),
            links: [NavigationItem(page.words("План", "Plan"), page.here("plan"))],
            formula: page.words(
                "1 % × 1 500 000,00 + 2 % × 500 000,00 = 25 000,00", "1% × 1,500,000.00 + 2% × 500,000.00 = 25,000.00"),
            parts: [
                Explanation(
                    name: "sales", label: page.words("Чистые продажи", "Net sales"),
                    amount: .figure(Figure(hundredths: 300_000_000)), parts: events)
            ])
    }

    private var bonus: Explanation {
        Explanation(
            name: "bonus", label: page.words("Премия за выполнение плана", "Bonus for the target"),
            amount: .figure(Figure(hundredths: 3_240_000)), remark: page.words("Порог пройден.", "Threshold passed."))
    }

    private var missing: Explanation {
        Explanation(
            name: "quality", label: page.words("Качество", "Quality"),
            amount: .absent(
                reason: page.words(
                    "Нет цели на октябрь (цели, Орлова)", "There is no target for October (targets, Orlova)"),
                address: page.here("targets")))
    }

    private var fixed: Explanation {
        Explanation(
            name: "return", label: page.words("Возврат", "Return"), amount: .change(Figure(hundredths: -101_478)))
    }
}
