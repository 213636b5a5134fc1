import Credentials
import Foundation
import HTTPTypes
import Identity
import Testing

@testable import Web

/// Files that nobody brings by accident.
@Suite("Hostile files")
struct UploadTests {
    private static let boundary = "----WebKitFormBoundaryABC"
    private static let csv = Array("id,date,seller,amount\n50,2026-02-05,anna,1000\n".utf8)

    private func token(_ office: Office, _ person: String = "lena") async throws -> String {
        try await office.session(of: person).token.formToken.revealed
    }

    @Test("without the session's token, before the file, nothing of it is kept")
    func token() async throws {
        let office = try await Office().prepared()
        let (own, other) = (try await token(office), try await token(office, "dina"))
        let file = Office.part("file", Self.boundary, file: "a.csv") + Self.csv
        let after = file + Array("\r\n".utf8) + Office.part("token", Self.boundary) + Array(own.utf8)
        let forms = [
            Office.form(token: other, Self.csv), Office.form(token: "", Self.csv),
            after + Array("\r\n--\(Self.boundary)--\r\n".utf8), file + Array("\r\n--\(Self.boundary)--\r\n".utf8),
        ]
        for form in forms {
            let answer = try await office.send(form, as: "lena")
            #expect(answer.status == 403 && answer.header("Connection") == "close")
        }
        let elsewhere = try await office.send(
            Office.form(token: own, Self.csv), as: "lena", headers: ["Sec-Fetch-Site": "cross-site"])
        #expect(elsewhere.status == 403)
        #expect(office.keptFiles.isEmpty)
    }

    @Test(
        "those who may not bring files are told so before anything is kept",
        arguments: ["anna", "vera", "egor", "olga", "ivan"])
    func rights(_ person: String) async throws {
        let office = try await Office().prepared()
        let form = Office.form(token: try await token(office, person), Self.csv)
        #expect(try await office.send(form, as: person).status == 403)
        #expect(office.keptFiles.isEmpty)
    }

    @Test(
        "what is no table of text and no workbook is refused in words, whatever its name",
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] as [UInt8],
            Array("%PDF-1.7\n1 0 obj\n".utf8), [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
            Array("<!doctype html><table><tr><td>1</td></tr></table>".utf8),
            [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            [0x1F, 0x8B, 8, 0, 0, 0], Array("a,b\u{0}c,d\n".utf8), [],
        ])
    func magic(_ bytes: [UInt8]) async throws {
        let office = try await Office().prepared()
        let answer = try await office.send(
            Office.form(token: try await token(office), name: "sales.csv", bytes), as: "lena")
        #expect(answer.status == 422)
        #expect(office.keptFiles.isEmpty)
    }

    @Test(
        "a file's own name leads nowhere",
        arguments: [
            ("../../etc/passwd.csv", "passwd.csv"), ("C:\\Users\\anna\\sales.csv", "sales.csv"), ("..", "table"),
            ("a\u{202E}vsc.csv", "avsc.csv"), (".htaccess", "htaccess"), ("<b>.csv", "<b>.csv"),
        ])
    func traversal(_ name: String, _ clean: String) async throws {
        #expect(KeptUpload.cleanName(name) == clean)
        let office = try await Office().prepared()
        let path = try await office.bring(name, Self.csv, as: "lena")
        let id = try #require(path.split(separator: "/").last)
        #expect(Set(office.keptFiles.keys) == ["\(id).data", "\(id).json"])
        #expect(office.keptFiles.values.allSatisfy { $0 == 0o600 })
        let page = try await office.settled(path, as: "lena")
        #expect(page.status == 200 && !page.text.contains("<b>.csv"))
    }

    @Test(
        "an id that is none opens nothing",
        arguments: ["..%2f..%2fcompany", "0", "ABCDEF0123456789ABCDEF0123456789", String(repeating: "a", count: 32)])
    func ids(_ id: String) async throws {
        let office = try await Office.shared()
        #expect(try await office.ask(.get, "/data/imports/" + id, as: "lena").status == 404)
    }

    @Test("a form of nine parts, a boundary of 71 characters, a part without end and an endless head are refused")
    func forms() async throws {
        let office = try await Office().prepared()
        let token = try await token(office)
        let end = Array("\r\n--\(Self.boundary)--\r\n".utf8)
        var many = Office.part("token", Self.boundary) + Array(token.utf8)
        for number in 0..<8 { many += Array("\r\n".utf8) + Office.part("a\(number)", Self.boundary) }
        #expect(try await office.send(many + end, as: "lena").status == 400)
        let long = String(repeating: "b", count: 71)
        let form = Office.form(token: token, Self.csv, boundary: long)
        #expect(try await office.send(form, as: "lena", boundary: long).status == 415)
        let whole = Office.form(token: token, Self.csv)
        #expect(try await office.send(Array(whole.dropLast(20)), as: "lena").status == 400)
        let head = Array("--\(Self.boundary)\r\nX: ".utf8) + [UInt8](repeating: 97, count: 5_000)
        #expect(try await office.send(head, as: "lena").status == 400)
        #expect(office.keptFiles.isEmpty)
    }

