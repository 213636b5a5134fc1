import Charts
import HTML

/// A page with every component and chart, in both languages: looked at by people, checked by tests.
struct SamplePage {
    let language: Language
    let theme: Theme?
    var styles = Address.root

    func words(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

    func here(_ name: String) -> Address { .query([("at", name)]) }

    func page() throws -> some Markup {
        let head = PageHead(
            title: words("Мой доход, ноябрь 2026", "My pay, November 2026"), site: "Stimul", language: language,
            theme: theme, hasErrors: true, styles: styles)
        let charts = try SampleCharts(page: self).cards()
        return PageFrame(
            head: head, navigation: navigation,
            footerLinks: [
                NavigationItem(words("Помощь", "Help"), here("help")),
                NavigationItem(words("Учётная запись", "Account"), here("account")),
            ],
            footerNote: words("ООО «Альфа Трейд», данные на 28 ноября, 14:05", "Alfa Trade, data to 28 Nov 14:05")
        ) {
            Breadcrumbs(
                [NavigationItem(words("Доход", "Pay"), here("pay")), NavigationItem("2026", here("2026"))],
                label: words("Путь", "Path"))
            h1 { words("Мой доход, ноябрь 2026", "My pay, November 2026") }
            hero
            charts
            tables
            SampleForms(page: self).cards
        }
    }

    private var navigation: Navigation {
        let titles = [
            words("Доход", "My pay"), words("Команда", "My team"), words("Период", "Period"), words("Данные", "Data"),
            words("Планы и показатели", "Plans & KPIs"), words("Журнал", "Ledger"),
        ]
        return Navigation(
            language: language, site: "Stimul", home: .root,
            items: titles.enumerated().map { NavigationItem($1, here($1), isCurrent: $0 == 0) },
            account: NavigationItem(words("Анна Орлова", "Anna Orlova"), here("account")))
    }

    private var hero: some Markup {
        div(.class(.card)) {
            Hero(
                words("Заработано", "Earned so far"), .figure(Figure(hundredths: 5_740_000)), unit: "₽",
                notes: [
                    words("Цель 60 000,00 ₽ · данные на 28 ноября, 14:05", "Target 60,000.00 ₽ · data to 28 Nov 14:05")
                ],
                in: language)
            SummaryList(
                [
                    SummaryRow(words("Свободно", "Free"), .amount(.figure(Figure(hundredths: 4_200_000)))),
                    SummaryRow(
                        words("Удержано", "Held"), .amount(.figure(Figure(hundredths: 1_540_000))),
                        note: words("до оплаты клиентом", "until the client pays")),
                    SummaryRow(words("Изменение", "Change"), .amount(.change(Figure(hundredths: -125_050)))),
                    SummaryRow(
                        words("План", "Plan"), .name(words("Менеджер по продажам", "Sales manager"), here("plan")),
                        change: NavigationItem(words("Сравнить", "Compare"), here("compare"))),
                    SummaryRow(
                        words("Прогноз", "Forecast"),
                        .amount(
                            .absent(
                                reason: words("Прогноз нужны 3 рабочих дня", "The forecast needs 3 working days"),
                                address: here("forecast")))),
                    SummaryRow(words("Состояние", "State"), .state(StateTag(words("Черновик", "Draft"), .warn))),
                ], in: language)
            Notice(words("Пересчитывается: план изменён.", "Being recalculated since the plan changed."), .info)
            Notice(words("Цель не задана.", "There is no target."), .warn)
            p {
                StateTag(words("Выплачено", "Paid"), .gain)
                " "
                StateTag(words("Отклонено", "Refused"), .loss)
                " "
                StateTag(words("Открыто", "Open"), .info)
                " "
                StateTag(words("Закрыто", "Closed"))
            }
        }
    }

    private var tables: some Markup {
        div {
            div(.class(.card)) {
                DataTable(
                    name: "people", caption: words("Команда, выплаты за ноябрь, ₽", "Team, pay of November, RUB"),
                    columns: [
                        Column(words("Сотрудник", "Person")),
                        Column(
                            words("Продажи", "Sales"), figures: true,
                            sorting: .init(here("sales"), order: .none)),
                        Column(
                            words("К выплате", "Payable"), figures: true,
                            sorting: .init(here("payable"), order: .descending)),
                        Column(words("Изменение", "Change"), figures: true), Column(words("Состояние", "State")),
                    ],
                    rows: people, totals: [total], language: language)
                CursorPages(
                    shown: words("5 из 1 204 человек", "5 of 1,204 people"), first: here("first"), next: here("next"),
                    in: language)
            }
            Card(name: "why", heading: words("Почему столько", "Why this sum")) {
                ExplanationTree(SampleTree(page: self).steps, unfolding: .to("sale 2"), in: language)
            }
        }
    }

    private var total: TableRow {
        TableRow(
            .text(words("Итого по всем", "Total of all")),
            [
                .amount(.figure(Figure(hundredths: 1_234_567_890))), .amount(.figure(Figure(hundredths: 19_768_830))),
                .amount(.change(Figure(hundredths: 0))), .empty,
            ])
    }

    private var people: [TableRow] {
        let names = [
            words("Анна Орлова", "Anna Orlova"), words("Борис Белов", "Boris Belov"),
            words("Вера Константинопольская-Задунайская", "Vera Constantinopolskaya-Zadunayskaya"), "יעל כהן",
            "<b>O'Neil & \"Sons\"</b>",
        ]
        let pays: [Amount] = [
            .figure(Figure(hundredths: 5_740_000)), .figure(Figure(hundredths: -101_478)),
            .figure(Figure(hundredths: 0)),
            .absent(reason: words("Нет цели на ноябрь", "No target for November"), address: here("target")),
            .figure(Figure(hundredths: 99_999)),
        ]
        return names.indices.map { place in
            TableRow(
                .name(names[place], here(names[place])),
                [
                    .amount(.figure(Figure(hundredths: 150_000_000 >> Int64(place)))),
                    .amount(pays[place], reason: here("why")),
                    .amount(.change(Figure(hundredths: Int64(place - 2) * 125_050))),
                    .state(StateTag(words("Проверено", "Reviewed"), .gain)),
                ])
        }
    }
}
