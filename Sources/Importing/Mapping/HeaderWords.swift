/// What columns are called in Russian and English: field → headers. Data, not code: a new word is a new text in a list.
enum HeaderWords {
    /// Headers by field, most usual first. A field of any kind is found by its own name too.
    static let byField: [String: [String]] = [
        "id": [
            "id", "ид", "номер", "№", "код", "number", "no", "record id", "order id", "order number", "номер заказа",
            "номер документа", "ссылка", "ref key", "transaction id", "invoice number", "num", "deal id",
            "opportunity id", "табельный номер", "employee id", "артикул", "sku", "guid", "uid", "идентификатор",
        ],
        "date": [
            "дата", "date", "day", "день", "дата продажи", "дата документа", "дата отгрузки", "дата реализации",
            "order date", "sale date", "close date", "closedate", "invoice date", "transaction date", "дата сделки",
            "дата закрытия", "период", "created utc", "created", "дата создания", "create date", "posting date",
            "дата операции", "orderdate",
        ],
        "paid_on": [
            "дата оплаты", "оплачено", "paid on", "payment date", "paid date", "date paid", "дата платежа",
            "paid at utc",
        ],
        "seller": [
            "продавец", "менеджер", "ответственный", "seller", "owner", "sales rep", "rep", "salesperson",
            "sales person",
            "deal owner", "opportunity owner", "account owner", "ответственный менеджер", "сотрудник", "manager",
            "агент", "исполнитель", "ownerid", "assigned by id", "кассир", "автор", "sales representative", "sold by",
        ],
        "person": [
            "сотрудник", "person", "employee", "менеджер", "фио", "rep", "продавец", "работник", "name", "имя",
            "sales rep", "ответственный", "employee name", "фио сотрудника",
        ],
        "name": [
            "фио", "имя", "name", "full name", "сотрудник", "работник", "ф и о", "employee name", "полное имя",
            "employee", "физическое лицо",
        ],
        "client": [
            "клиент", "контрагент", "покупатель", "client", "customer", "account", "account name", "company",
            "компания",
            "customer name", "заказчик", "company name", "название компании", "associated company", "контакт",
            "компания контакта", "партнер", "bill to", "customer id", "организация контрагента", "name customer",
        ],
        "product": [
            "товар", "номенклатура", "продукт", "product", "item", "услуга", "product service", "product name",
            "item name", "наименование товара", "sku", "артикул", "товар услуга", "memo description",
        ],
        "amount": [
            "сумма", "amount", "бюджет", "стоимость", "выручка", "total", "сумма руб", "сумма продажи", "revenue",
            "sales", "subtotal", "opportunity", "сумма документа", "сумма сделки", "оплата", "net amount", "price",
            "сумма с ндс", "итоговая сумма", "продажи", "amount usd", "line total", "кредит", "оборот", "сумма оплаты",
            "total amount", "gross amount", "deal amount", "сумма без ндс",
        ],
        "cost": ["себестоимость", "cost", "cogs", "закупка", "затраты", "себестоимость руб", "cost of goods"],
        "quantity": [
            "количество", "кол во", "quantity", "qty", "шт", "штук", "units", "кол-во", "количество шт",
        ],
        "price": ["цена", "price", "unit price", "цена за единицу", "sales price", "rate"],
        "currency": ["валюта", "currency", "currency code", "код валюты", "currency id", "amount currency"],
        "kind": ["тип", "вид", "type", "kind", "вид операции", "хозоперация", "transaction type", "тип сделки"],
        "type": ["тип", "вид", "type", "kind", "transaction type"],
        "stage": [
            "этап", "стадия", "стадия сделки", "этап сделки", "stage", "deal stage", "stagename", "status", "статус",
        ],
        "status": ["статус", "status", "состояние", "state"],
        "title": [
            "название", "наименование", "title", "name", "название сделки", "deal name", "opportunity name",
            "company name", "полное наименование", "название компании",
        ],
        "segment": [
            "сегмент", "segment", "группа", "категория", "тип компании", "industry", "сфера деятельности", "category",
        ],
        "group": ["группа", "group", "категория", "category", "товарная группа", "номенклатурная группа"],
        "period": ["период", "месяц", "period", "month", "квартал", "quarter", "отчетный период", "год", "year"],
        "metric": ["показатель", "метрика", "metric", "kpi", "measure", "indicator"],
        "subject": [
            "сотрудник", "менеджер", "кто", "subject", "rep", "продавец", "person", "employee", "фио", "подразделение",
            "sales rep", "филиал", "отдел", "name",
        ],
        "value": ["значение", "план", "value", "target", "quota", "норма", "цель", "факт", "goal", "показание"],
        "author": ["автор", "кто внес", "author", "entered by", "created by", "ответственный"],
        "evidence": ["основание", "подтверждение", "evidence", "источник", "comment", "комментарий"],
        "position": ["должность", "position", "job title", "title", "role", "роль"],
        "unit": ["подразделение", "отдел", "unit", "department", "филиал", "team", "команда", "branch"],
        "manager": ["руководитель", "начальник", "manager", "reports to", "supervisor"],
        "parent": ["родитель", "входит в", "parent", "вышестоящее подразделение", "parentid"],
        "from": [
            "с", "начало", "from", "start", "start date", "дата начала", "дата приема", "hire date", "действует с",
        ],
        "until": [
            "по", "до", "конец", "until", "end", "end date", "дата окончания", "дата увольнения", "действует до",
        ],
        "share": ["доля", "share", "ставка", "fte", "процент", "split", "занятость", "percent"],
        "base_pay": ["оклад", "base pay", "salary", "base salary", "тариф"],
        "role": ["роль", "role"],
        "rate": ["ставка", "курс", "rate", "процент", "commission rate", "exchange rate"],
        "units": ["единиц", "номинал", "units", "кратность"],
        "sale": ["продажа", "сделка", "sale", "deal", "invoice", "счет", "заказ", "order", "invoice id"],
        "reason": ["причина", "основание", "reason", "комментарий"],
        "urgent": ["срочно", "срочный", "urgent"],
    ]

