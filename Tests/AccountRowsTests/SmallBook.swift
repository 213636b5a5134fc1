import AccountRows
import Company
import Messages

/// A company with one key account, which every test changes in one respect.
enum SmallBook {
    static let files: [String: String] = [
        "company.yaml": """
        company: {name: Alfa, currency: RUB, holidays: [2026-05-01, 2026-05-11, 2026-06-12]}
        positions: {kam: Account manager, head: Head}
        units: {north: North, south: South}
        records: {client: {fields: {holding: text?}}}
        events:
          sale: {fields: {date: day, client: client, amount: money, due_on: day?, paid_on: day?}, credit: 'team(sale.client, "kam")'}
          return: {fields: {date: day, client: client, amount: money}}
          complaint: {fields: {date: day, client: client, settled_on: day?, cause: text?}}
        accounts:
          sales: {add: sale.amount, subtract: return.amount}
          unpaid: {due: sale.due_on, paid: sale.paid_on}
          claims: {opened: complaint.date, closed: complaint.settled_on, cause: complaint.cause}
          functions: [purchasing, logistics, finance]
          tiers: {A: {call_norm: 14 days}, B: {call_norm: 30 days}}
        """,
        "people.csv": """
        id,name
        anna,Anna
        boris,Boris
        dina,Dina
        egor,Egor
        """,
        "assignments.csv": """
        person,position,unit,manager,from,base_pay
        dina,head,north,,2024-01-01,
        egor,head,south,,2024-01-01,
        anna,kam,north,dina,2024-01-01,
        boris,kam,north,dina,2024-01-01,
        """,
        "clients.csv": """
        id,title
        c1,Emerald
        c2,Ruby
        """,
        "teams.csv": """
        subject,role,person,from,until
        c1,kam,anna,2025-01-01,
        """,
        "account.csv": """
        id,client,status,tier,from
        1,c1,key,A,2025-01-01
        """,
        "contact.csv": """
        id,name,client,function,role,power,from,until,email
        k1,Olga,c1,purchasing,decides,8,2025-01-01,,olga@example.org
        k2,Ivan,c1,logistics,uses,5,2025-01-01,,
        """,
        "touch.csv": """
        id,at,client,contact,person,kind,direction,purpose,message,minutes,source
        t1,2026-03-24 11:40,c1,k1,anna,call,out,proactive,success,9,telephony
        t2,2026-04-06 09:00,c1,k1,anna,call,out,proactive,news,5,telephony
        t3,2026-04-17 23:59,c1,k1,anna,call,out,proactive,opportunity,4,crm
        t4,2026-05-12 10:00,c1,k1,anna,call,out,proactive,news,3,telephony
        t5,2026-05-13 10:00,c1,k1,anna,call,out,proactive,news,,telephony
        t6,2026-06-29 10:00,c1,k1,anna,call,out,proactive,news,7,telephony
        """,
        "sale.csv": """
        id,date,client,amount,due_on,paid_on
        1,2025-04-10,c1,100000,,
        2,2026-04-11,c1,95000,2026-05-11,2026-05-10
        """,
    ]

    /// The files with some added or replaced, or taken away where there is no text.
    static func changed(_ changes: [String: String?] = [:]) -> [SourceFile] {
        files.mapValues { Optional($0) }.merging(changes) { $1 }.compactMap { path, text in
            text.map { SourceFile(path: path, bytes: Array(($0 + "\n").utf8)) }
        }
    }

    /// What is said about the company after a change: code, place and text of each error; empty when all is well.
    static func said(_ changes: [String: String?] = [:], _ language: Language = .en) -> [String] {
        CompanyReader.read(changed(changes)).diagnostics.filter { $0.severity == .error }.map {
            "\($0.code) \($0.place?.address ?? "–"): \($0.message[language])"
        }
    }

    /// The company after a change; a test that expects one fails with what is wrong.
    static func model(_ changes: [String: String?] = [:]) throws -> CompanyModel {
        guard let model = CompanyReader.read(changed(changes)).model else { throw Faulty(said: said(changes)) }
        return model
    }

    struct Faulty: Error { let said: [String] }

    /// The rows of a derived or entered kind: its id and some fields as text.
    static func rows(_ kind: String, _ fields: [String], in model: CompanyModel) -> [String] {
        guard let event = model.eventKinds.firstIndex(where: { $0.name == kind }) else { return [] }
        return (0..<model.events[event].rowCount).map { row in
            ([model.events[event].keys[row]]
                + fields.map { name in
                    guard let field = model.eventKinds[event].field(named: name) else { return "?" }
                    return text(
                        model.events[event].columns[field], row, model, model.eventKinds[event].fields[field].type)
                }).joined(separator: " | ")
        }
    }

    private static func text(_ column: EventColumn, _ row: Int, _ model: CompanyModel, _ type: FieldType) -> String {
        switch column {
        case .day(let days): days[row] == EventColumn.emptyDay ? "–" : "\(days[row])"
        case .decimal(let numbers, let scale):
            numbers[row] == EventColumn.emptyNumber ? "–" : decimal(numbers[row], scale)
        case .text(let codes, let dictionary): codes[row] < 0 ? "–" : dictionary[Int(codes[row])]
        case .record(let numbers):
            if case .record(let kind) = type {
                numbers[row] < 0 ? "–" : model.records(kind).id(numbers[row])
            } else {
                "#"
            }
        case .flag(let flags): flags[row] < 0 ? "–" : flags[row] == 1 ? "yes" : "no"
        }
    }

    private static func decimal(_ number: Int64, _ scale: Int) -> String {
        var (number, scale) = (number, scale)
        while scale > 0, number % 10 == 0 { (number, scale) = (number / 10, scale - 1) }
        return scale == 0 ? "\(number)" : "\(number)e-\(scale)"
    }
}
