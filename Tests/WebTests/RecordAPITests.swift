import HTML
import HTTPTypes
import Identity
import Storage
import Testing

@testable import Web

/// Runs, the ledger, the chain, what is changed by hand and rows with versions, by program.
@Suite("Records by API")
struct RecordAPITests {
    /// January approved by two and paid.
    private static func paid() async throws -> Office {
        let office = try await Office().prepared()
        let run = try #require(try await office.call(.get, "/periods/2026-01", as: "dina").json["run"]?.text)
        for person in ["dina", "egor"] {
            _ = try await office.call(.post, "/periods/2026-01/approvals", as: person, "{\"run\":\"\(run)\"}")
        }
        _ = try await office.call(.post, "/periods/2026-01/payments", as: "dina", "{}")
        return office
    }

    @Test("entries come page by page, each once, to the last; a cursor is good for its list alone")
    func entries() async throws {
        let office = try await Self.paid()
        var numbers: [Int64] = []
        var next: String? = ""
        var pages = 0
        while let cursor = next {
            let query = cursor.isEmpty ? "" : "&cursor=" + cursor
            let page = try await office.call(.get, "/ledger/entries?limit=5" + query, as: "dina").json
            numbers += page["entries"]?.list?.compactMap { $0["number"]?.whole } ?? []
            next = page["next"]?.text
            pages += 1
        }
        #expect(numbers.count == 12 && numbers == Array(1...12) && pages == 3)
        let first = try await office.call(.get, "/ledger/entries?limit=5", as: "dina").json
        let cursor = try #require(first["next"]?.text)
        for path in [
            "/ledger/entries?period=2026-01&cursor=\(cursor)", "/audit/records?cursor=\(cursor)",
            "/ledger/entries?cursor=\(cursor.dropLast())A", "/ledger/entries?limit=0", "/ledger/entries?limit=501",
            "/ledger/entries?limit=x",
        ] {
            #expect(try await office.call(.get, path, as: "dina").status == 422, "\(path)")
        }
    }

    @Test("whoever sees his own ledger sees his own entries alone")
    func own() async throws {
        let office = try await Self.paid()
        let entries = try await office.call(.get, "/ledger/entries", as: "anna").json["entries"]?.list ?? []
        #expect(!entries.isEmpty && entries.allSatisfy { $0["person"]?.text == "anna" })
        #expect(try await office.call(.get, "/ledger/entries?person=boris", as: "anna").status == 404)
    }

    @Test("a run says what it pays whom; with itself it has no difference")
    func runs() async throws {
        let office = try await Self.paid()
        let run = try #require(try await office.call(.get, "/periods/2026-01", as: "egor").json["run"]?.text)
        let answer = try await office.call(.get, "/runs/\(run)?limit=2", as: "egor").json
        let people = answer["people"]?.list ?? []
        #expect(people.map { $0["person"]?.text } == ["anna", "boris"])
        #expect(people.map { $0["payable"]?["amount"]?.text } == ["5000.00", "6000.00"])
        #expect(answer["next"] != nil)
        let difference = try await office.call(.get, "/runs/\(run)/difference?with=\(run)", as: "egor")
        #expect(try difference.status == 200 && difference.json["by_person"] == .object([:]), "\(difference.text)")
        #expect(try await office.call(.get, "/runs/\(String(repeating: "0", count: 64))", as: "egor").status == 404)
    }

    @Test("payroll comes as CSV or as a workbook, by what is asked for")
    func payroll() async throws {
        let office = try await Self.paid()
        let csv = try await office.call(.get, "/periods/2026-01/payroll", as: "dina", headers: ["Accept": "text/csv"])
        #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true && csv.text.contains("anna,"))
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        let workbook = try await office.call(.get, "/periods/2026-01/payroll", as: "dina", headers: ["Accept": type])
        #expect(workbook.header("Content-Type") == type && workbook.text.hasPrefix("PK"))
        let other = try await office.call(
            .get, "/periods/2026-01/payroll", as: "dina", headers: ["Accept": "application/pdf"])
        #expect(other.status == 406)
        #expect(try await office.call(.get, "/periods/2026-02/payroll", as: "dina").status == 404)
    }

