import HTML
import Testing

/// The frame of every page, and what a page says when it has nothing to show.
struct PageFrameTests {
    private func page(language: Language, theme: Theme? = nil, hasErrors: Bool = false, refresh: Int? = nil) -> String {
        let head = PageHead(
            title: "Pay", site: "Stimul", language: language, theme: theme, hasErrors: hasErrors, refreshAfter: refresh,
            styles: .root, modules: [.root])
        let navigation = Navigation(
            language: language, site: "Stimul", home: .root,
            items: [NavigationItem("Pay", .root, isCurrent: true), NavigationItem("Team", .root)])
        return PageFrame(
            head: head, navigation: navigation, footerLinks: [NavigationItem("Help", .root)], footerNote: "Alfa"
        ) { h1 { "Pay" } }.html
    }

    @Test("the first link leads to the main part, and each part is there once")
    func frame() {
        let html = page(language: .en)
        #expect(html.hasPrefix("<!doctype html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">"))
        #expect(html.contains("<body><a href=\"#main\" class=\"skip\">Skip to content</a><header"))
        #expect(html.contains("<main id=\"main\" class=\"main\" tabindex=\"-1\"><h1>Pay</h1></main>"))
        #expect(html.contains("<a href=\"/\" aria-current=\"page\">Pay</a>"))
        #expect(html.contains("<script type=\"module\" src=\"/\"></script>"))
        for part in ["<header", "<main", "<footer", "<h1"] {
            #expect(html.split(separator: part, omittingEmptySubsequences: false).count == 2)
        }
        #expect(html.hasSuffix("</footer></body></html>"))
    }

    @Test("a refused form changes the title, a choice of theme the root, waiting loads again")
    func variants() {
        #expect(page(language: .ru, hasErrors: true).contains("<title>Ошибка: Pay · Stimul</title>"))
        #expect(page(language: .en).contains("<title>Pay · Stimul</title>"))
        #expect(page(language: .ru, theme: .dark).contains("<html lang=\"ru\" dir=\"ltr\" data-theme=\"dark\">"))
        #expect(page(language: .ru, refresh: 5).contains("<meta http-equiv=\"refresh\" content=\"5\">"))
    }

    @Test("every phrase is there in both languages, and they differ")
    func phrases() {
        for phrase in Phrase.allCases {
            #expect(!phrase.text(in: .ru).isEmpty && phrase.text(in: .ru) != phrase.text(in: .en))
        }
    }

    @Test("what is being made tells how far it is, and is read in its turn")
    func waiting() {
        let html = StatePanel(.waiting(done: 162), heading: "Calculating", text: "Since 14:02.").html
        #expect(html.hasPrefix("<section class=\"panel panel-waiting\" role=\"status\"><h2>Calculating</h2>"))
        #expect(
            html.contains("<progress class=\"progress\" aria-label=\"Calculating\" max=\"100\" value=\"100\">100 %"))
    }

    @Test(
        "what is empty, cannot be made or may not be seen says so in words",
        arguments: [
            (StatePanel.State.empty, "panel-empty"), (.error, "panel-error"), (.forbidden, "panel-forbidden"),
        ])
    func states(state: StatePanel.State, look: String) {
        let html = StatePanel(state, heading: "a", text: "b", actions: [NavigationItem("c", .root)], isPage: true).html
        #expect(
            html == """
                <section class="panel \(look)"><h1>a</h1><p>b</p>\
                <ul class="actions"><li><a href="/">c</a></li></ul></section>
                """)
    }
}
