import Foundation
import Testing

/// `stimul account do` and `stimul account steps`, run as a user runs them on a workspace.
struct AccountStepsCommandTests {
    private static let text = """
        company: {name: Test, currency: RUB}
        positions: {kam: Manager, head: Head}
        units: {north: North}
        records: {client: {fields: {}}}
        events:
          sale: {fields: {date: day, client: client, amount: money}, credit: 'team(sale.client, "kam")'}
        accounts:
          sales: {add: sale.amount}
          tiers: {A: {call_norm: 14 days}}
        """

    /// A company whose tables have gone into its workspace. Days lie so far ahead that no clock comes there.
    private static func company() throws -> Command {
        let stimul = try Command(withStarter: false)
        let tables = [
            "people.csv": "id,name\nanna,Anna\nboris,Boris\ndina,Dina",
            "assignments.csv":
                "person,position,unit,manager,from\ndina,head,north,,2024-01-01\nanna,kam,north,dina,2024-01-01\nboris,kam,north,dina,2024-01-01",
            "clients.csv": "id,title\nc1,Emerald",
            "teams.csv": "subject,role,person,from\nc1,kam,anna,2024-01-01",
            "account.csv": "id,client,status,tier,from\n1,c1,key,A,2024-01-01",
            "sale.csv": "id,date,client,amount\n1,2025-04-10,c1,100000",
            "commitment.csv":
                "id,made_on,due_on,client,owner,receiver,kind,weight,text,recorded_on,state\np0077,2026-01-12,2099-01-30,c1,anna,boris,promise,2,Price list,2026-01-12,made",
        ]
        try stimul.write(text, to: "acme/company.yaml")
        for (name, table) in tables { try stimul.write(table + "\n", to: "acme/\(name)") }
        let imported = try stimul.run("import acme --by dina")
        #expect(imported.code == 0, "\(imported.errors)")
        // From now on the workspace holds the tables.
        for name in tables.keys {
            try FileManager.default.removeItem(at: stimul.folder.appendingPathComponent("acme/\(name)"))
        }
        return stimul
    }

    @Test("A step says what comes next, and the next one is taken by whom it named")
    func steps() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        #expect(
            try stimul.run("account steps acme promise p0077 --by boris --format csv").output.hasPrefix(
                "step,title,field,label,needed,content\npromise.accept,"))
        let accepted = try stimul.run("account do acme promise.accept p0077 --by boris")
        #expect(
            accepted
                == .init(
                    output: "p0077: Take the promise on\nnext: it is done by its day — Anna, by 2099-01-30\n",
                    errors: "",
                    code: 0))
        let added = try stimul.run(
            words: [
                "account", "do", "acme", "promise.add", "--set", "client=c1", "--set", "text=Call back", "--set",
                "due_on=2099-02-03", "--set", "kind=answer", "--set", "weight=1", "--by", "Anna", "--lang", "ru",
            ])
        #expect(added.output == "p0078: Записать обещание\nдальше: выполнить в срок — Anna, до 03.02.2099\n")
        #expect(try stimul.run("audit acme").code == 0)
    }

    @Test("What the rules refuse ends with 1, a wrong field with the command line's code; nothing is written")
    func refused() throws {
        let stimul = try Self.company()
        defer { stimul.remove() }
        let own = try stimul.run("account do acme promise.accept p0077 --by anna")
        #expect(own.code == 1 && own.errors.contains("promise p0077: this step is not anna's: it is taken by boris"))
        let early = try stimul.run("account do acme promise.done p0077 --by anna --lang ru")
        #expect(early.code == 1 && early.errors.contains("сейчас можно: принято, перенесено, снято, нарушено"))
        #expect(try stimul.run("account do acme promise.accept p9999 --by boris").code == 1)
        #expect(try stimul.run("account do acme promise.acept p0077 --by boris").code == 64)
        #expect(try stimul.run("account do acme promise.accept --by boris").code == 64)
        #expect(try stimul.run("account do acme promise.hand p0077 --set owner=nobody --by anna").code == 64)
        #expect(try stimul.run("account do acme promise.hand p0077 --set to=boris --by anna").code == 64)
        #expect(try stimul.run("account steps acme promises --by anna").code == 64)
        #expect(try !stimul.run("history acme").output.contains("step"))
    }
}
