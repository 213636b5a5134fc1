import Periods

/// Sales abroad, in the client's currency. Few and written by hand, so that whoever sells them can be paid on paper.
struct AlfaExport {
    let day: CivilDay
    let seller: String
    let client: String
    let currency: String
    /// In hundredths of the currency's unit.
    let amount: Int
}

extension AlfaExport {
    static let clients: [(id: String, title: String, country: String)] = [
        ("e01", "ТОО «Алтын дала»", "Казахстан"), ("e02", "Balkan Food", "Сербия"),
        ("e03", "Ararat Trade", "Армения"), ("e04", "Silk Road Foods", "Узбекистан"),
        ("e05", "Adria Market", "Черногория"),
    ]

    static let all: [AlfaExport] = [
        .sale(1, 22, "volkov", "e04", "USD", 21_500), .sale(3, 19, "volkov", "e04", "USD", 60_000),
        .sale(4, 16, "volkov", "e02", "EUR", 12_000), .sale(4, 23, "zaitseva", "e03", "USD", 10_000),
        .sale(5, 20, "zaitseva", "e03", "USD", 26_000), .sale(6, 18, "zaitseva", "e05", "EUR", 33_000),
        .sale(7, 15, "zaitseva", "e03", "USD", 20_000), .sale(8, 13, "volkov", "e04", "USD", 45_000),
        .sale(9, 10, "zaitseva", "e05", "EUR", 40_000), .sale(9, 24, "volkov", "e02", "EUR", 30_000),
        .sale(10, 14, "zaitseva", "e03", "USD", 38_000), .sale(10, 21, "volkov", "e04", "USD", 25_000),
        .sale(11, 12, "zaitseva", "e03", "USD", 30_000), .sale(11, 25, "volkov", "e01", "KZT", 5_000_000),
        .sale(12, 9, "zaitseva", "e05", "EUR", 45_000), .sale(12, 16, "volkov", "e04", "USD", 70_000),
    ]

    /// Thousandths of a rouble for so many units of a currency, from a day on.
    static let rates: [(currency: String, from: CivilDay, rate: Int, units: Int)] = [
        ("USD", SampleYear.day(1, 1), 80_000, 1), ("USD", SampleYear.day(2, 2), 79_250, 1),
        ("USD", SampleYear.day(3, 2), 78_500, 1), ("USD", SampleYear.day(4, 1), 81_200, 1),
        ("USD", SampleYear.day(5, 4), 82_000, 1), ("USD", SampleYear.day(6, 1), 80_400, 1),
        ("USD", SampleYear.day(7, 1), 79_000, 1), ("USD", SampleYear.day(8, 3), 78_105, 1),
        ("USD", SampleYear.day(9, 1), 80_750, 1), ("USD", SampleYear.day(10, 1), 82_300, 1),
        ("USD", SampleYear.day(11, 2), 83_100, 1), ("USD", SampleYear.day(12, 1), 81_950, 1),
        ("EUR", SampleYear.day(1, 1), 92_000, 1), ("EUR", SampleYear.day(4, 1), 94_100, 1),
        ("EUR", SampleYear.day(6, 1), 93_000, 1), ("EUR", SampleYear.day(9, 1), 93_600, 1),
        ("EUR", SampleYear.day(12, 1), 94_750, 1),
        ("KZT", SampleYear.day(1, 1), 16_200, 100), ("KZT", SampleYear.day(7, 1), 15_800, 100),
    ]

    private static func sale(
        _ month: Int, _ day: Int, _ seller: String, _ client: String, _ currency: String, _ whole: Int
    ) -> AlfaExport {
        AlfaExport(
            day: SampleYear.day(month, day), seller: seller, client: client, currency: currency, amount: whole * 100)
    }
}