    @Test("a field that comes twice, and a second file, are refused before anything is kept")
    func twice() async throws {
        let office = try await Office().prepared()
        let token = Array(try await token(office).utf8)
        let line = Array("\r\n".utf8)
        let end = Array("\r\n--\(Self.boundary)--\r\n".utf8)
        let first = Office.part("token", Self.boundary) + token + line
        let file = Office.part("file", Self.boundary, file: "a.csv") + Self.csv + line
        let field = Office.part("source", Self.boundary) + Array("crm".utf8) + line
        for form in [first + field + field + file, first + field + file + field, first + first + file] {
            let answer = try await office.send(Array(form.dropLast(2)) + end, as: "lena")
            #expect(answer.status == 422, "\(answer.status)")
        }
        let two = try await office.send(Array((first + file + file).dropLast(2)) + end, as: "lena")
        #expect(two.status == 400)
        #expect(office.keptFiles.isEmpty)
    }

    @Test("a workbook that unpacks to far more than it is, or has parts without number, is refused in words")
    func bombs() async throws {
        let office = try await Office().prepared()
        let token = try await token(office)
        // The list of sheets itself is 80 MB of spaces.
        let list = try ZipFile.bytes(ZipFile.workbook(sheets: [UInt8](repeating: 0x20, count: 80 << 20), sheet: []))
        #expect(list.count < 1 << 20)
        let refused = try await office.send(Office.form(token: token, name: "sale.xlsx", list), as: "lena")
        #expect(refused.status == 422, "\(refused.text)")
        let many = try ZipFile.bytes(
            ZipFile.workbook(sheet: []) + (0..<1_000).map { ("xl/media/\($0).bin", [0]) })
        let parts = try await office.send(Office.form(token: token, name: "sale.xlsx", many), as: "lena")
        #expect(parts.status == 422 && parts.text.contains("1"), "\(parts.text)")
        #expect(office.keptFiles.isEmpty)
        // A sheet is read when the file is looked at: the page says why it is not read any further.
        let sheet = try ZipFile.bytes(
            ZipFile.workbook(
                sheet: Array("<worksheet xmlns='\(ZipFile.main)'><sheetData>".utf8)
                    + [UInt8](repeating: 0x20, count: 80 << 20)))
        let page = try await office.settled(try await office.bring("sale.xlsx", sheet, as: "lena"), as: "lena")
        #expect(page.status == 200 && page.text.contains("100"), "\(page.text)")
        #expect(!page.text.contains("/trial"))
    }

    @Test("more than 200 MB are refused by what the browser says of them, in words of megabytes")
    func large() async throws {
        let office = try await Office().prepared()
        let answer = try await office.send(
            Office.form(token: try await token(office), Self.csv), as: "lena",
            headers: ["Content-Length": String(UploadReceiving.mostBytes + 1)])
        #expect(answer.status == 413 && answer.text.contains("200"))
        #expect(office.keptFiles.isEmpty)
    }

    @Test("formulas in cells stay texts")
    func formulas() async throws {
        let office = try await Office().prepared()
        let csv = "id,date,seller,amount\n=HYPERLINK(1),2026-02-05,anna,1000\n@x,2026-02-05,anna,1000\n"
        let path = try await office.bring("sale.csv", Array(csv.utf8), as: "lena")
        let page = try await office.settled(path, as: "lena")
        #expect(page.status == 200 && page.text.contains("=HYPERLINK(1)"))
    }
}

/// Reading forms with files piece by piece.
@Suite("Forms in parts")
struct MultipartReaderTests {
    private static let type = "multipart/form-data; boundary=xyz"
    private static let form = Array(
        "--xyz\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.csv\"\r\nContent-Type: text/csv\r\n\r\n1\r\n--xy\r\n-\r\n--xyz--\r\n"
            .utf8)

    /// The events with the pieces of a content joined.
    private static func events(_ pieces: [[UInt8]]) throws -> [MultipartReader.Event] {
        var reader = try #require(MultipartReader(contentType: type))
        var events: [MultipartReader.Event] = []
        for piece in pieces {
            for event in try reader.take(piece) {
                if case .content(let more) = event, case .content(let before)? = events.last {
                    events[events.count - 1] = .content(before + more)
                } else {
                    events.append(event)
                }
            }
        }
        #expect(reader.isFinished)
        return events
    }

    @Test("cut anywhere, a form is the same form")
    func pieces() throws {
        let whole: [MultipartReader.Event] = [
            .part(name: "token", file: nil), .content(Array("abc".utf8)), .partEnd,
            .part(name: "file", file: "a\"b.csv"), .content(Array("1\r\n--xy\r\n-".utf8)), .partEnd, .end,
        ]
        #expect(try Self.events([Self.form]) == whole)
        for cut in 1..<Self.form.count {
            #expect(try Self.events([Array(Self.form[..<cut]), Array(Self.form[cut...])]) == whole, "\(cut)")
        }
        #expect(try Self.events(Self.form.map { [$0] }) == whole)
    }

    @Test(
        "what is written otherwise is none",
        arguments: [
            "x--xyz\r\n", "--xyz \r\n", "--xyz\r\n\r\n\r\nabc",
            "--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n",
            "--xyz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n",
            "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n",
        ])
    func malformed(_ text: String) throws {
        var reader = try #require(MultipartReader(contentType: Self.type))
        #expect(throws: MultipartReader.Fault.self) { try reader.take(Array(text.utf8)) }
    }

    @Test(
        "a type without one good boundary is none",
        arguments: [
            "multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=x",
            "multipart/form-data; boundary=a; boundary=b", "multipart/form-data; boundary=a\"b",
        ])
    func types(_ type: String) { #expect(MultipartReader(contentType: type) == nil) }
}
