import Charts
import Foundation
import HTML
import TestPrograms
import Testing

@testable import Paper

/// Documents read back by poppler.
@Suite("Documents on paper", .enabled(if: Poppler.isInstalled, Comment(rawValue: Poppler.absence)))
struct PDFTests {
    private func document(_ blocks: [PaperBlock], language: Language = .ru, title: String = "Листок") -> PaperDocument {
        PaperDocument(
            title: title, author: "Альфа", language: language, created: "2026-02-03T09:30:00Z", head: "Альфа · Листок",
            foot: ["Анна Орлова · январь 2026", "Цепочка записей 17:9f86d081"], blocks: blocks)
    }

    private func table(_ count: Int, name: (Int) -> String = { "строка \($0)" }) -> PaperBlock {
        .table(
            PaperTable(
                columns: [.words("Начисление"), .figures("Сумма")],
                rows: (1...count).map { PaperRow([name($0), "\($0)\u{A0}000,00"]) },
                totals: [PaperRow(["Всего", "итог"])]))
    }

    @Test("Cyrillic comes back letter by letter, with its amounts; A4, in Russian, with a title and a date of its own")
    func readBack() throws {
        let read = try Poppler(
            PaperPDF.bytes(
                document([
                    .title("Расчётный листок, январь 2026", state: "Анна Орлова"),
                    .sum(label: "К выплате", figure: "57\u{A0}400,00\u{A0}RUB"), .facts([("Расчёт", "84f08feb6c50")]),
                    table(2),
                ])))
        let text = try #require(read.pages.first).replacing("\u{A0}", with: " ")
        for words in ["Расчётный листок, январь 2026", "57 400,00 RUB", "84f08feb6c50", "2 000,00", "страница 1 из 1"] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        #expect(read.facts["Page size"] == "595.276 x 841.89 pts (A4)")
        #expect(read.facts["Title"] == "Листок" && read.facts["Author"] == "Альфа")
        #expect(read.facts["CreationDate"] == "2026-02-03T09:30:00Z")
        #expect(read.facts["Encrypted"] == "no" && read.facts["JavaScript"] == "no")
        #expect(!read.fonts.isEmpty && read.fonts.allSatisfy(\.isEmbedded), "\(read.fonts)")
    }

    @Test("the language is entered, and the title is shown", arguments: [Language.ru, .en])
    func language(_ language: Language) throws {
        let bytes = try PaperPDF.bytes(document([.paragraph("x")], language: language))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("/Lang (\(language.rawValue))") && text.contains("/DisplayDocTitle true"))
        #expect(text.hasSuffix("%%EOF\n"))
        let page = language == .ru ? "страница 1 из 1" : "page 1 of 1"
        #expect(try Poppler(bytes).pages.first?.contains(page) == true)
    }

    @Test("the head of a table and the foot stand on every page, pages know how many they are")
    func pages() throws {
        let read = try Poppler(PaperPDF.bytes(document([table(100)])))
        #expect(read.pages.count == 3)
        for (number, page) in read.pages.enumerated() {
            #expect(page.contains("Начисление") && page.contains("Анна Орлова · январь 2026"))
            #expect(page.contains("страница \(number + 1) из 3") && page.contains("Цепочка записей 17:9f86d081"))
        }
        for row in 1...100 {
            #expect(read.pages.count { $0.contains("строка \(row) ") } == 1, "\(row)")
        }
        #expect(try #require(read.pages.last).contains("Всего"))
    }

    @Test("the same document is the same file")
    func same() throws {
        let document = document([.title("Листок", state: ""), table(30)])
        #expect(try PaperPDF.bytes(document) == PaperPDF.bytes(document))
    }

    @Test(
        "names that would hide, turn round or break out are text",
        arguments: [
            "\u{0}\u{1B}]0;x\u{7}", "\u{202E}gpj.exe", ") Tj /JavaScript (",
            "<b>&amp;</b>", "👩🏽‍🚀 عنوان 日本", "a\nb\r\nc\tdd", "", "\u{FFFE}",
        ])
    func hostile(_ name: String) throws { try checkIsText(name) }

    @Test("a name of two million letters ends with an ellipsis")
    func longName() throws { try checkIsText(String(repeating: "щ", count: 2_000_000)) }

    private func checkIsText(_ name: String) throws {
        let read = try Poppler(
            PaperPDF.bytes(
                document(
                    [
                        .title(name, state: name), .heading(name), .notice(name), .facts([(name, name)]),
                        .table(
                            PaperTable(
                                columns: [.words(name), .figures(name)],
                                rows: [
                                    PaperRow([name, name], depth: 99, notes: [.formula(name), .remark(name)]),
                                    PaperRow([name, name, name, name]), PaperRow([]),
                                ])), .signatures([name, name, name]), .sum(label: name, figure: name),
                    ], title: name)))
        #expect(read.facts["JavaScript"] == "no")
        #expect(!read.pages.joined().contains("\u{1B}"))
        #expect((1...6).contains(read.pages.count), "\(read.pages.count)")
    }

    @Test("a chart is drawn with its names and amounts; what takes away is hatched, not coloured")
    func chart() throws {
        let waterfall = try Waterfall(
            title: "Что", amountTitle: "Сумма", start: .init("Начало", Figure(hundredths: 0)),
            changes: [.init("Комиссия", Figure(hundredths: 500_000)), .init("Удержано", Figure(hundredths: -120_000))],
            end: .init("К выплате", Figure(hundredths: 380_000)))
        let scene = waterfall.scene(width: PaperPDF.sceneWidth, in: .ru)
        let read = try Poppler(PaperPDF.bytes(document([.drawing(scene, shows: "Как складывается сумма")])))
        let text = try #require(read.pages.first).replacing("\u{A0}", with: " ")
        for words in ["Комиссия", "+5 000,00", "−1 200,00", "3 800,00"] { #expect(text.contains(words), "\(words)") }
    }

    @Test("every colour of a chart is a grey of its own lightness", arguments: ColourToken.allCases)
    func greys(_ token: ColourToken) {
        #expect((0...1).contains(SceneDrawing.grey(token)))
    }

    @Test("13,500 rows are some 350 pages: all of them, in order, in less than two megabytes")
    func long() throws {
        let count = 13_500
        let bytes = try PaperPDF.bytes(document([table(count)]))
        let read = try Poppler(bytes)
        #expect((300...400).contains(read.pages.count), "\(read.pages.count)")
        #expect(bytes.count < 2_000_000, "\(bytes.count)")
        let rows = read.pages.joined().split(separator: "\n").compactMap { line -> Int? in
            let words = line.split(separator: " ")
            return words.first == "строка" && words.count > 1 ? Int(words[1]) : nil
        }
        #expect(rows == Array(1...count))
    }

    @Test("no document is no page but one")
    func empty() throws {
        #expect(try Poppler(PaperPDF.bytes(document([]))).pages.count == 1)
    }
}
