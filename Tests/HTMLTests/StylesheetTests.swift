import HTML
import Testing

/// The stylesheet that is made of the tokens.
struct StylesheetTests {
    private let text = Stylesheet.text

    @Test("every class has a rule, and every rule is of a class that exists")
    func classes() {
        var known = Set(ClassName.allCases.map(\.rawValue))
        known.formUnion(
            ColourToken.allCases.flatMap { ["fill-" + $0.rawValue, "stroke-" + $0.rawValue] } + ["fill-none"])
        let used = Set(text.matches(of: /\.([a-z][a-z0-9-]*)/).map { String($0.output.1) })
        #expect(used.subtracting(known).isEmpty)
        #expect(Set(ClassName.allCases.map(\.rawValue)).subtracting(used).isEmpty)
    }

    @Test("every variable that is used is defined")
    func variables() {
        let defined = Set(text.matches(of: /[;{](--[a-z0-9-]+):/).map { String($0.output.1) })
        let used = Set(text.matches(of: /var\((--[a-z0-9-]+)\)/).map { String($0.output.1) })
        #expect(used.count > 30)
        #expect(used.subtracting(defined).isEmpty)
    }

    @Test("braces are in pairs, and nothing is fetched from elsewhere")
    func form() {
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
        for word in ["@import", "url(", "http", "expression"] { #expect(!text.contains(word)) }
    }

    @Test(
        "both themes, by the system and by choice; paper; narrow screens; no motion; colours of the system; the keyboard",
        arguments: [
            "@media (prefers-color-scheme:dark){:root:not([data-theme=light])", ":root[data-theme=dark]{",
            "@media print{", "@media (max-width:37.49rem){", "@media (prefers-reduced-motion:reduce){",
            "@media (forced-colors:active){", ":focus-visible{outline:3px solid var(--focus);outline-offset:2px",
            "--ink:#17202B;", "--ink:#E8EDF3;", "--s4:0.25rem;--s8:0.5rem;",
            "--font-small:0.8125rem/1.125rem var(--family);",
            "--font-hero:2.5rem/3rem var(--family);",
        ])
    func holds(part: String) {
        #expect(text.contains(part))
    }

    @Test("it is small")
    func size() {
        #expect(text.utf8.count < 20_000)
    }
}
