internal import Messages

extension ExportProfile {
    /// 1С: lists and reports saved as tables, and what its OData service gives.
    static let oneC: [ExportProfile] = [
        ExportProfile(
            "1С", LocalizedText(en: "list of sales", ru: "список реализаций"), feeds: ["sale"],
            signature: ["Дата", "Номер", "Контрагент", "Сумма", "Вид операции", "Организация"],
            fields: [
                "id": ["Номер"], "date": ["Дата"], "client": ["Контрагент"], "amount": ["Сумма"],
                "kind": ["Вид операции"], "seller": ["Менеджер", "Ответственный"], "person": ["Ответственный"],
                "currency": ["Валюта"],
            ],
            remarks: [
                LocalizedText(
                    en: "numbers of documents begin anew each year: 'id: [Номер, Дата]' keeps them apart",
                    ru: "номера документов каждый год начинаются заново: id: [Номер, Дата] различает их")
            ]),
        ExportProfile(
            "1С", LocalizedText(en: "sales by item", ru: "продажи по номенклатуре"), feeds: ["sale"],
            signature: ["Номенклатура", "Количество", "Контрагент", "Менеджер", "Выручка"],
            fields: [
                "product": ["Номенклатура"], "quantity": ["Количество"], "client": ["Контрагент"],
                "seller": ["Менеджер"], "person": ["Менеджер"], "amount": ["Выручка", "Сумма"],
                "cost": ["Себестоимость"], "date": ["Период", "Дата"],
            ]),
        ExportProfile(
            "1С", LocalizedText(en: "card of an account", ru: "карточка счёта"), feeds: ["payment", "sale"],
            signature: ["Период", "Документ", "Аналитика Дт", "Аналитика Кт", "Дебет", "Кредит"],
            fields: [
                "date": ["Период"], "id": ["Документ"], "client": ["Аналитика Кт"],
                "amount": ["Кредит", "Кредит Сумма"],
            ],
            remarks: [
                LocalizedText(
                    en: "the text of a document holds its number and day",
                    ru: "номер и день документа стоят внутри его названия")
            ]),
        ExportProfile(
            "1С", LocalizedText(en: "sales (OData)", ru: "реализации (OData)"), feeds: ["sale"],
            signature: ["Ref_Key", "Number", "Date", "Posted", "DeletionMark", "СуммаДокумента", "Контрагент_Key"],
            fields: [
                "id": ["Ref_Key"], "date": ["Date"], "amount": ["СуммаДокумента"], "client": ["Контрагент_Key"],
                "seller": ["Ответственный_Key", "Менеджер_Key"],
            ],
            empty: ["0001-01-01T00:00:00", "00000000-0000-0000-0000-000000000000"],
            remarks: [
                LocalizedText(
                    en: "only rows that are posted and not marked for deletion are sales",
                    ru: "продажи — только проведённые строки без пометки удаления")
            ]),
    ]
}
