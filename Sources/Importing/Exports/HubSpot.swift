internal import Messages

extension ExportProfile {
    /// HubSpot: exports of its record lists.
    static let hubSpot: [ExportProfile] = [
        ExportProfile(
            "HubSpot", LocalizedText(en: "deals", ru: "сделки"), feeds: ["deal", "sale"],
            signature: ["Record ID", "Deal Name", "Deal Stage", "Close Date", "Deal owner", "Amount"],
            fields: [
                "id": ["Record ID"], "title": ["Deal Name"], "stage": ["Deal Stage"], "date": ["Close Date"],
                "seller": ["Deal owner"], "person": ["Deal owner"], "amount": ["Amount"], "kind": ["Pipeline"],
                "client": ["Associated Company IDs", "Associated Company"],
            ],
            remarks: [
                LocalizedText(
                    en: "days follow the time zone of the account; several ids in a cell are divided by ';'",
                    ru: "дни — по часовому поясу аккаунта; несколько id в ячейке разделены «;»")
            ]),
        ExportProfile(
            "HubSpot", LocalizedText(en: "companies", ru: "компании"), feeds: ["client"],
            signature: ["Record ID", "Company name", "Company owner", "Create Date"],
            fields: [
                "id": ["Record ID"], "title": ["Company name"], "person": ["Company owner"], "segment": ["Industry"],
            ]),
        ExportProfile(
            "HubSpot", LocalizedText(en: "contacts", ru: "контакты"), feeds: ["contact"],
            signature: ["Record ID", "First Name", "Last Name", "Email", "Contact owner"],
            fields: [
                "id": ["Record ID"], "name": ["Last Name"], "position": ["Job Title"],
                "client": ["Associated Company IDs", "Associated Company"], "person": ["Contact owner"],
            ],
            traps: ["Date of birth": personal]),
    ]
}
