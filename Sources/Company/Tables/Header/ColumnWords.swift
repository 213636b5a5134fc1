/// How spreadsheets and the exports of other programs call what most companies record.
enum ColumnWords {
    private static let words: [Set<String>] = [
        ["id", "№", "номер", "код", "number", "no", "no.", "номер документа", "документ", "сделка", "deal id"],
        ["date", "day", "дата", "день", "close date", "дата документа", "дата продажи", "период"],
        ["amount", "sum", "total", "revenue", "сумма", "выручка", "стоимость", "сумма документа"],
        [
            "seller", "owner", "person", "rep", "sales rep", "salesperson", "manager", "employee", "продавец",
            "менеджер",
            "сотрудник", "ответственный", "фио",
        ],
        ["client", "customer", "account", "клиент", "покупатель", "контрагент", "заказчик"],
        ["quantity", "qty", "pieces", "количество", "кол-во"],
        ["price", "цена"], ["cost", "себестоимость", "закупка"], ["margin", "profit", "маржа", "прибыль"],
        ["name", "title", "имя", "наименование", "название"],
        ["metric", "kpi", "показатель"], ["period", "month", "период", "месяц"],
        ["value", "target", "quota", "plan", "значение", "план", "норма"],
        ["subject", "сотрудник", "подразделение"], ["position", "role", "должность"],
        ["unit", "department", "подразделение", "отдел"],
        ["product", "item", "sku", "товар", "номенклатура", "продукт"],
    ]

    /// Which of the names of a first row means what a field is called.
    static func position(of field: String, in names: [String]) -> Int? {
        let field = field.lowercased()
        let same = words.filter { $0.contains(field) }.reduce(into: Set<String>()) { $0.formUnion($1) }
        return names.firstIndex { same.contains(plain($0)) }
    }

    /// A column's name without capitals and without the unit behind it: `Сумма, руб.` is `сумма`.
    private static func plain(_ name: String) -> String {
        let word = name.lowercased().prefix { !",(:".contains($0) }
        return word.split { $0.isWhitespace }.joined(separator: " ")
    }
}
