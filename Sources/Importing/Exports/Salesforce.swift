internal import Messages

extension ExportProfile {
    /// Salesforce: reports saved as CSV, and the export of its objects.
    static let salesforce: [ExportProfile] = [
        ExportProfile(
            "Salesforce", LocalizedText(en: "report of opportunities", ru: "отчёт о сделках"), feeds: ["deal", "sale"],
            signature: ["Opportunity Owner", "Account Name", "Opportunity Name", "Stage", "Amount", "Close Date"],
            fields: [
                "id": ["Opportunity ID"], "seller": ["Opportunity Owner"], "person": ["Opportunity Owner"],
                "client": ["Account Name"], "title": ["Opportunity Name"], "stage": ["Stage"], "amount": ["Amount"],
                "date": ["Close Date"], "kind": ["Type"], "currency": ["Amount Currency"],
            ],
            remarks: [
                LocalizedText(
                    en: "add the column 'Opportunity ID' to the report, so that a deal is known again next month",
                    ru: "добавьте в отчёт столбец «Opportunity ID», чтобы сделку можно было узнать через месяц")
            ]),
        ExportProfile(
            "Salesforce", LocalizedText(en: "opportunities", ru: "сделки"), feeds: ["deal", "sale"],
            signature: ["Id", "AccountId", "Name", "StageName", "Amount", "CloseDate", "OwnerId"],
            fields: [
                "id": ["Id"], "client": ["AccountId"], "title": ["Name"], "stage": ["StageName"], "amount": ["Amount"],
                "date": ["CloseDate"], "seller": ["OwnerId"], "person": ["OwnerId"], "currency": ["CurrencyIsoCode"],
            ],
            remarks: [
                LocalizedText(
                    en: "ids have 15 or 18 characters, of which the first 15 are the same",
                    ru: "id бывают из 15 и 18 знаков, первые 15 у них одинаковы")
            ]),
        ExportProfile(
            "Salesforce", LocalizedText(en: "accounts", ru: "компании"), feeds: ["client"],
            signature: ["Id", "IsDeleted", "MasterRecordId", "Name", "Type", "ParentId", "OwnerId"],
            fields: ["id": ["Id"], "title": ["Name"], "segment": ["Type", "Industry"], "person": ["OwnerId"]]),
    ]
}
