import HTML
import Testing

@testable import Pages

/// What moves in an open page: parts with names, what each is about, and what holds them.
@Suite("Parts that move")
struct LivePageTests {
    private func setting(_ language: Language) -> PageSetting {
        PageSetting(
            language: language, site: language == .ru ? "Проба" : "Test", here: "/pay/2026-02?deal=5",
            styles: Addresses.of(["assets", "app.css"]))
    }

    private func pay(_ language: Language) -> MyPay {
        var pay = MyPay(
            name: "Анна", person: nil, period: "2026-02", periodTitle: "02.2026", currency: "₽",
            earned: .figure(Figure(hundredths: 1_830_000)))
        pay.topic = LiveTopic(person: "anna", period: "2026-02", said: MoveWords.said("1", "+1", "4711")[language])
        pay.isMoving = true
        pay.moves = PayMoves(
            since: nil, sum: .change(Figure(hundredths: 150)),
            rows: [
                .init(
                    MoveWords.came("4711")[language], .change(Figure(hundredths: 200)), note: "14:05", address: .root),
                .init(MoveWords.left("4710")[language], .change(Figure(hundredths: -50)), note: "13:05", address: nil),
            ])
        var deal = OneMoreDeal(
            kind: "4", entered: "5", amount: "5", gain: .change(Figure(hundredths: 6_940_000)),
            note: DealWords.note("2026-02-20", "4")[language])
        deal.step = .init("390", .change(Figure(hundredths: 1_170_000)))
        deal.progress = (Figure(hundredths: 61_000_000), Figure(hundredths: 100_000_000))
        deal.points = [.init("1", .change(Figure(hundredths: 3)))]
        pay.oneMore = deal
        pay.outlook = .forecast(
            .figure(Figure(hundredths: 500)), low: .figure(Figure(hundredths: 400)),
            high: .figure(Figure(hundredths: 700)))
        return pay
    }

    private func html(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("the content alone is what stands in the page, byte by byte", arguments: Language.allCases)
    func fragment(_ language: Language) {
        let page = MyPayPage(pay(language), language: language)
        let (whole, part) = (html(page.page(setting(language))), html(page.fragment(setting(language))))
        #expect(whole.contains(part) && !part.contains("<main"))
    }

    @Test("each part says whose figures it shows and of which period, and one of them what has changed last")
    func regions() {
        let part = html(MyPayPage(pay(.en), language: .en).fragment(setting(.en)))
        for name in ["figures", "parts", "deal", "periods"] {
            #expect(
                part.contains(
                    #"<div id="live-\#(name)" data-live="\#(name)" data-people="anna" data-period="2026-02""#),
                "\(name)")
        }
        #expect(part.split(separator: "4711").count > 2)
        #expect(part.contains(#"data-said="Earned 1, +1: 4711""#))
        #expect(part.split(separator: #"data-said="""#).count == 4)
    }

    @Test(
        "what holds figures is there where they move, unseen until the script shows it; beside it is what works without"
    )
    func bar() {
        var model = pay(.en)
        let part = html(MyPayPage(model, language: .en).fragment(setting(.en)))
        #expect(part.contains(#"id="live-pause" aria-pressed="false" hidden>Pause live figures</button>"#))
        #expect(part.contains(#"<a href="/pay/2026-02?deal=5">Refresh</a>"#))
        #expect(part.contains(#"id="live-said" role="status" aria-live="polite"></p>"#))
        model.isMoving = false
        #expect(!html(MyPayPage(model, language: .en).fragment(setting(.en))).contains("live-pause"))
    }

    @Test("in Russian no English word is seen")
    func russian() {
        let part = html(MyPayPage(pay(.ru), language: .ru).fragment(setting(.ru)))
        var text = ""
        var isTag = false
        for character in part {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" { isTag = false }
        }
        let latin = text.unicodeScalars.filter { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
        #expect(latin.isEmpty, "\(text)")
    }

    @Test("an amount that was refused is told at its field, and before the title")
    func refused() {
        var model = pay(.en)
        model.oneMore?.error = DealWords.noAmount[.en]
        let page = MyPayPage(model, language: .en)
        #expect(page.hasErrors)
        #expect(html(page.page(setting(.en))).contains("<title>Error: "))
    }

    @Test("the module makes markup by one policy, and nothing else")
    func script() {
        let text = String(decoding: LiveScript.bytes, as: UTF8.self)
        #expect(text.contains(#"createPolicy("fragment""#))
        for sink in ["innerHTML =", "eval(", "document.write", "insertAdjacentHTML", "http://", "https://"] {
            #expect(!text.contains(sink), "\(sink)")
        }
    }
}
