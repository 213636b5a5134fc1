import Company
import Formulas
import Messages
import Quantities
import Testing

/// Figures that can be checked on paper: code, inputs, value (a percentage as a fraction: 1.08 is 108%).
private let figures: [(String, String, String)] = [
    ("K1", "SVфакт 11340000, SVплан 10500000", "1.08"),
    ("K2", "MRфакт 4500000, MRплан 5000000", "0.9"),
    ("K2d", "MRфакт 4500000, MRплан 5000000", "-0.1"),
    ("K3", "Nнеточ 3", "3"),
    ("K4", "Nнеисп 2", "2"),
    ("K6", "ДЗ 2400000, ОП 21900000, дней 365", "40"),
    ("K6", "ДЗ 2400000, ОП 5600000, дней 92", "39.43"),
    ("K7", "Aфакт 45, Aплан 60", "0.75"),
    ("K9", "Dпр 18, Nас 240", "0.075"),
    ("K9d", "Dтек 0.075, Dпред 0.06", "0.015"),
    ("K10", "SVпосле 1500000, SVдо 1200000", "1.25"),
    ("K11", "Kпост 160, Kобщ 250", "0.64"),
    ("K12", "Kотс 15, Kобщ 250", "0.06"),
    ("K13", "Nр 84, Nобщ 420", "0.2"),
    ("K13", "Nр 50, Nобщ 500", "0.1"),
    ("K14", "T 1365, Nз 420", "3.25"),
    ("K16", "Bфакт 990000, Bплан 900000", "1.1"),
    ("K17", "Nналич 27, Nплан 30", "0.9"),
    ("K18", "ЧП 800000, Нприб 200000, Пкред 50000", "1050000"),
    ("K19", "ВП 750000, В 3000000", "0.25"),
    ("K20", "В 3000000, СС 2250000", "750000"),
    ("K21", "Nув 6, Nср 48", "0.125"),
    ("K22", "SV 9000000, N 6", "1500000"),
    ("K23", "DSO 40, DPO 32", "1.25"),
    ("K24", "ДЗ 1000000, В 3000000, дней 30", "10"),
    ("K24p", "КЗ 600000, СС 2250000, дней 30", "8"),
    ("K25", "Nур 12", "12"),
    ("K26", "Nур 12, Nпрет 15", "0.8"),
    ("K27", "Nнов 24", "24"),
    ("K28", "В 250000, Nчек 400", "625"),
    ("K30", "Nз 420, Nвстр 18, Nпер 6", "444"),
    ("K31", "Nслед 30, Nэтап 120", "0.25"),
    ("K32", "МД 500000, r 0.8, d 0.12", "1562500"),
    ("K32r", "МД 500000, r 0.8, d 0.12", "1250000"),
    ("K32r", "МД 500000, r 0.85, d 0.12", "1574074.07"),
    ("K32h", "МД 500000, r 0.8, d 0.12", "1271977.45"),
    ("K33", "Kвып 0.289", "0.289"),
    ("K34", "Nпот 9, Nлид 60", "0.15"),
    ("K35", "Kотс 15, Kобщ 250", "0.06"),
    ("K36", "SVтек 6000000, SVпред 2000000", "3"),
    ("K39", "Nвсрок 57, Nдост 60", "0.95"),
    ("K40", "Nрек 4", "4"),
    ("WALLET", "SV 3000000, SVкат 12000000", "0.25"),
    ("FORECAST", "SVпрог 9000000, SVфакт 10000000", "0.9"),
    ("CSAT", "Nдов 48, Nотв 60", "0.8"),
    ("NPS", "Nпром 33, Nкрит 9, Nотв 60", "0.4"),
    ("GRR", "Внач 10000000, Вумен 400000, Вотс 600000", "0.9"),
    ("NRR", "Внач 10000000, Врост 1500000, Вумен 400000, Вотс 600000", "1.05"),
    ("WIN", "Nвыиг 10, Nпроиг 30", "0.25"),
    ("CYCLE", "Tсд 540, Nсд 12", "45"),
    ("OVERDUE", "ПДЗ 120000, ДЗ 2400000", "0.05"),
    ("PROMISES", "Nвып 18, Nобещ 24", "0.75"),
]

@Suite("Values of the library's formulas")
struct KPIValueTests {
    @Test("a formula gives the figure worked out on paper", arguments: figures)
    func paper(code: String, inputs: String, expected: String) throws {
        let card = try #require(KPILibrary.card(code))
        let value = try #require(try card.value(inputs)?.value)
        let places = expected.split(separator: ".").dropFirst().first?.count ?? 0
        #expect(try value.rounded(toPlaces: max(places, 2)) == FixedDecimal(parsing: expected))
    }

    @Test("every formula of the library has such a figure")
    func everyFormula() {
        let computed = Set(KPILibrary.cards.filter { $0.formula != nil }.map(\.code))
        #expect(computed == Set(figures.map(\.0)))
    }

    @Test(
        "nothing to divide by is not a zero: the value is not computable", arguments: ["K1", "K6", "K12", "K13", "K28"])
    func zeroBase(code: String) throws {
        let card = try #require(KPILibrary.card(code))
        let zeros = card.inputs.map { "\($0.name) 0" }.joined(separator: ", ")
        #expect(try card.value(zeros) == .notComputable(.divisionByZero))
    }
}

@Suite("Corrections of the books")
struct KPICorrectionTests {
    @Test("the collection period takes the days of the period, which 365 would make four times as long")
    func collectionPeriod() throws {
        let card = try #require(KPILibrary.card("K6"))
        let days = try #require(card.inputs.first { $0.name == "дней" })
        #expect(days.defaultFormula == "days(period)")
        let wrong = try card.value("ДЗ 2400000, ОП 5600000, дней 365")?.value
        #expect(try wrong?.rounded(toPlaces: 2) == FixedDecimal(parsing: "156.43"))
    }

    @Test("a deviation is fulfilment less 100%")
    func deviation() throws {
        let plan = "MRфакт 5300000, MRплан 5000000"
        let fulfilment = try #require(try KPILibrary.card("K2")?.value(plan)?.value)
        let deviation = try #require(try KPILibrary.card("K2d")?.value(plan)?.value)
        #expect(try fulfilment.subtracting(.one) == deviation)
    }

    @Test("EBIT is before interest and tax")
    func operatingProfit() throws {
        let card = try #require(KPILibrary.card("K18"))
        #expect(try card.value("ЧП 100, Нприб 20, Пкред 5")?.value == 125)
        #expect(card.meaning.en.contains("before interest and income tax"))
    }

    @Test("the share of a channel is a level, its growth has a card of its own")
    func channelShare() {
        #expect(KPILibrary.card("K9")?.meaning.en.contains("K9d") == true)
        #expect(KPILibrary.card("K9d")?.title.ru == "Прирост доли компании")
    }

    @Test("the base of a share of clients is stated", arguments: ["K11", "K12", "K35"])
    func base(code: String) {
        #expect(KPILibrary.card(code)?.meaning.en.contains("Base: ") == true)
        #expect(KPILibrary.card(code)?.meaning.ru.contains("База — ") == true)
    }
}
