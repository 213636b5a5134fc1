import HTML

/// The form and the states of the sample page.
struct SampleForms {
    let page: SamplePage

    private var errors: [FieldError] {
        [
            FieldError(
                field: "amount",
                page.words(
                    "Введите ожидаемую сумму, например 57 400,00", "Enter the amount you expected, such as 57,400.00")),
            FieldError(field: "kind", page.words("Выберите, что не сходится", "Choose what differs")),
        ]
    }

    var cards: some Markup {
        div {
            Card(name: "dispute", heading: page.words("Спор", "Dispute")) {
                ErrorSummary(errors, in: page.language)
                form(.post, action: page.here("dispute")) { fields }
            }
            states
        }
    }

    @MarkupBuilder private var fields: some Markup {
        FormField(
            name: "amount", label: page.words("Я ожидал", "I expected"),
            hint: page.words("В рублях и копейках", "In roubles and kopecks"), errors: errors,
            control: .line(value: "abc\"><script>", mode: .decimal), in: page.language)
        ChoiceField(
            name: "kind", question: page.words("Что не сходится?", "What differs?"), errors: errors,
            choices: [
                Choice("total", page.words("Вся сумма", "The whole sum")),
                Choice(
                    "line", page.words("Одна строка", "One line"),
                    hint: page.words("Например, комиссия", "Such as the commission")),
            ], in: page.language)
        FormField(
            name: "unit", label: page.words("Подразделение", "Unit"),
            control: .list(
                [Choice("m", page.words("Москва", "Moscow")), Choice("k", page.words("Казань", "Kazan"))], chosen: "k"),
            in: page.language)
        FormField(
            name: "text", label: page.words("Пояснение", "Explanation"), isOptional: true,
            control: .lines(value: page.words("\nСделка 4711 моя.", "\nSale 4711 is mine."), rows: 4), in: page.language
        )
        FormField(
            name: "file", label: page.words("Таблица сделок", "Table of deals"), control: .file, in: page.language)
        ActionButton(page.words("Отправить спор", "Send the dispute"))
        " "
        ActionButton(page.words("Сохранить черновик", "Save a draft"), isMain: false)
    }

    private var states: some Markup {
        div(.class(.cards)) {
            StatePanel(
                .empty, heading: page.words("В ноябре пока нет продаж", "Nothing sold yet in November"),
                text: page.words("Первая продажа появится здесь сразу.", "Your first sale shows here at once."),
                actions: [NavigationItem(page.words("Октябрь", "October"), page.here("october"))])
            StatePanel(
                .waiting(done: 62), heading: page.words("Идёт расчёт", "Calculating"),
                text: page.words("Раскладываем события, начато в 14:02.", "Laying out events, started 14:02 by Dina."),
                actions: [NavigationItem(page.words("Остановить", "Stop"), page.here("stop"))])
            StatePanel(
                .error, heading: page.words("Нет цели на октябрь", "There is no target for October"),
                text: page.words(
                    "Строка «Продажи» не рассчитана. Исправить может Орлова.", "Sales has no value. Orlova can mend it."
                ),
                actions: [NavigationItem(page.words("Цели", "Targets"), page.here("targets"))])
            StatePanel(
                .forbidden, heading: page.words("Утверждает другой", "Somebody else approves"),
                text: page.words("Нужны финансы: Дина или Егор.", "Approving takes Finance: Dina, Egor."))
        }
    }
}
