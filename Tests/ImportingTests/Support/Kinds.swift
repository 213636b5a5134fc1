import Importing
import Messages

/// What the tests of tables feed: a few kinds as a company declares them, and the people it knows.
enum Kinds {
    static let sale = TargetKind(
        "sale", title: LocalizedText(en: "Sale", ru: "Продажа"),
        fields: [
            TargetField("id", .identifier), TargetField("date", .day, title: LocalizedText(en: "Date", ru: "Дата")),
            TargetField("seller", .reference("person"), isOptional: true),
            TargetField("client", .text, isOptional: true), TargetField("product", .text, isOptional: true),
            TargetField("amount", .money, title: LocalizedText(en: "Amount", ru: "Сумма")),
            TargetField("currency", .text, isOptional: true), TargetField("quantity", .number, isOptional: true),
            TargetField("cost", .money, isOptional: true), TargetField("paid_on", .day, isOptional: true),
            TargetField("urgent", .flag, isOptional: true), TargetField("stage", .text, isOptional: true),
        ])
    static let targets = TargetKind(
        "targets", title: LocalizedText(en: "Targets", ru: "Планы"),
        fields: [
            TargetField("metric", .text), TargetField("subject", .reference("person"), isOptional: true),
            TargetField("period", .period), TargetField("value", .number),
        ])
    static let person = TargetKind(
        "person", title: LocalizedText(en: "Person", ru: "Сотрудник"),
        fields: [TargetField("id", .identifier), TargetField("name", .text)])
    static let client = TargetKind(
        "client", title: LocalizedText(en: "Client", ru: "Клиент"),
        fields: [
            TargetField("id", .identifier), TargetField("title", .text),
            TargetField("segment", .text, isOptional: true),
        ])
    static let all = [sale, targets, person, client]

    static let people: KnownNames = [
        "person": NameIndex([
            ("anna", ["Анна Орлова"]), ("boris", ["Борис Котов"]), ("amy", ["Amy Lee"]), ("bob", ["Bob Ray"]),
        ])
    ]

    /// A table of text as it lies in a file.
    static func table(_ text: String) throws -> RawTable { try RawTable(text: PlainTable(Array(text.utf8))) }

    /// The clean rows behind the header, without the quotation marks of CSV where there are none.
    static func lines(_ table: CleanTable) -> [String] {
        String(decoding: table.csv, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