    /// What the kinds of tables are called: by the name of a sheet or a file.
    static let byKind: [String: [String]] = [
        "sale": ["продажи", "реализация", "sales", "deals", "сделки", "orders", "заказы", "opportunities", "invoices"],
        "payment": ["оплаты", "платежи", "payments", "receipts", "поступления"],
        "refund": ["возвраты", "returns", "refunds"],
        "person": ["сотрудники", "people", "employees", "люди", "персонал", "reps", "staff"],
        "client": ["клиенты", "контрагенты", "clients", "customers", "accounts", "companies", "компании"],
        "product": ["товары", "номенклатура", "products", "items", "услуги"],
        "unit": ["подразделения", "отделы", "units", "departments", "филиалы"],
        "targets": ["планы", "план", "targets", "quota", "quotas", "нормы", "goals"],
        "entered": ["показатели", "факт", "entered", "оценки"],
        "assignments": ["назначения", "assignments", "кадры", "штат", "штатное расписание"],
        "exchange_rates": ["курсы", "курсы валют", "exchange rates", "rates"],
    ]

    /// The same, taken apart once.
    static let wordsByField = byField.mapValues { $0.map(HeaderWord.init) }

    /// The distance from UTC in minutes that a header states for its times: `Created (UTC)`.
    static func offset(_ title: String) -> Int? {
        PlainSpelling.words(title).contains { $0 == "utc" || $0 == "gmt" } ? 0 : nil
    }

    private static let known: Set<String> = Set(byField.values.joined().map(PlainSpelling.key)).union(
        byField.keys.map(PlainSpelling.key))

    /// Whether a text is the name of a column in many tables.
    static func isKnown(_ text: String) -> Bool {
        text.utf8.count <= 200
            && (known.contains(PlainSpelling.key(text)) || ExportProfile.knownHeaders.contains(PlainSpelling.key(text)))
    }
}
