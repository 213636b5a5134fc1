import HTML
import Testing

@testable import Pages

/// Pages are pure functions of values: the same values are the same bytes, in either language, with every text escaped.
@Suite("Pages")
struct PagesTests {
    private func setting(_ language: Language) -> PageSetting {
        PageSetting(
            language: language, site: language == .ru ? "Проба" : "Test", formToken: "token", here: "/pay",
            styles: Addresses.of(["assets", "app.css"]))
    }

    private func pay(_ language: Language, name: String = "Анна") -> MyPay {
        var pay = MyPay(
            name: name, person: "anna", period: "2026-01", periodTitle: "01.2026", currency: "₽",
            earned: .figure(Figure(hundredths: 15_738_830)))
        pay.lines = [MyPay.Line(name, plan: name, .figure(Figure(hundredths: 100)), node: "a/b")]
        pay.parts = [MyPay.Part(name, .figure(Figure(hundredths: 100)))]
        pay.trend = [.init("1", Figure(hundredths: 100)), .init("2", Figure(hundredths: 300))]
        pay.hasStatement = true
        return pay
    }

    @Test(
        "my pay shows its amount as the language writes it",
        arguments: [(Language.ru, "157\u{A0}388,30"), (.en, "157,388.30")])
    func amounts(_ language: Language, _ text: String) {
        let html = String(decoding: MyPayPage(pay(language), language: language).page(setting(language)), as: UTF8.self)
        #expect(html.contains(text))
        #expect(html.contains("lang=\"\(language.rawValue)\""))
        #expect(
            html
                == String(decoding: MyPayPage(pay(language), language: language).page(setting(language)), as: UTF8.self)
        )
    }

    @Test("a Russian page holds no English words")
    func russian() {
        let pages = [
            MyPayPage(pay(.ru), language: .ru).page(setting(.ru)), SignInPage(language: .ru).page(setting(.ru)),
            CodePage(language: .ru).page(setting(.ru)),
            ProblemPage(title: "Нет", text: "Нет", kind: .absent).page(setting(.ru)),
            PaperCodesPage(language: .ru, codes: ["1"]).page(setting(.ru)),
            ActivationPage(language: .ru, token: "1").page(setting(.ru)),
        ]
        for page in pages {
            let words = Self.seen(String(decoding: page, as: UTF8.self)).replacing("In English", with: "")
            let latin = words.unicodeScalars.filter { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
            #expect(latin.isEmpty, "\(words)")
        }
    }

    @Test("names are texts, whatever they hold", arguments: ["<script>", "\"onload=\"x", "&amp;", "'"])
    func hostile(_ name: String) {
        let html = String(decoding: MyPayPage(pay(.en, name: name), language: .en).page(setting(.en)), as: UTF8.self)
        #expect(!html.contains("<script>") && !html.contains("\"onload"))
    }

    @Test("every form carries the token of its reader")
    func token() {
        let form = SectionForm(name: "a", heading: "A", action: .root, button: "Do", key: "k")
        let html = String(
            decoding: SectionPage(title: "A", sections: [.form(form)]).page(setting(.en)), as: UTF8.self)
        #expect(html.contains("name=\"token\" value=\"token\"") && html.contains("name=\"key\" value=\"k\""))
    }

    @Test("a table whose caption is its heading says it once to those who see")
    func caption() {
        let table = DataTable(
            name: "t", caption: "People, RUB", columns: [Column("Person")], rows: [], language: .en)
        let html = String(
            decoding: SectionPage(title: "A", sections: [.table(table)]).page(setting(.en)), as: UTF8.self)
        #expect(html.contains("<caption id=\"caption-t\" class=\"unseen\">"))
    }

    @Test(
        "counts take the form that Russian asks for",
        arguments: [
            (1, "1\u{A0}день"), (2, "2\u{A0}дня"), (5, "5\u{A0}дней"), (11, "11\u{A0}дней"), (21, "21\u{A0}день"),
            (112, "112\u{A0}дней"),
        ])
    func plurals(_ count: Int, _ text: String) {
        let days = CountWords(ru: "день", "дня", "дней", en: "day", "days")
        #expect(days.text(count, in: .ru) == text)
    }

    @Test("what cannot be a part of an address leads to the first page", arguments: ["..", ".", ""])
    func addresses(_ part: String) { #expect(Addresses.of(["people", part]).text == "/") }

    /// What a reader sees of a page: no tags, nothing of the head.
    private static func seen(_ html: String) -> String {
        var text = ""
        var isTag = false
        for character in html {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                text.append(character)
            }
        }
        return text
    }
}