    @Test("the chain is read record by record, and checked")
    func chain() async throws {
        let office = try await Self.paid()
        let records = try await office.call(.get, "/audit/records?limit=500", as: "olga").json["records"]?.list ?? []
        let head = try await office.call(.get, "/audit/head", as: "olga").json
        #expect(records.last?["digest"] == head["digest"] && records.count == Int(head["number"]?.whole ?? 0))
        #expect(records.contains { $0["detail"]?["request"] != nil })
        let check = try await office.call(.post, "/audit/checks", as: "olga", "{}").json
        #expect(check["sound"] == .flag(true) && check["head"] == head)
        #expect(try await office.call(.get, "/audit/records", as: "ivan").status == 403)
    }

    @Test("an adjustment is proposed by one and decided by another")
    func adjustments() async throws {
        let office = try await Office().prepared()
        let body = #"{"person":"anna","period":"2026-02","amount":"-500.00","reason":"a mistake"}"#
        let made = try await office.call(.post, "/adjustments", as: "lena", body)
        #expect(made.status == 201 && made.header("Location") == "/api/v1/adjustments/1", "\(made.text)")
        let verdict = #"{"verdict":"approved"}"#
        #expect(try await office.call(.post, "/adjustments/1/decision", as: "lena", verdict).status == 403)
        let decided = try await office.call(.post, "/adjustments/1/decision", as: "dina", verdict)
        #expect(try decided.json["in_force"] == .flag(true), "\(decided.text)")
        #expect(try await office.call(.post, "/adjustments/1/decision", as: "egor", verdict).status == 409)
        // Whose pay it is sees it; a colleague does not know of it.
        #expect(try await office.call(.get, "/adjustments/1", as: "anna").status == 200)
        #expect(try await office.call(.get, "/adjustments/1", as: "boris").status == 404)
        for wrong in ["0", "0.001", "1e3", "", "99999999999999999999"] {
            let answer = try await office.call(
                .post, "/adjustments", as: "lena", body.replacing("-500.00", with: wrong))
            #expect(answer.status == 422, "\(wrong) \(answer.text)")
        }
    }

