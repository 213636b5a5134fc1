public import Quantities

extension Unit {
    /// The unit in Russian words: `дни`, `RUB/шт`, `просто число`.
    public var russian: String { text(days: "дни", minutes: "минуты", pieces: "шт", plain: "просто число") }
}
