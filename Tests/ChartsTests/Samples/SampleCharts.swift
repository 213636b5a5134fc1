import Charts
import HTML

/// The charts of the sample page.
struct SampleCharts {
    let page: SamplePage

    private func figure(_ name: String, _ finding: String, _ chart: any Chart) -> ChartFigure {
        ChartFigure(
            name: name, finding: finding, description: finding,
            caption: finding + page.words(", ₽", ", RUB"), chart: chart, in: page.language)
    }

    func cards() throws -> some Markup {
        let charts = [
            figure("bullet", page.words("До порога осталось 85 000,00", "85,000.00 to the next step"), try bullet()),
            figure("fall", page.words("Качество уменьшило выплату", "Quality lowered the pay"), try waterfall()),
            figure("trend", page.words("С июля план выполнен", "The target is met since July"), try trend()),
            figure("bars", page.words("Казань продала больше всех", "Kazan sold most"), try bars()),
            figure("group", page.words("В этом году больше", "More than last year"), try grouped()),
            figure("names", page.words("Странные имена и суммы", "Strange names and sums"), try strange()),
            figure("few", page.words("Первый месяц", "First month"), try first()),
            figure("empty", page.words("Нет данных", "No data"), try BarChart(title: "", names: [], series: [])),
        ]
        return div(.class(.cards)) { charts.map { chart in div(.class(.card)) { chart } } }
    }

    func bullet() throws -> Bullet {
        try Bullet(
            name: page.words("Комиссия: чистые продажи", "Commission: net sales"),
            value: Figure(hundredths: 241_500_000),
            target: Figure(hundredths: 250_000_000),
            thresholds: [Figure(hundredths: 150_000_000), Figure(hundredths: 250_000_000)],
            state: page.words("ниже цели, выше первого порога", "below target, above the first threshold"))
    }

    func waterfall() throws -> Waterfall {
        try Waterfall(
            title: page.words("Шаг", "Step"), amountTitle: page.words("Сумма, ₽", "Amount, RUB"),
            start: .init(page.words("Целевая выплата", "Target pay"), Figure(hundredths: 6_000_000)),
            changes: [
                .init(page.words("Выполнение плана 112 %", "Attainment 112%"), Figure(hundredths: 720_000)),
                .init(page.words("Ускоритель", "Accelerator"), Figure(hundredths: 450_000)),
                .init(
                    page.words(
                        "Множитель за качество по оценкам клиентов за квартал",
                        "Multiplier for quality by clients’ ratings of the quarter"),
                    Figure(hundredths: -1_240_000)),
                .init(page.words("Ограничение", "Cap"), Figure(hundredths: 0)),
                .init(page.words("Возвраты", "Returns"), Figure(hundredths: -190_000)),
            ], end: .init(page.words("К выплате", "Payable"), Figure(hundredths: 5_740_000)))
    }

    func trend() throws -> Trend {
        let months =
            page.language == .ru
            ? ["дек", "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя"]
            : ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
        let values: [Int64?] = [92, 85, nil, 88, 91, 79, 95, 104, 103, 112, 108, 115]
        return try Trend(
            title: page.words("Месяц", "Month"),
            periods: months.indices.map {
                .init(months[$0], value: values[$0].map { Figure(whole: $0) }, target: Figure(whole: $0 < 6 ? 90 : 100))
            }, suffix: "%")
    }

    func bars() throws -> BarChart {
        try BarChart(
            title: page.words("Подразделение", "Unit"),
            names: [
                page.words("Казань", "Kazan"), page.words("Москва", "Moscow"),
                page.words(
                    "Отдел по работе с ключевыми клиентами Северо-Запада",
                    "Key accounts of the North-West region and the islands"),
                page.words("Возвраты", "Returns"), page.words("Новый филиал", "New branch"),
                page.words("Онлайн", "Online"),
            ],
            series: [
                .init(
                    page.words("Продажи", "Sales"),
                    ([124_500_050, 98_000_000, 45_012_000, -12_340_000, nil, 0] as [Int64?]).map {
                        $0.map { Figure(hundredths: $0) }
                    })
            ])
    }

    /// Names and sums at the edge of what can be drawn.
    func strange() throws -> BarChart {
        try BarChart(
            title: page.words("Имя", "Name"),
            names: [
                "客户关系管理部门和其他所有部门以及岛屿", "👩‍👩‍👧 יעל כהן", "</text><script>alert(1)</script>",
                "Рентгеноэлектрокардиографический-отдел-без-единого-пробела", "\u{202E}abc",
            ],
            series: [
                .init(
                    page.words("Сумма", "Sum"),
                    [99_999_999_999_999, 12_345_678_901_234, -99_999_999_999_999, 1, 0].map { Figure(hundredths: $0) })
            ])
    }

    /// One value alone.
    func first() throws -> Trend {
        let name = page.words("ноябрь", "November")
        return try Trend(
            title: page.words("Месяц", "Month"),
            periods: [.init(name, value: Figure(hundredths: 5_740_000), target: Figure(hundredths: 6_000_000))])
    }

    func grouped() throws -> BarChart {
        let names = ["1", "2", "3"].map { page.words("\($0)-й квартал", "Quarter \($0)") }
        return try BarChart(
            title: page.words("Квартал", "Quarter"), names: names,
            series: [
                .init("2024", [310, 325, 340].map { Figure(whole: $0) }),
                .init("2025", ([335, 360, nil] as [Int64?]).map { $0.map { Figure(whole: $0) } }),
                .init("2026", [402, 391, 417].map { Figure(whole: $0) }),
            ])
    }
}
