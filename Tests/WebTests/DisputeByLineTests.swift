import Credentials
import HTTPTypes
import Identity
import Testing

@testable import Web

/// "I expected …": the page finds the first line that differs, and the text follows from it.
///
/// Anna's January: ten percent of sale 1 of 50 000, which are 5 000.00; sale 2 is Boris's.
@Suite("Disputes by line")
struct DisputeByLineTests {
    private func compare(_ office: Office, _ form: [(String, String)], _ language: String = "en") async throws
        -> Answered
    {
        try await office.ask(
            .post, "/pay/2026-01/disputes/compare", as: "anna", headers: ["Accept-Language": language], form: form)
    }

    @Test("the form names what the statement says, line by line")
    func form() async throws {
        let office = try await Office.shared()
        let page = try await office.ask(.get, "/pay/2026-01/disputes/new", as: "anna")
        #expect(page.status == 200)
        #expect(page.text.contains("The statement says 5,000.00\u{A0}RUB"))
        #expect(page.text.contains("name=\"award seller/commission/2026-01/2026-01-01\""))
    }

    @Test(
        "a sum that was expected: mine, theirs, difference, in the way of the language",
        arguments: [
            ("en", "150,000.00", ["150 000.00 RUB", "145,000.00", "The first line that differs"]),
            ("ru", "150 000,00", ["150\u{A0}000,00\u{A0}RUB", "145\u{A0}000,00", "Первая строка, которая расходится"]),
        ])
    func payable(_ language: String, _ amount: String, _ words: [String]) async throws {
        let office = try await Office.shared()
        let page = try await compare(office, [("payable", amount)], language)
        #expect(page.status == 200)
        for words in words { #expect(page.text.contains(words), "\(words)") }
    }

    @Test("a deal of somebody else's is the first line, with the rule by which it is not one's own")
    func deal() async throws {
        let office = try await Office.shared()
        let page = try await compare(office, [("payable", "11000"), ("deals", "id;amount\n1;50 000\n2;60 000")])
        #expect(page.status == 200)
        #expect(page.text.contains("The first line that differs: sale 2"), "\(page.text)")
        #expect(page.text.contains("credited to boris"))
        // The amount of another's deal is not told: 60 000 is what Anna wrote herself.
        #expect(page.text.contains("the statement has no such line"))
        #expect(
            page.text.contains("payable: mine 11 000.00 RUB, the statement&#39;s 5 000.00 RUB")
                || page.text.contains("payable: mine 11 000.00 RUB, the statement's 5 000.00 RUB"))
    }

    private func table(_ office: Office, _ name: String, _ bytes: [UInt8], as person: String = "anna") async throws
        -> Answered
    {
        let token = try await office.session(of: person).token.formToken.revealed
        return try await office.ask(
            .post, "/pay/2026-01/disputes/table", as: person,
            headers: [
                "Content-Type": "multipart/form-data; boundary=----WebKitFormBoundaryABC",
                "Sec-Fetch-Site": "same-origin", "Accept-Language": "en",
            ], bytes: Office.form(token: token, name: name, bytes))
    }

    @Test("a table that is brought finds the first line that differs, as text or as a workbook, and is not kept")
    func brought() async throws {
        let office = try await Office.shared()
        let csv = "deal,client,amount\n1,Mak,50000.00\n2,Mak,\"60,000.00\"\n"
        let row = { (number: Int, cells: [String]) in
            "<row r='\(number)'>" + cells.joined() + "</row>"
        }
        let text = { (place: String, text: String) in "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>" }
        let rows =
            row(1, [text("A1", "deal"), text("B1", "amount")])
            + row(2, [text("A2", "1"), "<c r='B2'><v>50000</v></c>"])
            + row(3, [text("A3", "2"), "<c r='B3'><v>60000</v></c>"])
        let sheet = "<worksheet xmlns='\(ZipFile.main)'><sheetData>\(rows)</sheetData></worksheet>"
        let workbook = try ZipFile.bytes(ZipFile.workbook(sheet: Array(sheet.utf8)))
        for (name, bytes) in [("deals.csv", Array(csv.utf8)), ("deals.xlsx", workbook)] {
            let page = try await table(office, name, bytes)
            #expect(page.status == 200, "\(name) \(page.text)")
            #expect(page.text.contains("The first line that differs: sale 2"), "\(name) \(page.text)")
        }
        #expect(office.keptFiles.isEmpty)
    }

