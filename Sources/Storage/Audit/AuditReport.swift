public import Messages

/// What an audit of the workspace found.
public struct AuditReport: Sendable, Hashable {
    /// How many records the chain has.
    public var records = 0
    /// How many rows each table has, besides the chain itself.
    public var rows: [String: Int] = [:]
    /// The end of the chain, to be noted elsewhere.
    public var head = AuditHead(number: 0, digest: "")
    /// Everything that is not as it was written.
    public var faults: [AuditFault] = []
    /// What is as it was written, and yet worth a look.
    public var notes: [AuditNote] = []

    /// Whether everything is as it was written.
    public var isSound: Bool { faults.isEmpty }
}

/// Something that the chain bears out and that does not happen by itself.
public enum AuditNote: Sendable, Hashable {
    /// A record says it was made before the one that stands before it: a clock was set back, or wrong.
    case earlier(record: Int64, at: String, before: String)

    /// The note for people.
    public var text: LocalizedText {
        switch self {
        case .earlier(let record, let time, let before):
            LocalizedText(
                en:
                    "time runs backwards: audit record \(record) is of \(time), the one before it of \(before); a clock was set back, or wrong",
                ru:
                    "время идёт назад: запись аудита \(record) сделана \(time), а предыдущая — \(before); часы переводили назад, или они шли неверно"
            )
        }
    }
}

/// Something in the database that is not as it was written.
public enum AuditFault: Sendable, Hashable {
    /// SQLite itself finds the file damaged.
    case damaged(detail: String)
    /// A row refers to one that is not there.
    case danglingReference(table: String, row: Int64, to: String)
    /// A table, trigger or index is missing, changed or foreign.
    case schema(name: String)
    /// The numbers of a table do not go on by one.
    case numbering(table: String, expected: Int64, found: Int64)
    /// The rows that a record covers are not those it was written over; the tables are those that have rows of it now.
    case content(record: Int64, tables: [String])
    /// A record is not the one its own digest was made of.
    case record(Int64)
    /// A record does not follow the one before it.
    case link(record: Int64)
    /// A row names a record that is not in the chain, or out of the order of the records.
    case strayRow(table: String, row: Int64, record: Int64)
    /// The chain does not hold the record that was noted elsewhere.
    case head(expected: AuditHead)
    /// An entry does not move an amount above zero between two accounts.
    case entry(Int64)
    /// The sum of all balances is not zero.
    case balance(sum: String)

    /// The fault, with what was expected.
    public var text: LocalizedText {
        switch self {
        case .damaged(let detail): LocalizedText(en: "the file is damaged: \(detail)", ru: "файл повреждён: \(detail)")
        case .danglingReference(let table, let row, let target):
            LocalizedText(
                en: "\(table) \(row) refers to a row of \(target) that is not there",
                ru: "\(table) \(row) ссылается на строку \(target), которой нет")
        case .schema(let name):
            LocalizedText(
                en: "'\(name)' of the database is not as Stimul makes it",
                ru: "«\(name)» в базе не такой, каким его создаёт Стимул")
        case .numbering(let table, let expected, let found):
            LocalizedText(
                en: "\(table) goes on with number \(found), expected \(expected)",
                ru: "\(table): следующий номер \(found), ожидался \(expected)")
        case .content(let record, let tables):
            LocalizedText(
                en:
                    "the rows of record \(record) are not those it was written over (\(tables.joined(separator: ", ")))",
                ru: "строки записи \(record) не те, с которыми она сделана (\(tables.joined(separator: ", ")))")
        case .record(let number):
            LocalizedText(
                en: "audit record \(number) does not have the digest of what it says",
                ru: "у записи аудита \(number) дайджест не её содержимого")
        case .link(let number):
            LocalizedText(
                en: "audit record \(number) does not name the digest of the record before it",
                ru: "запись аудита \(number) не называет дайджест предыдущей")
        default: rowText
        }
    }

    private var rowText: LocalizedText {
        switch self {
        case .strayRow(let table, let row, let record):
            LocalizedText(
                en: "\(table) \(row) names record \(record), which cannot have written it",
                ru: "\(table) \(row) называет запись \(record), которая не могла её сделать")
        case .head(let expected):
            LocalizedText(
                en: "the chain does not hold the record \(expected) that was noted",
                ru: "в цепочке нет отмеченной записи \(expected)")
        case .entry(let number):
            LocalizedText(
                en: "entry \(number) must move an amount above zero between two accounts",
                ru: "проводка \(number) должна переносить сумму больше нуля между разными счетами")
        case .balance(let sum):
            LocalizedText(
                en: "all balances together are \(sum), expected 0", ru: "все остатки вместе — \(sum), ожидался 0")
        default: LocalizedText("")
        }
    }
}
