import Charts
import Foundation
import HTML
import Testing

/// The page of all components, as people look at it: `STIMUL_SAMPLES=/tmp/samples swift test --filter SamplePage`
/// writes it in both languages and themes.
struct SamplePageTests {
    @Test("a page holds no style, no script and no handler", arguments: Language.allCases)
    func policy(language: Language) throws {
        let html = try SamplePage(language: language, theme: nil).page().html
        #expect(
            html.hasPrefix(
                "<!doctype html><html lang=\"\(language.rawValue)\" dir=\"ltr\"><head><meta charset=\"utf-8\">"))
        for forbidden in ["<style", " style=", "<script", "javascript:", " onclick", "&#0;"] {
            #expect(!html.contains(forbidden))
        }
        #expect(html.contains("&lt;b&gt;O'Neil &amp; &quot;Sons&quot;&lt;/b&gt;"))
    }

    @Test("no id stands twice in a page, and every link to a place of the page finds it")
    func ids() throws {
        let html = try SamplePage(language: .en, theme: nil).page().html
        let ids = html.matches(of: /[ ]id="([^"]*)"/).map { String($0.output.1) }
        #expect(ids.count > 60)
        #expect(Set(ids).count == ids.count)
        let places = html.matches(of: /(?:href="#|for="|url\(#)([^")]*)/).map { String($0.output.1) }
        #expect(places.count > 8)
        #expect(Set(places).subtracting(ids).isEmpty)
        let named = html.matches(of: /aria-(?:labelledby|describedby)="([^"]*)"/).flatMap {
            $0.output.1.split(separator: " ").map(String.init)
        }
        #expect(Set(named).subtracting(ids).isEmpty)
    }

    @Test(
        "the page is written for people to look at",
        .enabled(if: ProcessInfo.processInfo.environment["STIMUL_SAMPLES"] != nil))
    func samples() throws {
        let folder = URL(filePath: ProcessInfo.processInfo.environment["STIMUL_SAMPLES"] ?? "/tmp")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Stylesheet.text.write(to: folder.appending(path: "app.css"), atomically: true, encoding: .utf8)
        for language in Language.allCases {
            for theme in Theme.allCases {
                let page = SamplePage(language: language, theme: theme, styles: try Address(path: ["app.css"]))
                let name = "\(language.rawValue)-\(theme.rawValue).html"
                try Data(try page.page().rendered()).write(to: folder.appending(path: name))
            }
        }
    }
}
