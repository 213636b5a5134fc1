import Formulas
import Messages
import Testing

@Suite("A folder is one company")
struct CompanyFaultTests {
    @Test("a currency that does not exist")
    func unknownCurrency() {
        let files = [
            "company.yaml": """
            company: {name: Alfa, currency: RUR}
            positions: {seller: Seller}
            units: {sales_team: Sales}
            events:
              sale:
                fields: {date: day, seller: person, amount: money}
                credit: sale.seller
            metrics:
              sales: {unit: RUB, value: sum(sale.amount)}
            """
        ]
        #expect(
            said(files) == """
                company.yaml:1:33: error: 'RUR' is not a currency code of ISO 4217
                    1 | company: {name: Alfa, currency: RUR}
                      |                                 ^~~
                   help: for instance RUB, USD, EUR
                """)
        #expect(
            said(files, .ru) == """
                company.yaml:1:33: ошибка: «RUR» — не код валюты ISO 4217
                    1 | company: {name: Alfa, currency: RUR}
                      |                                 ^~~
                   совет: например, RUB, USD, EUR
                """)
    }

    @Test("an empty file says nothing")
    func emptyFile() {
        let files = [
            "empty.yaml": ""
        ]
        #expect(said(files) == "")
    }

    @Test("a file of comments says nothing")
    func comments() {
        let files = [
            "empty.yaml": "# nothing yet"
        ]
        #expect(said(files) == "")
    }

    @Test("a list instead of sections")
    func list() {
        let files = [
            "a.yaml": """
            - one
            - two
            """
        ]
        #expect(
            said(files) == """
                a.yaml:1:1: error: expected a mapping of names to values, found a list
                    1 | - one
                      | ^
                """)
        #expect(
            said(files, .ru) == """
                a.yaml:1:1: ошибка: ожидается список вида «имя: значение», а стоит перечень через «-» или в [ ]
                    1 | - one
                      | ^
                """)
    }

    @Test("a text instead of sections")
    func scalar() {
        let files = [
            "a.yaml": "hello"
        ]
        #expect(
            said(files) == """
                a.yaml:1:1: error: expected a mapping of names to values, found 'hello'
                    1 | hello
                      | ^~~~~
                """)
    }

    @Test("no section 'company'")
    func noCompany() {
        let files: [String: String?] = [
            "company.yaml": """
            metrics:
              a: {unit: number, value: 1}
            """,
            "sale.csv": nil,
            "assignments.csv": nil,
            "people.csv": nil,
        ]
        #expect(
            said(files) == """
                error: no file has a section 'company'
                   help: add 'company: {name: …, currency: RUB}'
                """)
        #expect(
            said(files, .ru) == """
                ошибка: ни в одном файле нет раздела «company»
                   совет: добавьте «company: {name: …, currency: RUB}»
                """)
    }

    @Test("two sections 'company'")
    func twoCompanies() {
        let files = [
            "other.yaml": "company: {name: Beta, currency: USD}"
        ]
        #expect(
            said(files) == """
                other.yaml:1:10: error: there is a second section 'company'; the first is at company.yaml:1:10
                    1 | company: {name: Beta, currency: USD}
                      |          ^
                   help: a folder is one company: keep one
                """)
        #expect(
            said(files, .ru) == """
                other.yaml:1:10: ошибка: раздел «company» стоит дважды; первый: company.yaml:1:10
                    1 | company: {name: Beta, currency: USD}
                      |          ^
                   совет: одна папка — одна компания
                """)
    }

    @Test("an empty folder")
    func noFiles() {
        let files: [String: String?] = SmallCompany.files.mapValues { _ in nil }
        #expect(
            said(files) == "error: there is no YAML file in this folder, so there is no company")
        #expect(
            said(files, .ru) == "ошибка: в папке нет ни одного файла YAML, значит, нет и компании")
    }
}