    @Test("a table without deals is told so at its field; a file that is none, in words; others' periods are not there")
    func notBrought() async throws {
        let office = try await Office.shared()
        let none = try await table(office, "a.csv", Array("amount\n".utf8))
        #expect(none.status == 422 || none.text.contains("there is no such deal"), "\(none.text)")
        let empty = try await table(office, "a.csv", Array(";;\n;5\n".utf8))
        #expect(empty.status == 422 && empty.text.contains("No row of the table"), "\(empty.text)")
        #expect(try await table(office, "a.pdf", Array("%PDF-1.7\n".utf8)).status == 422)
        // Ivan is paid nothing.
        #expect(try await table(office, "a.csv", Array("1;5\n".utf8), as: "ivan").status != 200)
        #expect(office.keptFiles.isEmpty)
    }

    @Test("one button of the page is the main one: to compare, and once it is compared, to send")
    func oneMainButton() async throws {
        let office = try await Office.shared()
        let form = try await office.ask(.get, "/pay/2026-01/disputes/new", as: "anna")
        let compared = try await compare(office, [("payable", "150,000.00")])
        for page in [form, compared] {
            #expect(page.text.matches(of: /<button[^>]*class="button"/).count == 1, "\(page.text)")
        }
    }

    @Test("a deal that nobody knows of is told so; all that agrees is told too")
    func unknown() async throws {
        let office = try await Office.shared()
        let page = try await compare(office, [("deals", "777;1")])
        #expect(page.text.contains("there is no such deal in the data"))
        let agrees = try await compare(office, [("payable", "5,000.00"), ("deals", "1;50000")])
        #expect(agrees.text.contains("Nothing differs"))
    }

    @Test(
        "what is no amount is refused at its field, and nothing is lost",
        arguments: [("payable", "many"), ("payable", ""), ("award seller/commission/2026-01/2026-01-01", "1,2,3")])
    func refused(_ field: String, _ text: String) async throws {
        let office = try await Office.shared()
        let page = try await compare(office, [(field, text), ("deals", "")])
        #expect(page.status == 422 && page.text.contains("error-"))
        if !text.isEmpty { #expect(page.text.contains("value=\"\(text)\"")) }
    }

    @Test("markup in a table is text, and a long table is cut with a word about it")
    func hostile() async throws {
        let office = try await Office.shared()
        let page = try await compare(office, [("deals", "<script>alert(1)</script>;1\n=1+1;2")])
        #expect(page.status == 200)
        // The one script of a page is a file of ours.
        let own = "<script type=\"module\" src=\"/assets/\(Assets.scriptName)\"></script>"
        #expect(page.text.split(separator: own).count == 2)
        #expect(!page.text.replacing(own, with: "").contains("<script"))
        let long = (0..<2_500).map { "x\($0);1" }.joined(separator: "\n")
        let many = try await compare(office, [("deals", long)])
        #expect(many.status == 200 && many.text.contains("only the first 2000 lines are compared"))
    }

    @Test("nobody compares another's statement, or one that is not there")
    func rights() async throws {
        let office = try await Office.shared()
        let february = try await office.ask(
            .post, "/pay/2026-02/disputes/compare", as: "anna", form: [("payable", "1")])
        #expect(february.status == 404 && february.text.contains("2026-02"))
        #expect(
            try await office.ask(.post, "/people/anna/pay/2026-01/disputes/compare", as: "vera", form: []).status == 404
        )
    }

    @Test("an open dispute says whose turn it is, and the period says in one sentence what it waits for")
    func standing() async throws {
        let office = try await Office().prepared()
        let sent = try await office.ask(
            .post, "/pay/2026-01/disputes", as: "anna", form: [("text", "sale 2 is mine"), ("key", "a")])
        #expect(sent.status == 303)
        let page = try await office.ask(.get, "/disputes/1", as: "anna").text
        #expect(
            page.contains("for Вера Лисина") && page.contains("January 2026 is not approved before somebody answers."))
        let period = try await office.ask(.get, "/periods/2026-01", as: "dina").text
        #expect(period.contains("Blocked: dispute 1 of Анна Орлова waits for Вера Лисина since "))
        #expect(try await office.ask(.post, "/disputes/1/answer", as: "vera", form: [("text", "no")]).status == 303)
        let answered = try await office.ask(.get, "/disputes/1", as: "anna").text
        #expect(answered.contains("Answered") && answered.contains("Nothing was corrected or adjusted since."))
        #expect(!(try await office.ask(.get, "/periods/2026-01", as: "dina").text.contains("Blocked: dispute")))
    }
}
