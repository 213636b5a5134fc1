internal import Messages

extension ExportProfile {
    /// amoCRM (Kommo): lists exported to CSV or .xlsx.
    static let amoCRM: [ExportProfile] = [
        ExportProfile(
            "amoCRM", LocalizedText(en: "deals", ru: "сделки"), feeds: ["deal", "sale"],
            signature: [
                "ID", "Название сделки", "Бюджет", "Ответственный", "Дата создания сделки", "Этап сделки", "Воронка",
            ],
            fields: [
                "id": ["ID"], "title": ["Название сделки"], "amount": ["Бюджет"], "seller": ["Ответственный"],
                "person": ["Ответственный"], "date": ["Дата закрытия", "Дата создания сделки"],
                "stage": ["Этап сделки"], "client": ["Компания", "Компания контакта", "Полное имя контакта"],
                "kind": ["Воронка"],
            ],
            empty: ["не закрыта"],
            remarks: [
                LocalizedText(
                    en: "a deal that is not closed has no closing day; a sale is one at the stage of success",
                    ru: "у незакрытой сделки нет дня закрытия; продажа — сделка на этапе «Успешно реализовано»")
            ]),
        ExportProfile(
            "amoCRM", LocalizedText(en: "contacts and companies", ru: "контакты и компании"),
            feeds: ["contact", "client"],
            signature: [
                "ID", "Тип", "Полное имя контакта", "Название компании", "Ответственный", "Дата создания контакта",
            ],
            fields: [
                "id": ["ID"], "kind": ["Тип"], "name": ["Полное имя контакта"], "title": ["Название компании"],
                "person": ["Ответственный"], "client": ["Название компании"], "position": ["Должность"],
            ]),
    ]
}
