internal import Messages

extension ExportProfile {
    /// Bitrix24: lists of its CRM as exported to CSV, and the fields of its REST service.
    static let bitrix24: [ExportProfile] = [
        ExportProfile(
            "Bitrix24", LocalizedText(en: "deals", ru: "сделки"), feeds: ["deal", "sale"],
            signature: ["ID", "Название сделки", "Стадия сделки", "Ответственный", "Сумма", "Валюта"],
            fields: [
                "id": ["ID"], "title": ["Название сделки"], "stage": ["Стадия сделки"], "seller": ["Ответственный"],
                "person": ["Ответственный"], "amount": ["Сумма"], "currency": ["Валюта"], "client": ["Компания"],
                "date": ["Дата создания", "Дата начала"], "product": ["Товар"], "price": ["Цена"],
                "quantity": ["Количество"], "kind": ["Тип"],
            ],
            traps: [
                "Предполагаемая дата закрытия": LocalizedText(
                    en: "it is the expected day, not that of a sale", ru: "это ожидаемый день, а не день продажи")
            ],
            remarks: [
                LocalizedText(
                    en: "a deal with products stands in several rows of one ID, and the amount is that of the row",
                    ru: "сделка с товарами занимает несколько строк с одним ID, и сумма в них — сумма строки")
            ]),
        ExportProfile(
            "Bitrix24", LocalizedText(en: "deals (REST)", ru: "сделки (REST)"), feeds: ["deal", "sale"],
            signature: ["ID", "TITLE", "STAGE_ID", "ASSIGNED_BY_ID", "OPPORTUNITY", "CURRENCY_ID"],
            fields: [
                "id": ["ID"], "title": ["TITLE"], "stage": ["STAGE_ID"], "seller": ["ASSIGNED_BY_ID"],
                "person": ["ASSIGNED_BY_ID"], "amount": ["OPPORTUNITY"], "currency": ["CURRENCY_ID"],
                "client": ["COMPANY_ID"], "date": ["DATE_CREATE", "BEGINDATE"],
            ],
            traps: [
                "CLOSEDATE": LocalizedText(
                    en: "it is the expected day, not that of a sale", ru: "это ожидаемый день, а не день продажи")
            ]),
        ExportProfile(
            "Bitrix24", LocalizedText(en: "companies", ru: "компании"), feeds: ["client"],
            signature: ["ID", "Название компании", "Тип компании", "Сфера деятельности", "Ответственный"],
            fields: [
                "id": ["ID"], "title": ["Название компании"], "segment": ["Тип компании", "Сфера деятельности"],
                "person": ["Ответственный"], "currency": ["Валюта"],
            ]),
        ExportProfile(
            "Bitrix24", LocalizedText(en: "contacts", ru: "контакты"), feeds: ["contact"],
            signature: ["ID", "Имя", "Фамилия", "Отчество", "Должность", "Компания", "Тип контакта"],
            fields: [
                "id": ["ID"], "name": ["Фамилия"], "position": ["Должность"], "client": ["Компания"],
                "person": ["Ответственный"],
            ],
            traps: ["Дата рождения": personal]),
    ]

    /// Why facts of a person's life are not taken.
    static let personal = LocalizedText(
        en: "it is a personal fact and is taken only when the mapping asks for it",
        ru: "это личные сведения, они берутся, только если прямо указаны")
}
