internal import Quantities

/// Numbers with their nouns, as each language writes them.
public enum CountedWords {
    /// A number in groups of three: `3,214` in English, `3 214` with a no-break space in Russian.
    public static func grouped(_ number: Int, _ language: Language) -> String {
        let digits = String(number.magnitude)
        return (number < 0 ? "-" : "") + digits.inThousands(by: language == .ru ? LocalizedNumber.noBreakSpace : ",")
    }

    /// A number and its English noun: `1 cell`, `2 cells`.
    public static func en(_ number: Int, _ one: String, _ many: String) -> String {
        grouped(number, .en) + " " + (number == 1 ? one : many)
    }

    /// A number and its Russian noun: `1 ячейка`, `2 ячейки`, `5 ячеек`.
    public static func ru(_ number: Int, _ one: String, _ few: String, _ many: String) -> String {
        let tens = number.magnitude % 100
        let ones = number.magnitude % 10
        let noun =
            tens >= 11 && tens <= 14 ? many : ones == 1 ? one : ones >= 2 && ones <= 4 ? few : many
        return grouped(number, .ru) + " " + noun
    }
}