    @Test("a dispute is opened by whose pay it is, and answered by somebody else")
    func disputes() async throws {
        let office = try await Office().prepared()
        let made = try await office.call(
            .post, "/disputes", as: "anna", #"{"period":"2026-01","text":"I expected 6 000.00"}"#)
        #expect(made.status == 201, "\(made.text)")
        let answer = #"{"text":"sale 7 is Boris's"}"#
        #expect(try await office.call(.post, "/disputes/1/answer", as: "anna", answer).status == 403)
        #expect(try await office.call(.post, "/disputes/1/answer", as: "boris", answer).status == 404)
        let answered = try await office.call(.post, "/disputes/1/answer", as: "vera", answer)
        #expect(try answered.json["answer"]?["actor"]?.text == "vera", "\(answered.text)")
        #expect(try await office.call(.get, "/disputes", as: "boris").json["disputes"] == .list([]))
    }

    @Test("a target has a version: it is made by whoever expects none, and changed by whoever has read it")
    func targets() async throws {
        let office = try await Office().prepared()
        let path = "/targets/sales/anna/2026-02"
        let none = ["If-None-Match": "*"]
        let made = try await office.call(.put, path, as: "lena", #"{"fields":{"value":"100000"}}"#, headers: none)
        #expect(made.status == 201, "\(made.text)")
        #expect(
            try await office.call(.put, path, as: "lena", #"{"fields":{"value":"1"}}"#, headers: none).status == 412)
        let tag = try #require(try await office.call(.get, path, as: "lena").header("ETag"))
        let changed = try await office.call(
            .put, path, as: "lena", #"{"fields":{"value":120000}}"#, headers: ["If-Match": tag])
        #expect(try changed.status == 200 && changed.json["fields"]?["value"]?.text == "120000", "\(changed.text)")
        let faulty = try await office.call(
            .put, "/targets/sales/nobody/2026-02", as: "lena", #"{"fields":{"value":"1"}}"#, headers: none)
        #expect(faulty.status == 422, "\(faulty.text)")
        let fields = try await office.call(
            .put, path, as: "lena", #"{"fields":{"subject":"boris"}}"#, headers: ["If-Match": "*"])
        #expect(fields.status == 422)
        #expect(try await office.call(.delete, path, as: "lena", headers: ["If-Match": "*"]).status == 204)
        #expect(try await office.call(.get, path, as: "lena").status == 404)
        #expect(try await office.call(.put, path, as: "vera", "{}", headers: none).status == 403)
    }

    @Test("why somebody is paid so much unfolds as deep as is asked for")
    func explanation() async throws {
        let office = try await Office.shared()
        let path = "/people/anna/pay/2026-01/explanation"
        let lines = try await office.call(.get, path + "?depth=1", as: "anna").json["lines"]?.list ?? []
        #expect(lines.count == 1 && lines[0]["component"]?.text == "commission" && lines[0]["parts"] == nil)
        let deep = try await office.call(.get, path + "?depth=9", as: "anna")
        #expect(deep.text.contains("50000"))
        #expect(try await office.call(.get, path, as: "boris").status == 404)
        #expect(try await office.call(.get, path + "?depth=0", as: "anna").status == 422)
    }

    @Test("users are invited and kept out; who gives a role is not the one who agrees")
    func access() async throws {
        let office = try await Office().prepared()
        let made = try await office.call(.post, "/users", as: "ivan", #"{"person":"gleb"}"#, key: "k1")
        let address = try #require(try made.json["activation"]?.text)
        #expect(made.status == 201 && address.hasPrefix("http://127.0.0.1:8080/activate/"))
        let again = try await office.call(.post, "/users", as: "ivan", #"{"person":"gleb"}"#, key: "k1")
        #expect(again.status == 201 && !again.text.contains("activate"))
        #expect(try await office.call(.post, "/users", as: "ivan", #"{"person":"gleb"}"#).status == 409)
        #expect(try await office.call(.post, "/users", as: "ivan", #"{"person":"nobody"}"#).status == 404)
        let anna = try #require(try office.accounts.user(person: "anna"))
        let role =
            "{\"user\":\"\(anna.id.text)\",\"role\":\"finance\",\"from\":\"2026-02-01\",\"until\":\"2026-03-01\",\"reason\":\"leave\"}"
        let grant = try await office.call(.post, "/grants", as: "ivan", role)
        #expect(try grant.json["state"]?.text == "proposed", "\(grant.text)")
        let key = try #require(try grant.json["key"]?.text)
        #expect(try await office.call(.post, "/grants/\(key)/agreement", as: "ivan", "{}").status == 403)
        // Her token is made, and known to the server, before she is kept out.
        #expect(try await office.call(.get, "/me", as: "anna").status == 200)
        #expect(try await office.call(.post, "/users/\(anna.id.text)/lock", as: "ivan", "{}").status == 200)
        #expect(try await office.call(.get, "/me", as: "anna").status == 401)
    }
}

/// What is answered is what is documented.
@Suite("The description for programs")
struct APIDescriptionTests {
    @Test("every GET of a program answers what its schema says, for whoever may ask")
    func answers() async throws {
        let office = try await Office().prepared()
        let people = ["lena", "dina", "ivan", "anna"]
        for person in people { _ = try await office.token(of: person) }
        var seen = 0
        for route in RouteTable.all where route.isForPrograms && route.method == .get {
            guard let operation = route.operation else { continue }
            let path = route.path.filled([
                "period": "2026-01", "person": "anna", "number": "1", "kind": "sale", "id": "1",
                "unit": "north", "kpi": "sales",
                "run": try office.workspace.read { try $0.runs().last?.id ?? "" },
            ])
            for person in people {
                office.pass(1)
                let answer = try await office.call(.get, String(path.dropFirst("/api/v1".count)), as: person)
                if answer.status == 200, let schema = operation.answers.first(where: { $0.status == 200 })?.schema,
                    answer.header("Content-Type")?.hasPrefix("application/json") == true
                {
                    let faults = schema.faults(of: try answer.json)
                    #expect(faults.isEmpty, "\(path) \(faults.map(\.pointer)) \(answer.text.prefix(300))")
                    seen += 1
                } else {
                    #expect(OpenAPI.refusals(of: route).contains(answer.status), "\(path) \(answer.status)")
                    #expect(APIComponent.problem.schema.faults(of: try answer.json).isEmpty)
                }
            }
        }
        #expect(seen > 30)
    }

    @Test("every component that is named is described, and every POST of a program that writes takes a key")
    func whole() throws {
        let text = String(decoding: OpenAPI.document(.en).bytes, as: UTF8.self)
        for name in text.matches(of: /#\/components\/schemas\/([a-z_]+)/).map({ String($0.1) }) {
            #expect(APIComponent(rawValue: name) != nil, "\(name)")
        }
        let keyless = RouteTable.all.filter {
            $0.isForPrograms && $0.method == .post && $0.operation?.takesKey != true
        }
        // These write nothing.
        #expect(Set(keyless.map(\.path.description)) == ["/api/v1/audit/checks", "/api/v1/what-if"])
        for route in RouteTable.all where route.isForPrograms && route.method == .put {
            #expect(route.operation?.takesVersion == true, "\(route.path)")
        }
    }
}
